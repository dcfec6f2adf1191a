#include "kiosk/privacy/bit_source.h"

#include <bit>

#include "kiosk/base/assert.h"

namespace inloop::privacy {

Result<std::uint64_t> BufferedBits::bits(int count) {
  INLOOP_ASSERT(count >= 0 && count <= most_bits);
  while (m_waiting_bits < count) {
    if (m_used_bytes == m_buffer.size()) {
      if (auto const filled = m_random.fill(m_buffer); !filled)
        return within("drawing random bits", filled.error());
      m_used_bytes = 0;
    }
    m_waiting = (m_waiting << 8U) | std::to_integer<std::uint64_t>(m_buffer[m_used_bytes++]);
    m_waiting_bits += 8;
  }
  m_waiting_bits -= count;
  auto const taken = m_waiting >> m_waiting_bits;
  m_waiting &= (std::uint64_t{1} << m_waiting_bits) - 1;
  return taken;
}

Result<std::uint64_t> uniform_below(std::uint64_t bound, BitSource& source) {
  INLOOP_ASSERT(bound >= 1 && bound <= std::uint64_t{1} << BitSource::most_bits);
  auto const width = static_cast<int>(std::bit_width(bound - 1));
  for (int round = 0; round < most_rounds; ++round) {
    auto const candidate = source.bits(width);
    if (!candidate || *candidate < bound) return candidate;
  }
  return failure("the random source gave {} times too great a number", most_rounds);
}

}  // namespace inloop::privacy
