#include "kiosk/base/clock.h"

#include <ctime>

namespace inloop {
namespace {

class SystemClock final : public Clock {
 public:
  UtcTime utc() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }

  std::int64_t uptime_ms() const override {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
  }
};

}  // namespace

Clock const& system_clock() {
  static SystemClock const clock;
  return clock;
}

}  // namespace inloop
