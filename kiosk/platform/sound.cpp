#include "kiosk/platform/sound.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace inloop::platform {
namespace {

struct Note {
  double pitch_hz = 0;
  double start_s = 0;
  double length_s = 0;
};

// How strong a tone is at a multiple of its note's pitch.
struct Overtone {
  double multiple = 1;
  double strength = 1;
};

constexpr std::array rising_notes{Note{523.25, 0.0, 0.18}, Note{783.99, 0.13, 0.26}};
constexpr std::array flute_tones{Overtone{1, 1}, Overtone{2, 0.12}};

constexpr std::array bell_notes{Note{349.23, 0.0, 0.2}, Note{523.25, 0.17, 0.2},
                                Note{349.23, 0.34, 0.24}};
constexpr std::array bell_tones{Overtone{1, 1}, Overtone{2, 0.3}, Overtone{3.01, 0.08}};

constexpr double attack_s = 0.015;

// Half a cosine up and half a cosine down: no corner that would be heard as a click.
double envelope(Note const& note, double time_s) {
  if (time_s < 0 || time_s > note.length_s) return 0;
  double const part =
      time_s < attack_s ? 1 - time_s / attack_s : (time_s - attack_s) / (note.length_s - attack_s);
  return 0.5 * (1 + std::cos(std::numbers::pi * part));
}

Samples mixed(std::span<Note const> notes, std::span<Overtone const> tones) {
  Note const& last = notes.back();
  auto const count = static_cast<std::size_t>((last.start_s + last.length_s) * sample_rate_hz) + 1;
  std::vector<double> wave(count, 0.0);
  double peak = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (Note const& note : notes) {
      double const time_s = static_cast<double>(i) / sample_rate_hz - note.start_s;
      for (Overtone const& tone : tones) {
        double const angle = 2 * std::numbers::pi * note.pitch_hz * tone.multiple * time_s;
        wave[i] += tone.strength * std::sin(angle) * envelope(note, time_s);
      }
    }
    peak = std::max(peak, std::abs(wave[i]));
  }
  Samples samples(count);
  std::ranges::transform(wave, samples.begin(), [peak](double value) {
    return static_cast<std::int16_t>(std::lround(value / peak * sound_peak * INT16_MAX));
  });
  return samples;
}

}  // namespace

Samples make_sound(Sound sound) {
  switch (sound) {
    case Sound::Confirmed:
      return mixed(rising_notes, flute_tones);
    case Sound::AskHost:
      return mixed(bell_notes, bell_tones);
  }
  return {};
}

}  // namespace inloop::platform
