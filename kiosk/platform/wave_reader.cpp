#include "kiosk/platform/wave_reader.h"

#include <algorithm>
#include <utility>

namespace inloop::platform {
namespace {

constexpr std::size_t chunk_head_bytes = 8;  // four letters and a size
constexpr std::size_t file_head_bytes = 12;  // "RIFF", a size, "WAVE"
constexpr std::size_t format_bytes = 16;

// Little-endian, as everything in a WAV stream.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return number;
}

bool could_begin(std::string_view bytes) {
  constexpr std::string_view riff = "RIFF";
  constexpr std::string_view wave = "WAVE";
  auto const agrees = [&](std::size_t at, std::string_view word) {
    if (bytes.size() <= at) return true;
    auto const part = bytes.substr(at, word.size());
    return part == word.substr(0, part.size());
  };
  return agrees(0, riff) && agrees(8, wave);
}

}  // namespace

Result<Samples> WaveReader::take(std::string_view bytes) {
  m_pending += bytes;
  if (!m_is_in_samples)
    if (auto const header = read_header(); !header) return tl::unexpected(header.error());
  if (!m_is_in_samples) return Samples{};
  auto const usable = std::min<std::uint64_t>(m_pending.size(), m_left_bytes) / 2 * 2;
  Samples samples(usable / 2);
  for (std::size_t i = 0; i < samples.size(); ++i)
    samples[i] = static_cast<std::int16_t>(number_at(m_pending, 2 * i, 2));
  m_left_bytes -= usable;
  m_pending.erase(0, usable);
  // What follows the samples is of no interest.
  if (m_left_bytes < 2) m_pending.clear();
  return samples;
}

Result<> WaveReader::read_header() {
  if (!could_begin(m_pending)) return failure("what it says is no WAV stream");
  std::size_t at = file_head_bytes;
  while (at + chunk_head_bytes <= m_pending.size()) {
    auto const name = std::string_view(m_pending).substr(at, 4);
    std::uint32_t const size = number_at(m_pending, at + 4, 4);
    at += chunk_head_bytes;
    if (name == "data") {
      if (!m_rate_hz) return failure("a WAV stream without a format");
      m_is_in_samples = true;
      // Whoever does not know the size yet writes a zero.
      m_left_bytes = size == 0 ? UINT64_MAX : size;
      m_pending.erase(0, at);
      return {};
    }
    if (size > longest_header_bytes) return failure("the header of a WAV stream is too long");
    if (at + size > m_pending.size()) break;
    if (name == "fmt ")
      if (auto const format = read_format(std::string_view(m_pending).substr(at, size)); !format)
        return format;
    at += size + size % 2;
  }
  if (m_pending.size() > longest_header_bytes)
    return failure("the header of a WAV stream is too long");
  return {};
}

Result<> WaveReader::read_format(std::string_view chunk) {
  if (chunk.size() < format_bytes) return failure("the format of a WAV stream is cut short");
  constexpr std::uint32_t plain_samples = 1;
  auto const kind = number_at(chunk, 0, 2);
  auto const channels = number_at(chunk, 2, 2);
  auto const rate_hz = number_at(chunk, 4, 4);
  auto const bits = number_at(chunk, 14, 2);
  bool const is_rate_known = std::cmp_greater_equal(rate_hz, lowest_rate_hz) &&
                             std::cmp_less_equal(rate_hz, highest_rate_hz);
  if (kind != plain_samples || channels != 1 || bits != 16 || !is_rate_known)
    return failure("a WAV stream of kind {}, {} channels, {} bits, {} Hz", kind, channels, bits,
                   rate_hz);
  m_rate_hz = static_cast<int>(rate_hz);
  return {};
}

}  // namespace inloop::platform
