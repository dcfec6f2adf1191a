#include "sync/collector/figures.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/collector/months.h"

using namespace inloop;
using namespace inloop::collector;
using namespace std::string_literals;

namespace {

PlaceState place(std::string id, std::string since, std::string last_period = "") {
  return {.place = {.id = std::move(id), .name = "Huis", .since = std::move(since)},
          .last_period = std::move(last_period)};
}

Release release(std::string place, std::string period, std::int64_t sequence,
                std::string kind = "regulier") {
  return {.source = "urn:kiosk:" + place,
          .place = place,
          .period = std::move(period),
          .kind = std::move(kind),
          .sequence = sequence};
}

KeptCell cell(std::string place, std::string period, std::string group, std::int64_t value) {
  return {.place = std::move(place),
          .period = std::move(period),
          .subject = "bezoeken",
          .group = std::move(group),
          .value = value,
          .epsilon = {1, 1}};
}

Total total(std::string period, std::string group, std::int64_t value, std::int64_t cells,
            std::int64_t places) {
  return {.period = std::move(period),
          .subject = "bezoeken",
          .group = std::move(group),
          .epsilon = {1, 1},
          .cells = cells,
          .places = places,
          .value = value};
}

// Two places; the second has not told of November.
FigureSources two_places() {
  return {.places = {place("a", "2026-10-01T00:00:00Z", "2026-11"),
                     place("b", "2026-10-01T00:00:00Z", "2026-10")},
          .releases = {release("a", "2026-10", 1), release("a", "2026-11", 2),
                       release("b", "2026-10", 1)},
          .cells = {cell("a", "2026-10", "volwassenen", 10), cell("a", "2026-10", "kinderen", -2),
                    cell("a", "2026-11", "volwassenen", 7), cell("b", "2026-10", "volwassenen", 5)},
          .totals = {total("2026-10", "", 13, 3, 2), total("2026-10", "volwassenen", 15, 2, 2),
                     total("2026-10", "kinderen", -2, 1, 1), total("2026-11", "", 7, 1, 1),
                     total("2026-11", "volwassenen", 7, 1, 1)},
          .last_due = "2026-10",
          .current_month = "2026-12"};
}

std::vector<Figure> at_level(std::vector<Figure> figures, Level level) {
  std::erase_if(figures, [level](Figure const& figure) { return figure.level != level; });
  return figures;
}

}  // namespace

TEST_CASE("a table's total adds up its raw cells, negative ones included") {
  auto const tables = at_level(figures(two_places(), {}), Level::Table);
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].place == "a");
  CHECK(tables[0].period == "2026-10");
  CHECK(tables[0].estimate->raw == 8);
  CHECK(tables[0].cells == 2);
  CHECK(tables[0].estimate->half_width == half_width_95(std::vector<report::Epsilon>(2, {1, 1})));
}

TEST_CASE("a month that other places have told of is missing for one that has not") {
  auto const missing = at_level(figures(two_places(), {}), Level::Month);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].place == "b");
  CHECK(missing[0].period == "2026-11");
  CHECK_FALSE(missing[0].estimate.has_value());
}

TEST_CASE("a month that is due is missing even when no place has told of it") {
  auto sources = two_places();
  sources.last_due = "2027-01";
  auto const missing = at_level(figures(sources, {}), Level::Month);
  REQUIRE(missing.size() == 5);
  CHECK(missing[0].period == "2026-12");
  CHECK(missing[1].period == "2027-01");
  CHECK(missing[2].place == "b");
}

TEST_CASE("a release from the future makes no month missing after the present one") {
  auto sources = two_places();
  sources.releases.push_back(release("a", "2031-05", 3));
  auto const missing = at_level(figures(sources, {}), Level::Month);
  REQUIRE_FALSE(missing.empty());
  for (auto const& figure : missing) CHECK(figure.period <= sources.current_month);
}

TEST_CASE("a place that never reported is missing from the month it was added in") {
  FigureSources const sources{.places = {place("c", "2026-11-20T10:00:00Z")},
                              .releases = {},
                              .cells = {},
                              .totals = {},
                              .last_due = "2026-12",
                              .current_month = "2027-01"};
  auto const missing = figures(sources, {});
  REQUIRE(missing.size() == 2);
  CHECK(missing[0].period == "2026-11");
  CHECK(missing[1].period == "2026-12");
}

TEST_CASE("what came late does not make up for the month itself") {
  FigureSources const sources{
      .places = {place("a", "2026-10-01T00:00:00Z")},
      .releases = {release("a", "2026-10", 1), release("a", "2026-11", 2, "nagekomen")},
      .cells = {cell("a", "2026-11", "volwassenen", 3)},
      .totals = {},
      .last_due = "2026-10",
      .current_month = "2026-12"};
  CHECK(at_level(figures(sources, {}), Level::Month).size() == 1);
}

TEST_CASE("late counts are added to those of their month as further noisy cells") {
  auto sources = two_places();
  sources.cells.insert(sources.cells.begin() + 2, cell("a", "2026-10", "volwassenen", 4));
  auto const cells = at_level(figures(sources, {}), Level::Cell);
  REQUIRE_FALSE(cells.empty());
  CHECK(cells[0].group == "volwassenen");
  CHECK(cells[0].estimate->raw == 14);
  CHECK(cells[0].cells == 2);
}

TEST_CASE("numbers that were skipped show as missing at the place that skipped them") {
  FigureSources const sources{.places = {place("a", "2026-10-01T00:00:00Z")},
                              .releases = {release("a", "2026-10", 2), release("a", "2026-11", 6)},
                              .cells = {},
                              .totals = {},
                              .last_due = "2026-10",
                              .current_month = "2026-12"};
  auto const missing = at_level(figures(sources, {}), Level::Sequence);
  REQUIRE(missing.size() == 2);
  CHECK(missing[0].remark == "Volgnummer 1 van urn:kiosk:a is niet ontvangen.");
  CHECK(missing[1].remark == "Volgnummers 3 tot en met 5 van urn:kiosk:a zijn niet ontvangen.");
}

TEST_CASE("totals over all places stand at the end and say how many places they hold") {
  auto const all = figures(two_places(), {});
  auto const totals = at_level(all, Level::AllTables);
  REQUIRE(totals.size() == 2);
  CHECK(all.back() == totals[1]);
  CHECK(totals[0].period == "2026-10");
  CHECK(totals[0].estimate->raw == 13);
  CHECK(totals[0].remark.empty());
  CHECK(totals[1].remark == "1 van 2 plekken");
}

TEST_CASE("a total of tables with different epsilon is one line, whose epsilon is not told") {
  auto sources = two_places();
  sources.totals = {total("2026-10", "", 8, 2, 1), total("2026-10", "", 5, 1, 1)};
  sources.totals[1].epsilon = {1, 2};
  auto const totals = at_level(figures(sources, {}), Level::AllTables);
  REQUIRE(totals.size() == 1);
  CHECK(totals[0].estimate->raw == 13);
  CHECK(totals[0].cells == 3);
  CHECK(totals[0].places == 2);
  CHECK_FALSE(totals[0].epsilon.has_value());
  std::vector<report::Epsilon> const epsilons{{1, 1}, {1, 1}, {1, 2}};
  CHECK(totals[0].estimate->half_width == half_width_95(epsilons));
}

TEST_CASE("a closed place is missing in no month after the one it was closed in") {
  auto sources = two_places();
  sources.last_due = "2026-12";
  sources.places[1].place.retired_at = "2026-11-15T00:00:00Z";
  auto const missing = at_level(figures(sources, {}), Level::Month);
  REQUIRE(missing.size() == 2);
  CHECK(std::pair(missing[0].place, missing[0].period) == std::pair("a"s, "2026-12"s));
  CHECK(std::pair(missing[1].place, missing[1].period) == std::pair("b"s, "2026-11"s));
}

TEST_CASE("at most so many months are missing as places should have told of") {
  auto sources = two_places();
  sources.last_due = "2026-12";
  CHECK(most_missing_lines(sources, {}) == 6);
  CHECK(most_missing_lines(sources, {.period = "2026-11"}) == 2);
  CHECK(most_missing_lines(sources, {.period = "2026-09"}) == 0);
}

TEST_CASE("asking for one place leaves the others and the totals over all out") {
  auto sources = two_places();
  std::erase_if(sources.cells, [](KeptCell const& cell) { return cell.place != "b"; });
  std::erase_if(sources.places, [](PlaceState const& state) { return state.place.id != "b"; });
  sources.totals.clear();
  auto const all = figures(sources, {.place = "b"});
  CHECK(std::ranges::all_of(all, [](Figure const& figure) { return figure.place == "b"; }));
  CHECK(at_level(all, Level::Month).size() == 1);
}

TEST_CASE("a silent place is listed for at most ten years") {
  FigureSources const sources{.places = {place("a", "2026-11-01T00:00:00Z")},
                              .releases = {release("a", "2026-11", 1)},
                              .cells = {},
                              .totals = {},
                              .last_due = "2099-12",
                              .current_month = "2100-01"};
  auto const missing = figures(sources, {});
  CHECK(missing.size() == std::size_t{most_months_read});
  CHECK(missing.back().period == "2099-12");
}

TEST_CASE("a month is due a week after its end") {
  using namespace std::chrono;
  auto const at = [](year_month_day date) { return UtcTime{sys_days{date}}; };
  CHECK(last_due_month(at(2026y / December / 7)) == "2026-10");
  CHECK(last_due_month(at(2026y / December / 8)) == "2026-11");
  CHECK(last_due_month(at(2027y / January / 8)) == "2026-12");
}

TEST_CASE("attendances and feelings add up with the interval of their own epsilon") {
  FigureSources sources{.places = {place("a", "2026-11-01T00:00:00Z")},
                        .releases = {release("a", "2026-11", 1)},
                        .cells = {},
                        .totals = {},
                        .last_due = "2026-11",
                        .current_month = "2026-12"};
  auto const add = [&](std::string subject, std::string group, std::int64_t value) {
    auto one = cell("a", "2026-11", std::move(group), value);
    one.subject = std::move(subject);
    one.epsilon = {1, 2};
    sources.cells.push_back(std::move(one));
  };
  for (auto const* kind : {"ontmoeten", "bewegen", "koken", "leren", "maken", "helpen", "advies"})
    add("deelnames", kind, 10);
  for (auto const* answer : {"ja", "eenBeetje", "nee"}) add("gevoel", answer, -2);

  auto const all = figures(sources, {});
  auto const tables = at_level(all, Level::Table);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].subject == "deelnames");
  CHECK(tables[0].estimate->raw == 70);
  CHECK(tables[0].estimate->half_width == half_width_95(std::vector<report::Epsilon>(7, {1, 2})));
  CHECK(tables[1].subject == "gevoel");
  CHECK(tables[1].estimate->raw == -6);
  CHECK(tables[1].estimate->shown == 0);
  for (auto const& one : at_level(all, Level::Cell)) CHECK(one.estimate->half_width.counts == 6);
}
