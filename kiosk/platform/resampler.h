#pragma once
// Brings samples to the rate of our sound devices as they come, by straight lines between them:
// good enough for the voices that do not have that rate anyway, and to the last sample, which
// SDL 2.26's own stream may keep. Pure, one thread at a time.

#include <cstdint>
#include <span>

#include "kiosk/platform/sound.h"

namespace inloop::platform {

class Resampler {
 public:
  explicit Resampler(int from_rate_hz) : m_from_rate_hz(from_rate_hz) {}

  // About samples.size() * sample_rate_hz / from_rate_hz samples, one more or less.
  [[nodiscard]] Samples take(std::span<std::int16_t const> samples);

 private:
  int m_from_rate_hz;
  std::int16_t m_last = 0;
  // Where our next sample lies after m_last: of the way to theirs it has gone this many parts of
  // sample_rate_hz. In whole numbers, so that nothing drifts.
  std::int64_t m_ahead = 0;
};

}  // namespace inloop::platform
