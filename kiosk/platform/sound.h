#pragma once
// The two short sounds of the kiosk, made from sines when it starts. Each comes with something to
// see that says the same; neither is ever the only sign. Pure values, any thread.

#include <array>
#include <cstdint>
#include <vector>

namespace inloop::platform {

// What speech comes in and what every sound device gets; SDL converts for the hardware.
inline constexpr int sample_rate_hz = 22'050;

using Samples = std::vector<std::int16_t>;  // one channel

enum class Sound {
  Confirmed,  // the tap counted: two soft notes that rise
  AskHost,    // ask the host: a soft bell, low, high, low
};
inline constexpr std::array all_sounds{Sound::Confirmed, Sound::AskHost};

inline constexpr double sound_peak = 0.4;  // of full scale: 8 dB under it, so 2 dB under half

// Most of the strength lies under 1 kHz, where old ears hear well.
[[nodiscard]] Samples make_sound(Sound sound);

}  // namespace inloop::platform
