#pragma once
// Reads a WAV stream as it comes, in pieces of any size: one channel of 16 bits. It knows nothing
// of where the stream comes from, and believes nothing it says beyond that. One thread at a time.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/platform/sound.h"

namespace inloop::platform {

class WaveReader {
 public:
  static constexpr std::size_t longest_header_bytes = 4096;
  static constexpr int lowest_rate_hz = 8'000;
  static constexpr int highest_rate_hz = 48'000;

  // The samples that are complete with these bytes. Fails for anything but such a stream; after
  // that the reader is of no use.
  [[nodiscard]] Result<Samples> take(std::string_view bytes);

  // Known once the header is complete.
  [[nodiscard]] std::optional<int> rate_hz() const { return m_rate_hz; }

 private:
  [[nodiscard]] Result<> read_header();
  [[nodiscard]] Result<> read_format(std::string_view chunk);

  std::string m_pending;  // the header so far, then half a sample at most
  std::optional<int> m_rate_hz;
  bool m_is_in_samples = false;
  std::uint64_t m_left_bytes = 0;  // of the samples, as the header says
};

}  // namespace inloop::platform
