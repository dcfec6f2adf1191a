#include "kiosk/platform/speaker.h"

#include <sstream>
#include <thread>

#include <SDL.h>
#include <catch2/catch.hpp>
#include <spdlog/sinks/ostream_sink.h>

#include "kiosk/base/log.h"
#include "kiosk/platform/speech_stream.h"
#include "tests/platform/fake_speech.h"
#include "tests/platform/listening.h"
#include "tests/platform/sound_measures.h"

namespace inloop::platform {
namespace {

constexpr auto dutch = "Goedemorgen. Fijn dat u er bent!";
constexpr auto arabic = "صباح الخير. يسعدنا حضورك.";
constexpr int never_rests_ms = 3'600'000;

// Counts the knocks of a speaker and waits for them.
class Silences {
 public:
  std::function<void()> knock() {
    return [this] { m_signal.change([this] { ++m_count; }); };
  }
  [[nodiscard]] bool wait_for(int count) {
    return m_signal.wait_until([&] { return m_count >= count; });
  }
  [[nodiscard]] int count() {
    int count = 0;
    m_signal.change([&] { count = m_count; });
    return count;
  }

 private:
  test::Signal m_signal;
  int m_count = 0;
};

Speaker open_or_fail(SpeakerOptions options, std::unique_ptr<SoundOutput> output) {
  options.rest_after_ms = options.rest_after_ms == 0 ? 0 : never_rests_ms;
  auto speaker = Speaker::open(std::move(options), std::move(output));
  REQUIRE(speaker);
  return std::move(*speaker);
}

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

bool ends_with(Samples const& samples, Samples const& end) {
  return samples.size() >= end.size() &&
         std::equal(end.begin(), end.end(), samples.end() - std::ssize(end));
}

// Collects what the program logs while it lives.
class LogCatcher {
 public:
  LogCatcher() : m_before(spdlog::default_logger()) {
    auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(m_text);
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", sink));
    spdlog::set_pattern("%v");
  }
  ~LogCatcher() { spdlog::set_default_logger(m_before); }
  LogCatcher(LogCatcher const&) = delete;
  LogCatcher& operator=(LogCatcher const&) = delete;

  // After whoever logs has ended.
  [[nodiscard]] std::string text() const { return m_text.str(); }

 private:
  std::ostringstream m_text;
  std::shared_ptr<spdlog::logger> m_before;
};

Samples const fake_words(3'000, 8'000);
Samples const fake_words_heard(3'000, 4'000);

}  // namespace

TEST_CASE("what espeak-ng says in Dutch and in Arabic is heard sample for sample, and differs") {
  std::vector<Samples> versions;
  for (auto const& [code, text] : {std::pair("nl", dutch), std::pair("ar", arabic)}) {
    test::DiskEar ear;
    {
      Silences silences;
      Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
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
    Silences silences;
    Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
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
    Silences silences;
    Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
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
  CHECK(ends_with(heard, second));
  CHECK(std::equal(first.begin(), first.begin() + 4'000, heard.begin()));
  CHECK(heard.size() < first.size() + second.size());
}

TEST_CASE("of many texts at once only the last is heard, and it is told once") {
  test::DiskEar ear;
  Silences silences;
  {
    Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
    for (int i = 0; i < 100; ++i) speaker.say("nl", dutch);
    speaker.say("ar", arabic);
    REQUIRE(silences.wait_for(1));
  }
  CHECK(ends_with(test::heard_of(ear.samples()), words_of("ar", arabic)));
  CHECK(silences.count() == 1);
}

TEST_CASE("the two sounds are heard as they were made, 18 dB softer at the softest step") {
  auto const heard = [](Sound sound, int step) {
    test::DiskEar ear;
    {
      Speaker speaker = open_or_fail({}, ear.output());
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
    Silences silences;
    Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
    speaker.say("nl", dutch);
    REQUIRE(ear.wait_until_heard(1'000));
    speaker.play(Sound::AskHost);
    REQUIRE(silences.wait_for(1));
  }
  auto const heard = test::heard_of(ear.samples());
  auto const words = words_of("nl", dutch);
  CHECK(ends_with(heard, Samples(words.end() - 10'000, words.end())));
  CHECK(test::strength_at(349, heard) > 3 * test::strength_at(349, words));
}

TEST_CASE("a language without a voice is silent, and what was said before stops") {
  test::HandEar ear;
  Silences silences;
  Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
  for (auto const* const code : {"nl", "en", "ar", "tr", "pl", "uk", "fa"})
    CHECK(speaker.has_voice(code));
  CHECK_FALSE(speaker.has_voice("ti"));
  speaker.say("nl", dutch);
  speaker.say("ti", "ሰላም");
  CHECK_FALSE(speaker.is_speaking());
  speaker.say("nl", "");
  CHECK_FALSE(speaker.is_speaking());
}

TEST_CASE("a program that crashes, fails, babbles or is mute leaves the kiosk working") {
  test::FakeSpeech const fake(fake_words);
  for (auto const* const word : {"crash", "failing", "garbage", "nothing", "endless", "hang"}) {
    CAPTURE(word);
    test::DiskEar ear;
    {
      Silences silences;
      Speaker speaker = open_or_fail(
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
    CHECK(ends_with(test::heard_of(ear.samples()), fake_words_heard));
    CHECK_FALSE(fake.is_there());
  }
}

TEST_CASE("trouble with speech is logged once until it has gone well again") {
  test::FakeSpeech const fake(fake_words);
  LogCatcher const log;
  {
    test::DiskEar ear;
    Silences silences;
    Speaker speaker = open_or_fail(
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
  LogCatcher const log;
  test::DiskEar ear;
  {
    Speaker speaker = open_or_fail({.speech_program = "/no/such/program"}, ear.output());
    CHECK_FALSE(speaker.has_voice("nl"));
    speaker.say("nl", dutch);
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
  LogCatcher const log;
  {
    auto fake = std::make_unique<test::FakeSpeech>(fake_words);
    test::HandEar ear;
    Silences silences;
    Speaker speaker = open_or_fail(
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
  Speaker speaker = open_or_fail({}, ear.output());
  CHECK(ear.wait_until_opened(1));
  ear.break_device();
  speaker.play(Sound::Confirmed);
  REQUIRE(ear.wait_until_opened(2));
  CHECK(test::heard_of(ear.pull(sample_rate_hz)) == test::heard_of(make_sound(Sound::Confirmed)));
}

TEST_CASE("while no device can be opened nothing waits, and once one can it is heard") {
  LogCatcher const log;
  {
    test::HandEar ear;
    Silences silences;
    Speaker speaker = open_or_fail({.on_silence = silences.knock()}, ear.output());
    ear.break_device();
    ear.forbid_opening();
    for (int count = 1; count <= 3; ++count) {
      speaker.say("nl", dutch);
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
  Speaker speaker = open_or_fail({.rest_after_ms = 0}, ear.output());
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
  Speaker speaker = open_or_fail({.speech_program = fake.program()}, ear.output());
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
    Speaker speaker = open_or_fail({.speech_program = fake.program()}, ear.output());
    speaker.say("nl", "endless");
    REQUIRE(ear.wait_until_heard(1'000));
    CHECK(fake.is_there());
  }
  CHECK_FALSE(fake.is_there());
}

TEST_CASE("many threads may speak, stop and play at once") {
  test::FakeSpeech const fake(fake_words);
  test::DiskEar ear;
  Silences silences;
  {
    Speaker speaker = open_or_fail(
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
