#pragma once
// Sessions for the tests of the rules: today is Monday 23 November 2026.

#include <optional>
#include <string>

#include "kiosk/core/activities.h"

namespace inloop::test {

inline core::Session session_at(core::SessionId id, int day, int minute_of_day,
                                core::SignUpMode sign_up = core::SignUpMode::Token,
                                std::optional<int> capacity = 8) {
  return {.id = id,
          .activity = {.title = "Eating together",
                       .picture = "🍲",
                       .kind = core::ActivityKind::Cooking,
                       .sign_up = sign_up,
                       .capacity = capacity},
          .start = {.date = core::Date{std::chrono::year{2026} / 11 / day},
                    .minute_of_day = minute_of_day},
          .minutes = 90};
}

}  // namespace inloop::test
