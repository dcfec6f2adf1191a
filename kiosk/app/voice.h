#pragma once
// What the kiosk speaks with, as the narrator needs it: the loudspeaker in the house, a list of
// sentences in a test. UI thread; nothing here waits.

#include <string>

#include "kiosk/core/preferences.h"

namespace inloop::app {

class Voice {
 public:
  virtual ~Voice() = default;

  // Stops what is being said and says this.
  virtual void say(core::Language language, std::string text) = 0;
  virtual void stop() = 0;

  // 0 to core::greatest_volume.
  virtual void set_volume(int step) = 0;

  [[nodiscard]] virtual bool is_speaking() const = 0;
};

class SilentVoice final : public Voice {
 public:
  void say(core::Language, std::string) override {}
  void stop() override {}
  void set_volume(int) override {}
  [[nodiscard]] bool is_speaking() const override { return false; }
};

}  // namespace inloop::app
