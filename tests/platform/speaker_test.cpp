#include "kiosk/platform/speaker.h"

#include <thread>

#include <catch2/catch.hpp>

#include "kiosk/platform/speech_stream.h"
#include "tests/platform/fake_speech.h"
#include "tests/platform/listening.h"
#include "tests/platform/sound_measures.h"

namespace inloop::platform {
namespace {

constexpr auto dutch = "Goedemorgen. Fijn dat u er bent!";
constexpr auto arabic = "صباح الخير. يسعدنا حضورك.";

// What espeak-ng says, at the loudest volume.
Samples words_of(std::string const& voice, std::string const& text) {
  auto stream = SpeechStream::start({.program = SpeakerOptions().speech_program,
                                     .voice = voice,
                                     .words_a_minute = SpeakerOptions().words_a_minute,
                                     .text = text});
  REQUIRE(stream);
  Samples all;
  while (true) {
    auto const samples = stream->read();
    REQUIRE(samples);
    if (!*samples) break;
    std::ranges::transform(**samples, std::back_inserter(all), [](int sample) {
      return static_cast<std::int16_t>(std::lrint(0.5F * static_cast<float>(sample)));
    });
  }
  return test::heard_of(all);
}

}  // namespace

TEST_CASE("what espeak-ng says in Dutch and in Arabic is heard sample for sample, and differs") {
  std::vector<Samples> versions;
  for (auto const& [code, text] : {std::pair("nl", dutch), std::pair("ar", arabic)}) {
    test::DiskEar ear;
    {
      test::Silences silences;
      Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
      CHECK_FALSE(speaker.is_speaking());
      speaker.say(code, text);
      CHECK(speaker.is_speaking());
      REQUIRE(silences.wait_for(1));
      CHECK_FALSE(speaker.is_speaking());
    }
    versions.push_back(test::heard_of(ear.samples()));
    CHECK(versions.back() == words_of(code, text));
    CHECK(versions.back().size() > sample_rate_hz);
    CHECK(versions.back().size() < 5 * sample_rate_hz);
    CHECK(test::level_db(versions.back()) > -30);
  }
  CHECK(versions[0] != versions[1]);
}

TEST_CASE("stop is silence within 100 ms of sound") {
  test::DiskEar ear;
  std::uint64_t stopped_at = 0;
  {
    test::Silences silences;
    Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
    speaker.say("nl", std::string(dutch) + dutch + dutch);
    REQUIRE(ear.wait_until_heard(10'000));
    speaker.stop();
    stopped_at = ear.pulled_frames();
    CHECK_FALSE(speaker.is_speaking());
    REQUIRE(ear.wait_until_pulled(stopped_at + sample_rate_hz));
    CHECK(silences.count() == 0);
  }
  auto const samples = ear.samples();
  // SDL writes some silence of its own before it pulls for the first time.
  REQUIRE(samples.size() >= ear.pulled_frames());
  stopped_at += samples.size() - ear.pulled_frames();
  auto const last =
      std::find_if(samples.rbegin(), samples.rend(), [](int one) { return one != 0; });
  auto const silent_from = static_cast<std::uint64_t>(samples.rend() - last);
  // A device has two portions under way when the speaker falls silent.
  auto const late_frames = std::max(silent_from, stopped_at) - stopped_at + 2 * device_frames;
  INFO("silent after " << late_frames * 1000 / sample_rate_hz << " ms");
  CHECK(late_frames <= sample_rate_hz / 10);
}

TEST_CASE("said twice, only the second is heard to its end") {
  test::DiskEar ear;
  {
    test::Silences silences;
    Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
    speaker.say("nl", dutch);
    REQUIRE(ear.wait_until_heard(5'000));
    speaker.say("ar", arabic);
    CHECK(speaker.is_speaking());
    REQUIRE(silences.wait_for(1));
    CHECK_FALSE(speaker.is_speaking());
  }
  auto const heard = test::heard_of(ear.samples());
  auto const first = words_of("nl", dutch);
  auto const second = words_of("ar", arabic);
  CHECK(test::ends_with(heard, second));
  CHECK(std::equal(first.begin(), first.begin() + 4'000, heard.begin()));
  CHECK(heard.size() < first.size() + second.size());
}

TEST_CASE("of many texts at once only the last is heard, and it is told once") {
  test::DiskEar ear;
  test::Silences silences;
  {
    Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
    for (int i = 0; i < 100; ++i) speaker.say("nl", dutch);
    speaker.say("ar", arabic);
    REQUIRE(silences.wait_for(1));
  }
  CHECK(test::ends_with(test::heard_of(ear.samples()), words_of("ar", arabic)));
  CHECK(silences.count() == 1);
}

TEST_CASE("the two sounds are heard as they were made, 18 dB softer at the softest step") {
  auto const heard = [](Sound sound, int step) {
    test::DiskEar ear;
    {
      Speaker speaker = test::open_speaker({}, ear.output());
      speaker.set_volume(step);
      speaker.play(sound);
      REQUIRE(ear.wait_until_pulled(sample_rate_hz));
    }
    return test::heard_of(ear.samples());
  };
  for (Sound const sound : all_sounds) {
    auto const loudest = heard(sound, loudest_volume_step);
    auto const softest = heard(sound, softest_volume_step);
    CHECK(loudest == test::heard_of(make_sound(sound)));
    CHECK(test::level_db(loudest) - test::level_db(softest) == Approx(18).margin(0.5));
  }
  CHECK(heard(Sound::Confirmed, 3) != heard(Sound::AskHost, 3));
}

TEST_CASE("a sound is heard while it speaks, and the speech goes on") {
  test::DiskEar ear;
  {
    test::Silences silences;
    Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
    speaker.say("nl", dutch);
    REQUIRE(ear.wait_until_heard(1'000));
    speaker.play(Sound::AskHost);
    REQUIRE(silences.wait_for(1));
  }
  auto const heard = test::heard_of(ear.samples());
  auto const words = words_of("nl", dutch);
  CHECK(test::ends_with(heard, Samples(words.end() - 10'000, words.end())));
  CHECK(test::strength_at(349, heard) > 3 * test::strength_at(349, words));
}

TEST_CASE("a language without a voice is silent, and what was said before stops") {
  test::HandEar ear;
  test::Silences silences;
  Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
  for (auto const* const code : {"nl", "en", "ar", "tr", "pl", "uk", "fa"})
    CHECK(speaker.has_voice(code));
  CHECK_FALSE(speaker.has_voice("ti"));
  speaker.say("nl", dutch);
  speaker.say("ti", "ሰላም");
  CHECK_FALSE(speaker.is_speaking());
  speaker.say("nl", "");
  CHECK_FALSE(speaker.is_speaking());
}

TEST_CASE("many threads may speak, stop and play at once") {
  test::FakeSpeech const fake(Samples(3'000, 8'000));
  test::DiskEar ear;
  test::Silences silences;
  {
    Speaker speaker = test::open_speaker(
        {.speech_program = fake.program(), .on_silence = silences.knock()}, ear.output());
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number) {
      threads.emplace_back([&speaker, number] {
        for (int i = 0; i < 50; ++i) {
          speaker.say("nl", i % 7 == number ? "crash" : "well");
          speaker.play(i % 2 == 0 ? Sound::Confirmed : Sound::AskHost);
          speaker.set_volume(i % (loudest_volume_step + 1));
          if (speaker.is_speaking() && i % 3 == number) speaker.stop();
        }
      });
    }
    for (auto& thread : threads) thread.join();
    speaker.set_volume(loudest_volume_step);
    speaker.stop();
    int const silences_before = silences.count();
    speaker.say("nl", "well");
    REQUIRE(silences.wait_for(silences_before + 1));
    CHECK_FALSE(speaker.is_speaking());
  }
  CHECK(test::peak_of(ear.samples()) < INT16_MAX);
}

}  // namespace inloop::platform
