#include "kiosk/qr/qr_code.h"

#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/scanner.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using qr::qr_code;
using qr::QrCode;

// A black and white picture in letters (PBM), with the quiet zone around the code.
std::string picture_of(QrCode const& code, int dots_a_module) {
  auto const side = code.side_with_quiet_zone() * dots_a_module;
  auto picture = "P1\n" + std::to_string(side) + " " + std::to_string(side) + "\n";
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      auto const column = x / dots_a_module - qr::quiet_modules;
      auto const row = y / dots_a_module - qr::quiet_modules;
      bool const is_inside = column >= 0 && row >= 0 && column < code.side && row < code.side;
      picture += is_inside && code.is_dark(column, row) ? "1\n" : "0\n";
    }
  return picture;
}

std::string read_back(std::string const& text) {
  test::TemporaryFolder const folder;
  auto const code = qr_code(text);
  REQUIRE(code.has_value());
  return test::scanned_code(folder.write("code.pbm", picture_of(*code, 3)));
}

TEST_CASE("A reader that is not ours reads back what went into the code") {
  std::string const text = "https://example.nl/podcast?aflevering=12";
  CHECK(read_back(text) == text);
}

TEST_CASE("Letters of every script come back as they went in") {
  for (std::string const text : {"Koffie en gezelligheid, één uur", "يوغا الساعة الثانية",
                                 "Gotowanie, żółć", "Кава і розмова", "ቡን ንምስታይ"}) {
    INFO(text);
    CHECK(read_back(text) == text);
  }
}

TEST_CASE("The longest text fits, and one byte more is refused in words") {
  std::string text(qr::longest_text_bytes, 'a');
  CHECK(read_back(text) == text);
  text += 'a';
  auto const refused = qr_code(text);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().what == "a QR code holds at most 1200 bytes, not 1201");
}

TEST_CASE("Digits and capitals alone make a smaller code") {
  std::string const pass = "INLOOP1-0123456789ABCDEFGHJKMNPQRST";
  CHECK(read_back(pass) == pass);
  CHECK(qr_code(pass)->side == 25);
  CHECK(qr_code("i" + pass.substr(1))->side == 29);
}

TEST_CASE("A code without a text is refused") {
  CHECK_FALSE(qr_code("").has_value());
}

TEST_CASE("The same text makes the same code, and the code has its three corners") {
  auto const code = qr_code("Buurtkamer");
  REQUIRE(code.has_value());
  CHECK(code == qr_code("Buurtkamer"));
  CHECK(code != qr_code("buurtkamer"));
  auto const last = code->side - 1;
  CHECK(code->side == 21);
  CHECK(code->dark.size() == std::size_t{21} * 21);
  CHECK(code->is_dark(0, 0));
  CHECK(code->is_dark(last, 0));
  CHECK(code->is_dark(0, last));
  CHECK_FALSE(code->is_dark(7, 7));  // the light line that parts a corner from the rest
}

}  // namespace
}  // namespace inloop
