#pragma once
// A text on its way to being speech: the program that says it, and the samples that come out, at
// the rate of our sound devices. Knows no device and no volume. One thread at a time.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/base/result.h"
#include "kiosk/platform/resampler.h"
#include "kiosk/platform/sound.h"
#include "kiosk/platform/speech_process.h"
#include "kiosk/platform/wave_reader.h"

namespace inloop::platform {

inline constexpr std::size_t most_text_bytes = 4'000;  // about four minutes

// What may be handed to the program: at most most_text_bytes, cut between two words, without the
// brackets in which espeak-ng expects phonemes and without control characters but line ends.
[[nodiscard]] std::string sayable(std::string_view text);

struct SpeechOrder {
  std::filesystem::path program;
  std::string voice;
  int words_a_minute = 0;
  std::string text;
};

class SpeechStream {
 public:
  [[nodiscard]] static Result<SpeechStream> start(SpeechOrder const& order);

  // For poll(): readable when read() will not wait.
  [[nodiscard]] int output() const { return m_process.output(); }

  // The samples since the last call, at most SoundMixer::most_pushed_frames. Nothing at the end;
  // a failure when the program crashed, or said what is no sound, or nothing at all.
  [[nodiscard]] Result<std::optional<Samples>> read();

 private:
  explicit SpeechStream(SpeechProcess process) : m_process(std::move(process)) {}
  [[nodiscard]] Result<> end();

  SpeechProcess m_process;
  WaveReader m_wave;
  std::optional<Resampler> m_resampler;  // none while the rates agree
  bool m_has_spoken = false;
};

}  // namespace inloop::platform
