#include "sync/collector/postgres_database.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <pqxx/pqxx>

#include "kiosk/base/assert.h"
#include "sync/collector/postgres_migrations.h"

namespace inloop::collector {
namespace {

constexpr int most_attempts = 3;  // of a transaction that others or a restarted server broke
constexpr std::size_t most_prepared = 200;
constexpr std::int64_t total_shards = 8;
constexpr int first_year = 2026;
constexpr std::int64_t migration_lock = 0x494e4c43;  // "INLC"

// Those of pg_type; they never change.
constexpr pqxx::oid bytes_type = 17;
constexpr pqxx::oid long_type = 20;
constexpr pqxx::oid short_type = 21;
constexpr pqxx::oid int_type = 23;

// Ours are ?1, PostgreSQL's are $1.
std::string with_dollars(std::string_view sql) {
  std::string result(sql);
  for (auto& character : result)
    if (character == '?') character = '$';
  return result;
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex = "\\x";
  hex.reserve(2 + 2 * bytes.size());
  for (unsigned char const byte : bytes) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

std::string parameter_from(SqlValue const& value) {
  if (auto const* const number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (auto const* const text = std::get_if<std::string>(&value)) return *text;
  return hex_of(std::get<SqlBytes>(value).bytes);
}

SqlValue value_of(pqxx::field const& field) {
  INLOOP_ASSERT(!field.is_null());
  switch (field.type()) {
    case long_type:
    case short_type:
    case int_type:
      return field.as<std::int64_t>();
    case bytes_type:
      return SqlBytes{pqxx::binarystring(field).str()};
    default:
      return std::string(field.c_str(), field.size());
  }
}

struct Connection {
  explicit Connection(std::string const& options) : session(options) {
    session.set_client_encoding("UTF8");
    // What is acknowledged is on the disk, whatever the server's own settings are.
    session.set_variable("synchronous_commit", "on");
    session.set_variable("statement_timeout", "30000");
    session.set_variable("lock_timeout", "10000");
    session.set_variable("idle_in_transaction_session_timeout", "60000");
  }

  pqxx::connection session;
  std::map<std::string, std::string, std::less<>> prepared;  // name by statement
};

class PostgresWork final : public SqlWork {
 public:
  PostgresWork(Connection& connection, pqxx::transaction_base& transaction)
      : m_connection(connection), m_transaction(transaction) {}

  std::vector<SqlRow> rows(std::string_view sql, std::vector<SqlValue> const& values) override {
    auto const result = run(sql, values);
    std::vector<SqlRow> rows;
    rows.reserve(result.size());
    for (auto const& row : result) {
      std::vector<SqlValue> fields;
      for (auto const& field : row) fields.push_back(value_of(field));
      rows.emplace_back(std::move(fields));
    }
    return rows;
  }

  std::int64_t change(std::string_view sql, std::vector<SqlValue> const& values) override {
    return static_cast<std::int64_t>(run(sql, values).affected_rows());
  }

 private:
  pqxx::result run(std::string_view sql, std::vector<SqlValue> const& values) {
    std::vector<std::string> parameters;
    parameters.reserve(values.size());
    for (auto const& value : values) parameters.push_back(parameter_from(value));
    auto const dynamic = pqxx::prepare::make_dynamic_params(parameters);
    auto const known = m_connection.prepared.find(sql);
    if (known != m_connection.prepared.end())
      return m_transaction.exec_prepared(known->second, dynamic);
    auto const text = with_dollars(sql);
    if (m_connection.prepared.size() >= most_prepared)
      return m_transaction.exec_params(text, dynamic);
    auto const name = fmt::format("inloop_{}", m_connection.prepared.size());
    m_connection.session.prepare(name, text);
    m_connection.prepared.emplace(sql, name);
    return m_transaction.exec_prepared(name, dynamic);
  }

  Connection& m_connection;
  pqxx::transaction_base& m_transaction;
};

// Lends out connections; a thread that finds none waits for one. One that broke is not taken back.
class ConnectionPool {
 public:
  explicit ConnectionPool(PostgresSettings settings) : m_settings(std::move(settings)) {}

  std::unique_ptr<Connection> take() {
    {
      std::unique_lock lock(m_mutex);
      m_returned.wait(lock, [this] { return m_lent < m_settings.connections; });
      ++m_lent;
      if (!m_idle.empty()) {
        auto connection = std::move(m_idle.back());
        m_idle.pop_back();
        return connection;
      }
    }
    try {
      return std::make_unique<Connection>(m_settings.connection);
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  void give_back(std::unique_ptr<Connection> connection) {
    std::lock_guard const guard(m_mutex);
    --m_lent;
    if (connection)
      m_idle.push_back(std::move(connection));
    else
      m_idle.clear();  // where one broke, the server went away under all of them
    m_returned.notify_one();
  }

 private:
  PostgresSettings const m_settings;
  std::mutex m_mutex;
  std::condition_variable m_returned;
  std::int64_t m_lent = 0;
  std::vector<std::unique_ptr<Connection>> m_idle;
};

Error error_from(std::exception const& exception) {
  std::string what = exception.what();
  while (!what.empty() && what.back() == '\n') what.pop_back();
  return {fmt::format("count store: {}", what)};
}

class PostgresDatabase final : public SqlDatabase {
 public:
  explicit PostgresDatabase(PostgresSettings const& settings) : m_pool(settings) {}

  Result<> read(std::function<void(SqlWork&)> const& work) override {
    return attempted([&](Connection& connection) {
      pqxx::transaction<pqxx::repeatable_read, pqxx::read_only> transaction(connection.session);
      PostgresWork inside(connection, transaction);
      work(inside);
      transaction.commit();
    });
  }

  Result<std::vector<SqlRow>> rows(std::string_view sql,
                                   std::vector<SqlValue> const& values) override {
    std::vector<SqlRow> rows;
    return attempted([&](Connection& connection) {
             pqxx::nontransaction alone(connection.session);
             rows = PostgresWork(connection, alone).rows(sql, values);
           })
        .map([&] { return std::move(rows); });
  }

  Result<> write(std::function<Ending(SqlWork&)> const& work) override {
    return attempted([&](Connection& connection) {
      pqxx::transaction<pqxx::read_committed> transaction(connection.session);
      PostgresWork inside(connection, transaction);
      if (work(inside) == Ending::Commit)
        transaction.commit();
      else
        transaction.abort();
    });
  }

  std::int64_t shards() const override { return total_shards; }

 private:
  // The one place where failures of the database become results. What was cut off in the middle of
  // a commit is tried again as well: every write of the count store may be repeated.
  Result<> attempted(std::function<void(Connection&)> const& work) {
    Error error;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      std::unique_ptr<Connection> connection;
      try {
        connection = m_pool.take();
      } catch (std::exception const& exception) {
        return tl::unexpected<Error>(error_from(exception));
      }
      try {
        work(*connection);
        m_pool.give_back(std::move(connection));
        return {};
      } catch (pqxx::broken_connection const& exception) {
        m_pool.give_back(nullptr);
        error = error_from(exception);
      } catch (pqxx::in_doubt_error const& exception) {
        m_pool.give_back(nullptr);
        error = error_from(exception);
      } catch (pqxx::transaction_rollback const& exception) {
        m_pool.give_back(std::move(connection));
        error = error_from(exception);
      } catch (std::exception const& exception) {
        m_pool.give_back(std::move(connection));
        return tl::unexpected<Error>(error_from(exception));
      }
    }
    return tl::unexpected<Error>(error);
  }

  ConnectionPool m_pool;
};

std::string setting_of(pqxx::transaction_base& transaction, std::string const& name) {
  return transaction.exec1("SHOW " + name)[0].as<std::string>();
}

// 0: there are no tables yet.
int version_of(pqxx::transaction_base& transaction) {
  if (transaction.exec1("SELECT to_regclass('inloop_schema') IS NULL")[0].as<bool>()) return 0;
  return transaction.exec1("SELECT max(version) FROM inloop_schema")[0].as<int>();
}

Result<> check_version(int version) {
  int const newest = static_cast<int>(postgres_migrations.size());
  if (version > newest)
    return failure("the tables were made by a newer version ({} > {})", version, newest);
  if (version < newest)
    return failure("the tables are not up to date: run \"inloop-collector migrate\" first");
  return {};
}

Result<> check_server(pqxx::transaction_base& transaction) {
  if (setting_of(transaction, "server_encoding") != "UTF8")
    return failure("the database must be made with ENCODING 'UTF8'");
  if (setting_of(transaction, "fsync") != "on")
    return failure("fsync is off: a power cut would lose what kiosks were told is kept");
  return {};
}

void apply_migrations(pqxx::transaction_base& transaction) {
  int const version = version_of(transaction);
  if (version == 0) transaction.exec0("CREATE TABLE inloop_schema (version INTEGER PRIMARY KEY)");
  for (auto step = static_cast<std::size_t>(version); step < postgres_migrations.size(); ++step) {
    transaction.exec(std::string(postgres_migrations[step]));
    transaction.exec_params0("INSERT INTO inloop_schema VALUES ($1)", step + 1);
  }
}

// A year without data costs an empty table; one whose data lies in the default partition is moved.
void give_partition(pqxx::transaction_base& transaction, std::string const& table, int year) {
  auto const name = fmt::format("{}_{}", table, year);
  if (!transaction.exec1(fmt::format("SELECT to_regclass('{}') IS NULL", name))[0].as<bool>())
    return;
  transaction.exec(fmt::format(R"sql(
      CREATE TABLE {0} (LIKE {1} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
      WITH moved AS (
        DELETE FROM {1}_other_years WHERE period >= '{2}' AND period < '{3}' RETURNING *
      ) INSERT INTO {0} SELECT * FROM moved;
      ALTER TABLE {1} ATTACH PARTITION {0} FOR VALUES FROM ('{2}') TO ('{3}');
    )sql",
                               name, table, year, year + 1));
}

void give_partitions(pqxx::transaction_base& transaction, int last_year) {
  // Who takes counts in meanwhile waits, or a year could be filled while it is moved.
  transaction.exec0("LOCK TABLE event, cell IN SHARE ROW EXCLUSIVE MODE");
  std::vector<int> years;
  for (int year = first_year; year <= last_year; ++year) years.push_back(year);
  for (auto const& row :
       transaction.exec("SELECT DISTINCT substr(period, 1, 4) FROM event_other_years"))
    years.push_back(row[0].as<int>());
  for (int const year : years)
    for (auto const* table : {"event", "cell"}) give_partition(transaction, table, year);
}

}  // namespace

Result<std::unique_ptr<SqlDatabase>> open_postgres_database(PostgresSettings const& settings) {
  try {
    Connection connection(settings.connection);
    pqxx::read_transaction transaction(connection.session);
    auto const good =
        check_server(transaction).and_then([&] { return check_version(version_of(transaction)); });
    if (!good) return within("PostgreSQL", good.error());
    return std::make_unique<PostgresDatabase>(settings);
  } catch (std::exception const& exception) {
    return tl::unexpected<Error>(error_from(exception));
  }
}

Result<> migrate_postgres(PostgresSettings const& settings, std::chrono::year this_year) {
  try {
    Connection connection(settings.connection);
    pqxx::work transaction(connection.session);
    auto const good = check_server(transaction);
    if (!good) return within("PostgreSQL", good.error());
    // Moving a year may take long, and whoever else migrates waits for us.
    transaction.exec0("SET LOCAL statement_timeout = 0");
    transaction.exec0("SET LOCAL lock_timeout = 0");
    transaction.exec1(fmt::format("SELECT pg_advisory_xact_lock({})", migration_lock));
    if (version_of(transaction) > static_cast<int>(postgres_migrations.size()))
      return within("PostgreSQL", check_version(version_of(transaction)).error());
    apply_migrations(transaction);
    give_partitions(transaction, int{this_year} + 1);
    transaction.commit();
    return {};
  } catch (std::exception const& exception) {
    return tl::unexpected<Error>(error_from(exception));
  }
}

}  // namespace inloop::collector
