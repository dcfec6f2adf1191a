#pragma once
// The tables of a release: what each figure counts, written once, and its cells. The cell set
// follows from the configuration alone, so that the shape of a release tells nothing. Pure.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/activities.h"
#include "kiosk/core/feeling.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/period_counts.h"
#include "kiosk/privacy/release.h"

namespace inloop::core {

struct Epsilons {
  privacy::Rational visits{1, 1};          // bezoeken
  privacy::Rational busyness{1, 2};        // drukte
  privacy::Rational first_time{1, 2};      // eersteKeer
  privacy::Rational participations{1, 2};  // deelnames
  privacy::Rational volunteers{1, 2};      // vrijwilligers
  privacy::Rational feelings{1, 2};        // gevoel

  bool operator==(Epsilons const&) const = default;
};

// bezoeken: people counted in by a check-in, a host's +1 or a late entry, less undone ones.
// drukte: the same people, by weekday and daypart of the opening schedule, and one cell
//   "buitenOpeningstijd" for all other times.
// eersteKeer: answers to "first time this month", one for each check-in whatever the party's size;
// a
//   card answers by itself.
// deelnames: attendances at sessions that were held, by kind of activity, as the host counted them;
//   where nobody counted, the places that were held by sign-ups.
// vrijwilligers: volunteers at work as the host entered them, a number for each daypart; who works
//   in two dayparts counts twice.
// gevoel: answers to the one question of this month, at most one for each leaving.
[[nodiscard]] std::vector<privacy::ExactTable> release_tables(PeriodCounts const& counts,
                                                              OpeningSchedule const& schedule,
                                                              Epsilons const& epsilons);

// The words on the wire: "maandagOchtend", "bewegen", "eenBeetje", "gedragen".
[[nodiscard]] std::string slot_word(std::chrono::weekday day, Daypart daypart);
[[nodiscard]] std::string_view kind_word(ActivityKind kind);
[[nodiscard]] std::string_view answer_word(Feeling feeling);
[[nodiscard]] std::string_view question_word(FeelingQuestion question);

}  // namespace inloop::core
