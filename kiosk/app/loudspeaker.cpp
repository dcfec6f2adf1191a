#include "kiosk/app/loudspeaker.h"

#include <string>
#include <utility>

#include "kiosk/base/log.h"

namespace inloop::app {

void Loudspeaker::open(std::function<void()> on_silence) {
  auto speaker = platform::Speaker::open({.on_silence = std::move(on_silence)});
  if (speaker)
    m_speaker = std::move(*speaker);
  else
    log::warn("the kiosk is silent: {}", speaker.error().what);
}

void Loudspeaker::say(core::Language language, std::string text) {
  if (m_speaker) m_speaker->say(core::facts(language).code, std::move(text));
}

void Loudspeaker::stop() {
  if (m_speaker) m_speaker->stop();
}

void Loudspeaker::set_volume(int step) {
  if (m_speaker) m_speaker->set_volume(step);
}

bool Loudspeaker::is_speaking() const {
  return m_speaker && m_speaker->is_speaking();
}

void Loudspeaker::play(core::Sound sound) {
  if (!m_speaker) return;
  m_speaker->play(sound == core::Sound::Confirmed ? platform::Sound::Confirmed
                                                  : platform::Sound::AskHost);
}

std::vector<core::Language> Loudspeaker::voices(std::vector<core::Language> const& offered) const {
  std::vector<core::Language> heard;
  for (auto const language : offered)
    if (m_speaker && m_speaker->has_voice(core::facts(language).code)) heard.push_back(language);
  return heard;
}

}  // namespace inloop::app
