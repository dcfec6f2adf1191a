#pragma once
// Where samples go to be heard: SDL's sound device, or in a test whatever the test likes. Knows
// nothing of speech, sounds or volume. Opened and closed by one thread at a time.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "kiosk/base/result.h"

namespace inloop::platform {

// Fills every sample with what comes next. Called on the device's own thread.
using PullSound = std::function<void(std::span<std::int16_t>)>;

// Pulls from when it is made until it is destroyed.
class SoundDevice {
 public:
  virtual ~SoundDevice() = default;

  // The hardware is gone; another one may be there to open.
  [[nodiscard]] virtual bool is_lost() const = 0;
};

class SoundOutput {
 public:
  virtual ~SoundOutput() = default;

  // A device that takes one channel at sample_rate_hz.
  [[nodiscard]] virtual Result<std::unique_ptr<SoundDevice>> open(PullSound pull) = 0;
};

// How many samples SDL asks for at once. A device keeps two such portions under way, so what is
// heard lies at most 47 ms behind what was pulled.
inline constexpr std::uint16_t device_frames = 512;

// SDL's own choice of sound system and device; a failure says that there is none.
[[nodiscard]] Result<std::unique_ptr<SoundOutput>> sdl_sound_output();

}  // namespace inloop::platform
