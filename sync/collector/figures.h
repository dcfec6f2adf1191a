#pragma once
// The figures the town hall reads: totals of the kept cells with their intervals, and a line for
// each month or number that is missing, because what is missing is not zero. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/clock.h"
#include "sync/collector/count_store.h"
#include "sync/collector/statistics.h"

namespace inloop::collector {

// niveau: what a line adds up.
enum class Level {
  Cell,       // one groep of one onderwerp of one plek in one month
  Table,      // all cells of that table
  AllCells,   // one groep over all places
  AllTables,  // all cells of the onderwerp over all places
  Month,      // nothing: the month of the place is missing
  Sequence,   // nothing: releases were made by the place that never came
};

[[nodiscard]] std::string_view word_for(Level level);

struct Figure {
  Level level = Level::Cell;
  std::string place;  // empty: all places
  std::string period;
  std::string subject;
  std::string group;
  std::optional<Estimate> estimate;        // absent: missing
  std::optional<report::Epsilon> epsilon;  // of each cell; absent: it was not the same for all
  std::int64_t cells = 0;                  // how many noisy cells were added up
  std::int64_t places = 0;                 // how many places they came from
  std::string remark;                      // in Dutch

  bool operator==(Figure const&) const = default;
};

// The last month whose figures should be here at `now`: kiosks close a month three days after its
// end and may need some days more to send it.
[[nodiscard]] std::string last_due_month(UtcTime now);

struct FigureSources {
  std::vector<PlaceState> places;
  std::vector<Release> releases;  // of the filter's place and period, whatever their subjects
  std::vector<KeptCell> cells;    // of the filter, by place and period
  std::vector<Total> totals;      // of the filter, over all places; none when it names one
  std::string last_due;           // month; see last_due_month
  std::string current_month;      // no month after it can be missing
};

// At most so many lines tell of months that are missing, whatever has come of them.
[[nodiscard]] std::int64_t most_missing_lines(FigureSources const& sources, Filter const& filter);

// In the order place, period, subject; the lines over all places at the end. `filter` is only for
// the lines about what is missing: the rest has been filtered already.
[[nodiscard]] std::vector<Figure> figures(FigureSources const& sources, Filter const& filter);

}  // namespace inloop::collector
