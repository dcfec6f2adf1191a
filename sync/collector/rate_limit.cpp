#include "sync/collector/rate_limit.h"

#include <algorithm>

namespace inloop::collector {

std::optional<std::int64_t> RateLimit::seconds_to_wait(std::string_view key,
                                                       std::int64_t uptime_ms) {
  constexpr std::int64_t one = 1'000;
  std::lock_guard const guard(m_mutex);
  auto found = m_buckets.find(key);
  if (found == m_buckets.end()) {
    if (m_buckets.size() >= most_keys) forget_one();
    found = m_buckets.emplace(key, Bucket{m_rule.burst * one, uptime_ms}).first;
  }
  auto& bucket = found->second;
  // A thousandth of a sending a millisecond is sixty thousand a minute.
  auto const refilled = (uptime_ms - bucket.at_ms) * m_rule.per_minute / 60;
  if (refilled > 0) {  // else the milliseconds add up until they are worth something
    bucket.level_per_mille = std::min(m_rule.burst * one, bucket.level_per_mille + refilled);
    bucket.at_ms = uptime_ms;
  }
  if (bucket.level_per_mille >= one) {
    bucket.level_per_mille -= one;
    return std::nullopt;
  }
  auto const needed_ms = (one - bucket.level_per_mille) * 60 / m_rule.per_minute;
  return needed_ms / 1'000 + 1;
}

void RateLimit::forget_one() {
  m_buckets.erase(std::ranges::min_element(m_buckets, {},
                                           [](auto const& bucket) { return bucket.second.at_ms; }));
}

}  // namespace inloop::collector
