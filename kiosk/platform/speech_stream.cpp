#include "kiosk/platform/speech_stream.h"

#include <utility>

#include <SDL.h>

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

// What SDL has made of the samples up to now.
Samples taken_from(SDL_AudioStream& stream) {
  auto const bytes = static_cast<std::size_t>(std::max(SDL_AudioStreamAvailable(&stream), 0));
  Samples samples(bytes / sizeof(std::int16_t));
  int const got = SDL_AudioStreamGet(&stream, samples.data(),
                                     static_cast<int>(samples.size() * sizeof(std::int16_t)));
  samples.resize(static_cast<std::size_t>(std::max(got, 0)) / sizeof(std::int16_t));
  return samples;
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

void SpeechStream::CloseResampler::operator()(SDL_AudioStream* stream) const {
  SDL_FreeAudioStream(stream);
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

SpeechStream::SpeechStream(SpeechProcess process) : m_process(std::move(process)) {}
SpeechStream::SpeechStream(SpeechStream&&) noexcept = default;
SpeechStream::~SpeechStream() = default;

Result<std::optional<Samples>> SpeechStream::read() {
  if (m_is_at_end) return std::nullopt;
  auto const bytes = m_process.read();
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->empty()) return last_samples();
  auto const samples = m_wave.take(*bytes);
  if (!samples) return tl::unexpected(samples.error());
  m_has_spoken = m_has_spoken || !samples->empty();
  auto ours = resampled(*samples);
  if (!ours) return tl::unexpected(ours.error());
  return std::move(*ours);
}

Result<std::optional<Samples>> SpeechStream::last_samples() {
  m_is_at_end = true;
  if (auto const ended = m_process.end(); !ended) return tl::unexpected(ended.error());
  if (!m_has_spoken) return failure("it said nothing");
  if (!m_resampler || SDL_AudioStreamFlush(m_resampler.get()) != 0) return std::nullopt;
  return taken_from(*m_resampler);
}

Result<Samples> SpeechStream::resampled(Samples const& samples) {
  if (samples.empty() || m_wave.rate_hz() == sample_rate_hz) return samples;
  if (!m_resampler)
    m_resampler.reset(SDL_NewAudioStream(AUDIO_S16SYS, 1, m_wave.rate_hz().value_or(0),
                                         AUDIO_S16SYS, 1, sample_rate_hz));
  if (!m_resampler) return failure("cannot change the rate of speech: {}", SDL_GetError());
  if (SDL_AudioStreamPut(m_resampler.get(), samples.data(),
                         static_cast<int>(samples.size() * sizeof(std::int16_t))) != 0)
    return failure("cannot change the rate of speech: {}", SDL_GetError());
  return taken_from(*m_resampler);
}

}  // namespace inloop::platform
