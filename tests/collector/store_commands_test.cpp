// The commands about the store as a whole, by the real program, on SQLite and on PostgreSQL.

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "sync/collector/stores.h"
#include "tests/collector/postgres_fixture.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

class Installation {
 public:
  explicit Installation(StoreKind kind) : m_kind(kind) {
    if (kind == StoreKind::Postgres)
      m_settings.postgres.connection = postgres_server().new_database();
    m_settings.kind = kind;
    m_settings.database = m_folder.path() / "collector.db";
    m_folder.write("collector.toml",
                   fmt::format("[store]\nkind = \"{}\"\ndatabase = \"collector.db\"\n"
                               "connection = \"{}\"\n",
                               kind == StoreKind::Postgres ? "postgresql" : "sqlite",
                               m_settings.postgres.connection));
    REQUIRE(run({"migrate"}).exit_code == 0);
  }

  [[nodiscard]] test::Finished run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"--config", (m_folder.path() / "collector.toml").string()});
    return test::run({std::filesystem::path(INLOOP_BINARY_DIR) / "bin" / "inloop-collector",
                      std::move(arguments),
                      {}});
  }

  // Two places, one of them with a revoked key; a year of one, with what came late.
  void fill() const {
    auto const store = open();
    REQUIRE(store->add_place(
        {"klooslaan", "Willem Klooslaan", "2026-01-01T00:00:00Z", "Leiden", "Noord", ""},
        std::string(64, 'a')));
    REQUIRE(store->add_place(
        {"oud", "Oud huis – ë", "2026-01-01T00:00:00Z", "Leiden", "Zuid", "2026-03-01T00:00:00Z"},
        std::string(64, 'b')));
    REQUIRE(store->revoke_key("oud", std::string(64, 'b'), "2026-03-02T00:00:00Z"));
    for (int month = 1; month <= 12; ++month) {
      auto event = in_month(fmt::format("2026-{:02}", month), sample_event(month));
      REQUIRE(store->keep(arrival_of(event))->verdict == Verdict::Stored);
    }
    auto late = sample_event(13);
    late.kind = "nagekomen";
    REQUIRE(store->keep(arrival_of(late))->verdict == Verdict::Stored);
  }

  [[nodiscard]] std::unique_ptr<CountStore> open() const { return open_store(m_settings).value(); }
  [[nodiscard]] test::TemporaryFolder const& folder() const { return m_folder; }
  [[nodiscard]] StoreKind kind() const { return m_kind; }

  // A statement past the program, as damage or a hand in the tables would be.
  void tamper(std::string const& sql) const {
    if (m_kind == StoreKind::Postgres)
      (void)postgres_server().query(m_settings.postgres.connection, sql);
    else
      SQLite::Database(m_settings.database.string(), SQLite::OPEN_READWRITE).exec(sql);
  }

 private:
  StoreKind m_kind;
  test::TemporaryFolder m_folder;
  StoreSettings m_settings;
};

std::string written(Installation const& installation, std::string const& text) {
  return installation.folder().write("export.ndjson", text).string();
}

}  // namespace

TEST_CASE("an export taken in by the other store, and again, exports the same bytes") {
  auto const kind = GENERATE(StoreKind::Sqlite, StoreKind::Postgres);
  Installation const from(kind);
  Installation const to(kind == StoreKind::Sqlite ? StoreKind::Postgres : StoreKind::Sqlite);
  from.fill();
  auto const exported = from.run({"export"});
  REQUIRE(exported.exit_code == 0);
  auto const file = written(to, exported.output);
  auto const first = to.run({"import", "--file", file});
  CHECK(first.exit_code == 0);
  CHECK(first.output == "13 new, 0 here already, 0 refused\n");
  CHECK(to.run({"import", "--file", file}).output == "0 new, 13 here already, 0 refused\n");
  CHECK(to.run({"export"}).output == exported.output);
  CHECK(to.run({"verify"}).output.find("all as they came in") != std::string::npos);
  CHECK(to.run({"place", "list"}).output == from.run({"place", "list"}).output);
}

TEST_CASE("what an import refuses is named with its line, and the rest is taken in") {
  Installation const from(StoreKind::Sqlite);
  from.fill();
  auto lines = from.run({"export"}).output;
  lines += "no json\n{\"plek\": {}}\n{\"iets\": 1}\n";
  lines += R"({"telling": {"inhoudshash": "00", "ontvangenOp": "", "bytes": "{}"}})";
  lines += '\n';
  Installation const to(StoreKind::Sqlite);
  auto const imported = to.run({"import", "--file", written(to, lines)});
  CHECK(imported.exit_code == 1);
  CHECK(imported.output == "13 new, 0 here already, 4 refused\n");
  for (auto const* const why :
       {"ndjson:18: not a line of an export", "ndjson:19: no text", "ndjson:20: unknown kind iets",
        "ndjson:21: the bytes are not those of the hash"})
    CHECK(imported.errors.find(why) != std::string::npos);
  CHECK(to.run({"import", "--file", "/nonexistent"}).exit_code == 1);
}

TEST_CASE("verify finds a changed byte, a changed cell and a changed total, and says which") {
  Installation const installation(GENERATE(StoreKind::Sqlite, StoreKind::Postgres));
  installation.fill();
  auto const good = installation.run({"verify"});
  CHECK(good.exit_code == 0);
  CHECK(good.output.starts_with("13 events and "));

  bool const is_postgres = installation.kind() == StoreKind::Postgres;
  std::string tampering;
  std::string finding;
  SECTION("a byte") {
    tampering =
        is_postgres
            ? "UPDATE event SET bytes = set_byte(bytes, 0, 32) WHERE period = '2026-05'"
            : "UPDATE event SET bytes = CAST(' ' || bytes AS BLOB) WHERE period = '2026-05'";
    finding = "klooslaan 2026-05: its bytes are not those of its hash";
  }
  SECTION("a cell") {
    tampering = "UPDATE cell SET value = value + 1 WHERE period = '2026-05' AND position = 0";
    finding = "klooslaan 2026-05: its cells are not those of its bytes";
  }
  SECTION("a total") {
    tampering = "UPDATE total_district SET value = value + 1 WHERE period = '2026-05'";
    finding =
        "the total of 2026-05 bezoeken volwassenen (epsilon 1/1) in \"Leiden\" \"Noord\" is "
        "kept as 188, its events add up to 187";
  }
  SECTION("a total that is gone") {
    tampering = "DELETE FROM total_all WHERE period = '2026-05' AND subject = 'bezoeken'";
    finding = "there is no total of 2026-05 bezoeken altogether";
  }
  installation.tamper(tampering);
  auto const found = installation.run({"verify"});
  CHECK(found.exit_code == 1);
  CHECK(found.output.find("differences") != std::string::npos);
  CHECK(found.errors.find(finding) != std::string::npos);
}

TEST_CASE("a backup of SQLite can be served; PostgreSQL is told to use its own") {
  Installation const installation(StoreKind::Sqlite);
  installation.fill();
  auto const serving = installation.open();  // it is in use meanwhile
  auto const copy = installation.folder().path() / "copy.db";
  CHECK(installation.run({"backup", "--file", copy.string()}).exit_code == 0);
  auto const restored = open_store({.database = copy}).value();
  CHECK(restored->count_events({}) == 13);
  CHECK(restored->totals({}) == serving->totals({}));
  auto const again = installation.run({"backup", "--file", copy.string()});
  CHECK(again.exit_code == 1);
  CHECK(again.errors.find("is there already") != std::string::npos);

  auto const postgres = Installation(StoreKind::Postgres).run({"backup", "--file", "x"});
  CHECK(postgres.exit_code == 1);
  CHECK(postgres.errors.find("pg_dump --format=custom --file=x") != std::string::npos);
}
