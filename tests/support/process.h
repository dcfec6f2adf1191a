#pragma once
// A program that a test starts and that never outlives it. Its output is collected by a thread of
// its own; everything else is for the one thread that owns the Process.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::test {

// How long a test waits for something that always comes, before it fails.
inline constexpr std::chrono::seconds patience{30};

inline constexpr std::size_t most_output_bytes = 4 * 1024 * 1024;  // further output is not kept

struct Command {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::vector<std::string> environment;  // "NAME=value", beside what the test itself has
};

class Process {
 public:
  // Starts it in a process group of its own. Throws std::runtime_error when it cannot.
  explicit Process(Command const& command);
  // Kills the whole group and waits for it.
  ~Process();
  Process(Process&&) noexcept;
  Process& operator=(Process&&) noexcept;

  // Waits until a whole line with `text` in it has come on standard output or standard error, and
  // returns it. Nothing when the output ended or patience did.
  [[nodiscard]] std::optional<std::string> wait_for_line(
      std::string_view text, std::chrono::milliseconds longest = patience) const;

  // To the program itself; for SIGKILL, to its group. Does nothing when it has ended.
  void signal(int number);

  // Waits for the end and returns the exit code, or 128 + the signal. Nothing when it still runs.
  [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds longest = patience);

  // What it has written up to now; all of it after wait().
  [[nodiscard]] std::string output() const;
  [[nodiscard]] std::string errors() const;

  [[nodiscard]] int id() const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

// What a program that was run to its end left behind.
struct Finished {
  int exit_code = 0;
  std::string output;
  std::string errors;
};

// Runs it to its end. Throws std::runtime_error when that does not come.
[[nodiscard]] Finished run(Command const& command, std::chrono::milliseconds longest = patience);

// A TCP port of 127.0.0.1 that nobody listens on now. Somebody else may take it meanwhile.
[[nodiscard]] std::uint16_t free_port();

}  // namespace inloop::test
