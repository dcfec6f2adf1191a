// What is a tap of its own, and what is the same hand again.

#include "kiosk/cards/tap_filter.h"

#include <catch2/catch.hpp>

namespace {

using namespace inloop::cards;

CardTapped card(int value) {
  CardTapped tapped;
  tapped.card.digest.fill(static_cast<std::byte>(value));
  return tapped;
}

TEST_CASE("a card put back within three seconds is the same tap, later another") {
  TapFilter taps;
  CHECK(taps.placed("door", card(1), 10'000));
  taps.lifted("door", 60'000);  // how long it lay there does not matter
  CHECK_FALSE(taps.placed("door", card(1), 63'000));
  taps.lifted("door", 64'000);
  CHECK(taps.placed("door", card(1), 67'001));
}

TEST_CASE("another card is another tap, at once, and the first is still remembered") {
  TapFilter taps;
  CHECK(taps.placed("door", card(1), 0));
  taps.lifted("door", 100);
  CHECK(taps.placed("door", card(2), 200));
  taps.lifted("door", 300);
  CHECK_FALSE(taps.placed("door", card(1), 400));
}

TEST_CASE("the same card on another reader is the same tap") {
  TapFilter taps;
  CHECK(taps.placed("door", card(1), 0));
  taps.lifted("door", 100);
  CHECK_FALSE(taps.placed("table", card(1), 200));
}

TEST_CASE("cards without a number are told apart by their reader only") {
  TapFilter taps;
  CHECK(taps.placed("door", AnonymousTapped{}, 0));
  taps.lifted("door", 100);
  CHECK_FALSE(taps.placed("door", AnonymousTapped{}, 200));
  CHECK(taps.placed("table", AnonymousTapped{}, 300));
  taps.lifted("door", 400);
  CHECK(taps.placed("door", AnonymousTapped{}, 4'000));
}

TEST_CASE("a refusal is told again when it is another one") {
  TapFilter taps;
  CHECK(taps.placed("door", CardRefused{Refusal::Unreadable}, 0));
  taps.lifted("door", 100);
  CHECK_FALSE(taps.placed("door", CardRefused{Refusal::Unreadable}, 200));
  taps.lifted("door", 300);
  CHECK(taps.placed("door", CardRefused{Refusal::NoKey}, 400));
  taps.lifted("door", 500);
  CHECK(taps.placed("door", card(1), 600));
}

TEST_CASE("a card that lay on a reader that went away is no tap when it comes back") {
  TapFilter taps;
  CHECK(taps.placed("door", card(1), 0));
  CHECK_FALSE(taps.placed("door", card(1), 3'600'000));
  CHECK(taps.placed("table", card(1), 3'600'000));  // but a tap where it was not left
}

TEST_CASE("what is remembered is bounded, the newest stay") {
  TapFilter taps;
  for (int i = 0; i < 200; ++i) {
    REQUIRE(taps.placed("door", card(i), 0));
    taps.lifted("door", 0);
  }
  CHECK_FALSE(taps.placed("door", card(199), 1));
  CHECK(taps.placed("door", card(0), 1));
}

}  // namespace
