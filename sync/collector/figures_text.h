#pragma once
// The figures as text: CSV (RFC 4180) and ODS for a spreadsheet, JSON for a program. The same
// columns and words in all. Pure.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sync/collector/count_store.h"
#include "sync/collector/figures.h"

namespace inloop::collector {

// With a header line; lines end in CR LF. Absent values are empty, never 0.
[[nodiscard]] std::string figures_csv(std::span<Figure const> figures,
                                      std::span<Place const> places);

// A JSON array. Absent values are null.
[[nodiscard]] std::string figures_json(std::span<Figure const> figures,
                                       std::span<Place const> places);

// An OpenDocument spreadsheet with the columns of the CSV, for at most most_sheet_rows figures.
inline constexpr std::size_t most_sheet_rows = 20'000;
[[nodiscard]] Result<std::string> figures_spreadsheet(std::span<Figure const> figures,
                                                      std::span<Place const> places);

}  // namespace inloop::collector
