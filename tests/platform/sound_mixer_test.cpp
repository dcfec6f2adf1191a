#include "kiosk/platform/sound_mixer.h"

#include <catch2/catch.hpp>

#include "tests/platform/sound_measures.h"

namespace inloop::platform {
namespace {

constexpr std::size_t portion_frames = 512;

struct Heard {
  int changes = 0;
  SoundMixer mixer{[this] { ++changes; }};

  Samples pull(std::size_t frames = portion_frames) {
    Samples samples(frames, 1);
    mixer.fill(samples);
    return samples;
  }

  Samples pull_all() {
    Samples all;
    while (!mixer.is_quiet()) {
      auto const some = pull();
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }
};

Samples tone(std::size_t frames, int amplitude) {
  Samples samples(frames);
  for (std::size_t i = 0; i < frames; ++i)
    samples[i] = static_cast<std::int16_t>(amplitude * std::sin(0.1 * static_cast<double>(i)));
  return samples;
}

Samples halved(Samples const& samples) {
  Samples half(samples.size());
  std::ranges::transform(samples, half.begin(), [](int sample) {
    return static_cast<std::int16_t>(std::lrint(0.5F * static_cast<float>(sample)));
  });
  return half;
}

Samples said(Heard& heard, Samples const& samples) {
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, samples);
  heard.mixer.finish_speech(speech);
  return heard.pull_all();
}

}  // namespace

TEST_CASE("with nothing to be heard every sample is silent") {
  Heard heard;
  CHECK(heard.mixer.is_quiet());
  CHECK(heard.pull() == Samples(portion_frames, 0));
  CHECK(heard.changes == 0);
}

TEST_CASE("a sound is heard as it was made, once") {
  for (Sound const sound : all_sounds) {
    Heard heard;
    heard.mixer.play(sound);
    CHECK_FALSE(heard.mixer.is_quiet());
    CHECK(test::heard_of(heard.pull_all()) == test::heard_of(make_sound(sound)));
    CHECK(heard.changes == 1);
    CHECK(heard.pull() == Samples(portion_frames, 0));
  }
}

TEST_CASE("speech is heard sample for sample at half of full scale, and its end is told once") {
  Heard heard;
  auto const words = tone(3'000, 30'000);
  CHECK(test::heard_of(said(heard, words)) == test::heard_of(halved(words)));
  CHECK_FALSE(heard.mixer.is_speaking());
  CHECK(heard.mixer.take_end() == SpeechEnd::Spoken);
  CHECK(heard.mixer.take_end() == std::nullopt);
}

TEST_CASE("a pause of the program is heard as a pause and loses nothing") {
  Heard heard;
  auto const words = tone(1'000, 20'000);
  auto const speech = heard.mixer.begin_speech();
  CHECK(heard.mixer.is_speaking());
  CHECK(heard.pull() == Samples(portion_frames, 0));
  heard.mixer.push(speech, test::SoundSpan(words).first(300));
  auto all = heard.pull();
  heard.mixer.push(speech, test::SoundSpan(words).subspan(300));
  heard.mixer.finish_speech(speech);
  auto const rest = heard.pull_all();
  all.insert(all.end(), rest.begin(), rest.end());
  CHECK(test::heard_of(all) == test::heard_of(halved(words)));
}

TEST_CASE("a sound and speech at their loudest are heard together and nothing is clipped") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, Samples(SoundMixer::most_waiting_frames, INT16_MAX));
  heard.mixer.play(Sound::AskHost);
  auto const both = heard.pull(SoundMixer::most_waiting_frames);
  auto const sound = make_sound(Sound::AskHost);
  CHECK(test::peak_of(both) < INT16_MAX);
  CHECK(test::peak_of(both) > 0.85 * INT16_MAX);
  bool is_sum = true;
  for (std::size_t i = 0; i < sound.size(); ++i)
    is_sum = is_sum && std::abs(both[i] - sound[i] - INT16_MAX / 2) <= 1;
  CHECK(is_sum);
}

TEST_CASE("the volume goes in steps of 6 dB over a range of 18 dB") {
  auto const level_at = [](int step) {
    Heard heard;
    heard.mixer.set_volume(step);
    heard.mixer.play(Sound::Confirmed);
    double const sound_db = test::level_db(test::heard_of(heard.pull_all()));
    double const speech_db = test::level_db(said(heard, tone(portion_frames * 20, 30'000)));
    return std::pair(sound_db, speech_db);
  };
  auto const loudest = level_at(loudest_volume_step);
  for (int step = softest_volume_step; step < loudest_volume_step; ++step) {
    auto const [sound_db, speech_db] = level_at(step);
    int const steps_down = loudest_volume_step - step;
    CHECK(loudest.first - sound_db == Approx(volume_step_db * steps_down).margin(0.5));
    CHECK(loudest.second - speech_db == Approx(volume_step_db * steps_down).margin(0.5));
  }
  CHECK(volume_step_db == 6);
  CHECK((loudest_volume_step - softest_volume_step) * volume_step_db == 18);
}

TEST_CASE("a change of volume in the middle of speech is no click") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, Samples(5'000, 20'000));
  heard.pull();
  heard.mixer.set_volume(softest_volume_step);
  auto const after = heard.pull();
  for (std::size_t i = 1; i < after.size(); ++i) CHECK(std::abs(after[i] - after[i - 1]) < 200);
  CHECK(after.back() == Approx(10'000 * std::pow(10, -18 / 20.0)).margin(2));
}

TEST_CASE("what is cut fades within 6 ms and is silent from there") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, Samples(5'000, 20'000));
  heard.pull();
  heard.mixer.cut_speech();
  CHECK_FALSE(heard.mixer.is_speaking());
  auto const after = heard.pull();
  for (std::size_t i = 1; i < after.size(); ++i) CHECK(std::abs(after[i] - after[i - 1]) < 200);
  CHECK(after.front() == 10'000);
  CHECK(SoundMixer::fade_frames * 1000 / sample_rate_hz < 6);
  CHECK(test::peak_of(test::SoundSpan(after).subspan(SoundMixer::fade_frames)) == 0);
  CHECK(heard.mixer.is_quiet());
  CHECK_FALSE(heard.mixer.take_end());
}

TEST_CASE("what comes late for a speech that was cut is not heard in the next one") {
  Heard heard;
  auto const first = heard.mixer.begin_speech();
  auto const second = heard.mixer.begin_speech();
  heard.mixer.push(first, Samples(100, 20'000));
  heard.mixer.finish_speech(first);
  CHECK_FALSE(heard.mixer.cut_speech(first));
  CHECK(heard.pull() == Samples(portion_frames, 0));
  CHECK_FALSE(heard.mixer.is_speaking(first));
  CHECK(heard.mixer.is_speaking(second));
  CHECK(heard.mixer.cut_speech(second));
}

TEST_CASE("a speech that is cut before it was heard leaves no blip, and the next waits its turn") {
  Heard heard;
  Samples const words(2'000, 20'000);
  auto const first = heard.mixer.begin_speech();
  heard.mixer.push(first, words);
  auto all = heard.pull(100);
  auto const second = heard.mixer.begin_speech();
  heard.mixer.push(second, Samples(2'000, -20'000));
  auto const some = heard.pull(SoundMixer::fade_frames / 2);
  all.insert(all.end(), some.begin(), some.end());
  auto const third = heard.mixer.begin_speech();
  heard.mixer.push(third, words);
  heard.mixer.finish_speech(third);
  auto const rest = heard.pull_all();
  all.insert(all.end(), rest.begin(), rest.end());
  CHECK(std::ranges::all_of(all, [](int sample) { return sample >= 0 && sample <= 10'000; }));
  auto const third_from = test::SoundSpan(all).subspan(100 + SoundMixer::fade_frames, 2'000);
  CHECK(std::ranges::all_of(third_from, [](int sample) { return sample == 10'000; }));
}

TEST_CASE("a sound that is played again starts anew without a click") {
  Heard heard;
  heard.mixer.play(Sound::Confirmed);
  auto all = heard.pull(2'000);
  heard.mixer.play(Sound::Confirmed);
  auto const again = heard.pull_all();
  all.insert(all.end(), again.begin(), again.end());
  CHECK(test::greatest_jump(all) < 0.45 * test::peak_of(all));
  CHECK(test::peak_of(all) < INT16_MAX / 2);
}

TEST_CASE("a program that says nothing for 5 seconds is given up") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, Samples(10, 1'000));
  heard.pull(10);
  heard.pull(SoundMixer::longest_hush_frames - 1);
  CHECK(heard.mixer.is_speaking());
  heard.pull(1);
  CHECK_FALSE(heard.mixer.is_speaking());
  CHECK(heard.mixer.take_end() == SpeechEnd::Hushed);
  CHECK(heard.changes > 0);
}

TEST_CASE("a program that finds no end is cut after five minutes") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  Samples const words(portion_frames, 1'000);
  std::uint64_t frames = 0;
  for (; heard.mixer.is_speaking(); frames += portion_frames) {
    heard.mixer.push(speech, words);
    heard.pull();
    REQUIRE(frames <= SoundMixer::longest_speech_frames);
  }
  CHECK(frames >= SoundMixer::longest_speech_frames);
  CHECK(heard.mixer.take_end() == SpeechEnd::TooLong);
}

TEST_CASE("a program that talks faster than it is heard fills one second and no more") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  CHECK(heard.mixer.has_room());
  for (int i = 0; i < 5; ++i) heard.mixer.push(speech, Samples(SoundMixer::most_pushed_frames, 99));
  CHECK_FALSE(heard.mixer.has_room());
  heard.mixer.finish_speech(speech);
  CHECK(test::heard_of(heard.pull_all()).size() == SoundMixer::most_waiting_frames);
}

TEST_CASE("room is told once there is enough of it") {
  Heard heard;
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, Samples(SoundMixer::most_waiting_frames, 99));
  heard.pull(SoundMixer::most_pushed_frames - 1);
  CHECK(heard.changes == 0);
  CHECK_FALSE(heard.mixer.has_room());
  heard.pull(1);
  CHECK(heard.changes == 1);
  CHECK(heard.mixer.has_room());
  heard.pull(1);
  CHECK(heard.changes == 1);
}

TEST_CASE("with no device everything that should have been heard is dropped") {
  Heard heard;
  heard.mixer.play(Sound::AskHost);
  CHECK_FALSE(heard.mixer.drop_all());
  CHECK(heard.mixer.is_quiet());
  auto const speech = heard.mixer.begin_speech();
  heard.mixer.push(speech, Samples(5'000, 20'000));
  CHECK(heard.mixer.drop_all());
  CHECK(heard.mixer.is_quiet());
  CHECK(heard.pull() == Samples(portion_frames, 0));
}

}  // namespace inloop::platform
