#pragma once
// A speech program that behaves as badly as the word it has to say: "crash", "hang", "endless" and
// so on; for "well" it says the samples it was given. Lives in a temporary folder.

#include <filesystem>
#include <fstream>
#include <string>

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "kiosk/platform/sound.h"
#include "tests/platform/wave_stream.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

inline constexpr int patience_ms = 20'000;

class FakeSpeech {
 public:
  explicit FakeSpeech(platform::Samples const& samples, WaveFormat const& format = {}) {
    auto const path = [this](std::string_view name) { return (m_folder.path() / name).string(); };
    m_folder.write("wave", wave_stream(samples, format));
    m_folder.write("endless", wave_stream({}, {.data_bytes = 0x7FFF'F000}));
    m_program = m_folder.write("speech", R"(#!/bin/sh
if [ "$1" = --voices ]; then
  echo "Pty Language Age/Gender VoiceName"
  echo " 5  nl       --/M       Dutch"
  exit
fi
read -r word
echo $$ >)" + path("id") + R"(
wave=)" + path("wave") + R"(
case $word in
  well) exec cat "$wave" ;;
  crash) cat "$wave"; kill -SEGV $$ ;;
  failing) cat "$wave"; exit 3 ;;
  garbage) echo "no such voice"; exec cat /dev/zero ;;
  nothing) exit ;;
  hang) exec sleep 1000 ;;
  endless) cat )" + path("endless") + R"(; exec yes AB ;;
esac
)");
    std::filesystem::permissions(m_program, std::filesystem::perms::owner_all);
  }

  [[nodiscard]] std::filesystem::path const& program() const { return m_program; }

  // Whether the process that was last asked to say something is still there, dead or alive.
  [[nodiscard]] bool is_there() const {
    int id = 0;
    std::ifstream(m_folder.path() / "id") >> id;
    return id > 0 && std::filesystem::exists("/proc/" + std::to_string(id));
  }

  // Waits for the end of one that has begun to speak. False when it does not come.
  [[nodiscard]] bool wait_until_gone() const {
    int id = 0;
    std::ifstream(m_folder.path() / "id") >> id;
    // Through syscall(): the header of glibc 2.36 for pidfd_open() is not fit for C++.
    int const process = static_cast<int>(syscall(SYS_pidfd_open, id, 0));
    if (process < 0) return id > 0;
    pollfd watched{.fd = process, .events = POLLIN, .revents = 0};
    bool const is_gone = poll(&watched, 1, patience_ms) == 1;
    close(process);
    return is_gone;
  }

 private:
  TemporaryFolder m_folder;
  std::filesystem::path m_program;
};

}  // namespace inloop::test
