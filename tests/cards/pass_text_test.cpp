// The text on a printed pass: made, read again, and refused when one character is wrong.

#include "kiosk/cards/pass_text.h"

#include <set>

#include <catch2/catch.hpp>

#include "tests/app/seeded_random.h"
#include "tests/cards/sample_card.h"

namespace {

using namespace inloop::cards;
using inloop::test::DryRandom;
using inloop::test::SeededRandom;

constexpr std::uint32_t seed = 20'262;

// The same bytes for ever, one after the other.
class ScriptedRandom final : public inloop::RandomSource {
 public:
  explicit ScriptedRandom(std::vector<std::byte> bytes) : m_bytes(std::move(bytes)) {}
  inloop::Result<> fill(std::span<std::byte> bytes) override {
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = m_bytes[i % m_bytes.size()];
    return {};
  }

 private:
  std::vector<std::byte> m_bytes;
};

std::string pass_of(char const* hex) {
  ScriptedRandom random(inloop::test::from_hex(hex));
  return make_pass_text(random).value();
}

std::string new_pass(SeededRandom& random) {
  return make_pass_text(random).value();
}

TEST_CASE("a pass is INLOOP1-, the number in Crockford's base 32 and a check character") {
  CHECK(pass_of("00") == "INLOOP1-000000000000000000000000000");
  CHECK(pass_of("FF").substr(0, 34) == "INLOOP1-7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  // The last of the 26 values is 1; times x it is 2.
  CHECK(pass_of("00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01") ==
        "INLOOP1-000000000000000000000000012");
  CHECK(pass_of("00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 10").substr(8) ==
        "0000000000000000000000000G5");
}

TEST_CASE("a pass that was made is read again, in capitals or small") {
  CAPTURE(seed);
  SeededRandom random(seed);
  std::set<std::string> passes;
  for (int i = 0; i < 1'000; ++i) {
    auto const text = new_pass(random);
    REQUIRE(text.size() == pass_text_length);
    passes.insert(text);
    auto const number = pass_number_from(text);
    REQUIRE(number);
    REQUIRE(number->size() == pass_number_bytes);
    ScriptedRandom again({number->bytes().begin(), number->bytes().end()});
    REQUIRE(make_pass_text(again).value() == text);
    std::string small = text;
    for (auto& letter : small) letter = static_cast<char>(std::tolower(letter));
    REQUIRE(pass_number_from(small));
  }
  CHECK(passes.size() == 1'000);
}

TEST_CASE("each wrong character and each two that changed places are noticed") {
  CAPTURE(seed);
  SeededRandom random(seed);
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  for (int i = 0; i < 20; ++i) {
    auto const text = new_pass(random);
    for (std::size_t at = 8; at < text.size(); ++at) {
      for (char const letter : alphabet) {
        auto wrong = text;
        wrong[at] = letter;
        REQUIRE(pass_number_from(wrong).has_value() == (wrong == text));
      }
      for (std::size_t other = 8; other < at; ++other) {
        auto swapped = text;
        std::swap(swapped[at], swapped[other]);
        REQUIRE(pass_number_from(swapped).has_value() == (swapped == text));
      }
    }
  }
}

TEST_CASE("what is not exactly a pass is none") {
  std::string const pass = "INLOOP1-000000000000000000000000012";
  REQUIRE(pass_number_from(pass));
  CHECK_FALSE(pass_number_from(""));
  CHECK_FALSE(pass_number_from(pass + "0"));
  CHECK_FALSE(pass_number_from(pass.substr(0, 34)));
  CHECK_FALSE(pass_number_from("INLOOP2-000000000000000000000000012"));
  CHECK_FALSE(pass_number_from("INLOOP1_000000000000000000000000012"));
  CHECK_FALSE(pass_number_from("INLOOP1-00000000000000000000000001U"));
  CHECK_FALSE(
      pass_number_from("INLOOP1-80000000000000000000000000"
                       "0"));
  CHECK_FALSE(pass_number_from(" INLOOP1-00000000000000000000000001"));
}

TEST_CASE("without randomness there is no pass") {
  DryRandom dry;
  auto const text = make_pass_text(dry);
  REQUIRE_FALSE(text);
  CHECK(text.error().what == "a new pass: the source is dry");
}

}  // namespace
