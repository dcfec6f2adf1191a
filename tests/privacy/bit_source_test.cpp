#include "kiosk/privacy/bit_source.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "kiosk/privacy/discrete_laplace.h"
#include "kiosk/privacy/sodium_random.h"
#include "tests/privacy/enumeration.h"
#include "tests/privacy/random_sources.h"

using namespace inloop;
using namespace inloop::privacy;

namespace {

std::vector<std::byte> bytes(std::initializer_list<unsigned> values, std::size_t size) {
  std::vector<std::byte> all;
  for (auto const value : values) all.push_back(static_cast<std::byte>(value));
  all.resize(size);
  return all;
}

}  // namespace

TEST_CASE("bits come in order, the highest bit of a byte first") {
  FiniteRandom random(bytes({0b1010'0110, 0xff, 0x01}, 64));
  BufferedBits bits(random);
  CHECK(bits.bits(1) == 1U);
  CHECK(bits.bits(0) == 0U);
  CHECK(bits.bits(3) == 0b010U);
  CHECK(bits.bits(12) == 0b0110'1111'1111U);
  CHECK(bits.bits(8) == 0x01U);
}

TEST_CASE("no bit is handed out twice when a new buffer is needed") {
  // 7 bits at a time do not divide the buffer, so numbers lie across its end.
  std::vector<std::byte> prepared(128);
  for (std::size_t index = 0; index < prepared.size(); ++index)
    prepared[index] = static_cast<std::byte>(index * 37 + 11);
  FiniteRandom random(prepared);
  BufferedBits bits(random);
  for (std::size_t first = 0; first + 7 <= prepared.size() * 8; first += 7) {
    std::uint64_t expected = 0;
    for (std::size_t bit = first; bit < first + 7; ++bit)
      expected =
          expected * 2 + ((std::to_integer<unsigned>(prepared[bit / 8]) >> (7U - bit % 8)) & 1U);
    REQUIRE(bits.bits(7) == expected);
  }
}

TEST_CASE("when randomness fails the bits fail, too") {
  FiniteRandom random(bytes({}, 64));
  BufferedBits bits(random);
  for (int byte = 0; byte < 64; ++byte) REQUIRE(bits.bits(8).has_value());
  CHECK_FALSE(bits.bits(1).has_value());
}

TEST_CASE("a uniform number below a bound has every value in equally many strings") {
  auto const bound = GENERATE(range<std::uint64_t>(1, 20));
  constexpr int length = 15;
  auto const all = enumerate<std::uint64_t>(
      [&](BitSource& source) { return uniform_below(bound, source); }, length);
  CAPTURE(bound);
  REQUIRE(all.strings.size() == bound);
  for (auto const& [value, strings] : all.strings) {
    CHECK(value < bound);
    CHECK(strings == all.strings.at(0));
  }
}

TEST_CASE("a uniform number lies below any bound") {
  CHECK(rc::check([] {
    auto const bound = *rc::gen::inRange<std::uint64_t>(1, std::uint64_t{1} << 56U);
    SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
    BufferedBits bits(random);
    auto const drawn = uniform_below(bound, bits);
    RC_ASSERT(drawn.has_value());
    RC_ASSERT(*drawn < bound);
  }));
}

TEST_CASE("a stuck random source makes drawing fail instead of running for ever") {
  auto const epsilon = GENERATE(Rational{1, 1}, Rational{1, 3}, Rational{7, 10}, Rational{3, 1});
  auto const stuck = GENERATE(std::byte{0x00}, std::byte{0xff});
  CAPTURE(epsilon.numerator, epsilon.denominator, std::to_integer<int>(stuck));
  StuckRandom random(stuck);
  BufferedBits bits(random);
  CHECK_FALSE(draw_discrete_laplace(epsilon, bits).has_value());
}

TEST_CASE("the system's randomness fills every byte") {
  auto random = SodiumRandom::start();
  REQUIRE(random.has_value());
  std::array<std::byte, 32> everything{};
  // A byte stays zero in all of 16 fills once in 2^123 runs of this test.
  for (int round = 0; round < 16; ++round) {
    std::array<std::byte, 32> buffer{};
    REQUIRE(random->fill(buffer).has_value());
    for (std::size_t index = 0; index < buffer.size(); ++index) everything[index] |= buffer[index];
  }
  for (auto const byte : everything) CHECK(byte != std::byte{0});
}
