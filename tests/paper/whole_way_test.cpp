#include <future>

#include <catch2/catch.hpp>

#include "kiosk/paper/slip_printer.h"
#include "tests/paper/pipe.h"
#include "tests/paper/printed.h"
#include "tests/paper/samples.h"
#include "tests/support/scanner.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

// Pango draws on threads of its own, which the thread sanitizer cannot see into: this test is
// apart.
TEST_CASE("A slip comes out of the printer with a code that can be read") {
  constexpr int roomy_bytes = 1 << 20;
  test::TemporaryFolder const folder;
  test::Pipe const device(folder.path() / "lp0", test::Pipe::Reader::Idle, roomy_bytes);
  auto const slip = test::sample_slip(core::Language::Tigrinya);
  std::promise<std::string> outcome;
  auto said = outcome.get_future();
  paper::SlipPrinter printer({.device = {device.path()}}, paper::drawn, system_clock());
  printer.print(slip, [&outcome](Result<> const& result) {
    outcome.set_value(result ? "printed" : result.error().what);
  });
  REQUIRE(said.wait_for(test::patience) == std::future_status::ready);
  CHECK(said.get() == "printed");
  auto const picture = test::printed(device.read_all()).picture;
  CHECK(test::scanned_code(folder.write("slip.pbm", test::pbm(picture))) == slip.qr_text);
}

}  // namespace
}  // namespace inloop
