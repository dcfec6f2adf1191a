#include "kiosk/platform/speech_stream.h"

#include <utility>

namespace inloop::platform {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string_view cut_between_words(std::string_view text) {
  if (text.size() <= most_text_bytes) return text;
  std::size_t end = most_text_bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  auto const blank = text.substr(0, end).find_last_of(" \n");
  return text.substr(0, blank == text.npos ? end : blank);
}

}  // namespace

std::string sayable(std::string_view text) {
  std::string words(cut_between_words(text));
  for (char& letter : words) {
    bool const is_control = static_cast<unsigned char>(letter) < ' ' || letter == '\x7F';
    if (letter == '[' || letter == ']' || (is_control && letter != '\n')) letter = ' ';
  }
  return words;
}

Result<SpeechStream> SpeechStream::start(SpeechOrder const& order) {
  auto process = SpeechProcess::start(
      {.program = order.program,
       .arguments = {"-v", order.voice, "-s", std::to_string(order.words_a_minute), "-b", "1",
                     "--stdin", "--stdout"},
       .input = sayable(order.text)});
  if (!process) return tl::unexpected(process.error());
  return SpeechStream(std::move(*process));
}

Result<std::optional<Samples>> SpeechStream::read() {
  auto const bytes = m_process.read();
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->empty()) {
    if (auto const ended = end(); !ended) return tl::unexpected(ended.error());
    return std::nullopt;
  }
  auto samples = m_wave.take(*bytes);
  if (!samples) return tl::unexpected(samples.error());
  if (samples->empty()) return Samples{};
  m_has_spoken = true;
  auto const rate_hz = m_wave.rate_hz().value_or(sample_rate_hz);
  if (rate_hz == sample_rate_hz) return std::move(*samples);
  if (!m_resampler) m_resampler.emplace(rate_hz);
  return m_resampler->take(*samples);
}

Result<> SpeechStream::end() {
  if (auto ended = m_process.end(); !ended) return ended;
  if (!m_has_spoken) return failure("it said nothing");
  return {};
}

}  // namespace inloop::platform
