#include <csignal>
#include <numbers>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "kiosk/platform/speech_process.h"
#include "kiosk/platform/speech_stream.h"
#include "kiosk/platform/speech_voices.h"
#include "tests/platform/fake_speech.h"
#include "tests/platform/sound_measures.h"

namespace inloop::platform {
namespace {

constexpr auto espeak = "/usr/bin/espeak-ng";

std::string answer_of(SpeechCommand const& command) {
  auto process = SpeechProcess::start(command);
  REQUIRE(process);
  std::string all;
  while (true) {
    auto const bytes = process->read();
    REQUIRE(bytes);
    if (bytes->empty()) break;
    all += *bytes;
  }
  REQUIRE(process->end());
  return all;
}

Result<Samples> said(SpeechOrder const& order) {
  auto stream = SpeechStream::start(order);
  if (!stream) return tl::unexpected(stream.error());
  Samples all;
  while (true) {
    auto const samples = stream->read();
    if (!samples) return tl::unexpected(samples.error());
    if (!*samples) return all;
    all.insert(all.end(), (*samples)->begin(), (*samples)->end());
  }
}

Result<Samples> said_by_espeak(std::string const& voice, std::string const& text) {
  return said({.program = espeak, .voice = voice, .words_a_minute = 140, .text = text});
}

Result<Samples> said_by(test::FakeSpeech const& fake, std::string const& word) {
  return said({.program = fake.program(), .voice = "nl", .words_a_minute = 140, .text = word});
}

double seconds(Samples const& samples) {
  return static_cast<double>(samples.size()) / sample_rate_hz;
}

Samples hum(std::size_t frames, int rate_hz) {
  Samples samples(frames);
  for (std::size_t i = 0; i < frames; ++i)
    samples[i] = static_cast<std::int16_t>(
        10'000 * std::sin(2 * std::numbers::pi * 440 * static_cast<double>(i) / rate_hz));
  return samples;
}

}  // namespace

TEST_CASE("no shell sees what is said, and it arrives to the letter") {
  std::string const text = "Fijn! $(id) `id` ; rm 'x' \"y\" \\ * \n-v en صباح";
  CHECK(answer_of({.program = "/bin/cat", .arguments = {}, .input = text}) == text);
}

TEST_CASE("the program gets its three streams and no other open file of ours") {
  int const ours = open("/dev/null", O_RDONLY);  // stays open in a child that is not careful
  REQUIRE(ours > STDERR_FILENO);
  std::istringstream list(
      answer_of({.program = "/bin/ls", .arguments = {"/proc/self/fd"}, .input = {}}));
  close(ours);
  std::set<std::string> names;
  for (std::string name; list >> name;) names.insert(name);
  CHECK(names == std::set<std::string>{"0", "1", "2", "3"});  // 3 is the folder it looks into
}

TEST_CASE("the program gets none of our environment") {
  setenv("INLOOP_SECRET", "1", 1);
  CHECK(answer_of({.program = "/usr/bin/env", .arguments = {}, .input = {}}) ==
        "LC_ALL=C.UTF-8\nHOME=/dev/null\nPULSE_SERVER=/dev/null\n");
}

TEST_CASE("a program that is not there is a failure in words") {
  auto const process =
      SpeechProcess::start({.program = "/no/such/program", .arguments = {}, .input = {}});
  REQUIRE_FALSE(process);
  CHECK(process.error().what == "cannot start /no/such/program: No such file or directory");
}

TEST_CASE("a program and what it started are gone when their handle is") {
  int helper = -1;
  pid_t program = 0;
  {
    auto const process =
        SpeechProcess::start({.program = "/bin/sh",
                              .arguments = {"-c", "sleep 1000 & echo $$ $!; exec sleep 1000"},
                              .input = {}});
    REQUIRE(process);
    auto const answer = process->read();
    REQUIRE(answer);
    pid_t helper_id = 0;
    std::istringstream(*answer) >> program >> helper_id;
    // Through syscall(): the header of glibc 2.36 for pidfd_open() is not fit for C++.
    helper = static_cast<int>(syscall(SYS_pidfd_open, helper_id, 0));
    REQUIRE(helper >= 0);
    CHECK(kill(program, 0) == 0);
  }
  CHECK(kill(program, 0) != 0);  // dead and waited for
  pollfd watched{.fd = helper, .events = POLLIN, .revents = 0};
  CHECK(poll(&watched, 1, test::patience_ms) == 1);
  close(helper);
}

TEST_CASE("a program that ended badly is told from one that we ended") {
  auto const end_after = [](std::string const& script) {
    auto process =
        SpeechProcess::start({.program = "/bin/sh", .arguments = {"-c", script}, .input = {}});
    REQUIRE(process);
    CHECK(process->read() == "");
    auto const ended = process->end();
    return ended ? "" : ended.error().what;
  };
  CHECK(end_after("exit 0").empty());
  CHECK(end_after("exit 3") == "it ended with code 3");
  CHECK(end_after("kill -SEGV $$") == "it died of signal 11");
  CHECK(end_after("exec >&-; exec sleep 1000").empty());
}

TEST_CASE("espeak-ng says what it is asked in every language that has a voice") {
  auto const voices = SpeechVoices::ask(espeak);
  REQUIRE(voices);
  for (auto const* const code : {"nl", "en", "ar", "tr", "pl", "uk", "fa"}) {
    CAPTURE(code);
    auto const voice = voices->voice_for(code);
    REQUIRE(voice);
    auto const samples = said_by_espeak(*voice, "1 2 3 4 5 6");
    REQUIRE(samples);
    CHECK(seconds(*samples) > 1.5);
    CHECK(seconds(*samples) < 6);
    CHECK(test::level_db(*samples) > -30);
  }
  CHECK_FALSE(voices->voice_for("ti"));
}

TEST_CASE("the same words differ from language to language, and are the same each time") {
  std::set<Samples> versions;
  for (auto const* const voice : {"nl", "en-gb", "ar", "tr", "pl", "uk", "fa", "nl"}) {
    auto samples = said_by_espeak(voice, "1 2 3");
    REQUIRE(samples);
    versions.insert(std::move(*samples));
  }
  CHECK(versions.size() == 7);
}

TEST_CASE("twice as many words take about twice as long") {
  auto const once = said_by_espeak("nl", "Goedemorgen allemaal. ");
  auto const twice = said_by_espeak("nl", "Goedemorgen allemaal. Goedemorgen allemaal. ");
  REQUIRE(once);
  REQUIRE(twice);
  CHECK(seconds(*twice) == Approx(2 * seconds(*once)).epsilon(0.1));
}

TEST_CASE("marks around right-to-left numbers are not read aloud") {
  CHECK(said_by_espeak("ar",
                       "\u2066"
                       "12"
                       "\u2069") == said_by_espeak("ar", "12"));
}

TEST_CASE("phonemes and control characters in a title are read as blanks") {
  CHECK(sayable("a[[b]]\x07"
                "c\td\ne\x7F") == "a  b   c d\ne ");
  CHECK(sayable("Fijn dat u er bent! صباح 😀") == "Fijn dat u er bent! صباح 😀");
}

TEST_CASE("a text that is too long is cut between two words, and never inside a letter") {
  std::string words;
  while (words.size() <= most_text_bytes) words += "woord ";
  auto const cut = sayable(words);
  CHECK(cut.size() <= most_text_bytes);
  CHECK(cut.size() > most_text_bytes - 6);
  CHECK(cut.ends_with("woord"));
  std::string letters = "x";  // so that the limit falls inside a letter of two bytes
  while (letters.size() <= most_text_bytes) letters += "é";
  CHECK(sayable(letters).size() == most_text_bytes - 1);
  CHECK(sayable(letters).ends_with("é"));
  CHECK(sayable(words.substr(0, most_text_bytes)).size() == most_text_bytes);
}

TEST_CASE("speech at another rate keeps its length and its pitch") {
  for (int const rate_hz : {8'000, 16'000, 44'100, 48'000}) {
    CAPTURE(rate_hz);
    test::FakeSpeech const fake(hum(static_cast<std::size_t>(rate_hz), rate_hz),
                                {.rate_hz = static_cast<std::uint32_t>(rate_hz)});
    auto const samples = said_by(fake, "well");
    REQUIRE(samples);
    CHECK(seconds(*samples) == Approx(1).margin(0.001));
    CHECK(test::main_pitch_hz(*samples) == Approx(440).margin(5));
    CHECK(test::peak_of(*samples) == Approx(10'000).epsilon(0.05));
  }
}

TEST_CASE("a program that crashes, fails, babbles or is mute is a failure in words") {
  test::FakeSpeech const fake({1, 2, 3});
  auto const objection = [&fake](std::string const& word) {
    auto const samples = said_by(fake, word);
    return samples ? "" : samples.error().what;
  };
  CHECK(objection("well").empty());
  CHECK(objection("crash") == "it died of signal 11");
  CHECK(objection("failing") == "it ended with code 3");
  CHECK(objection("garbage") == "what it says is no WAV stream");
  CHECK(objection("nothing") == "it said nothing");
  CHECK_FALSE(fake.is_there());
}

TEST_CASE("of the regions of a language the one with the best priority is taken") {
  SpeechVoices const voices(
      "Pty Language       Age/Gender VoiceName          File\n"
      " 5  en-029          --/M      English_(Caribbean) gmw/en-029\n"
      " 2  en-gb           --/M      English_(Great_Britain) gmw/en\n"
      " 5  fa-latn         --/M      Persian_(Pinglish) ira/fa-Latn\n"
      " 5  fa              --/M      Persian            ira/fa\n"
      "\nnonsense\n");
  CHECK(voices.voice_for("en") == "en-gb");
  CHECK(voices.voice_for("fa") == "fa");
  CHECK_FALSE(voices.voice_for("e"));
  CHECK_FALSE(voices.voice_for("ti"));
  CHECK_FALSE(voices.voice_for("Language"));
  CHECK_FALSE(SpeechVoices().voice_for("nl"));
}

TEST_CASE("a program that is mute or tireless about its voices is given up") {
  test::TemporaryFolder const folder;
  auto const objection_to = [&folder](std::string const& script) {
    auto const program = folder.write("program", "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    auto const voices = SpeechVoices::ask(program);
    return voices ? "" : folder.without_path(voices.error().what);
  };
  CHECK(objection_to("exec sleep 1000") == "program does not tell its voices");
  CHECK(objection_to("exec yes") == "program tells of voices without end");
  CHECK(objection_to("exit 1") == "program: it ended with code 1");
}

}  // namespace inloop::platform
