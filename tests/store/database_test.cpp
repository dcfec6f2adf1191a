#include "kiosk/store/database.h"

#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/store/migrations.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

unsigned mode_of(std::filesystem::path const& path) {
  struct stat facts {};
  REQUIRE(stat(path.c_str(), &facts) == 0);
  return facts.st_mode & 0777U;
}

DatabaseOptions database_options(std::filesystem::path const& file) {
  return {.file = file,
          .quota_bytes = 1 << 20,
          .vfs = "",
          .newest_version = static_cast<int>(migrations().size())};
}

std::string answer(SQLite::Database& database, char const* query) {
  return database.execAndGet(query).getString();
}

void write(std::filesystem::path const& file, std::string const& text) {
  std::ofstream(file, std::ios::binary) << text;
}

TEST_CASE("An open database holds every setting that a fault would find missing") {
  House const house;
  auto const opened = open_database(database_options(house.file));
  REQUIRE(opened);
  auto& database = **opened;
  CHECK(answer(database, "PRAGMA journal_mode") == "wal");
  CHECK(answer(database, "PRAGMA synchronous") == "2");
  CHECK(answer(database, "PRAGMA locking_mode") == "exclusive");
  CHECK(answer(database, "PRAGMA wal_autocheckpoint") == "1000");
  CHECK(answer(database, "PRAGMA journal_size_limit") == "8388608");
  CHECK(answer(database, "PRAGMA secure_delete") == "1");
  CHECK(answer(database, "PRAGMA foreign_keys") == "1");
  CHECK(answer(database, "PRAGMA trusted_schema") == "0");
  CHECK(answer(database, "PRAGMA cell_size_check") == "1");
  CHECK(answer(database, "PRAGMA mmap_size") == "0");
  CHECK(answer(database, "PRAGMA temp_store") == "2");
  CHECK(answer(database, "PRAGMA max_page_count") == "256");
}

TEST_CASE("What is in the file cannot change the rules") {
  House const house;
  auto const opened = open_database(database_options(house.file));
  REQUIRE(opened);
  auto& database = **opened;
  database.exec("PRAGMA writable_schema = ON");
  CHECK_THROWS_AS(database.exec("DELETE FROM sqlite_schema"), SQLite::Exception);
  CHECK_THROWS_AS(answer(database, "SELECT load_extension('x')"), SQLite::Exception);
  CHECK_THROWS_AS(answer(database, "SELECT \"a string in the wrong quotes\""), SQLite::Exception);
}

TEST_CASE("The file and its log are for their owner alone, in a folder for its owner alone") {
  House house;
  house.file = house.folder.path() / "a" / "b" / "kiosk.db";
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 23))));
  CHECK(mode_of(house.file) == 0600);
  CHECK(mode_of(house.file.string() + "-wal") == 0600);
  CHECK(mode_of(house.file.parent_path()) == 0700);
}

TEST_CASE("A file that others could read is taken back; a folder that they may enter is refused") {
  House const house;
  need(house.store().checkpoint());
  REQUIRE(chmod(house.file.c_str(), 0644) == 0);
  need(house.store().checkpoint());
  CHECK(mode_of(house.file) == 0600);

  REQUIRE(chmod(house.folder.path().c_str(), 0750) == 0);
  auto const refused = Store::open(house.options());
  REQUIRE_FALSE(refused);
  CHECK_THAT(words(refused.error()), Catch::Contains("0700"));
}

TEST_CASE("A symbolic link in place of the file is refused") {
  House const house;
  std::filesystem::create_symlink(house.folder.path() / "elsewhere.db", house.file);
  CHECK_FALSE(Store::open(house.options()));
  CHECK_FALSE(std::filesystem::exists(house.folder.path() / "elsewhere.db"));
}

TEST_CASE("Where the file cannot be kept safe from a power cut, the store does not open") {
  House const house;
  // A file without locks cannot have a write-ahead log: SQLite keeps another mode without failing.
  auto options = house.options();
  options.file = "file:" + house.file.string() + "?nolock=1";
  options.vfs = "unix";
  auto const refused = Store::open(options);
  REQUIRE_FALSE(refused);
  CHECK_THAT(words(refused.error()), Catch::Contains("power cut"));
}

TEST_CASE("A second opening is refused in words while the first goes on") {
  House const house;
  auto first = house.store();
  auto const second = Store::open(house.options());
  REQUIRE_FALSE(second);
  CHECK_THAT(words(second.error()), Catch::Contains("in use by another Inloop program"));
  CHECK(first.add_visit(visit_on(date("2026-11", 23))));
}

TEST_CASE("A second process is refused, also after the first was refused a second opening") {
  House const house;
  auto const first = house.store();
  CHECK_FALSE(Store::open(house.options()));
  auto const child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto const second = Store::open(house.options());
    auto const refused = !second && second.error().what.find("in use") != std::string::npos;
    _exit(refused ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("A file of another program is refused and not touched") {
  House const house;
  {
    SQLite::Database other(house.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE recipe (words TEXT)");
  }
  auto const opened = open_database(database_options(house.file));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().trouble == OpenTrouble::Foreign);
  SQLite::Database other(house.file.string());
  CHECK(answer(other, "PRAGMA journal_mode") == "delete");
}

TEST_CASE("A file that a newer version wrote is refused in words that tell what to do") {
  House const house;
  need(house.store().checkpoint());
  {
    SQLite::Database newer(house.file.string(), SQLite::OPEN_READWRITE);
    newer.exec("PRAGMA user_version = 999");
  }
  auto const opened = open_database(database_options(house.file));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().trouble == OpenTrouble::TooNew);
  CHECK_THAT(words(opened.error().error), Catch::Contains("install that version"));
}

TEST_CASE("A file that is no database, or a damaged one, is told apart and left as it is") {
  House const house;
  std::string const no_database(8192, 'x');
  write(house.file, no_database);
  auto const opened = open_database(database_options(house.file));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().trouble == OpenTrouble::Damaged);
  CHECK(std::filesystem::file_size(house.file) == no_database.size());
}

TEST_CASE("Migrating again changes nothing") {
  House const house;
  auto const opened = open_database(database_options(house.file));
  REQUIRE(opened);
  migrate(**opened, migrations());
  auto const schema = answer(**opened, "SELECT group_concat(sql) FROM sqlite_schema");
  migrate(**opened, migrations());
  CHECK(answer(**opened, "SELECT group_concat(sql) FROM sqlite_schema") == schema);
  CHECK(version_of(**opened) == static_cast<int>(migrations().size()));
}

TEST_CASE("A migration that fails half-way leaves the version before it") {
  House const house;
  auto const opened = open_database(database_options(house.file));
  REQUIRE(opened);
  std::array<std::string_view, 2> const steps{
      migrations()[0], "CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"};
  CHECK_THROWS_AS(migrate(**opened, steps), SQLite::Exception);
  CHECK(version_of(**opened) == 1);
  CHECK(answer(**opened, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == "0");
}

}  // namespace
}  // namespace inloop::store::test
