#pragma once
// Random bits a few at a time, and unbiased whole numbers made of them. Not where the randomness
// comes from: that is a RandomSource. One thread at a time.

#include <array>
#include <cstddef>
#include <cstdint>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"

namespace inloop::privacy {

class BitSource {
 public:
  static constexpr int most_bits = 56;  // that one call may ask for

  virtual ~BitSource() = default;

  // The next `count` (0 to most_bits) independent fair bits as a number, the first bit highest.
  [[nodiscard]] virtual Result<std::uint64_t> bits(int count) = 0;
};

// Asks a RandomSource for whole buffers and hands out their bits in order: the first byte first,
// the highest bit of a byte first. No bit is ever handed out twice.
class BufferedBits final : public BitSource {
 public:
  explicit BufferedBits(RandomSource& random) : m_random(random) {}

  [[nodiscard]] Result<std::uint64_t> bits(int count) override;

 private:
  RandomSource& m_random;
  std::array<std::byte, 64> m_buffer{};
  std::size_t m_used_bytes = m_buffer.size();
  std::uint64_t m_waiting = 0;  // bits taken from the buffer and not yet handed out
  int m_waiting_bits = 0;
};

// How often any loop of the samplers may go round. From its second round on each round ends its
// loop with a probability of at least one half, so a working source reaches this limit with a
// probability below 2^-500; one that is stuck makes drawing fail instead of running for ever.
inline constexpr int most_rounds = 512;

// A uniform number in 0 .. bound - 1 (bound >= 1, at most 2^most_bits). Takes just enough bits and
// draws again when they lie outside: a remainder instead would favour the small numbers.
[[nodiscard]] Result<std::uint64_t> uniform_below(std::uint64_t bound, BitSource& source);

}  // namespace inloop::privacy
