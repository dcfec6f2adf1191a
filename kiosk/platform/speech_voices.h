#pragma once
// Which languages the speech program can speak, asked once. It does not judge how well. Any
// thread.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::platform {

class SpeechVoices {
 public:
  static constexpr std::size_t most_voices = 1'000;
  static constexpr std::size_t most_reads = 32;  // of the program's list, 4 KB each
  static constexpr int longest_hush_ms = 1'000;

  SpeechVoices() = default;  // no voice at all
  // `list` is what `espeak-ng --voices` prints: a line of titles, then priority, code and more.
  explicit SpeechVoices(std::string_view list);

  // Takes about 20 ms.
  [[nodiscard]] static Result<SpeechVoices> ask(std::filesystem::path const& program);

  // The voice for "en": that very code, or else the best of its regions, "en-gb".
  [[nodiscard]] std::optional<std::string> voice_for(std::string_view language_code) const;

 private:
  struct Voice {
    int priority = 0;  // the lowest is the best
    std::string code;
  };

  std::vector<Voice> m_voices;
};

}  // namespace inloop::platform
