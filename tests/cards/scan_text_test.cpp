// What a keyboard reader may have typed.

#include "kiosk/cards/scan_text.h"

#include <catch2/catch.hpp>

#include "tests/cards/sample_card.h"

namespace {

using namespace inloop::cards;

constexpr WedgeRules with_numbers{.accept_numbers = true};

bool is_nothing(std::string_view text, WedgeRules const& rules = with_numbers) {
  return std::holds_alternative<NothingOfOurs>(meaning_of_scan(text, rules));
}

bool is_number(std::string_view text, Carrier carrier, char const* hex) {
  auto const meaning = meaning_of_scan(text, with_numbers);
  auto const* scanned = std::get_if<NumberScanned>(&meaning);
  auto const expected = inloop::test::from_hex(hex);
  return scanned != nullptr && scanned->carrier == carrier &&
         std::equal(expected.begin(), expected.end(), scanned->number.bytes().begin(),
                    scanned->number.bytes().end());
}

TEST_CASE("a printed pass is read, whatever the rules") {
  auto const* pass = "INLOOP1-000000000000000000000000012";
  auto const* number = "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01";
  CHECK(is_number(pass, Carrier::Qr, number));
  CHECK_FALSE(is_nothing(pass, {}));
}

TEST_CASE("a UID in digits is read only where numbers are accepted") {
  for (auto const* text : {"04a1B2c3", "04A1B2C3D4E5F6", "04A1B2C3D4E5F6A7B8C9", "0123456789"}) {
    CAPTURE(text);
    CHECK_FALSE(is_nothing(text));
    CHECK(is_nothing(text, {}));
  }
  CHECK(is_number("04a1B2c3", Carrier::Nfc, "04 A1 B2 C3"));
  CHECK(is_number("04A1B2C3D4E5F6", Carrier::Nfc, "04 A1 B2 C3 D4 E5 F6"));
  CHECK(is_number("4294967295", Carrier::NfcInDigits, "FF FF FF FF"));
  CHECK(is_number("0000000258", Carrier::NfcInDigits, "00 00 01 02"));
}

TEST_CASE("a number that may be random counts somebody and recognises nobody") {
  auto const is_random = [](std::string_view text) {
    return std::holds_alternative<RandomNumberScanned>(meaning_of_scan(text, with_numbers));
  };
  CHECK(is_random("08A1B2C3"));
  CHECK(is_random("0134217729"));  // 08 00 00 01
  CHECK(is_random("0016777224"));  // 01 00 00 08, typed from the other end
  CHECK_FALSE(is_random("A1B2C308"));
  CHECK_FALSE(is_random("08A1B2C3D4E5F6"));
}

TEST_CASE("a citizen service number is never ours, with its leading zero or without") {
  CHECK(is_nothing("111222333"));  // passes the eleven-test
  CHECK(is_nothing("123456782"));
  CHECK(is_nothing("12345672"));  // the same test for eight digits
  CHECK_FALSE(is_nothing("12345678"));
  CHECK(is_nothing("123456789"));  // nine digits are no UID either way
}

TEST_CASE("what else lies on a table is nothing of ours") {
  for (auto const* text : {"", "0", "https://example.nl/pas?nummer=04A1B2C3", "3528010012345678",
                           "8712345678906", "NL91ABNA0417164300", "04A1B2C", "04A1B2C3D4",
                           "04A1B2CG", "04:A1:B2:C3", "4294967296", "9999999999", "012345678X",
                           "+31612345678", "BEGIN:VCARD", "INLOOP1-", "\xFF\xFE\xFD\xFC"}) {
    CAPTURE(text);
    CHECK(is_nothing(text));
  }
}

}  // namespace
