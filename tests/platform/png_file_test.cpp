#include "kiosk/platform/png_file.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/memory_glass.h"
#include "tests/support/temporary_folder.h"

namespace inloop::platform {

using test::plain_pixels;
TEST_CASE("a picture survives its way through a PNG file") {
  test::TemporaryFolder const folder;
  Pixels picture = plain_pixels(7, 3, {.red = 200, .green = 100, .blue = 50});
  picture.bgra[0] = 1;
  REQUIRE(write_png(folder.path() / "a.png", picture));
  auto const back = read_png(folder.path() / "a.png");
  REQUIRE(back);
  CHECK(back->width_px == 7);
  CHECK(back->height_px == 3);
  CHECK(back->bgra == picture.bgra);
}

TEST_CASE("a file that is no picture says so") {
  test::TemporaryFolder const folder;
  std::ofstream(folder.path() / "a.png") << "no picture";
  CHECK_FALSE(read_png(folder.path() / "a.png"));
  CHECK_FALSE(read_png(folder.path() / "absent.png"));
}

TEST_CASE("a folder that is not there says so") {
  test::TemporaryFolder const folder;
  auto const written = write_png(folder.path() / "absent" / "a.png", plain_pixels(1, 1, {}));
  REQUIRE_FALSE(written);
  CHECK(written.error().what.find("a.png") != std::string::npos);
}

}  // namespace inloop::platform
