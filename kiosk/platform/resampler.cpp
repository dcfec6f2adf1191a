#include "kiosk/platform/resampler.h"

namespace inloop::platform {

Samples Resampler::take(std::span<std::int16_t const> samples) {
  Samples ours;
  // From one of their samples to the next are sample_rate_hz parts, to ours m_from_rate_hz.
  for (std::int16_t const next : samples) {
    for (; m_ahead < sample_rate_hz; m_ahead += m_from_rate_hz) {
      auto const step = (next - m_last) * m_ahead / sample_rate_hz;
      ours.push_back(static_cast<std::int16_t>(m_last + step));
    }
    m_ahead -= sample_rate_hz;
    m_last = next;
  }
  return ours;
}

}  // namespace inloop::platform
