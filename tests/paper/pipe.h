#pragma once
// A named pipe that stands for a printer: it takes little at a time, and only when the test reads.
// Test thread.

#include <array>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/process.h"

namespace inloop::test {

class Pipe {
 public:
  enum class Reader { None, Idle };

  static constexpr int small_bytes = 4096;

  explicit Pipe(std::filesystem::path path, Reader reader, int bytes = small_bytes)
      : m_path(std::move(path)) {
    if (mkfifo(m_path.c_str(), 0600) != 0) throw std::runtime_error("no pipe: " + m_path.string());
    if (reader == Reader::None) return;
    m_file = open(m_path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_file < 0 || fcntl(m_file, F_SETPIPE_SZ, bytes) < bytes)
      throw std::runtime_error("no reader: " + m_path.string());
  }
  ~Pipe() { hang_up(); }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;

  [[nodiscard]] std::filesystem::path const& path() const { return m_path; }

  // Waits until somebody has written.
  void wait_for_bytes() const {
    pollfd waiting{m_file, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(std::chrono::milliseconds(patience).count())) != 1)
      throw std::runtime_error("nobody writes to " + m_path.string());
  }

  // What is in it now.
  [[nodiscard]] std::string read_all() const {
    std::string all;
    std::array<char, 4096> some{};
    for (auto count = read(m_file, some.data(), some.size()); count > 0;
         count = read(m_file, some.data(), some.size()))
      all.append(some.data(), static_cast<std::size_t>(count));
    return all;
  }

  void hang_up() {
    if (m_file >= 0) close(m_file);
    m_file = -1;
  }

 private:
  std::filesystem::path m_path;
  int m_file = -1;
};

}  // namespace inloop::test
