#pragma once
// The page of a month for "tellen en vertellen": the figures as they were released, a year of them
// in bars, what hosts told. Words and rounded figures come ready; it counts nothing. Any thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/preferences.h"

namespace inloop::paper {

inline constexpr std::size_t most_month_tables = 20;
inline constexpr std::size_t most_month_rows = 40;    // of one table
inline constexpr std::size_t most_month_columns = 4;  // beside the label
inline constexpr std::size_t most_month_bars = 13;
inline constexpr std::size_t most_month_stories = 40;
inline constexpr std::size_t longest_month_text_bytes = 8'000;

struct MonthRow {
  std::string label;
  std::vector<std::string> cells;  // as many as the table has columns

  bool operator==(MonthRow const&) const = default;
};

struct MonthTable {
  std::string title;
  std::string note;  // what exactly is counted, and how far it may be off; may be empty
  std::vector<std::string> columns;
  std::vector<MonthRow> rows;

  bool operator==(MonthTable const&) const = default;
};

// A month of the graph. Without a figure nothing is drawn: missing is not zero.
struct MonthBar {
  std::string label;  // short: "nov"
  std::optional<std::int64_t> value;
  std::int64_t low = 0;  // between these the truth lies, 95 times out of 100
  std::int64_t high = 0;

  bool operator==(MonthBar const&) const = default;
};

struct MonthGraph {
  std::string title;
  std::string note;
  std::vector<MonthBar> bars;

  bool operator==(MonthGraph const&) const = default;
};

struct MonthStory {
  std::string when;  // may be empty
  std::string text;

  bool operator==(MonthStory const&) const = default;
};

struct MonthPage {
  core::Direction direction = core::Direction::LeftToRight;
  std::string place_name;
  std::string heading;       // "November 2026"
  std::string introduction;  // what the figures are, in plain words; may be empty
  std::vector<MonthTable> tables;
  std::optional<MonthGraph> graph;
  std::string stories_title;
  std::vector<MonthStory> stories;

  bool operator==(MonthPage const&) const = default;
};

// A PDF file of A4 pages, as many as it needs. Fails when there is more on it than the limits above
// allow, or when a row has other columns than its table.
[[nodiscard]] Result<std::string> month_page_pdf(MonthPage const& page);

}  // namespace inloop::paper
