#include "kiosk/paper/slip_printer.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/paper/pipe.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using namespace std::chrono_literals;
using paper::Slip;
using paper::SlipPrinter;
using test::Pipe;

constexpr int roomy_bytes = 1 << 20;

// More dots than a small pipe takes. Letters are not what is tried here.
Result<paper::BitPicture> plain(Slip const&, int paper_dots) {
  return paper::BitPicture(paper_dots, 800);
}

Slip slip() {
  return {.title = "Yoga"};
}

// Collects what became of the slips, in the order in which it was told.
class Outcomes {
 public:
  SlipPrinter::Done done() {
    return [this](Result<> const& outcome) {
      {
        std::lock_guard const lock(m_mutex);
        m_said.push_back(outcome ? "printed" : outcome.error().what);
      }
      m_changed.notify_all();
    };
  }

  std::vector<std::string> wait_for(std::size_t count) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, test::patience, [&] { return m_said.size() >= count; });
    return m_said;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<std::string> m_said;
};

TEST_CASE("A printer that was away prints again when it is back") {
  test::TemporaryFolder const folder;
  Outcomes outcomes;
  SlipPrinter printer({.device = {folder.path() / "lp0"}}, plain, system_clock());
  printer.print(slip(), outcomes.done());
  CHECK(folder.without_path(outcomes.wait_for(1).at(0)) ==
        "cannot open the printer lp0: No such file or directory");
  Pipe const device(folder.path() / "lp0", Pipe::Reader::Idle, roomy_bytes);
  printer.print(slip(), outcomes.done());
  CHECK(outcomes.wait_for(2).at(1) == "printed");
}

TEST_CASE("A printer that hangs fails after its time, and the next slip is tried") {
  test::TemporaryFolder const folder;
  Pipe const device(folder.path() / "lp0", Pipe::Reader::Idle);
  Outcomes outcomes;
  SlipPrinter printer({.device = {device.path(), 20ms}}, plain, system_clock());
  printer.print(slip(), outcomes.done());
  printer.print(slip(), outcomes.done());
  auto const stuck = std::string("the printer does not take what is to be printed");
  CHECK(outcomes.wait_for(2) == std::vector{stuck, stuck});
}

TEST_CASE("A printer that is pulled out in the middle of a slip fails in words") {
  test::TemporaryFolder const folder;
  Pipe device(folder.path() / "lp0", Pipe::Reader::Idle);
  Outcomes outcomes;
  SlipPrinter printer({.device = {device.path(), 24h}}, plain, system_clock());
  printer.print(slip(), outcomes.done());
  device.wait_for_bytes();
  device.hang_up();
  CHECK(outcomes.wait_for(1) == std::vector<std::string>{"the printer went away"});
}

TEST_CASE("Slips that find too many others waiting are refused at once") {
  test::TemporaryFolder const folder;
  Pipe const device(folder.path() / "lp0", Pipe::Reader::Idle);
  Outcomes accepted;
  Outcomes refused;
  {
    SlipPrinter printer({.device = {device.path(), 24h}}, plain, system_clock());
    printer.print(slip(), accepted.done());
    device.wait_for_bytes();  // the first is being printed, the others wait
    for (std::size_t i = 0; i < paper::most_waiting_slips; ++i)
      printer.print(slip(), accepted.done());
    printer.print(slip(), refused.done());
    CHECK(refused.wait_for(0) == std::vector<std::string>{"4 slips wait for the printer already"});
    CHECK(accepted.wait_for(0).empty());
  }
  // Switching off gives up whatever waits, and says so for each.
  CHECK(accepted.wait_for(5) ==
        std::vector<std::string>(5, "the kiosk stops, and with it the printer"));
}

TEST_CASE("A slip that cannot be drawn does not reach the printer") {
  test::TemporaryFolder const folder;
  Pipe const device(folder.path() / "lp0", Pipe::Reader::Idle, roomy_bytes);
  Outcomes outcomes;
  auto const no_letters = [](Slip const&, int) -> Result<paper::BitPicture> {
    return failure("there are no letters");
  };
  SlipPrinter printer({.device = {device.path()}}, no_letters, system_clock());
  printer.print(slip(), outcomes.done());
  CHECK(outcomes.wait_for(1) == std::vector<std::string>{"there are no letters"});
  CHECK(device.read_all().empty());
}

}  // namespace
}  // namespace inloop
