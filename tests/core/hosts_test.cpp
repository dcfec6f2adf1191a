#include "kiosk/core/hosts.h"

#include <set>

#include <catch2/catch.hpp>

namespace inloop::core::host {
namespace {

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t minute_ms = 60 * second_ms;

TEST_CASE("A PIN is six digits and nothing else") {
  CHECK(is_pin("204816"));
  CHECK_FALSE(is_pin(""));
  CHECK_FALSE(is_pin("20481"));
  CHECK_FALSE(is_pin("2048160"));
  CHECK_FALSE(is_pin("20481a"));
  CHECK_FALSE(is_pin("20481٣"));
}

TEST_CASE("A PIN that anybody would try first is refused") {
  for (auto const* const pin : {"000000", "777777", "123456", "654321", "890123", "246802",
                                "121212", "123123", "112233", "123321", "998877"})
    CHECK(is_too_easy(pin));
}

TEST_CASE("A PIN that takes some thought is taken") {
  for (auto const* const pin : {"204816", "971305", "123457", "112234", "123124", "550916"})
    CHECK_FALSE(is_too_easy(pin));
}

TEST_CASE("Of a million PINs hardly any is too easy, so that hosts find theirs") {
  int easy = 0;
  for (int number = 0; number < 1'000'000; ++number) {
    auto digits = std::to_string(number);
    digits.insert(0, pin_digits - digits.size(), '0');
    if (is_too_easy(digits)) ++easy;
  }
  CHECK(easy > 1'000);
  CHECK(easy < 5'000);
}

TEST_CASE("Five wrong PINs are free, then each costs twice as long, up to a quarter of an hour") {
  CHECK(wait_after_ms(0) == 0);
  CHECK(wait_after_ms(4) == 0);
  CHECK(wait_after_ms(5) == 30 * second_ms);
  CHECK(wait_after_ms(6) == 1 * minute_ms);
  CHECK(wait_after_ms(7) == 2 * minute_ms);
  CHECK(wait_after_ms(8) == 4 * minute_ms);
  CHECK(wait_after_ms(9) == 8 * minute_ms);
  CHECK(wait_after_ms(10) == 15 * minute_ms);
  CHECK(wait_after_ms(1'000'000) == 15 * minute_ms);
}

TEST_CASE("Ten wrong PINs cost more than fifteen minutes, on one picture or on many") {
  for (auto const pictures : {1, 10}) {
    std::int64_t now_ms = 0;
    WrongPins wrong;
    std::array<int, most_hosts> of_picture{};
    DoorWatch watch(now_ms);
    for (int tries = 0; tries < 10; ++tries) {
      auto const picture = tries % pictures;
      wrong.of_picture = of_picture[static_cast<std::size_t>(picture)];
      now_ms += watch.wait_ms(picture, wrong, now_ms);
      wrong.in_house = watch.left_in_house(wrong.in_house, now_ms) + 1;
      ++of_picture[static_cast<std::size_t>(picture)];
      watch.note_try(picture, now_ms);
    }
    CAPTURE(pictures);
    CHECK(now_ms > 15 * minute_ms);
  }
}

TEST_CASE("Who ends the program waits anew, and in full") {
  WrongPins const wrong{.of_picture = 9, .in_house = 9};
  DoorWatch watch(0);
  watch.note_try(3, 0);
  CHECK(watch.wait_ms(3, wrong, 7 * minute_ms) == 1 * minute_ms);
  DoorWatch const again(7 * minute_ms);
  CHECK(again.wait_ms(3, wrong, 7 * minute_ms) == 8 * minute_ms);
}

TEST_CASE("Another picture waits for the house alone, and its own for itself alone") {
  DoorWatch watch(0);
  watch.note_try(3, 0);
  CHECK(watch.wait_ms(4, {.of_picture = 0, .in_house = 6}, 0) == 1 * minute_ms);
  CHECK(watch.wait_ms(3, {.of_picture = 6, .in_house = 0}, 0) == 1 * minute_ms);
  CHECK(watch.wait_ms(4, {.of_picture = 0, .in_house = 4}, 0) == 0);
}

TEST_CASE("The house forgives one mistake for each half hour without another") {
  DoorWatch watch(0);
  CHECK(watch.left_in_house(3, 29 * minute_ms) == 3);
  CHECK(watch.left_in_house(3, 30 * minute_ms) == 2);
  CHECK(watch.left_in_house(3, 90 * minute_ms) == 0);
  CHECK(watch.left_in_house(3, 900 * minute_ms) == 0);
  watch.note_try(0, 90 * minute_ms);
  CHECK(watch.left_in_house(3, 119 * minute_ms) == 3);
}

TEST_CASE(
    "No two letters of the recovery code are the same, and none is easily taken for another") {
  std::set<char> const letters(code_alphabet.begin(), code_alphabet.end());
  CHECK(letters.size() == 32);
  for (auto const confusing : {'I', 'L', 'O', 'U'}) CHECK(letters.count(confusing) == 0);
}

TEST_CASE("A recovery code is taken as people write it") {
  constexpr auto code = "ABCDE12345FGHJK00000";
  CHECK(code_from("ABCDE12345FGHJK00000") == code);
  CHECK(code_from("abcde 12345-fghjk 00000") == code);
  CHECK(code_from("ABCDE I2345 FGHJK OOOOO") == code);
  CHECK(code_from("ABCDE l2345 FGHJK ooooo") == code);
  CHECK(code_in_groups(code) == "ABCDE 12345 FGHJK 00000");
}

TEST_CASE("What is no recovery code is none") {
  CHECK_FALSE(code_from(""));
  CHECK_FALSE(code_from("ABCDE12345FGHJK0000"));
  CHECK_FALSE(code_from("ABCDE12345FGHJK000000"));
  CHECK_FALSE(code_from("ABCDE12345FGHJK0000U"));
  CHECK_FALSE(code_from("ABCDE12345FGHJK0000é"));
}

}  // namespace
}  // namespace inloop::core::host
