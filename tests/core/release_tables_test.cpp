#include "kiosk/core/release_tables.h"

#include <set>

#include <catch2/catch.hpp>

#include "kiosk/privacy/ledger.h"
#include "tests/core/arbitrary.h"

using namespace inloop::core;
using inloop::privacy::ExactCell;
using inloop::privacy::ExactTable;

namespace {

std::vector<ExactTable> tables_of(std::vector<DaypartCount> const& counts,
                                  OpeningSchedule const& schedule) {
  return release_tables(tally_of(counts, schedule), schedule, Epsilons{});
}

std::int64_t sum_of(ExactTable const& table) {
  std::int64_t sum = 0;
  for (auto const& cell : table.cells) sum += cell.count;
  return sum;
}

std::vector<ExactTable> without_counts(std::vector<ExactTable> tables) {
  for (auto& table : tables)
    for (auto& cell : table.cells) cell.count = 0;
  return tables;
}

// How many cells differ, and by how much in all.
struct Difference {
  int cells = 0;
  std::int64_t sum = 0;

  bool operator==(Difference const&) const = default;
};

Difference difference(ExactTable const& before, ExactTable const& after) {
  Difference all;
  for (std::size_t cell = 0; cell < before.cells.size(); ++cell) {
    auto const change = after.cells[cell].count - before.cells[cell].count;
    if (change != 0) ++all.cells;
    all.sum += change;
  }
  return all;
}

}  // namespace

TEST_CASE("a release has its three tables with their units, epsilons and cells") {
  OpeningSchedule schedule;
  schedule.set_open(std::chrono::Monday, Daypart::Morning);
  schedule.set_open(std::chrono::Friday, Daypart::Afternoon);
  Tally tally{.adults = 7,
              .children = 2,
              .people_outside_opening = 1,
              .first_time_skipped = 3,
              .first_time_yes = 4,
              .first_time_no = 5};
  tally.people_by_slot[0][0] = 6;
  tally.people_by_slot[4][1] = 2;
  CHECK(release_tables(tally, schedule, {{1, 1}, {1, 2}, {1, 3}}) ==
        std::vector<ExactTable>{
            {"bezoeken", "geteldePersoon", {1, 1}, {{"volwassenen", 7}, {"kinderen", 2}}},
            {"drukte",
             "geteldePersoon",
             {1, 2},
             {{"maandagOchtend", 6}, {"vrijdagMiddag", 2}, {"buitenOpeningstijd", 1}}},
            {"eersteKeer", "antwoord", {1, 3}, {{"ja", 4}, {"nee", 5}, {"overgeslagen", 3}}}});
}

TEST_CASE("the default epsilons fit a budget of 2 exactly") {
  Epsilons const epsilons;
  std::vector const all{epsilons.visits, epsilons.busyness, epsilons.first_time};
  CHECK(inloop::privacy::within_budget(all, {2, 1}).has_value());
  CHECK_FALSE(inloop::privacy::within_budget(all, {65535, 32768}).has_value());
}

TEST_CASE("the shape of a release follows from the schedule alone") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    RC_ASSERT(without_counts(tables_of(*arbitrary_counts(), schedule)) == tables_of({}, schedule));
  }));
}

TEST_CASE("one person more changes one cell of each table of people by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_counts();
    auto const before = tables_of(counts, schedule);
    auto person = *arbitrary_count();
    auto const is_adult = *rc::gen::arbitrary<bool>();
    person = {.date = person.date,
              .daypart = person.daypart,
              .adults = is_adult ? 1 : 0,
              .children = is_adult ? 0 : 1};
    counts.push_back(person);
    auto const after = tables_of(counts, schedule);
    RC_ASSERT((difference(before[0], after[0]) == Difference{1, 1}));
    RC_ASSERT((difference(before[1], after[1]) == Difference{1, 1}));
    RC_ASSERT((difference(before[2], after[2]) == Difference{0, 0}));
  }));
}

TEST_CASE("one answer more changes one cell of its table by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_counts();
    auto const before = tables_of(counts, schedule);
    DaypartCount answer{.date = (*arbitrary_count()).date};
    auto const kind = *rc::gen::inRange(0, 3);
    (kind == 0   ? answer.first_time_skipped
     : kind == 1 ? answer.first_time_yes
                 : answer.first_time_no) = 1;
    counts.push_back(answer);
    RC_ASSERT((difference(before[2], tables_of(counts, schedule)[2]) == Difference{1, 1}));
  }));
}

TEST_CASE("visits and busyness count the same people") {
  CHECK(rc::check([] {
    auto const tables = tables_of(*arbitrary_counts(), *arbitrary_schedule());
    RC_ASSERT(sum_of(tables[0]) == sum_of(tables[1]));
  }));
}

TEST_CASE("a place that is always open has a word for every slot, and all fit a release") {
  OpeningSchedule schedule;
  std::set<std::string> words;
  for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
    for (auto const daypart : all_dayparts) {
      schedule.set_open(std::chrono::weekday{iso_day}, daypart);
      words.insert(slot_word(std::chrono::weekday{iso_day}, daypart));
    }
  CHECK(words.size() == 21);
  CHECK(words.contains("zondagAvond"));
  auto const tables = tables_of({}, schedule);
  CHECK(tables[1].cells.size() == 22);
  CHECK(tables[1].cells.size() <= inloop::privacy::most_cells);
}
