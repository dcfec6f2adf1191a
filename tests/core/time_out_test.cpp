#include "kiosk/core/time_out.h"

#include <catch2/catch.hpp>

using namespace inloop::core;

TEST_CASE("a visitor has 90 seconds and then a warning of 30") {
  CHECK(stretched(idle_ms, Preferences{}) == 90'000);
  CHECK(stretched(warning_ms, Preferences{}) == 30'000);
}

TEST_CASE("who reads large letters has three times as long") {
  CHECK(stretched(idle_ms, Preferences{.text_size = TextSize::Large}) == 270'000);
  CHECK(stretched(warning_ms, Preferences{.text_size = TextSize::Large}) == 90'000);
  CHECK(stretched(farewell_ms, Preferences{.text_size = TextSize::Large}) == 60'000);
}

TEST_CASE("a slow disk is given up before the visitor is") {
  CHECK(store_patience_ms < farewell_ms);
  CHECK(farewell_ms < idle_ms);
}
