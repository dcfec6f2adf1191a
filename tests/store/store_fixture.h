#pragma once
// A store in a folder of its own, and the few values that its tests speak of.

#include <chrono>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "kiosk/base/assert.h"
#include "kiosk/store/store.h"
#include "tests/support/temporary_folder.h"

namespace inloop::store::test {

inline core::Date date(std::string_view month, unsigned day) {
  auto const period = core::period_from(month);
  INLOOP_ASSERT(period.has_value());
  return *period / std::chrono::day{day};
}

inline core::Visit visit_on(core::Date date, int minute_of_day = 10 * 60) {
  return {.arrived = {.date = date, .minute_of_day = minute_of_day},
          .party = {},
          .first_time = core::FirstTime::Skipped,
          .channel = core::Channel::Touch};
}

// Fails the test with the words of the error.
template <class T>
T need(Result<T> result) {
  if (!result) FAIL(result.error().what);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline std::string words(Error const& error) {
  return error.what;
}

// What a closing without any noise would make; the tests of the store need no more.
inline Release release_of(core::PeriodCounts const& counts, std::int64_t sequence) {
  std::int64_t adults = 0;
  for (auto const& count : counts.dayparts) adults += count.adults;
  return {.event_id = "event-" + std::to_string(sequence),
          .bytes = "{\"adults\":" + std::to_string(adults) + "}",
          .ledger = {{.subject = "bezoeken"}, {.subject = "drukte", .epsilon_denominator = 2}}};
}

inline Result<> close(Store& store, std::string_view month) {
  return store.close_period(core::period_from(month).value(),
                            [](auto const& counts, std::int64_t sequence) -> Result<Release> {
                              return release_of(counts, sequence);
                            });
}

struct House {
  inloop::test::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "kiosk.db";

  [[nodiscard]] Options options() const { return {.file = file, .place = "leiden-klooslaan"}; }
  [[nodiscard]] Store store() const { return need(Store::open(options())); }
};

}  // namespace inloop::store::test
