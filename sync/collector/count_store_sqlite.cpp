#include "sync/collector/count_store_sqlite.h"

#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/collector/file_lock.h"
#include "sync/collector/sqlite_migrations.h"

namespace inloop::collector {
namespace {

constexpr int application_id = 0x494e4c43;  // "INLC": a file with another one is not ours
constexpr int busy_timeout_ms = 5'000;

std::string text_of(SQLite::Column const& column) {
  return column.getString();
}

template <class... Values>
SQLite::Statement prepared(SQLite::Database& database, char const* sql, Values const&... values) {
  SQLite::Statement statement(database, sql);
  int index = 0;
  (statement.bind(++index, values), ...);
  return statement;
}

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

  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (int step = version; step < newest; ++step)
    database.exec(std::string(sqlite_migrations[static_cast<std::size_t>(step)]));
  database.exec(fmt::format("PRAGMA application_id = {}", application_id));
  database.exec(fmt::format("PRAGMA user_version = {}", newest));
  transaction.commit();
  return {};
}

Release release_from(SQLite::Statement& row) {
  return {.source = text_of(row.getColumn(0)),
          .id = text_of(row.getColumn(1)),
          .hash = text_of(row.getColumn(2)),
          .received_at = text_of(row.getColumn(3)),
          .place = text_of(row.getColumn(4)),
          .period = text_of(row.getColumn(5)),
          .kind = text_of(row.getColumn(6)),
          .sequence = row.getColumn(7).getInt64()};
}

class SqliteCountStore final : public CountStore {
 public:
  SqliteCountStore(std::unique_ptr<SQLite::Database> database, std::filesystem::path lock_file)
      : m_lock_file(std::move(lock_file)), m_database(std::move(database)) {}

  ~SqliteCountStore() override {
    // Closing brings the log back into the file, which no other process may be writing just then.
    auto const lock = FileLock::take(m_lock_file);
    m_database.reset();
  }

  Result<> add_place(Place const& place, std::string_view key_hash) override {
    return writing([&]() -> Result<> {
      prepared(*m_database, R"sql(
          INSERT INTO place (id, name, since) VALUES (?1, ?2, ?3)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name
        )sql",
               place.id, place.name, place.since)
          .exec();
      prepared(*m_database, R"sql(
          INSERT INTO place_key (key_hash, place) VALUES (?1, ?2) ON CONFLICT DO NOTHING
        )sql",
               std::string(key_hash), place.id)
          .exec();
      return {};
    });
  }

  Result<bool> withdraw_key(std::string_view place, std::string_view key_hash) override {
    return writing([&]() -> Result<bool> {
      return prepared(*m_database, "DELETE FROM place_key WHERE key_hash = ?1 AND place = ?2",
                      std::string(key_hash), std::string(place))
                 .exec() > 0;
    });
  }

  Result<std::vector<Place>> places() override {
    return reading([&]() -> Result<std::vector<Place>> {
      std::vector<Place> places;
      auto row = prepared(*m_database, "SELECT id, name, since FROM place ORDER BY id");
      while (row.executeStep())
        places.push_back(
            {text_of(row.getColumn(0)), text_of(row.getColumn(1)), text_of(row.getColumn(2))});
      return places;
    });
  }

  Result<bool> is_bound(std::string_view key_hash, std::string_view place) override {
    return reading([&]() -> Result<bool> {
      return prepared(*m_database, "SELECT 1 FROM place_key WHERE key_hash = ?1 AND place = ?2",
                      std::string(key_hash), std::string(place))
          .executeStep();
    });
  }

  Result<Kept> keep(Arrival const& arrival) override {
    return writing([&]() -> Result<Kept> {
      auto const& event = arrival.event;
      auto same_id =
          prepared(*m_database, "SELECT hash, received_at FROM event WHERE source = ?1 AND id = ?2",
                   event.source, event.id);
      if (same_id.executeStep()) {
        bool const is_same = text_of(same_id.getColumn(0)) == arrival.hash;
        return Kept{is_same ? Verdict::Replayed : Verdict::OtherBytes,
                    text_of(same_id.getColumn(1))};
      }
      auto same_period =
          prepared(*m_database,
                   "SELECT received_at FROM event WHERE place = ?1 AND period = ?2 AND kind = ?3",
                   event.place, event.period, event.kind);
      if (same_period.executeStep())
        return Kept{Verdict::DoublePeriod, text_of(same_period.getColumn(0))};
      insert(arrival);
      return Kept{Verdict::Stored, arrival.received_at};
    });
  }

  Result<std::vector<KeptEvent>> events(Filter const& filter, Slice slice) override {
    return reading([&]() -> Result<std::vector<KeptEvent>> {
      std::vector<KeptEvent> events;
      auto row = prepared(*m_database, R"sql(
          SELECT source, id, hash, received_at, place, period, kind, sequence, bytes FROM event
          WHERE (?1 = '' OR place = ?1) AND (?2 = '' OR period = ?2)
            AND (?3 = '' OR EXISTS (SELECT 1 FROM cell WHERE event = number AND subject = ?3))
          ORDER BY number LIMIT ?4 OFFSET ?5
        )sql",
                          filter.place, filter.period, filter.subject, slice.limit, slice.offset);
      while (row.executeStep()) events.push_back({release_from(row), text_of(row.getColumn(8))});
      return events;
    });
  }

  Result<std::int64_t> count_events(Filter const& filter) override {
    return reading([&]() -> Result<std::int64_t> {
      auto row = prepared(*m_database, R"sql(
          SELECT count(*) FROM event
          WHERE (?1 = '' OR place = ?1) AND (?2 = '' OR period = ?2)
            AND (?3 = '' OR EXISTS (SELECT 1 FROM cell WHERE event = number AND subject = ?3))
        )sql",
                          filter.place, filter.period, filter.subject);
      row.executeStep();
      return row.getColumn(0).getInt64();
    });
  }

  Result<std::vector<Release>> releases(Filter const& filter) override {
    return reading([&]() -> Result<std::vector<Release>> {
      std::vector<Release> releases;
      auto row = prepared(*m_database, R"sql(
          SELECT source, id, hash, received_at, place, period, kind, sequence FROM event
          WHERE (?1 = '' OR place = ?1) AND (?2 = '' OR period = ?2)
            AND (?3 = '' OR EXISTS (SELECT 1 FROM cell WHERE event = number AND subject = ?3))
          ORDER BY place, period, sequence, number
        )sql",
                          filter.place, filter.period, filter.subject);
      while (row.executeStep()) releases.push_back(release_from(row));
      return releases;
    });
  }

  Result<std::vector<KeptCell>> cells(Filter const& filter, std::int64_t limit) override {
    return reading([&]() -> Result<std::vector<KeptCell>> {
      std::vector<KeptCell> cells;
      auto row = prepared(*m_database, R"sql(
          SELECT place, period, subject, group_word, value, epsilon_numerator, epsilon_denominator
          FROM cell JOIN event ON event = number
          WHERE (?1 = '' OR place = ?1) AND (?2 = '' OR period = ?2)
            AND (?3 = '' OR subject = ?3)
          ORDER BY place, period, subject, number, position LIMIT ?4
        )sql",
                          filter.place, filter.period, filter.subject, limit);
      while (row.executeStep())
        cells.push_back({.place = text_of(row.getColumn(0)),
                         .period = text_of(row.getColumn(1)),
                         .subject = text_of(row.getColumn(2)),
                         .group = text_of(row.getColumn(3)),
                         .value = row.getColumn(4).getInt64(),
                         .epsilon = {row.getColumn(5).getUInt(), row.getColumn(6).getUInt()}});
      return cells;
    });
  }

 private:
  void insert(Arrival const& arrival) {
    auto const& event = arrival.event;
    auto statement = prepared(*m_database, R"sql(
        INSERT INTO event
          (source, id, hash, received_at, place, period, kind, sequence, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      )sql",
                              event.source, event.id, arrival.hash, arrival.received_at,
                              event.place, event.period, event.kind, event.sequence);
    statement.bind(9, arrival.bytes.data(), static_cast<int>(arrival.bytes.size()));
    statement.exec();
    std::int64_t const number = m_database->getLastInsertRowid();
    std::int64_t position = 0;
    for (auto const& table : event.tables)
      for (auto const& cell : table.cells)
        prepared(*m_database, "INSERT INTO cell VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", number,
                 position++, table.subject, cell.group, cell.value, table.epsilon.numerator,
                 table.epsilon.denominator)
            .exec();
  }

  // The one place where SQLite's exceptions become results.
  template <class Work>
  auto reading(Work work) -> decltype(work()) {
    std::lock_guard const guard(m_mutex);
    try {
      return work();
    } catch (SQLite::Exception const& exception) {
      return failure("count store: {}", exception.what());
    }
  }

  // IMMEDIATE: what was looked up cannot change before it is written. Two processes that write and
  // checkpoint at once can corrupt a write-ahead log in SQLite before 3.51.3; hence the lock file.
  template <class Work>
  auto writing(Work work) -> decltype(work()) {
    return reading([&]() -> decltype(work()) {
      auto const lock = FileLock::take(m_lock_file);
      if (!lock) return tl::unexpected<Error>(lock.error());
      SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
      auto result = work();
      if (result) transaction.commit();
      return result;
    });
  }

  std::filesystem::path const m_lock_file;
  std::mutex m_mutex;
  std::unique_ptr<SQLite::Database> m_database;
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

}  // namespace

Result<std::unique_ptr<CountStore>> open_sqlite_store(std::filesystem::path const& file) {
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
    return std::make_unique<SqliteCountStore>(std::move(database), lock_file);
  } catch (SQLite::Exception const& exception) {
    return failure("{}: {}", file.string(), exception.what());
  }
}

}  // namespace inloop::collector
