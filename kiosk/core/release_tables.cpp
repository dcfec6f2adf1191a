#include "kiosk/core/release_tables.h"

#include <array>
#include <cstdint>

#include "kiosk/core/tally.h"

namespace inloop::core {
namespace {

using privacy::ExactCell;
using privacy::ExactTable;

constexpr std::array weekday_words{"maandag", "dinsdag",  "woensdag", "donderdag",
                                   "vrijdag", "zaterdag", "zondag"};
constexpr std::array daypart_words{"Ochtend", "Middag", "Avond"};

// In the order of the enumerations.
constexpr std::array<std::string_view, all_activity_kinds.size()> kind_words{
    "ontmoeten", "bewegen", "koken", "leren", "maken", "helpen", "advies"};
constexpr std::array<std::string_view, all_feelings.size()> answer_words{"ja", "eenBeetje", "nee"};
constexpr std::array<std::string_view, 3> question_words{"gezien", "gedragen", "gesteund"};

std::vector<ExactCell> busyness_cells(Tally const& tally, OpeningSchedule const& schedule) {
  std::vector<ExactCell> cells;
  for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
    for (auto const daypart : all_dayparts) {
      std::chrono::weekday const day{iso_day};
      if (!schedule.is_open(day, daypart)) continue;
      cells.push_back({slot_word(day, daypart),
                       tally.people_by_slot[iso_day - 1][static_cast<std::size_t>(daypart)]});
    }
  cells.push_back({"buitenOpeningstijd", tally.people_outside_opening});
  return cells;
}

// Every kind has its cell, also one that the place never offers: else the shape would tell.
std::vector<ExactCell> participation_cells(PeriodCounts const& counts) {
  std::vector<ExactCell> cells;
  for (auto const kind : all_activity_kinds)
    cells.push_back(
        {std::string(kind_word(kind)), counts.participations[static_cast<std::size_t>(kind)]});
  return cells;
}

std::vector<ExactCell> feeling_cells(PeriodCounts const& counts) {
  std::vector<ExactCell> cells;
  for (auto const feeling : all_feelings)
    cells.push_back(
        {std::string(answer_word(feeling)), counts.feelings[static_cast<std::size_t>(feeling)]});
  return cells;
}

}  // namespace

std::string slot_word(std::chrono::weekday day, Daypart daypart) {
  return std::string(weekday_words[day.iso_encoding() - 1]) +
         daypart_words[static_cast<std::size_t>(daypart)];
}

std::string_view kind_word(ActivityKind kind) {
  return kind_words[static_cast<std::size_t>(kind)];
}

std::string_view answer_word(Feeling feeling) {
  return answer_words[static_cast<std::size_t>(feeling)];
}

std::string_view question_word(FeelingQuestion question) {
  return question_words[static_cast<std::size_t>(question)];
}

std::vector<ExactTable> release_tables(PeriodCounts const& counts, OpeningSchedule const& schedule,
                                       Epsilons const& epsilons) {
  auto const tally = tally_of(counts.dayparts, schedule);
  return {
      {"bezoeken",
       "geteldePersoon",
       epsilons.visits,
       {{"volwassenen", tally.adults}, {"kinderen", tally.children}}},
      {"drukte", "geteldePersoon", epsilons.busyness, busyness_cells(tally, schedule)},
      {"eersteKeer",
       "antwoord",
       epsilons.first_time,
       {{"ja", tally.first_time_yes},
        {"nee", tally.first_time_no},
        {"overgeslagen", tally.first_time_skipped}}},
      {"deelnames", "deelname", epsilons.participations, participation_cells(counts)},
      {"vrijwilligers",
       "vrijwilligerDagdeel",
       epsilons.volunteers,
       {{"vrijwilligers", counts.volunteers}}},
      {"gevoel", "antwoord", epsilons.feelings, feeling_cells(counts)},
  };
}

}  // namespace inloop::core
