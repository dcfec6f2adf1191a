#include "sync/courier/schedule.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>

#include "kiosk/base/assert.h"
#include "sync/courier/http_date.h"

namespace inloop::courier {
namespace {

seconds longest_wait_after(std::int64_t failures, ScheduleRules const& rules) {
  seconds wait = rules.first_retry;
  for (std::int64_t doubled = 0; doubled < failures && wait < rules.longest_retry; ++doubled)
    wait *= 2;
  return std::min(wait, rules.longest_retry);
}

}  // namespace

Result<seconds> random_wait(seconds greatest, RandomSource& random) {
  INLOOP_ASSERT(greatest.count() >= 0);
  auto const choices = static_cast<std::uint64_t>(greatest.count()) + 1;
  // Draws beyond the last whole multiple would favour short waits, so they are drawn again.
  constexpr auto all = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t const usable = all - all % choices;
  // Each draw is refused with less than one chance in 2^40: 64 refusals mean broken randomness.
  for (int draw = 0; draw < 64; ++draw) {
    std::array<std::byte, sizeof(std::uint64_t)> bytes{};
    if (auto const filled = random.fill(bytes); !filled)
      return within("drawing a wait", filled.error());
    auto const number = std::bit_cast<std::uint64_t>(bytes);
    if (number < usable) return seconds{static_cast<std::int64_t>(number % choices)};
  }
  return failure("drawing a wait: the random source repeats itself");
}

Result<Attempts> begun(Attempts const& before, ScheduleRules const& rules, UtcTime now,
                       RandomSource& random) {
  auto const wait = random_wait(longest_wait_after(before.failures, rules), random);
  if (!wait) return tl::unexpected(wait.error());
  return Attempts{.failures = before.failures + 1, .last = now, .not_before = now + *wait};
}

Attempts failed(Attempts const& attempts, UtcTime now, seconds asked_for) {
  INLOOP_ASSERT(attempts.last && attempts.not_before);
  auto const drawn = *attempts.not_before - *attempts.last;
  // Whoever asks for a pause asks it of all kiosks, so the jitter comes on top of the pause.
  auto const pause = std::clamp(asked_for, seconds{0}, greatest_retry_after);
  return Attempts{.failures = attempts.failures, .last = now, .not_before = now + pause + drawn};
}

Result<Attempts> held(Attempts const& attempts, UtcTime now, RandomSource& random) {
  auto const spread = random_wait(greatest_held_wait - least_held_wait, random);
  if (!spread) return tl::unexpected(spread.error());
  return Attempts{
      .failures = attempts.failures, .last = now, .not_before = now + least_held_wait + *spread};
}

Attempts settled(Attempts const& attempts, UtcTime now) {
  Attempts moved = attempts;
  if (attempts.last && now < *attempts.last) {
    if (attempts.not_before) moved.not_before = now + (*attempts.not_before - *attempts.last);
    moved.last = now;
  }
  if (moved.not_before) moved.not_before = std::min(*moved.not_before, now + greatest_wait);
  return moved;
}

bool is_due(Attempts const& attempts, UtcTime now) {
  return !attempts.not_before || now >= *attempts.not_before;
}

std::optional<seconds> retry_after_from(std::string_view value, UtcTime server_now) {
  bool const is_number = !value.empty() && std::all_of(value.begin(), value.end(), [](char digit) {
    return digit >= '0' && digit <= '9';
  });
  if (!is_number) {
    auto const date = http_date_from(value, server_now);
    if (!date) return std::nullopt;
    return std::clamp<seconds>(*date - server_now, seconds{0}, greatest_retry_after);
  }
  seconds wait{0};
  for (char const digit : value)
    // Clamped at each digit, so that no number of digits overflows.
    wait = std::min(wait * 10 + seconds{digit - '0'}, greatest_retry_after);
  return wait;
}

}  // namespace inloop::courier
