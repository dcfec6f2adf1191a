#pragma once
// When the kiosk will act by itself if nobody touches it. Pure.

#include <cstdint>
#include <optional>

#include "kiosk/core/state.h"

namespace inloop::core {

struct Deadline {
  enum class Kind {
    GiveUp,     // the store took too long: say sorry
    Leave,      // nothing to lose on this page: go back to rest
    Warn,       // something would be lost: warn first
    CountDown,  // one second less on the warning
    Discard,    // the warning was not answered: go back to rest
    NextCard,   // a card that waited has its turn
  };

  Kind kind = Kind::Leave;
  std::int64_t at_ms = 0;  // uptime

  bool operator==(Deadline const&) const = default;
};

// Nothing when the kiosk is at rest and may wait for a touch for ever.
[[nodiscard]] std::optional<Deadline> next_deadline(State const& state);

}  // namespace inloop::core
