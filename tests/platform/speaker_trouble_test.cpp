#include <SDL.h>
#include <catch2/catch.hpp>

#include "kiosk/platform/speaker.h"
#include "tests/platform/fake_speech.h"
#include "tests/platform/listening.h"
#include "tests/platform/sound_measures.h"

namespace inloop::platform {
namespace {

Samples const fake_words(3'000, 8'000);
Samples const fake_words_heard(3'000, 4'000);

}  // namespace

TEST_CASE("a program that crashes, fails, babbles or is mute leaves the kiosk working") {
  test::FakeSpeech const fake(fake_words);
  for (auto const* const word : {"crash", "failing", "garbage", "nothing", "endless", "hang"}) {
    CAPTURE(word);
    test::DiskEar ear;
    {
      test::Silences silences;
      Speaker speaker = test::open_speaker(
          {.speech_program = fake.program(), .on_silence = silences.knock()}, ear.output());
      speaker.say("nl", word);
      if (word == std::string_view("endless")) {
        REQUIRE(ear.wait_until_heard(2 * sample_rate_hz));
        speaker.stop();
      } else {
        REQUIRE(silences.wait_for(1));
        CHECK_FALSE(fake.is_there());
      }
      CHECK_FALSE(speaker.is_speaking());
      int const silences_before = silences.count();
      speaker.say("nl", "well");
      REQUIRE(silences.wait_for(silences_before + 1));
    }
    CHECK(test::ends_with(test::heard_of(ear.samples()), fake_words_heard));
    CHECK_FALSE(fake.is_there());
  }
}

TEST_CASE("trouble with speech is logged once until it has gone well again") {
  test::FakeSpeech const fake(fake_words);
  test::LogCatcher const log;
  {
    test::DiskEar ear;
    test::Silences silences;
    Speaker speaker = test::open_speaker(
        {.speech_program = fake.program(), .on_silence = silences.knock()}, ear.output());
    int said = 0;
    for (auto const* const word : {"crash", "nothing", "crash", "well", "nothing"}) {
      speaker.say("nl", word);
      REQUIRE(silences.wait_for(++said));
    }
  }
  CHECK(log.text() == "speech failed: it died of signal 11\nspeech failed: it said nothing\n");
}

TEST_CASE("without espeak-ng no language has a voice, the log says so, and sounds are heard") {
  test::LogCatcher const log;
  test::DiskEar ear;
  {
    Speaker speaker = test::open_speaker({.speech_program = "/no/such/program"}, ear.output());
    CHECK_FALSE(speaker.has_voice("nl"));
    speaker.say("nl", "Goedemorgen.");
    CHECK_FALSE(speaker.is_speaking());
    speaker.play(Sound::Confirmed);
    REQUIRE(ear.wait_until_pulled(sample_rate_hz));
  }
  CHECK(test::heard_of(ear.samples()) == test::heard_of(make_sound(Sound::Confirmed)));
  CHECK(log.text() ==
        "no language can be heard: cannot start /no/such/program: "
        "No such file or directory\n");
}

TEST_CASE("a program that is taken away later is a silence at once") {
  test::LogCatcher const log;
  {
    auto fake = std::make_unique<test::FakeSpeech>(fake_words);
    test::HandEar ear;
    test::Silences silences;
    Speaker speaker = test::open_speaker(
        {.speech_program = fake->program(), .on_silence = silences.knock()}, ear.output());
    fake.reset();
    speaker.say("nl", "well");
    REQUIRE(silences.wait_for(1));
    CHECK_FALSE(speaker.is_speaking());
  }
  // And not because the device, which takes nothing here, was given up.
  CHECK(log.text().starts_with("speech failed: cannot start "));
  CHECK(std::ranges::count(log.text(), '\n') == 1);
}

TEST_CASE("a device that is unplugged is opened again for the next sound") {
  test::HandEar ear;
  Speaker speaker = test::open_speaker({}, ear.output());
  CHECK(ear.wait_until_opened(1));
  ear.break_device();
  speaker.play(Sound::Confirmed);
  REQUIRE(ear.wait_until_opened(2));
  CHECK(test::heard_of(ear.pull(sample_rate_hz)) == test::heard_of(make_sound(Sound::Confirmed)));
}

TEST_CASE("while no device can be opened nothing waits, and once one can it is heard") {
  test::LogCatcher const log;
  {
    test::HandEar ear;
    test::Silences silences;
    Speaker speaker = test::open_speaker({.on_silence = silences.knock()}, ear.output());
    ear.break_device();
    ear.forbid_opening();
    for (int count = 1; count <= 3; ++count) {
      speaker.say("nl", "Goedemorgen.");
      REQUIRE(silences.wait_for(count));
      CHECK_FALSE(speaker.is_speaking());
    }
    ear.allow_opening();
    speaker.play(Sound::AskHost);
    REQUIRE(ear.wait_until_opened(2));
    CHECK(test::heard_of(ear.pull(sample_rate_hz)) == test::heard_of(make_sound(Sound::AskHost)));
  }
  CHECK(log.text() == "nothing is plugged in\n");
}

TEST_CASE("a device with nothing to play is closed, and opened again for the next sound") {
  test::HandEar ear;
  Speaker speaker = test::open_speaker({.rest_after_ms = 0}, ear.output());
  for (int times = 2; times <= 4; ++times) {
    REQUIRE(ear.wait_until_closed());
    speaker.play(Sound::Confirmed);
    REQUIRE(ear.wait_until_opened(times));
    CHECK(test::heard_of(ear.pull(sample_rate_hz)) == test::heard_of(make_sound(Sound::Confirmed)));
  }
}

TEST_CASE("without any sound device the failure says so") {
  SDL_SetHintWithPriority(SDL_HINT_AUDIODRIVER, "no such driver", SDL_HINT_OVERRIDE);
  auto const speaker = Speaker::open({});
  SDL_ResetHint(SDL_HINT_AUDIODRIVER);
  REQUIRE_FALSE(speaker);
  CHECK(speaker.error().what.starts_with("cannot reach any sound: "));
}

TEST_CASE("stop ends the program, not only its sound") {
  test::FakeSpeech const fake(fake_words);
  test::DiskEar ear;
  Speaker speaker = test::open_speaker({.speech_program = fake.program()}, ear.output());
  speaker.say("nl", "endless");
  REQUIRE(ear.wait_until_heard(1'000));
  CHECK(fake.is_there());
  speaker.stop();
  CHECK(fake.wait_until_gone());
}

TEST_CASE("a speaker that goes in the middle of a word takes its program with it") {
  test::FakeSpeech const fake(fake_words);
  test::DiskEar ear;
  {
    Speaker speaker = test::open_speaker({.speech_program = fake.program()}, ear.output());
    speaker.say("nl", "endless");
    REQUIRE(ear.wait_until_heard(1'000));
    CHECK(fake.is_there());
  }
  CHECK_FALSE(fake.is_there());
}

}  // namespace inloop::platform
