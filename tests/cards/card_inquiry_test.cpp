// What a card is, and what it is never asked.

#include "kiosk/cards/card_inquiry.h"

#include <random>

#include <catch2/catch.hpp>

#include "tests/cards/sample_card.h"

namespace {

using namespace inloop::cards;
using inloop::test::from_hex;
using inloop::test::SampleCard;
using inloop::test::SampleKind;

CardKind kind_of(SampleKind kind) {
  Inquiry inquiry(inloop::test::atr_of(kind));
  while (auto const question = inquiry.question()) {
    REQUIRE_FALSE(inloop::test::asks_for_number(*question));
    inquiry.answer(inloop::test::reply_of({.kind = kind}, *question).bytes());
  }
  return inquiry.kind();
}

CardKind kind_without_questions(char const* atr) {
  Inquiry const inquiry(from_hex(atr));
  REQUIRE_FALSE(inquiry.question());
  return inquiry.kind();
}

TEST_CASE("each kind of card is recognised without asking for its number") {
  CHECK(kind_of(SampleKind::NfcTag) == CardKind::NfcTag);
  CHECK(kind_of(SampleKind::NfcTagWithRandomNumber) == CardKind::NfcTag);
  CHECK(kind_of(SampleKind::MifareClassic1K) == CardKind::MifareClassic1K);
  CHECK(kind_of(SampleKind::Desfire) == CardKind::Desfire);
  CHECK(kind_of(SampleKind::MifareClassic4K) == CardKind::Forbidden);
  CHECK(kind_of(SampleKind::Payment) == CardKind::Forbidden);
  CHECK(kind_of(SampleKind::Passport) == CardKind::Forbidden);
  CHECK(kind_of(SampleKind::DrivingLicence) == CardKind::Forbidden);
  CHECK(kind_of(SampleKind::OfficeBadge) == CardKind::Unknown);
}

TEST_CASE("an Ultralight that is no NFC tag may be a ticket of transport and is not accepted") {
  CHECK(kind_of(SampleKind::TransportTicket) == CardKind::Unknown);
}

TEST_CASE("an ATR that no contactless card of ours has is unknown at once") {
  CHECK(kind_without_questions("") == CardKind::Unknown);
  CHECK(kind_without_questions("3B") == CardKind::Unknown);
  CHECK(kind_without_questions("3B 80 80 01") == CardKind::Unknown);
  // A card with contacts.
  CHECK(kind_without_questions("3B 02 14 50") == CardKind::Unknown);
  // A wrong checksum, a length that is not the one announced.
  CHECK(kind_without_questions("3B 81 80 01 80 81") == CardKind::Unknown);
  CHECK(kind_without_questions("3B 82 80 01 80 80") == CardKind::Unknown);
  // A library book: ISO 15693, not ISO 14443.
  CHECK(kind_without_questions("3B 8F 80 01 80 4F 0C A0 00 00 03 06 0B 00 14 00 00 00 00 77") ==
        CardKind::Unknown);
  // A memory card whose chip is not listed.
  CHECK(kind_without_questions("3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 26 00 00 00 00 4D") ==
        CardKind::Unknown);
}

TEST_CASE("the OV-chipkaart of the public list of ATRs is forbidden") {
  CHECK(kind_without_questions("3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 02 00 00 00 00 69") ==
        CardKind::Forbidden);
}

TEST_CASE("an application that warns or has more to say is there, too") {
  for (auto const* reply : {"90 00", "61 20", "62 83", "63 10"}) {
    Inquiry inquiry(from_hex("3B 81 80 01 80 80"));
    REQUIRE(inquiry.question());
    inquiry.answer(from_hex(reply));
    CAPTURE(reply);
    REQUIRE_FALSE(inquiry.question());
    CHECK(inquiry.kind() == CardKind::Forbidden);
  }
}

TEST_CASE("only what the place hands out is accepted, and never a forbidden card") {
  AcceptedKinds const all{.nfc_tag = true, .mifare_classic_1k = true, .desfire = true};
  CHECK(is_accepted(CardKind::NfcTag, {}));
  CHECK_FALSE(is_accepted(CardKind::MifareClassic1K, {}));
  CHECK_FALSE(is_accepted(CardKind::Desfire, {}));
  CHECK(is_accepted(CardKind::MifareClassic1K, all));
  CHECK(is_accepted(CardKind::Desfire, all));
  CHECK_FALSE(is_accepted(CardKind::Forbidden, all));
  CHECK_FALSE(is_accepted(CardKind::Unknown, all));
}

TEST_CASE("a number is fixed, random or no number by its length and first byte") {
  CHECK(kind_of_number(from_hex("04 11 22 33")) == NumberKind::Fixed);
  CHECK(kind_of_number(from_hex("04 11 22 33 44 55 66")) == NumberKind::Fixed);
  CHECK(kind_of_number(from_hex("08 11 22 33 44 55 66")) == NumberKind::Fixed);
  CHECK(kind_of_number(from_hex("04 11 22 33 44 55 66 77 88 99")) == NumberKind::Fixed);
  CHECK(kind_of_number(from_hex("08 11 22 33")) == NumberKind::Random);
  CHECK(kind_of_number(from_hex("")) == NumberKind::Unusable);
  CHECK(kind_of_number(from_hex("08 11 22")) == NumberKind::Unusable);
  CHECK(kind_of_number(from_hex("04 11 22 33 44 55 66 77")) == NumberKind::Unusable);
}

TEST_CASE("whatever a card answers, it is asked at most four things and never its number") {
  constexpr std::uint32_t seed = 20'261;
  CAPTURE(seed);
  std::mt19937 random(seed);
  auto const bytes_of = [&random](std::size_t longest) {
    std::vector<std::byte> bytes(random() % (longest + 1));
    for (auto& byte : bytes) byte = static_cast<std::byte>(random() & 0xFFU);
    return bytes;
  };
  std::size_t asked = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto atr = i % 2 == 0 ? bytes_of(33) : inloop::test::atr_of(SampleKind(random() % 10));
    Inquiry inquiry(atr);
    int questions = 0;
    while (auto const question = inquiry.question()) {
      REQUIRE_FALSE(inloop::test::asks_for_number(*question));
      REQUIRE(++questions <= 4);
      inquiry.answer(bytes_of(12));
    }
    asked += static_cast<std::size_t>(questions);
    REQUIRE(inquiry.kind() <= CardKind::Unknown);
  }
  CHECK(asked > 10'000);  // else no card was recognised and nothing was tried
}

}  // namespace
