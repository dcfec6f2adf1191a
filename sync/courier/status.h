#pragma once
// How the courier is doing, in words for the operator and as JSON for a program. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/clock.h"
#include "sync/courier/state.h"

namespace inloop::courier {

inline constexpr seconds overdue_after{24 * 3600};
inline constexpr seconds greatest_quiet_skew{4 * 60};

enum class AlarmKind { Overdue, Parked, Held, ClockSkew, DeadClock, ForeignFiles };

struct Alarm {
  AlarmKind kind = AlarmKind::Overdue;
  std::string text;  // one sentence

  bool operator==(Alarm const&) const = default;
};

struct Status {
  std::vector<Known> queued;
  std::vector<Known> parked;
  std::optional<LastDelivery> last_delivery;
  std::optional<UtcTime> next_attempt;  // nothing: nothing is queued
  std::optional<std::string> last_cause;
  std::vector<Alarm> alarms;

  bool operator==(Status const&) const = default;
};

// `foreign`: how many files lie in the outbox that do not belong there.
[[nodiscard]] Status status_of(State const& state, std::size_t foreign, UtcTime now);

[[nodiscard]] std::string to_text(Status const& status);
[[nodiscard]] std::string to_json(Status const& status);

// "2026-11-23T04:05:06Z"
[[nodiscard]] std::string rfc3339(UtcTime time);

}  // namespace inloop::courier
