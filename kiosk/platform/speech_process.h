#pragma once
// A program that gets a text on its standard input and answers on its standard output. It starts
// without a shell, gets none of our open files, and never outlives this handle. One thread at a
// time.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "kiosk/base/result.h"

namespace inloop::platform {

struct SpeechCommand {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::string input;
};

class SpeechProcess {
 public:
  static constexpr std::size_t most_bytes_a_read = 4096;

  [[nodiscard]] static Result<SpeechProcess> start(SpeechCommand const& command);
  SpeechProcess(SpeechProcess&& other) noexcept;
  SpeechProcess& operator=(SpeechProcess&&) = delete;
  // Kills it, and whatever it started, and waits for it.
  ~SpeechProcess();

  // For poll(): readable when it has answered something, or has ended.
  [[nodiscard]] int output() const { return m_output; }

  // What it has answered since; empty at the end. Waits while there is nothing: poll() first.
  [[nodiscard]] Result<std::string> read() const;

  // Kills what is left of it and waits for it. Fails when it had ended badly before.
  [[nodiscard]] Result<> end();

 private:
  SpeechProcess(pid_t id, int output) : m_id(id), m_output(output) {}

  pid_t m_id;
  int m_output;
};

}  // namespace inloop::platform
