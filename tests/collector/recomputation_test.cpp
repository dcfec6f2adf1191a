// The collector's figures against those of another program that sees only the exported events.

#include <catch2/catch.hpp>

#include "sync/collector/api.h"
#include "sync/collector/archive.h"
#include "sync/collector/count_store_sqlite.h"
#include "sync/collector/figures_text.h"
#include "sync/collector/reads.h"
#include "sync/report/receipt.h"
#include "tests/collector/town.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

constexpr int places = 12;  // seven cells of each together are beyond what is convolved
constexpr int months = 3;

class LaterClock final : public Clock {
 public:
  UtcTime utc() const override { return std::chrono::sys_days{std::chrono::year{2026} / 5 / 20}; }
  std::int64_t uptime_ms() const override { return 0; }
};

struct Recomputation {
  test::TemporaryFolder folder;
  LaterClock clock;
  std::unique_ptr<CountStore> store = open_sqlite_store(folder.path() / "c.db").value();

  // With months left out, and some that came late.
  Recomputation() {
    for (int place = 0; place < places; ++place) {
      REQUIRE(store->save_place(town_place(place)));
      for (int month = 0; month < months; ++month) {
        if (place % 5 == month) continue;
        auto arrival = town_arrival(place, month);
        REQUIRE(store->keep(arrival)->verdict == Verdict::Stored);
        if (place % 4 != month) continue;
        REQUIRE(store->keep(late(arrival.event))->verdict == Verdict::Stored);
      }
    }
  }

  static Arrival late(report::CountEvent event) {
    event.id.back() = '2';
    event.kind = "nagekomen";
    event.sequence += 100;
    event.tables.resize(2);
    event.tables[0].epsilon = {1, 4};
    Arrival arrival{.event = event,
                    .bytes = report::to_json(event).value(),
                    .hash = {},
                    .received_at = "2026-05-20T00:00:00Z"};
    arrival.hash = report::content_hash(arrival.bytes);
    return arrival;
  }

  [[nodiscard]] std::string exported() const {
    std::string lines;
    REQUIRE(write_archive(*store, [&](std::string_view line) {
      lines += line;
      return true;
    }));
    return lines;
  }

  [[nodiscard]] std::string figures() const {
    auto const seen = overview(*store, {}, clock.utc()).value();
    return figures_csv(seen.figures, seen.places);
  }

  [[nodiscard]] std::string totals() const {
    auto const answer = Api(*store, clock)
                            .answer({.method = "GET",
                                     .path = "/v1/totalen",
                                     .query = {},
                                     .accept = "application/json"});
    REQUIRE(answer.status == 200);
    return answer.body;
  }

  [[nodiscard]] test::Finished recompute(std::string const& figures,
                                         std::string const& totals) const {
    return test::run({.program = "/usr/bin/python3",
                      .arguments = {INLOOP_SOURCE_DIR "/tests/collector/recompute.py",
                                    folder.write("export.ndjson", exported()).string(),
                                    folder.write("figures.csv", figures).string(),
                                    folder.write("totals.json", totals).string()},
                      .environment = {"PYTHONIOENCODING=utf-8"}});
  }
};

}  // namespace

TEST_CASE("another program computes the same totals and intervals from the exported events") {
  Recomputation const recomputation;
  auto const done = recomputation.recompute(recomputation.figures(), recomputation.totals());
  CHECK(done.output.find(" exact, ") != std::string::npos);
  CHECK(done.output.find(" 0 normal") == std::string::npos);
  INFO(done.output << done.errors);
  CHECK(done.exit_code == 0);
}

TEST_CASE("a figure, an interval or a total that is wrong is noticed by the other program") {
  Recomputation const recomputation;
  auto figures = recomputation.figures();
  auto totals = recomputation.totals();
  std::string finding;
  auto const spoil = [](std::string& text, std::string const& word, std::string const& other) {
    auto const at = text.find(word);
    REQUIRE(at != std::string::npos);
    text.replace(at, word.size(), other);
  };
  SECTION("a half-width") {
    spoil(figures, ",3,exact,", ",4,exact,");
    finding = "halveBreedte95 is 4, should be 3";
  }
  SECTION("a row that is gone") {
    figures.resize(figures.rfind('\n', figures.size() - 2) + 1);
    finding = "is missing";
  }
  SECTION("a total") {
    spoil(totals, R"("methode":"normaal")", R"("methode":"exact")");
    finding = "methode is exact, should be normaal";
  }
  auto const done = recomputation.recompute(figures, totals);
  CHECK(done.exit_code == 1);
  CHECK(done.output.find(finding) != std::string::npos);
}
