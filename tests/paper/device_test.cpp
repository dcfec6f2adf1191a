#include "kiosk/paper/device.h"

#include <array>
#include <fstream>
#include <iterator>
#include <thread>

#include <catch2/catch.hpp>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include "tests/paper/pipe.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using namespace std::chrono_literals;
using paper::StopSign;
using paper::write_to;

std::string outcome(Result<> const& result) {
  return result ? "printed" : result.error().what;
}

TEST_CASE("Everything arrives at a device that takes it") {
  test::TemporaryFolder const folder;
  auto const path = folder.write("printer", "");
  StopSign const stop;
  std::string const bytes(200'000, 'x');
  CHECK(outcome(write_to({path}, bytes, system_clock(), stop)) == "printed");
  std::ifstream file(path, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == bytes);
}

TEST_CASE("A printer that is not there is named") {
  test::TemporaryFolder const folder;
  StopSign const stop;
  auto const missing = folder.path() / "lp0";
  CHECK(folder.without_path(outcome(write_to({missing}, "x", system_clock(), stop))) ==
        "cannot open the printer lp0: No such file or directory");
  test::Pipe const nobody_reads(folder.path() / "lp1", test::Pipe::Reader::None);
  CHECK(folder.without_path(outcome(write_to({nobody_reads.path()}, "x", system_clock(), stop))) ==
        "cannot open the printer lp1: No such device or address");
}

TEST_CASE("A printer that takes nothing more is given up when its time is over") {
  test::TemporaryFolder const folder;
  test::Pipe const stuck(folder.path() / "lp0", test::Pipe::Reader::Idle);
  StopSign const stop;
  std::string const bytes(100'000, 'x');
  CHECK(outcome(write_to({stuck.path(), 30ms}, bytes, system_clock(), stop)) ==
        "the printer does not take what is to be printed");
  CHECK(stuck.read_all().size() < bytes.size());
}

TEST_CASE("A stop sign ends the longest wait") {
  test::TemporaryFolder const folder;
  test::Pipe const stuck(folder.path() / "lp0", test::Pipe::Reader::Idle);
  StopSign stop;
  std::string said;
  std::thread writer([&] {
    said = outcome(write_to({stuck.path(), 24h}, std::string(100'000, 'x'), system_clock(), stop));
  });
  stuck.wait_for_bytes();  // it is in the middle of it
  stop.raise();
  writer.join();
  CHECK(said == "the kiosk stops, and with it the printer");
}

// A serial line with a printer at its other end.
class SerialLine {
 public:
  SerialLine() { REQUIRE(openpty(&m_printer, &m_line, m_name.data(), nullptr, nullptr) == 0); }
  ~SerialLine() {
    close(m_line);
    close(m_printer);
  }
  SerialLine(SerialLine const&) = delete;
  SerialLine& operator=(SerialLine const&) = delete;

  [[nodiscard]] std::filesystem::path path() const { return m_name.data(); }
  [[nodiscard]] int line() const { return m_line; }

  // Waits for as many bytes.
  [[nodiscard]] std::string read_back(std::size_t count) const {
    std::string bytes;
    std::array<char, 1024> some{};
    while (bytes.size() < count) {
      auto const got = read(m_printer, some.data(), some.size());
      if (got <= 0) break;
      bytes.append(some.data(), static_cast<std::size_t>(got));
    }
    return bytes;
  }

 private:
  int m_printer = -1;
  int m_line = -1;
  std::array<char, 64> m_name{};
};

TEST_CASE("A serial printer gets the very bytes, also those that mean the end of a line") {
  SerialLine const serial;
  StopSign const stop;
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  CHECK(outcome(write_to({serial.path()}, bytes, system_clock(), stop)) == "printed");
  CHECK(serial.read_back(bytes.size()) == bytes);
}

TEST_CASE("A serial printer that says wait is given up when its time is over") {
  SerialLine const serial;
  REQUIRE(tcflow(serial.line(), TCOOFF) == 0);
  StopSign const stop;
  CHECK(outcome(write_to({serial.path(), 30ms}, "x", system_clock(), stop)) ==
        "the printer does not take what is to be printed");
}

TEST_CASE("A printer says what is the matter with it in its status") {
  CHECK(paper::complaint_in(0x18) == std::nullopt);
  CHECK(paper::complaint_in(0x38) == "the printer has no paper");
  CHECK(paper::complaint_in(0x30) == "the printer has no paper");
  CHECK(paper::complaint_in(0x10) == "the printer reports an error");
}

}  // namespace
}  // namespace inloop
