#pragma once
// What a test measures of sound: level, strength of a pitch, jumps. Pure, any thread.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <numbers>
#include <span>

#include "kiosk/platform/sound.h"

namespace inloop::test {

using SoundSpan = std::span<std::int16_t const>;

[[nodiscard]] inline int peak_of(SoundSpan samples) {
  int peak = 0;
  for (int const sample : samples) peak = std::max(peak, std::abs(sample));
  return peak;
}

// Root mean square in decibels under full scale.
[[nodiscard]] inline double level_db(SoundSpan samples) {
  double sum = 0;
  for (double const sample : samples) sum += sample * sample;
  return 10 * std::log10(sum / static_cast<double>(samples.size()) / (32768.0 * 32768.0));
}

// The greatest step from one sample to the next, silence before and after included.
[[nodiscard]] inline int greatest_jump(SoundSpan samples) {
  int greatest = 0;
  int before = 0;
  for (int const sample : samples) {
    greatest = std::max(greatest, std::abs(sample - before));
    before = sample;
  }
  return std::max(greatest, std::abs(before));
}

// How strong one pitch is: the amplitude of that sine in the samples, by Goertzel's method.
[[nodiscard]] inline double strength_at(double pitch_hz, SoundSpan samples) {
  double const angle = 2 * std::numbers::pi * pitch_hz / platform::sample_rate_hz;
  double const factor = 2 * std::cos(angle);
  double last = 0;
  double before_last = 0;
  for (double const sample : samples) {
    double const now = sample + factor * last - before_last;
    before_last = last;
    last = now;
  }
  double const power = last * last + before_last * before_last - factor * last * before_last;
  return 2 * std::sqrt(std::max(power, 0.0)) / static_cast<double>(samples.size());
}

// The strongest pitch between 100 and 2000 Hz, to 5 Hz.
[[nodiscard]] inline double main_pitch_hz(SoundSpan samples) {
  double best_hz = 0;
  double best = 0;
  for (double pitch_hz = 100; pitch_hz <= 2000; pitch_hz += 5) {
    double const strength = strength_at(pitch_hz, samples);
    if (strength <= best) continue;
    best = strength;
    best_hz = pitch_hz;
  }
  return best_hz;
}

// The samples that are not silence, so that pauses of the device do not matter.
[[nodiscard]] inline platform::Samples heard_of(SoundSpan samples) {
  platform::Samples heard;
  std::ranges::copy_if(samples, std::back_inserter(heard), [](int sample) { return sample != 0; });
  return heard;
}

}  // namespace inloop::test
