#include "kiosk/store/database.h"

#include <algorithm>
#include <optional>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "kiosk/store/private_file.h"

namespace inloop::store {
namespace {

// Leaves room for the few pages that any schema needs, so that a mistyped quota cannot brick.
constexpr std::int64_t least_quota_pages = 64;

// Enough to see what is wrong; a shredded file would list every page.
constexpr int most_damage_lines = 20;

using Opened = tl::expected<std::unique_ptr<SQLite::Database>, OpenFailure>;

tl::unexpected<OpenFailure> trouble(OpenTrouble kind, Error error) {
  return tl::unexpected(OpenFailure{kind, std::move(error)});
}

std::int64_t number(SQLite::Database& database, char const* query) {
  return database.execAndGet(query).getInt64();
}

void configure(SQLite::Database& database, int option, int value) {
  if (sqlite3_db_config(database.getHandle(), option, value, nullptr) != SQLITE_OK)
    throw SQLite::Exception(database.getHandle());
}

// What is in the file must not be able to act or to change the rules.
void distrust_contents(SQLite::Database& database) {
  configure(database, SQLITE_DBCONFIG_DEFENSIVE, 1);
  configure(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  configure(database, SQLITE_DBCONFIG_DQS_DML, 0);
  configure(database, SQLITE_DBCONFIG_DQS_DDL, 0);
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA cell_size_check = ON");
  database.exec("PRAGMA mmap_size = 0");
  database.exec("PRAGMA temp_store = MEMORY");
}

// A file of another program is recognised before anything is written to it.
std::optional<OpenFailure> objection_to_identity(SQLite::Database& database,
                                                 DatabaseOptions const& options) {
  auto const file = options.file.string();
  auto const id = number(database, "PRAGMA application_id");
  auto const version = version_of(database);
  auto const is_new =
      id == 0 && version == 0 && number(database, "SELECT count(*) FROM sqlite_schema") == 0;
  if (id != application_id && !is_new)
    return OpenFailure{OpenTrouble::Foreign, {fmt::format("{} belongs to another program", file)}};
  if (version > options.newest_version)
    return OpenFailure{
        OpenTrouble::TooNew,
        {fmt::format("{} was written by a newer version of Inloop (its schema is {}, "
                     "this program knows {}): install that version",
                     file, version, options.newest_version)}};
  return std::nullopt;
}

// The settings that make "Welkom!" true. Both are read back, because a file system or a VFS that
// cannot do them says so only there.
std::optional<OpenFailure> objection_to_durability(SQLite::Database& database,
                                                   DatabaseOptions const& options) {
  // Entering WAL is the one commit with a rollback journal. EXTRA syncs the folder after that is
  // removed: a journal that came back after a power cut would undo the whole file.
  database.exec("PRAGMA synchronous = EXTRA");
  auto const mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
  database.exec("PRAGMA synchronous = FULL");
  auto const synchronous = number(database, "PRAGMA synchronous");
  constexpr int full = 2;
  if (mode == "wal" && synchronous == full) return std::nullopt;
  return OpenFailure{OpenTrouble::Unavailable,
                     {fmt::format("{} cannot be kept safe from a power cut here (journal_mode {}, "
                                  "synchronous {})",
                                  options.file.string(), mode, synchronous)}};
}

void limit_size(SQLite::Database& database, std::int64_t quota_bytes) {
  auto const page_bytes = number(database, "PRAGMA page_size");
  auto const pages = std::max(quota_bytes / page_bytes, least_quota_pages);
  database.exec(fmt::format("PRAGMA max_page_count = {}", pages));
  database.exec("PRAGMA wal_autocheckpoint = 1000");
  database.exec("PRAGMA journal_size_limit = 8388608");
}

Opened open_prepared(DatabaseOptions const& options) {
  constexpr int no_waiting_ms = 0;
  auto const flags =
      SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX;
  auto database =
      std::make_unique<SQLite::Database>(options.file.string(), flags, no_waiting_ms, options.vfs);
  distrust_contents(*database);
  // EXCLUSIVE comes before the first read: two connections to a WAL file can corrupt it in this
  // version of SQLite (sqlite.org/wal.html, "The WAL-Reset Bug").
  database->exec("PRAGMA locking_mode = EXCLUSIVE");
  if (auto objection = objection_to_identity(*database, options)) return tl::unexpected(*objection);
  if (auto const damage = damage_in(*database); !damage.empty())
    return trouble(OpenTrouble::Damaged,
                   {fmt::format("{} is damaged: {}", options.file.string(), damage.front())});
  if (auto objection = objection_to_durability(*database, options))
    return tl::unexpected(*objection);
  limit_size(*database, options.quota_bytes);
  database->exec("PRAGMA secure_delete = ON");
  database->exec("PRAGMA foreign_keys = ON");
  // Frames that an earlier process wrote but could not sync may be visible without being on the
  // disk. Commits after them would be lost with them, so they are brought home first.
  checkpoint(*database);
  return database;
}

}  // namespace

Opened open_database(DatabaseOptions const& options) {
  auto prepared = options;
  // Another VFS brings its own folders, which have no owner and no mode.
  if (options.vfs.empty()) {
    auto file = make_private(options.file);
    if (!file) return trouble(OpenTrouble::Unavailable, file.error());
    prepared.file = *file;
  }
  try {
    return open_prepared(prepared);
  } catch (SQLite::Exception const& exception) {
    return tl::unexpected(open_failure_from(prepared.file, exception));
  }
}

OpenFailure open_failure_from(std::filesystem::path const& file,
                              SQLite::Exception const& exception) {
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {OpenTrouble::InUse,
              {fmt::format("{} is in use by another Inloop program: stop that one first",
                           file.string())}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {OpenTrouble::Damaged,
              {fmt::format("{} is damaged: {}", file.string(), exception.what())}};
    default:
      return {OpenTrouble::Unavailable,
              {fmt::format("cannot open {}: {}", file.string(), exception.what())}};
  }
}

int version_of(SQLite::Database& database) {
  return static_cast<int>(number(database, "PRAGMA user_version"));
}

std::vector<std::string> damage_in(SQLite::Database& database) {
  std::vector<std::string> lines;
  SQLite::Statement check(database, fmt::format("PRAGMA quick_check({})", most_damage_lines));
  while (check.executeStep()) lines.push_back(check.getColumn(0).getString());
  if (lines.size() == 1 && lines.front() == "ok") lines.clear();
  return lines;
}

void checkpoint(SQLite::Database& database) {
  SQLite::Statement statement(database, "PRAGMA wal_checkpoint(TRUNCATE)");
  statement.executeStep();
  if (statement.getColumn(0).getInt() != 0)
    throw SQLite::Exception("the write-ahead log could not be brought home", SQLITE_BUSY);
}

bool is_fatal(SQLite::Exception const& exception) {
  auto const code = exception.getErrorCode();
  return code == SQLITE_IOERR || code == SQLITE_CORRUPT || code == SQLITE_NOTADB ||
         code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

}  // namespace inloop::store
