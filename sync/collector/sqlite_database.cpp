#include "sync/collector/sqlite_database.h"

#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/collector/file_lock.h"
#include "sync/collector/sqlite_migrations.h"

namespace inloop::collector {
namespace {

constexpr int application_id = 0x494e4c43;  // "INLC": a file with another one is not ours
constexpr int busy_timeout_ms = 5'000;

int pragma(SQLite::Database& database, char const* sql) {
  return database.execAndGet(sql).getInt();
}

Result<> make_durable_and_strict(SQLite::Database& database) {
  // Without FULL a commit that was acknowledged can vanish in a power cut, and the kiosk would
  // have thrown away its copy on our word.
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA cell_size_check = ON");
  database.exec("PRAGMA mmap_size = 0");
  database.exec("PRAGMA temp_store = MEMORY");
  if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
    return failure("the database cannot use a write-ahead log");
  if (pragma(database, "PRAGMA synchronous") != 2)
    return failure("the database does not wait for the disk");
  return {};
}

Result<> migrate(SQLite::Database& database) {
  int const owner = pragma(database, "PRAGMA application_id");
  int const version = pragma(database, "PRAGMA user_version");
  bool const is_empty = pragma(database, "SELECT count(*) FROM sqlite_schema") == 0;
  if (!is_empty && owner != application_id) return failure("the file belongs to another program");
  int const newest = static_cast<int>(sqlite_migrations.size());
  if (version > newest)
    return failure("the file was written by a newer version ({} > {})", version, newest);
  if (version == newest) return {};

  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (int step = version; step < newest; ++step)
    database.exec(std::string(sqlite_migrations[static_cast<std::size_t>(step)]));
  database.exec(fmt::format("PRAGMA application_id = {}", application_id));
  database.exec(fmt::format("PRAGMA user_version = {}", newest));
  transaction.commit();
  return {};
}

void bind(SQLite::Statement& statement, int index, SqlValue const& value) {
  if (auto const* const number = std::get_if<std::int64_t>(&value))
    statement.bind(index, *number);
  else if (auto const* const text = std::get_if<std::string>(&value))
    statement.bind(index, *text);
  else {
    auto const& bytes = std::get<SqlBytes>(value).bytes;
    statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
  }
}

SqlValue value_of(SQLite::Column const& column) {
  if (column.isInteger()) return column.getInt64();
  if (column.isBlob()) return SqlBytes{column.getString()};
  return column.getString();
}

// Statements that were compiled once, ready to run again: compiling those with a value for each
// cell of an event takes longer than running them.
class Statements {
 public:
  explicit Statements(SQLite::Database& database) : m_database(database) {}

  SQLite::Statement& prepared(std::string_view sql, std::vector<SqlValue> const& values) {
    auto at = m_known.find(sql);
    if (at == m_known.end()) {
      if (m_known.size() >= most_statements) m_known.clear();
      std::string text(sql);
      at = m_known.try_emplace(text, m_database, text).first;
    }
    auto& statement = at->second;
    statement.reset();
    statement.clearBindings();
    int index = 0;
    for (auto const& value : values) bind(statement, ++index, value);
    return statement;
  }

 private:
  static constexpr std::size_t most_statements = 100;

  SQLite::Database& m_database;
  std::map<std::string, SQLite::Statement, std::less<>> m_known;
};

// A statement that is not run to its end keeps its transaction open.
class Rewound {
 public:
  explicit Rewound(SQLite::Statement& statement) : m_statement(statement) {}
  Rewound(Rewound const&) = delete;
  Rewound& operator=(Rewound const&) = delete;
  ~Rewound() { m_statement.tryReset(); }

 private:
  SQLite::Statement& m_statement;
};

class SqliteWork final : public SqlWork {
 public:
  explicit SqliteWork(Statements& statements) : m_statements(statements) {}

  std::vector<SqlRow> rows(std::string_view sql, std::vector<SqlValue> const& values) override {
    auto& statement = m_statements.prepared(sql, values);
    Rewound const afterwards(statement);
    std::vector<SqlRow> rows;
    while (statement.executeStep()) {
      std::vector<SqlValue> row;
      for (int column = 0; column < statement.getColumnCount(); ++column)
        row.push_back(value_of(statement.getColumn(column)));
      rows.emplace_back(std::move(row));
    }
    return rows;
  }

  std::int64_t change(std::string_view sql, std::vector<SqlValue> const& values) override {
    auto& statement = m_statements.prepared(sql, values);
    Rewound const afterwards(statement);
    return statement.exec();
  }

 private:
  Statements& m_statements;
};

class SqliteDatabase final : public SqlDatabase {
 public:
  SqliteDatabase(std::unique_ptr<SQLite::Database> database, std::filesystem::path lock_file)
      : m_lock_file(std::move(lock_file)),
        m_database(std::move(database)),
        m_statements(std::in_place, *m_database) {}

  ~SqliteDatabase() override {
    // Closing brings the log back into the file, which no other process may be writing just then.
    auto const lock = FileLock::take(m_lock_file);
    m_statements.reset();
    m_database.reset();
  }

  Result<> read(std::function<void(SqlWork&)> const& work) override {
    return guarded([&]() -> Result<> {
      SQLite::Transaction transaction(*m_database);
      SqliteWork inside(*m_statements);
      work(inside);
      transaction.commit();
      return {};
    });
  }

  Result<std::vector<SqlRow>> rows(std::string_view sql,
                                   std::vector<SqlValue> const& values) override {
    return guarded([&]() -> Result<std::vector<SqlRow>> {
      return SqliteWork(*m_statements).rows(sql, values);
    });
  }

  // IMMEDIATE: what was looked up cannot change before it is written. Two processes that write and
  // checkpoint at once can corrupt a write-ahead log in SQLite before 3.51.3; hence the lock file.
  Result<> write(std::function<Ending(SqlWork&)> const& work) override {
    return guarded([&]() -> Result<> {
      auto const lock = FileLock::take(m_lock_file);
      if (!lock) return tl::unexpected<Error>(lock.error());
      SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
      SqliteWork inside(*m_statements);
      if (work(inside) == Ending::Commit) transaction.commit();
      return {};
    });
  }

  std::int64_t shards() const override { return 1; }  // there is one writer at a time anyway

 private:
  // The one place where failures of the database become results.
  template <class Work>
  std::invoke_result_t<Work> guarded(Work work) {
    std::lock_guard const guard(m_mutex);
    try {
      return work();
    } catch (SQLite::Exception const& exception) {
      return failure("count store: {}", exception.what());
    }
  }

  std::filesystem::path const m_lock_file;
  std::mutex m_mutex;
  std::unique_ptr<SQLite::Database> m_database;
  std::optional<Statements> m_statements;
};

// Files that another user makes there, such as root, would be closed to the one that serves.
Result<> check_owner(std::filesystem::path const& file) {
  auto const folder = std::filesystem::absolute(file).parent_path();
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0)
    return failure("cannot see {}: {}", folder.string(), std::strerror(errno));
  if (status.st_uid != ::geteuid())
    return failure("run this as the user that owns {}", folder.string());
  return {};
}

Result<> copy_and_check(std::filesystem::path const& file, std::filesystem::path const& copy) {
  try {
    SQLite::Database source(file.string(), SQLite::OPEN_READONLY, busy_timeout_ms);
    SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(target, source);
    while (backup.executeStep() != SQLITE_DONE) ::usleep(10'000);
    // A backup is one file: no log may have to be found beside it.
    target.exec("PRAGMA journal_mode = DELETE");
    auto const verdict = target.execAndGet("PRAGMA integrity_check").getString();
    if (verdict != "ok") return failure("the copy is damaged: {}", verdict);
    return {};
  } catch (SQLite::Exception const& exception) {
    return failure("{}: {}", file.string(), exception.what());
  }
}

// The copy and its name shall outlive a power cut.
Result<> make_durable(std::filesystem::path const& path) {
  int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  bool const is_durable = descriptor >= 0 && ::fsync(descriptor) == 0;
  int const reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!is_durable) return failure("cannot keep {}: {}", path.string(), std::strerror(reason));
  return {};
}

}  // namespace

Result<std::unique_ptr<SqlDatabase>> open_sqlite_database(std::filesystem::path const& file) {
  auto const is_ours = check_owner(file);
  if (!is_ours) return tl::unexpected<Error>(is_ours.error());
  std::filesystem::path lock_file = file;
  lock_file += ".lock";
  auto const lock = FileLock::take(lock_file);
  if (!lock) return tl::unexpected<Error>(lock.error());
  try {
    auto database = std::make_unique<SQLite::Database>(
        file.string(),
        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX,
        busy_timeout_ms);
    auto const ready =
        make_durable_and_strict(*database).and_then([&] { return migrate(*database); });
    if (!ready) return within(file.string(), ready.error());
    return std::make_unique<SqliteDatabase>(std::move(database), lock_file);
  } catch (SQLite::Exception const& exception) {
    return failure("{}: {}", file.string(), exception.what());
  }
}

Result<> back_up_sqlite(std::filesystem::path const& file, std::filesystem::path const& copy) {
  std::error_code error;
  if (std::filesystem::exists(copy, error)) return failure("{} is there already", copy.string());
  std::filesystem::path const folder = std::filesystem::absolute(copy).parent_path();
  std::filesystem::path unfinished = copy;
  unfinished += ".unfinished";
  std::filesystem::remove(unfinished, error);
  auto copied = copy_and_check(file, unfinished)
                    .and_then([&] { return make_durable(unfinished); })
                    .and_then([&]() -> Result<> {
                      std::filesystem::rename(unfinished, copy, error);
                      if (error) return failure("{}: {}", copy.string(), error.message());
                      return make_durable(folder);
                    });
  if (!copied) std::filesystem::remove(unfinished, error);
  return copied;
}

}  // namespace inloop::collector
