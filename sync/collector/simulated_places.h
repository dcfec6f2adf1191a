#pragma once
// Twelve living rooms that do not exist, and what their kiosks would have counted: seasons,
// weekdays, a summer stop, a room that opened late, one with gaps, one that fell silent. Exact
// counts; the noise comes later. Pure: the same seed gives the same months.

#include <chrono>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/privacy/release.h"
#include "sync/report/count_event.h"

namespace inloop::collector {

// Which months of a simulated place exist, counted back from the last one (0).
struct SimulatedHistory {
  int opened_months_ago = 35;
  int silent_since_months_ago = 0;      // 0: it still reports
  std::vector<int> lost_months_ago;     // its kiosk drew them, but they never arrived
  std::vector<unsigned> closed_months;  // of the year, 1..12: open on no daypart, so zero visitors

  bool operator==(SimulatedHistory const&) const = default;
};

struct SimulatedPlace {
  std::string_view id;
  std::string_view name;
  std::string_view district;  // wijk
  std::string_view opening;   // a letter for each daypart of a week from Monday morning: x is open
  double visitors_a_daypart = 6;
  double share_of_children = 0.1;
  double growth_a_year = 0.05;
  double content = 0.7;  // how many answer "ja" to the question of the month
  SimulatedHistory history;

  bool operator==(SimulatedPlace const&) const = default;
};

[[nodiscard]] std::span<SimulatedPlace const> simulated_places();

// What the kiosk of a place has counted in one month, before any noise.
struct SimulatedMonth {
  std::vector<privacy::ExactTable> tables;
  report::Facts facts;
};

[[nodiscard]] SimulatedMonth simulated_month(SimulatedPlace const& place,
                                             std::chrono::year_month month, int months_ago,
                                             std::mt19937_64& chance);

}  // namespace inloop::collector
