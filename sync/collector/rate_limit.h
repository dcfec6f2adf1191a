#pragma once
// How often one key may send: a bucket of so many sendings that fills again with time. It keeps
// nobody's address. Any thread.

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::collector {

struct RateRule {
  std::int64_t burst = 1'000;
  std::int64_t per_minute = 600;

  bool operator==(RateRule const&) const = default;
};

class RateLimit {
 public:
  // Beyond so many keys the one that sent longest ago is forgotten: it starts with a full bucket.
  static constexpr std::size_t most_keys = 10'000;

  explicit RateLimit(RateRule rule) : m_rule(rule) {}

  // Counts one sending. Nothing: it may; else after how many seconds to try again.
  [[nodiscard]] std::optional<std::int64_t> seconds_to_wait(std::string_view key,
                                                            std::int64_t uptime_ms);

 private:
  struct Bucket {
    std::int64_t level_per_mille = 0;  // thousandths of a sending
    std::int64_t at_ms = 0;
  };
  void forget_one();

  RateRule const m_rule;
  std::mutex m_mutex;
  std::map<std::string, Bucket, std::less<>> m_buckets;
};

}  // namespace inloop::collector
