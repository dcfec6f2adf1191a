#include "kiosk/platform/sound.h"

#include <catch2/catch.hpp>

#include "tests/platform/sound_measures.h"

namespace inloop::platform {
namespace {

test::SoundSpan part(Samples const& samples, double from_s, double to_s) {
  auto const from = static_cast<std::size_t>(from_s * sample_rate_hz);
  auto const to = static_cast<std::size_t>(to_s * sample_rate_hz);
  return test::SoundSpan(samples).subspan(from, to - from);
}

}  // namespace

TEST_CASE("the sound for a tap that counted is two notes that rise") {
  auto const samples = make_sound(Sound::Confirmed);
  double const first_hz = test::main_pitch_hz(part(samples, 0.0, 0.12));
  double const second_hz = test::main_pitch_hz(part(samples, 0.2, 0.38));
  CHECK(first_hz == Approx(523).margin(10));
  CHECK(second_hz == Approx(784).margin(10));
}

TEST_CASE("the sound for asking the host goes low, high, low, so it differs in tune and pitch") {
  auto const samples = make_sound(Sound::AskHost);
  CHECK(test::main_pitch_hz(part(samples, 0.0, 0.16)) == Approx(349).margin(10));
  CHECK(test::main_pitch_hz(part(samples, 0.2, 0.34)) == Approx(523).margin(10));
  CHECK(test::main_pitch_hz(part(samples, 0.4, 0.57)) == Approx(349).margin(10));
  // Its main pitch is hardly there in the other sound, and the other way round.
  auto const other = make_sound(Sound::Confirmed);
  CHECK(test::strength_at(349, samples) > 10 * test::strength_at(349, other));
  CHECK(test::strength_at(784, other) > 10 * test::strength_at(784, samples));
}

TEST_CASE("each sound is short, gentle and without clicks") {
  for (Sound const sound : all_sounds) {
    auto const samples = make_sound(sound);
    CAPTURE(static_cast<int>(sound), samples.size());
    CHECK(samples.size() > sample_rate_hz / 5);
    CHECK(samples.size() < sample_rate_hz * 3 / 5);
    CHECK(test::peak_of(samples) <= 0.501 * INT16_MAX);  // 6 dB under full scale
    CHECK(test::level_db(samples) > -25);
    // A full sine of 784 Hz at this peak steps by 0.223 of it; its overtone adds a little.
    CHECK(test::greatest_jump(samples) < 0.35 * test::peak_of(samples));
    CHECK(test::peak_of(part(samples, 0.0, 0.003)) < 0.15 * test::peak_of(samples));
    CHECK(std::abs(samples.back()) < 10);
  }
}

}  // namespace inloop::platform
