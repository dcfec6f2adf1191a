#pragma once
// The voice of the kiosk in the house: the speaker of the platform, or silence where there is none.
// UI thread.

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/app/voice.h"
#include "kiosk/core/effect.h"
#include "kiosk/platform/speaker.h"

namespace inloop::app {

class Loudspeaker final : public Voice {
 public:
  // Silent until it is opened. It takes too long to stand before the first frame; what is missing
  // is logged, and the kiosk goes on without it.
  void open(std::function<void()> on_silence);

  void say(core::Language language, std::string text) override;
  void stop() override;
  void set_volume(int step) override;
  [[nodiscard]] bool is_speaking() const override;

  void play(core::Sound sound);

  // Those of `offered` that can be heard.
  [[nodiscard]] std::vector<core::Language> voices(
      std::vector<core::Language> const& offered) const;

 private:
  std::optional<platform::Speaker> m_speaker;
};

}  // namespace inloop::app
