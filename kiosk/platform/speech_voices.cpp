#include "kiosk/platform/speech_voices.h"

#include <cerrno>
#include <sstream>

#include <poll.h>

#include "kiosk/platform/speech_process.h"

namespace inloop::platform {
namespace {

bool has_answered(SpeechProcess const& process, int longest_ms) {
  pollfd watched{.fd = process.output(), .events = POLLIN, .revents = 0};
  int ready = 0;
  do ready = poll(&watched, 1, longest_ms);
  while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace

SpeechVoices::SpeechVoices(std::string_view list) {
  std::istringstream lines{std::string(list)};
  std::string line;
  while (std::getline(lines, line) && m_voices.size() < most_voices) {
    std::istringstream words(line);
    Voice voice;
    // The line of titles has no priority and so is no voice.
    if (words >> voice.priority >> voice.code) m_voices.push_back(voice);
  }
}

Result<SpeechVoices> SpeechVoices::ask(std::filesystem::path const& program) {
  auto process = SpeechProcess::start({.program = program, .arguments = {"--voices"}, .input = {}});
  if (!process) return tl::unexpected(process.error());
  std::string list;
  for (std::size_t count = 0; count < most_reads; ++count) {
    if (!has_answered(*process, longest_hush_ms))
      return failure("{} does not tell its voices", program.string());
    auto const bytes = process->read();
    if (!bytes) return tl::unexpected(bytes.error());
    if (!bytes->empty()) {
      list += *bytes;
      continue;
    }
    if (auto const ended = process->end(); !ended) return within(program.string(), ended.error());
    return SpeechVoices(list);
  }
  return failure("{} tells of voices without end", program.string());
}

std::optional<std::string> SpeechVoices::voice_for(std::string_view language_code) const {
  std::string const region = std::string(language_code) + "-";
  Voice const* best = nullptr;
  for (auto const& voice : m_voices) {
    if (voice.code == language_code) return voice.code;
    if (!voice.code.starts_with(region)) continue;
    if (best == nullptr || voice.priority < best->priority) best = &voice;
  }
  if (best == nullptr) return std::nullopt;
  return best->code;
}

}  // namespace inloop::platform
