#include "kiosk/paper/slip.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/paper/escpos.h"
#include "kiosk/qr/qr_code.h"
#include "tests/paper/printed.h"
#include "tests/paper/samples.h"
#include "tests/support/scanner.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using paper::BitPicture;
using paper::drawn;
using paper::Slip;

BitPicture picture_of(Slip const& slip, int paper_dots = paper::narrow_paper_dots) {
  auto const picture = drawn(slip, paper_dots);
  INFO((picture ? std::string() : picture.error().what));
  REQUIRE(picture.has_value());
  return *picture;
}

std::string scanned(BitPicture const& picture) {
  test::TemporaryFolder const folder;
  return test::scanned_code(folder.write("slip.pbm", test::pbm(picture)));
}

std::string why_not(Slip const& slip) {
  auto const picture = drawn(slip, paper::narrow_paper_dots);
  return picture ? "it was drawn" : picture.error().what;
}

bool has_dark(BitPicture const& picture, int left_dots, int right_dots, int top_dots,
              int bottom_dots) {
  for (int y = top_dots; y < bottom_dots; ++y)
    for (int x = left_dots; x < right_dots; ++x)
      if (picture.is_dark(x, y)) return true;
  return false;
}

TEST_CASE("The code on a slip is read from the printed dots, in every language") {
  for (auto const& language : core::all_languages) {
    INFO(language.code);
    auto const slip = test::sample_slip(language.language);
    auto const printed = test::printed(paper::escpos(picture_of(slip)));
    CHECK(printed.is_cut);
    CHECK(scanned(printed.picture) == slip.qr_text);
  }
}

TEST_CASE("What the printer gets is the picture, dot for dot, in bands that it can hold") {
  auto const picture = picture_of(test::sample_slip(core::Language::Arabic));
  auto const printed = test::printed(paper::escpos(picture));
  CHECK(printed.picture == picture);
  CHECK(printed.highest_band == paper::band_rows);
  CHECK(printed.bands == (picture.height_dots() + paper::band_rows - 1) / paper::band_rows);
}

TEST_CASE("The same slip gives the same dots") {
  auto const slip = test::sample_slip(core::Language::Persian);
  CHECK(picture_of(slip) == picture_of(slip));
  CHECK(picture_of(slip) != picture_of(test::sample_slip(core::Language::Dutch)));
}

TEST_CASE("Words keep off the edges of the paper, however long they are") {
  Slip slip = test::sample_slip(core::Language::Ukrainian);
  slip.title = "Gemeenschappelijkheidsbevorderingsbijeenkomst";
  slip.lines = {{"", std::string(120, 'W')}, {"📍", std::string(120, 'W')}};
  slip.qr_text.clear();
  for (int const dots : {paper::narrow_paper_dots, 576}) {
    auto const picture = picture_of(slip, dots);
    CHECK_FALSE(has_dark(picture, 0, 7, 0, picture.height_dots()));
    CHECK_FALSE(has_dark(picture, dots - 7, dots, 0, picture.height_dots()));
    CHECK(has_dark(picture, 0, dots, 0, picture.height_dots()));
  }
}

TEST_CASE("The picture of a line stands where the reader begins") {
  auto const side_with_picture = [](core::Direction direction) {
    Slip const slip{.title = "", .lines = {{"⬛", "-"}}, .direction = direction};
    auto const picture = picture_of(slip);
    auto const half = picture.width_dots() / 2;
    auto const dark = [&](int from, int to) {
      int count = 0;
      for (int y = 0; y < picture.height_dots(); ++y)
        for (int x = from; x < to; ++x) count += picture.is_dark(x, y) ? 1 : 0;
      return count;
    };
    return dark(0, half) > dark(half, picture.width_dots()) ? "left" : "right";
  };
  CHECK(side_with_picture(core::Direction::LeftToRight) == std::string("left"));
  CHECK(side_with_picture(core::Direction::RightToLeft) == std::string("right"));
}

TEST_CASE("Without a code a slip is shorter, and wide paper prints everything larger") {
  auto slip = test::sample_slip(core::Language::Dutch);
  auto const whole = picture_of(slip);
  auto const wide = picture_of(slip, 576);
  CHECK(wide.width_dots() == 576);
  CHECK(scanned(wide) == slip.qr_text);
  slip.qr_text.clear();
  auto const without = picture_of(slip);
  CHECK(without.height_dots() < whole.height_dots() - 200);
  CHECK(scanned(without).empty());
}

TEST_CASE("What a slip cannot hold is refused in words") {
  auto slip = test::sample_slip(core::Language::Dutch);
  slip.qr_text.assign(qr::longest_text_bytes + 1, 'a');
  CHECK(why_not(slip) == "a QR code holds at most 1200 bytes, not 1201");
  slip.qr_text.assign(qr::longest_text_bytes, 'a');
  CHECK(why_not(slip) == "384 dots of paper are too narrow for a QR code of 1200 bytes");
  slip.qr_text.assign(580, 'a');
  CHECK(why_not(slip) == "it was drawn");
  slip.title.assign(paper::longest_slip_text_bytes + 1, 'a');
  CHECK(why_not(slip) == "a text on a slip has at most 400 bytes");
  slip.title = "Yoga";
  slip.lines.back().text = std::string(paper::longest_slip_text_bytes + 1, 'a');
  CHECK(why_not(slip) == "a text on a slip has at most 400 bytes");
  slip.lines.assign(paper::most_slip_lines + 1, {"", "regel"});
  CHECK(why_not(slip) == "a slip has at most 10 lines, not 11");
}

}  // namespace
}  // namespace inloop
