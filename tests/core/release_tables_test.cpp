#include "kiosk/core/release_tables.h"

#include <set>

#include <catch2/catch.hpp>

#include "kiosk/privacy/ledger.h"
#include "tests/core/arbitrary.h"

using namespace inloop::core;
using inloop::privacy::ExactCell;
using inloop::privacy::ExactTable;

namespace {

std::vector<ExactTable> tables_of(PeriodCounts const& counts, OpeningSchedule const& schedule) {
  return release_tables(counts, schedule, Epsilons{});
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

std::vector<std::string> groups_of(ExactTable const& table) {
  std::vector<std::string> groups;
  for (auto const& cell : table.cells) groups.push_back(cell.group);
  return groups;
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

// One thing more or less changes one cell of the tables that count it, by one, and no other table.
void check_neighbours(std::vector<ExactTable> const& before, std::vector<ExactTable> const& after,
                      std::set<std::string> const& counted_in) {
  RC_ASSERT(before.size() == after.size());
  for (std::size_t table = 0; table < before.size(); ++table) {
    auto const is_changed = counted_in.contains(before[table].subject);
    RC_ASSERT(difference(before[table], after[table]) ==
              (is_changed ? Difference{1, 1} : Difference{0, 0}));
  }
}

}  // namespace

TEST_CASE("a release has its six tables with their units, epsilons and cells") {
  OpeningSchedule schedule;
  schedule.set_open(std::chrono::Monday, Daypart::Morning);
  schedule.set_open(std::chrono::Friday, Daypart::Afternoon);
  constexpr Date monday = std::chrono::year{2026} / 11 / 23;
  constexpr Date friday = std::chrono::year{2026} / 11 / 27;
  PeriodCounts const counts{
      .dayparts = {{.date = monday, .adults = 6, .first_time_skipped = 3, .first_time_yes = 4},
                   {.date = friday, .daypart = Daypart::Afternoon, .children = 2},
                   {.date = friday, .adults = 1, .first_time_no = 5}},
      .participations = {10, 11, 12, 13, 14, 15, 16},
      .feelings = {20, 21, 22},
      .volunteers = 9};
  CHECK(release_tables(counts, schedule, {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}}) ==
        std::vector<ExactTable>{
            {"bezoeken", "geteldePersoon", {1, 1}, {{"volwassenen", 7}, {"kinderen", 2}}},
            {"drukte",
             "geteldePersoon",
             {1, 2},
             {{"maandagOchtend", 6}, {"vrijdagMiddag", 2}, {"buitenOpeningstijd", 1}}},
            {"eersteKeer", "antwoord", {1, 3}, {{"ja", 4}, {"nee", 5}, {"overgeslagen", 3}}},
            {"deelnames",
             "deelname",
             {1, 4},
             {{"ontmoeten", 10},
              {"bewegen", 11},
              {"koken", 12},
              {"leren", 13},
              {"maken", 14},
              {"helpen", 15},
              {"advies", 16}}},
            {"vrijwilligers", "vrijwilligerDagdeel", {1, 5}, {{"vrijwilligers", 9}}},
            {"gevoel", "antwoord", {1, 6}, {{"ja", 20}, {"eenBeetje", 21}, {"nee", 22}}}});
}

TEST_CASE("the default epsilons fit a budget of three and a half exactly") {
  Epsilons const epsilons;
  std::vector const all{epsilons.visits,         epsilons.busyness,   epsilons.first_time,
                        epsilons.participations, epsilons.volunteers, epsilons.feelings};
  CHECK(inloop::privacy::within_budget(all, {7, 2}).has_value());
  // The greatest fraction below 7/2 that can be written.
  CHECK_FALSE(inloop::privacy::within_budget(all, {65530, 18723}).has_value());
}

TEST_CASE("the shape of a release follows from the schedule alone") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    RC_ASSERT(without_counts(tables_of(*arbitrary_period(), schedule)) == tables_of({}, schedule));
  }));
}

TEST_CASE("one person more changes one cell of each table of people by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_period();
    auto const before = tables_of(counts, schedule);
    auto const where = *arbitrary_count();
    auto const is_adult = *rc::gen::arbitrary<bool>();
    counts.dayparts.push_back({.date = where.date,
                               .daypart = where.daypart,
                               .adults = is_adult ? 1 : 0,
                               .children = is_adult ? 0 : 1});
    check_neighbours(before, tables_of(counts, schedule), {"bezoeken", "drukte"});
  }));
}

TEST_CASE("one answer more changes one cell of its table by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_period();
    auto const before = tables_of(counts, schedule);
    DaypartCount answer{.date = (*arbitrary_count()).date};
    auto const kind = *rc::gen::inRange(0, 3);
    (kind == 0   ? answer.first_time_skipped
     : kind == 1 ? answer.first_time_yes
                 : answer.first_time_no) = 1;
    counts.dayparts.push_back(answer);
    check_neighbours(before, tables_of(counts, schedule), {"eersteKeer"});
  }));
}

TEST_CASE("one attendance more changes one cell of deelnames by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_period();
    auto const before = tables_of(counts, schedule);
    ++counts.participations[*rc::gen::inRange<std::size_t>(0, counts.participations.size())];
    check_neighbours(before, tables_of(counts, schedule), {"deelnames"});
  }));
}

TEST_CASE("one volunteer more in a daypart changes the cell of vrijwilligers by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_period();
    auto const before = tables_of(counts, schedule);
    ++counts.volunteers;
    check_neighbours(before, tables_of(counts, schedule), {"vrijwilligers"});
  }));
}

TEST_CASE("one feeling more changes one cell of gevoel by one") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_period();
    auto const before = tables_of(counts, schedule);
    ++counts.feelings[*rc::gen::inRange<std::size_t>(0, counts.feelings.size())];
    check_neighbours(before, tables_of(counts, schedule), {"gevoel"});
  }));
}

TEST_CASE("what is told exactly about sessions changes no table") {
  CHECK(rc::check([] {
    auto const schedule = *arbitrary_schedule();
    auto counts = *arbitrary_period();
    auto const before = tables_of(counts, schedule);
    counts.sessions = (*arbitrary_period()).sessions;
    RC_ASSERT(tables_of(counts, schedule) == before);
  }));
}

TEST_CASE("visits and busyness count the same people") {
  CHECK(rc::check([] {
    auto const tables = tables_of(*arbitrary_period(), *arbitrary_schedule());
    RC_ASSERT(sum_of(tables[0]) == sum_of(tables[1]));
  }));
}

TEST_CASE("every kind, answer and question has a word of its own") {
  std::set<std::string_view> kinds;
  for (auto const kind : all_activity_kinds) kinds.insert(kind_word(kind));
  CHECK(kinds.size() == 7);
  CHECK(kind_word(ActivityKind::Advice) == "advies");
  CHECK(groups_of(tables_of({}, {})[5]) == std::vector<std::string>{"ja", "eenBeetje", "nee"});
  CHECK(answer_word(Feeling::ALittle) == "eenBeetje");
  CHECK(question_word(FeelingQuestion::Seen) == "gezien");
  CHECK(question_word(FeelingQuestion::Carried) == "gedragen");
  CHECK(question_word(FeelingQuestion::Supported) == "gesteund");
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
