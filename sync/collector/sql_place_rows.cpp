#include "sync/collector/sql_place_rows.h"

namespace inloop::collector {
namespace {

// What LIKE looks for when it shall find `text` anywhere; "\" takes the meaning from its signs.
std::string anywhere(std::string_view text) {
  std::string pattern = "%";
  for (char const letter : text) {
    if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
    pattern += letter;
  }
  return pattern + '%';
}

}  // namespace

PlaceState place_state_from(SqlRow const& row) {
  PlaceState state{.place = {.id = row.text(0),
                             .name = row.text(1),
                             .since = row.text(2),
                             .municipality = row.text(3),
                             .district = row.text(4),
                             .retired_at = row.text(5)},
                   .first_period = row.text(6),
                   .last_period = row.text(7),
                   .last_received_at = row.text(8),
                   .health = std::nullopt};
  if (row.text(10).empty()) return state;
  state.health = {.place = row.text(0),
                  .source = row.text(9),
                  .time = row.text(10),
                  .received_at = row.text(11),
                  .software_version = row.text(12),
                  .outbox_events = row.number(13),
                  .disk_free_mib = row.number(14),
                  .clock_skew_s = row.number(15),
                  .reader_state = row.text(16)};
  return state;
}

SqlConditions conditions_of(PlaceFilter const& filter) {
  SqlConditions conditions;
  conditions.add("id = {}", filter.place);
  conditions.add(filter.area);
  // Looked up first: in the order of their ids a database would walk through all who are not
  // silent.
  conditions.add("id IN (SELECT id FROM place WHERE retired_at = '' AND last_period < {})",
                 filter.silent_since);
  if (!filter.open_in.empty()) {
    auto const month = conditions.parameter(filter.open_in);
    conditions.add_plain(
        fmt::format("{0} <= {1} AND (retired_at = '' OR substr(retired_at, 1, 7) >= {1})",
                    opened_month, month));
  }
  if (!filter.search.empty())
    conditions.add_plain(fmt::format(R"(name_key LIKE {} ESCAPE '\')",
                                     conditions.parameter(anywhere(folded(filter.search)))));
  return conditions;
}

}  // namespace inloop::collector
