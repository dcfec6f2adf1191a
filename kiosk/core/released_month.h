#pragma once
// What the town hall got last, for everybody to see: a few of its numbers in plain words, and the
// very bytes. Plain value.

#include <cstdint>
#include <string>

#include "kiosk/core/periods.h"

namespace inloop::core {

struct ReleasedMonth {
  Period period{};
  std::int64_t adults = 0;  // as released: changed a little, below zero at times
  std::int64_t children = 0;
  bool is_received = false;  // the town hall has confirmed it
  std::string bytes;

  bool operator==(ReleasedMonth const&) const = default;
};

}  // namespace inloop::core
