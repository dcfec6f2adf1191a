// From a number to a hash that dies with its key.

#include "kiosk/cards/card_key.h"

#include <catch2/catch.hpp>

#include "tests/cards/sample_card.h"

namespace {

using namespace inloop::cards;
using inloop::CardHash;
using inloop::test::from_hex;

constexpr auto november = std::chrono::year{2026} / 11;

std::array<std::byte, card_key_bytes> key_of(int value) {
  std::array<std::byte, card_key_bytes> key{};
  key.fill(static_cast<std::byte>(value));
  return key;
}

std::unique_ptr<CardKeys> keys_with(int value) {
  auto keys = CardKeys::start();
  REQUIRE(keys);
  (*keys)->set(november, key_of(value));
  return std::move(*keys);
}

TEST_CASE("the same card has the same hash in a month, another card another") {
  auto const keys = keys_with(1);
  auto const one = keys->hash(Carrier::Nfc, from_hex("04 11 22 33 44 55 66"));
  REQUIRE(one);
  CHECK(one->month == november);
  CHECK(one == keys->hash(Carrier::Nfc, from_hex("04 11 22 33 44 55 66")));
  CHECK(one != keys->hash(Carrier::Nfc, from_hex("04 11 22 33 44 55 67")));
}

TEST_CASE("a hash is keyed BLAKE2b of carrier and number, as other programs work it out") {
  auto const hash = keys_with(7)->hash(Carrier::Nfc, from_hex("04 11 22 33 44 55 66"));
  REQUIRE(hash);
  auto const expected = from_hex(
      "62 9B B4 A3 28 6C CB 77 05 FE 20 8F 3C 21 5F 8B "
      "B3 18 C4 FE B2 64 FA 1A 62 37 43 3F 72 FE 27 EB");
  CHECK(std::equal(expected.begin(), expected.end(), hash->digest.begin(), hash->digest.end()));
}

TEST_CASE("another key gives another hash, so that months cannot be joined") {
  auto const keys = keys_with(1);
  auto const before = keys->hash(Carrier::Nfc, from_hex("04 11 22 33"));
  keys->set(november + std::chrono::months{1}, key_of(2));
  auto const after = keys->hash(Carrier::Nfc, from_hex("04 11 22 33"));
  REQUIRE(before);
  REQUIRE(after);
  CHECK(before->digest != after->digest);
  CHECK(after->month == std::chrono::year{2026} / 12);
}

TEST_CASE("a number on a tag and the same bits on a pass never meet") {
  auto const keys = keys_with(1);
  auto const number = from_hex("04 11 22 33");
  auto const tag = keys->hash(Carrier::Nfc, number);
  auto const digits = keys->hash(Carrier::NfcInDigits, number);
  auto const pass = keys->hash(Carrier::Qr, number);
  REQUIRE(tag);
  CHECK(tag != digits);
  CHECK(tag != pass);
  CHECK(digits != pass);
}

TEST_CASE("without a key, and once it is forgotten, nothing is hashed") {
  auto const keys = CardKeys::start();
  REQUIRE(keys);
  CHECK_FALSE((*keys)->hash(Carrier::Nfc, from_hex("04 11 22 33")));
  (*keys)->set(november, key_of(1));
  CHECK((*keys)->hash(Carrier::Nfc, from_hex("04 11 22 33")));
  (*keys)->forget();
  CHECK_FALSE((*keys)->hash(Carrier::Nfc, from_hex("04 11 22 33")));
}

}  // namespace
