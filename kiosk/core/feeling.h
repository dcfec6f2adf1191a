#pragma once
// gevoel: one question on leaving, the same for everybody in a month, in turn: gezien, gedragen,
// gesteund. Only the number of each answer is kept, by month. Pure values and rules.

#include <array>

#include "kiosk/core/periods.h"

namespace inloop::core {

enum class FeelingQuestion { Seen, Carried, Supported };
enum class Feeling { Yes, ALittle, No };

inline constexpr std::array all_feelings{Feeling::Yes, Feeling::ALittle, Feeling::No};

[[nodiscard]] constexpr FeelingQuestion feeling_question_of(Period period) {
  return static_cast<FeelingQuestion>((unsigned{period.month()} - 1) % 3);
}

}  // namespace inloop::core
