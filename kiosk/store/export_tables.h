#pragma once
// All that the house counted, as tables for any spreadsheet: CSV (RFC 4180) with a head line, in
// UTF-8. Without minutes, names, cards, PINs or anything that a host alone may know of another:
// what stands here answers no question about a person. Store thread, one short piece at a time.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/store/store.h"

namespace inloop::store {

enum class ExportTable { Visits, Dayparts, Activities, Sessions, Feelings, Stories };

inline constexpr std::array all_export_tables{ExportTable::Visits,     ExportTable::Dayparts,
                                              ExportTable::Activities, ExportTable::Sessions,
                                              ExportTable::Feelings,   ExportTable::Stories};

// What a file with it is called: "bezoeken.csv".
[[nodiscard]] std::string_view file_name_of(ExportTable table);

// The head line and no rows, with the line's end.
[[nodiscard]] std::string head_of(ExportTable table);

struct Years {
  int first = 0;
  int last = 0;

  bool operator==(Years const&) const = default;
};

// From which year to which there is anything; nothing for an empty store.
[[nodiscard]] Result<std::optional<Years>> exported_years(Store& store);

// The rows of a year. What has no date, as activities, comes with the first year alone.
enum class Piece { First, Later };
[[nodiscard]] Result<std::string> exported_rows(Store& store, ExportTable table, int year,
                                                Piece piece);

}  // namespace inloop::store
