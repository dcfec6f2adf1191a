#pragma once
// When the courier tries again. Pure rules over plain values: the time and the random bits come in
// as arguments, and what they yield is written to disk, so that a crash does not forget the wait.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "kiosk/base/clock.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"

namespace inloop::courier {

using std::chrono::seconds;

// After the n-th failure in a row the wait is random(0, min(longest, first * 2^n)): "full jitter"
// (Brooker, Exponential Backoff And Jitter, 2015), because all kiosks of a town close their month
// in the same night.
struct ScheduleRules {
  seconds first_retry{30};
  seconds longest_retry{3600};
  seconds longest_start_delay{300};  // before the first attempt at something new

  bool operator==(ScheduleRules const&) const = default;
};

// A server may ask for more patience, but a wrong or hostile answer must not silence us for long.
inline constexpr seconds greatest_retry_after{24 * 3600};

// A held queue needs somebody to act, so trying often only fills logs.
inline constexpr seconds least_held_wait{3600};
inline constexpr seconds greatest_held_wait{2 * 3600};

inline constexpr seconds greatest_wait = greatest_retry_after + greatest_held_wait;

// The attempts since the last delivery.
struct Attempts {
  std::int64_t failures = 0;
  std::optional<UtcTime> last;        // when the last attempt began
  std::optional<UtcTime> not_before;  // the next one

  bool operator==(Attempts const&) const = default;
};

// Uniform in 0 .. greatest, both included.
[[nodiscard]] Result<seconds> random_wait(seconds greatest, RandomSource& random);

// An attempt counts as failed from its beginning until it is known to have succeeded: a program
// that dies while it sends must wait like one that was refused.
[[nodiscard]] Result<Attempts> begun(Attempts const& before, ScheduleRules const& rules,
                                     UtcTime now, RandomSource& random);

// The attempt failed at `now`: the wait drawn for it starts, after what the server asked for.
[[nodiscard]] Attempts failed(Attempts const& attempts, UtcTime now, seconds asked_for);

// The collector refuses this kiosk as a whole.
[[nodiscard]] Result<Attempts> held(Attempts const& attempts, UtcTime now, RandomSource& random);

// The same wait on a clock that was set back: it starts anew instead of lasting for years. No wait
// is longer than greatest_wait, whatever was on the disk.
[[nodiscard]] Attempts settled(Attempts const& attempts, UtcTime now);

[[nodiscard]] bool is_due(Attempts const& attempts, UtcTime now);

// The value of a Retry-After header: seconds or a date (RFC 9110, section 10.2.3), never more than
// greatest_retry_after. Nothing when it says nothing we understand. A date is measured from the
// server's own clock where that is known, since ours may be wrong.
[[nodiscard]] std::optional<seconds> retry_after_from(std::string_view value, UtcTime server_now);

}  // namespace inloop::courier
