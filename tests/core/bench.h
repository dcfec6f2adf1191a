#pragma once
// A kiosk at rest whose rules are tried by hand: what happens goes in, what they want done is kept.

#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/core/update.h"

namespace inloop::test {

inline core::Now at_ms(std::int64_t uptime_ms) {
  return {.local = {.date = core::Date{std::chrono::year{2026} / 11 / 23}, .minute_of_day = 9 * 60},
          .uptime_ms = uptime_ms};
}

struct Bench {
  core::State state =
      core::initial_state({.place_name = "De Linde", .has_printer = true}, at_ms(0));
  std::vector<core::Effect> effects;
  core::Now now = at_ms(0);

  Bench() { happen(core::VoicesFound{{core::Language::Dutch}}); }

  template <class Happening>
  void happen(Happening const& action) {
    auto wanted = core::update(state, core::Action(action), now);
    for (auto& effect : wanted) effects.push_back(std::move(effect));
  }

  void pass(std::int64_t duration_ms) { now.uptime_ms += duration_ms; }

  // The newest effect of this kind, whatever was wanted after it.
  template <class Wanted>
  Wanted last() const {
    Wanted const* newest = nullptr;
    for (auto const& effect : effects)
      if (auto const* const found = std::get_if<Wanted>(&effect)) newest = found;
    REQUIRE(newest != nullptr);
    return *newest;
  }

  template <class Wanted>
  [[nodiscard]] int count() const {
    int found = 0;
    for (auto const& effect : effects) found += std::holds_alternative<Wanted>(effect) ? 1 : 0;
    return found;
  }

  template <class Expected>
  Expected page() const {
    REQUIRE(std::holds_alternative<Expected>(state.page));
    return std::get<Expected>(state.page);
  }

  void check_in() {
    happen(core::TapCheckIn{});
    happen(core::VisitStored{.request = last<core::StoreVisit>().request, .visit = 7});
  }
};

}  // namespace inloop::test
