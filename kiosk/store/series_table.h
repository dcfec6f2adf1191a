#pragma once
// The SQL of series. It decides nothing; programme_log.h writes through it and remembers. Throws
// SQLite::Exception; Programme turns that into a Result. Store thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/series.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

// Of a series that has no dates beyond those that stand in the agenda.
inline constexpr core::Date planned_to_its_end{std::chrono::year{9999}, std::chrono::December,
                                               std::chrono::day{31}};

struct SeriesRow {
  core::SeriesId id = 0;  // 0: the next free one
  core::ActivityId activity = 0;
  core::Series series;
  std::uint64_t fingerprint = 0;  // of a partner's event
  core::Date planned_until{};

  bool operator==(SeriesRow const&) const = default;
};

[[nodiscard]] std::optional<SeriesRow> series_row(SQLite::Database& database, core::SeriesId id);
[[nodiscard]] std::vector<SeriesRow> series_of_organiser(SQLite::Database& database,
                                                         std::string const& organiser);
// Those with a session on or after that day.
[[nodiscard]] std::vector<SeriesRow> series_from(SQLite::Database& database, core::Date date);
// Those that were worked out up to a day before `horizon`.
[[nodiscard]] std::vector<SeriesRow> series_to_extend(SQLite::Database& database,
                                                      core::Date horizon);
[[nodiscard]] std::size_t count_series(SQLite::Database& database);

// Replaces what stands under its id.
core::SeriesId write_series(SQLite::Database& database, SeriesRow const& row);
void delete_series(SQLite::Database& database, core::SeriesId id);

}  // namespace inloop::store
