#include "sync/collector/count_store_sqlite.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <unistd.h>

#include "sync/collector/sqlite_migrations.h"
#include "tests/collector/sample_arrival.h"
#include "tests/collector/store_contract.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

struct SqliteFile {
  test::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "collector.db";

  [[nodiscard]] OpenStore opener() const {
    return [file = file] {
      auto store = open_sqlite_store(file);
      if (!store) throw std::runtime_error(store.error().what);
      return *std::move(store);
    };
  }
};

}  // namespace

TEST_CASE("SQLite: places keep their first day, take a new name and several keys") {
  check_places(SqliteFile().opener());
}

TEST_CASE("SQLite: a key that was revoked may send no longer and is never bound again") {
  check_keys(SqliteFile().opener());
}

TEST_CASE("SQLite: an event is kept once, byte for byte, also across a restart") {
  check_keeping(SqliteFile().opener());
}

TEST_CASE("SQLite: other bytes under an id and a second telling of a period are refused") {
  check_refusals(SqliteFile().opener());
}

TEST_CASE("SQLite: events and cells are found by place, period and subject") {
  check_reading(SqliteFile().opener());
}

TEST_CASE("SQLite: of four at once who bring the same events, each event is stored by one") {
  check_parallel_keeping(SqliteFile().opener());
}

TEST_CASE("SQLite: of rival collectors one wins a period, the others get a replay or a refusal") {
  check_rival_collectors(SqliteFile().opener());
}

TEST_CASE("SQLite: totals over all places, a municipality and a district add up raw cells") {
  check_totals(SqliteFile().opener());
}

TEST_CASE("SQLite: places stand by name or by figure, those without one last") {
  check_ranked_places(SqliteFile().opener());
}

TEST_CASE("SQLite: districts stand side by side with how many places are in each") {
  check_ranked_districts(SqliteFile().opener());
}

TEST_CASE("SQLite: a place that moves to another district takes its figures along") {
  check_moving(SqliteFile().opener());
}

TEST_CASE("SQLite: what is known of each place tells who is silent and since when it is here") {
  check_states(SqliteFile().opener());
}

TEST_CASE("SQLite: what a kiosk said of itself last is kept, and once") {
  check_health(SqliteFile().opener());
}

TEST_CASE("SQLite: an inspector sees every event, its cells and the totals, and may stop") {
  check_inspection(SqliteFile().opener());
}

TEST_CASE("SQLite: two stores on one file, as of two processes, never store an event twice") {
  SqliteFile const database;
  auto const first = database.opener()();
  auto const second = database.opener()();
  REQUIRE(first->add_place({"klooslaan", "K", "2026-11-01T00:00:00Z"}, std::string(64, 'a')));
  CHECK(second->is_bound(std::string(64, 'a'), "klooslaan").value());
  CHECK(first->keep(arrival_of(sample_event()))->verdict == Verdict::Stored);
  CHECK(second->keep(arrival_of(sample_event()))->verdict == Verdict::Replayed);
}

TEST_CASE("SQLite: a file of another program, a newer version or no database at all is refused") {
  SqliteFile const database;
  SECTION("another program") {
    SQLite::Database(database.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE recipe (name TEXT)");
    auto const store = open_sqlite_store(database.file);
    REQUIRE_FALSE(store);
    CHECK(store.error().what.find("another program") != std::string::npos);
  }
  SECTION("a newer version") {
    database.opener()();
    SQLite::Database(database.file.string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 999");
    auto const store = open_sqlite_store(database.file);
    REQUIRE_FALSE(store);
    CHECK(store.error().what.find("newer version") != std::string::npos);
  }
  SECTION("no database") {
    database.folder.write("collector.db", std::string(8192, 'x'));
    CHECK_FALSE(open_sqlite_store(database.file));
  }
  SECTION("a folder that is not there") {
    CHECK_FALSE(open_sqlite_store(database.folder.path() / "none" / "collector.db"));
  }
}

TEST_CASE("SQLite: a folder of another user is refused before anything is made in it") {
  SqliteFile const database;
  // Only root can give a folder away; everybody else finds that "/" is not theirs.
  bool const is_root = ::geteuid() == 0;
  if (is_root) REQUIRE(::chown(database.folder.path().c_str(), 65'534, 65'534) == 0);
  auto const store = open_sqlite_store(is_root ? database.file : "/collector.db");
  REQUIRE_FALSE(store);
  CHECK(store.error().what.find("run this as the user that owns /") != std::string::npos);
  CHECK(std::filesystem::is_empty(database.folder.path()));
}

TEST_CASE("SQLite: an event that cannot be written leaves nothing behind") {
  SqliteFile const database;
  auto const store = database.opener()();
  REQUIRE(store->add_place({"klooslaan", "K", "2026-11-01T00:00:00Z"}, std::string(64, 'a')));
  // The cells come after the event in one transaction; a value no cell may have stops it there.
  SQLite::Database(database.file.string(), SQLite::OPEN_READWRITE).exec(R"sql(
      CREATE TRIGGER no_children BEFORE INSERT ON cell WHEN new.group_word = 'kinderen'
      BEGIN SELECT RAISE(ABORT, 'full'); END
    )sql");
  CHECK_FALSE(store->keep(arrival_of(sample_event())));
  CHECK(store->count_events({}).value() == 0);
  CHECK(store->cells({}, 10).value().empty());
}

TEST_CASE("SQLite: a file of the first version keeps its events and gets its totals") {
  SqliteFile const database;
  {
    SQLite::Database file(database.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    file.exec(std::string(sqlite_migrations[0]));
    file.exec(R"sql(
      PRAGMA application_id = 1229868099;
      PRAGMA user_version = 1;
      INSERT INTO place VALUES ('a', 'A', '2026-10-01T00:00:00Z');
      INSERT INTO place_key VALUES ('k', 'a');
      INSERT INTO event VALUES
        (1, 's', 'i', 'h', '2026-12-04T03:00:07Z', 'a', '2026-11', 'regulier', 1, x'7b7d');
      INSERT INTO cell VALUES (1, 0, 'bezoeken', 'volwassenen', 7, 1, 1);
      INSERT INTO cell VALUES (1, 1, 'bezoeken', 'kinderen', -2, 1, 1);
    )sql");
  }
  auto const store = database.opener()();
  CHECK(store->is_bound("k", "a").value());
  CHECK(store->events({}, {.offset = 0, .limit = 9})->front().bytes == "{}");
  CHECK(store->cells({.place = "a"}, 9)->size() == 2);
  CHECK(store->states({}, {.offset = 0, .limit = 9})->front().last_period == "2026-11");
  auto const totals = store->totals({}).value();
  REQUIRE(totals.size() == 3);
  CHECK(totals[0] == Total{"2026-11", "bezoeken", "", {1, 1}, 2, 1, 5});
  CHECK(store->totals({.detail = Detail::Tables})->size() == 1);
  auto again = sample_event();
  again.place = "a";
  CHECK(store->keep(arrival_of(again))->verdict == Verdict::DoublePeriod);
}
