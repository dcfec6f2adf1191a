#include "kiosk/core/release_tables.h"

#include <array>

namespace inloop::core {
namespace {

using privacy::ExactCell;
using privacy::ExactTable;

constexpr std::array weekday_words{"maandag", "dinsdag",  "woensdag", "donderdag",
                                   "vrijdag", "zaterdag", "zondag"};
constexpr std::array daypart_words{"Ochtend", "Middag", "Avond"};

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

}  // namespace

std::string slot_word(std::chrono::weekday day, Daypart daypart) {
  return std::string(weekday_words[day.iso_encoding() - 1]) +
         daypart_words[static_cast<std::size_t>(daypart)];
}

std::vector<ExactTable> release_tables(Tally const& tally, OpeningSchedule const& schedule,
                                       Epsilons const& epsilons) {
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
  };
}

}  // namespace inloop::core
