#pragma once
// Writes WAV streams for tests, also such as nobody should believe. Pure, any thread.

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/platform/sound.h"

namespace inloop::test {

struct WaveFormat {
  std::uint32_t kind = 1;
  std::uint32_t channels = 1;
  std::uint32_t rate_hz = platform::sample_rate_hz;
  std::uint32_t bits = 16;
  std::optional<std::uint32_t> data_bytes;  // what the header claims; else the truth
};

[[nodiscard]] inline std::string wave_stream(platform::Samples const& samples,
                                             WaveFormat const& format = {}) {
  std::string stream;
  auto const add = [&stream](std::uint32_t number, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) stream += static_cast<char>(number >> (8 * i) & 0xFFU);
  };
  auto const data_bytes = static_cast<std::uint32_t>(samples.size() * 2);
  stream += "RIFF";
  add(36 + data_bytes, 4);
  stream += "WAVEfmt ";
  add(16, 4);
  add(format.kind, 2);
  add(format.channels, 2);
  add(format.rate_hz, 4);
  add(format.rate_hz * 2, 4);
  add(2, 2);
  add(format.bits, 2);
  stream += "data";
  add(format.data_bytes.value_or(data_bytes), 4);
  for (auto const sample : samples) add(static_cast<std::uint16_t>(sample), 2);
  return stream;
}

}  // namespace inloop::test
