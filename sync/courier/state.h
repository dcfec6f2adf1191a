#pragma once
// What the courier remembers between two steps and across a crash: waits, parked events, the last
// delivery. A plain value and its text on disk; it holds ids, numbers, times and causes, no counts.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/courier/schedule.h"

namespace inloop::courier {

// Everything the state can hold fits well within: most_events of the outbox, each with a cause.
inline constexpr std::size_t greatest_state_bytes = 512 * 1024;
inline constexpr std::size_t longest_cause_bytes = 300;

// An event in the outbox that is not delivered.
struct Known {
  std::int64_t sequence = 0;
  std::string id;
  UtcTime first_seen{};
  std::optional<std::string> parked;  // why it is not tried again

  bool operator==(Known const&) const = default;
};

struct LastDelivery {
  UtcTime time{};
  std::int64_t sequence = 0;
  std::string id;

  bool operator==(LastDelivery const&) const = default;
};

struct State {
  Attempts attempts;
  std::optional<UtcTime> start_not_before;  // the start delay of what is new
  std::int64_t last_tried = 0;              // its sequence: the next attempt is another's turn
  std::optional<std::string> held;          // why the whole queue waits
  std::optional<std::string> last_cause;    // of the last attempt that failed
  std::optional<seconds> clock_skew;        // ours less the collector's, when last heard
  std::optional<LastDelivery> last_delivery;
  std::vector<Known> known;  // by sequence

  bool operator==(State const&) const = default;
};

[[nodiscard]] std::string to_json(State const& state);
[[nodiscard]] Result<State> state_from(std::string_view json);

}  // namespace inloop::courier
