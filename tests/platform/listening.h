#pragma once
// What a test hears of a speaker: SDL's own sound device that writes to a file, counted as it goes;
// a device that a test pulls by hand; its knocks and its log. Any thread, unless it says otherwise.

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <sstream>
#include <string>

#include "kiosk/base/log.h"
#include "kiosk/platform/sound_output.h"
#include "kiosk/platform/speaker.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

// Waits for something that always comes; a test fails when it does not. Any thread.
class Signal {
 public:
  void change(std::function<void()> const& what);
  // False when it did not become so.
  [[nodiscard]] bool wait_until(std::function<bool()> const& is_so);

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
};

// SDL's disk device, at several times the pace of the clock: what reaches it is in a file. One for
// each test, made before the Speaker, which must be gone before samples() is asked.
class DiskEar {
 public:
  DiskEar();
  ~DiskEar();
  DiskEar(DiskEar const&) = delete;
  DiskEar& operator=(DiskEar const&) = delete;

  // SDL's output, with an ear beside it.
  [[nodiscard]] std::unique_ptr<platform::SoundOutput> output();

  [[nodiscard]] bool wait_until_heard(std::uint64_t frames_that_are_no_silence);
  [[nodiscard]] bool wait_until_pulled(std::uint64_t frames);
  [[nodiscard]] std::uint64_t pulled_frames();

  // Everything that was written by the device that was opened last.
  [[nodiscard]] platform::Samples samples() const;

 private:
  void count(std::span<std::int16_t const> frames);

  TemporaryFolder m_folder;
  Signal m_signal;
  std::uint64_t m_pulled_frames = 0;  // both under m_signal's lock
  std::uint64_t m_heard_frames = 0;
};

// A device that pulls when the test says so, breaks when the test says so, and can be counted.
// Outlives the Speaker.
class HandEar {
 public:
  [[nodiscard]] std::unique_ptr<platform::SoundOutput> output();

  // What is heard next; silence while no device is open.
  [[nodiscard]] platform::Samples pull(std::size_t frames);

  void break_device();
  void forbid_opening();
  void allow_opening();
  [[nodiscard]] bool wait_until_opened(int times);
  [[nodiscard]] bool wait_until_closed();

 private:
  class Device;
  class Output;

  Signal m_signal;
  platform::PullSound m_pull;  // all of these under m_signal's lock
  bool m_is_lost = false;
  bool m_may_open = true;
  int m_opened = 0;
};

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
  Signal m_signal;
  int m_count = 0;
};

// A speaker that keeps its device open unless the options say that it rests at once. Fails the test
// when it cannot be opened.
[[nodiscard]] platform::Speaker open_speaker(platform::SpeakerOptions options,
                                             std::unique_ptr<platform::SoundOutput> output);

[[nodiscard]] bool ends_with(platform::Samples const& samples, platform::Samples const& end);

// Collects what the program logs while it lives.
class LogCatcher {
 public:
  LogCatcher();
  ~LogCatcher();
  LogCatcher(LogCatcher const&) = delete;
  LogCatcher& operator=(LogCatcher const&) = delete;

  // After whoever logs has ended.
  [[nodiscard]] std::string text() const { return m_text.str(); }

 private:
  std::ostringstream m_text;
  std::shared_ptr<spdlog::logger> m_before;
};

}  // namespace inloop::test
