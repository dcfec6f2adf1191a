#pragma once
// verhaal: what a host tells of the place, without names, for "tellen en vertellen". Pure values
// and limits.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "kiosk/core/periods.h"

namespace inloop::core {

using StoryId = std::int64_t;

inline constexpr int most_story_characters = 600;
inline constexpr std::size_t most_stories_in_month = 40;
inline constexpr int stories_kept_months = 14;  // a year's account, and time to write it

struct ToldStory {
  StoryId id = 0;
  Date date{};
  std::string text;

  bool operator==(ToldStory const&) const = default;
};

// The first month whose stories are kept.
[[nodiscard]] constexpr Period first_kept_month(Date today) {
  return period_of(today) - std::chrono::months{stories_kept_months - 1};
}

}  // namespace inloop::core
