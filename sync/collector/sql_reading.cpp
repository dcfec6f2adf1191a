#include "sync/collector/sql_conditions.h"
#include "sync/collector/sql_count_store.h"

namespace inloop::collector {
namespace {

// How many events are read at once while everything is shown.
constexpr std::int64_t events_at_once = 200;

constexpr std::string_view release_columns =
    "number, source, event.id, hash, received_at, event.place, event.period, kind, sequence";

Release release_from(SqlRow const& row) {
  return {.source = row.text(1),
          .id = row.text(2),
          .hash = row.text(3),
          .received_at = row.text(4),
          .place = row.text(5),
          .period = row.text(6),
          .kind = row.text(7),
          .sequence = row.number(8)};
}

KeptCell cell_from(SqlRow const& row) {
  return {.place = row.text(0),
          .period = row.text(1),
          .subject = row.text(2),
          .group = row.text(3),
          .value = row.number(4),
          .epsilon = {static_cast<std::uint32_t>(row.number(5)),
                      static_cast<std::uint32_t>(row.number(6))}};
}

Total total_from(SqlRow const& row) {
  return {.period = row.text(0),
          .subject = row.text(1),
          .group = row.text(2),
          .epsilon = {static_cast<std::uint32_t>(row.number(3)),
                      static_cast<std::uint32_t>(row.number(4))},
          .cells = row.number(5),
          .places = row.number(6),
          .value = row.number(7)};
}

// Events and cells know their place, and a place knows where it lies.
void add_places_of(SqlConditions& conditions, std::string_view column, Area const& area) {
  if (area == Area{}) return;
  conditions.add_plain(fmt::format("{} IN (SELECT id FROM place WHERE municipality = {}", column,
                                   conditions.parameter(area.municipality)) +
                       (area.district.empty() ? ")"
                                              : fmt::format(" AND district = {})",
                                                            conditions.parameter(area.district))));
}

SqlConditions conditions_on_events(Filter const& filter) {
  SqlConditions conditions;
  conditions.add("event.place = {}", filter.place);
  add_places_of(conditions, "event.place", filter.area);
  conditions.add("event.period = {}", filter.period);
  conditions.add(R"sql(EXISTS (SELECT 1 FROM cell WHERE cell.place = event.place
      AND cell.period = event.period AND cell.event = event.number AND subject = {}))sql",
                 filter.subject);
  return conditions;
}

std::vector<KeptCell> cells_of(SqlWork& work, Release const& release, std::int64_t number) {
  std::vector<KeptCell> cells;
  for (auto const& row : work.rows(R"sql(
      SELECT place, period, subject, group_word, value, epsilon_numerator, epsilon_denominator
      FROM cell WHERE place = ?1 AND period = ?2 AND event = ?3 ORDER BY position
    )sql",
                                   {release.place, release.period, number}))
    cells.push_back(cell_from(row));
  return cells;
}

Result<> show_events(SqlWork& work, Inspector& inspector) {
  std::int64_t last = -1;
  while (true) {
    auto const rows = work.rows(fmt::format(R"sql(
        SELECT {}, bytes, municipality, district FROM event JOIN place ON place.id = event.place
        WHERE number > ?1 ORDER BY number LIMIT ?2
      )sql",
                                            release_columns),
                                {last, events_at_once});
    for (auto const& row : rows) {
      last = row.number(0);
      KeptEvent const event{release_from(row), row.bytes(9)};
      auto const seen = inspector.see_event(event, {row.text(10), row.text(11)},
                                            cells_of(work, event.release, last));
      if (!seen) return seen;
    }
    if (std::ssize(rows) < events_at_once) return {};
  }
}

std::vector<SqlRow> district_totals(SqlWork& work) {
  return work.rows(R"sql(
      SELECT period, subject, group_word, epsilon_numerator, epsilon_denominator, cells, places,
        value, municipality, district
      FROM total_district
      ORDER BY municipality, district, period, subject, group_word, epsilon_numerator,
        epsilon_denominator
    )sql",
                   {});
}

// Added up over shards or districts. The whole table stands before its groups.
std::vector<SqlRow> summed_totals(SqlWork& work, std::string_view table,
                                  SqlConditions const& conditions) {
  return work.rows(fmt::format(R"sql(
      SELECT period, subject, group_word, epsilon_numerator, epsilon_denominator,
        CAST(sum(cells) AS BIGINT), CAST(sum(places) AS BIGINT), CAST(sum(value) AS BIGINT)
      FROM {} {}
      GROUP BY period, subject, group_word, epsilon_numerator, epsilon_denominator
      ORDER BY period, subject, CASE WHEN group_word = '' THEN 0 ELSE 1 END, min(position),
        group_word, epsilon_numerator, epsilon_denominator
    )sql",
                               table, conditions.text()),
                   conditions.values());
}

Result<> show_totals(SqlWork& work, Inspector& inspector) {
  for (auto const& row : summed_totals(work, "total_all", {})) {
    auto const seen = inspector.see_total(total_from(row));
    if (!seen) return seen;
  }
  for (auto const& row : district_totals(work)) {
    auto const seen = inspector.see_district_total({row.text(8), row.text(9)}, total_from(row));
    if (!seen) return seen;
  }
  return {};
}

}  // namespace

Result<std::vector<KeptEvent>> SqlCountStore::events(Filter const& filter, Slice slice) {
  auto conditions = conditions_on_events(filter);
  auto const limit = conditions.parameter(slice.limit);
  auto const offset = conditions.parameter(slice.offset);
  std::vector<KeptEvent> events;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row :
         work.rows(fmt::format("SELECT {}, bytes FROM event {} ORDER BY number LIMIT {} OFFSET {}",
                               release_columns, conditions.text(), limit, offset),
                   conditions.values()))
      events.push_back({release_from(row), row.bytes(9)});
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return events;
}

Result<std::int64_t> SqlCountStore::count_events(Filter const& filter) {
  auto const conditions = conditions_on_events(filter);
  std::int64_t count = 0;
  auto const read = m_database->read([&](SqlWork& work) {
    count = work.rows("SELECT count(*) FROM event" + conditions.text(), conditions.values())
                .at(0)
                .number(0);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return count;
}

Result<std::vector<Release>> SqlCountStore::releases(Filter const& filter) {
  auto const conditions = conditions_on_events(filter);
  std::vector<Release> releases;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row :
         work.rows(fmt::format("SELECT {} FROM event {} ORDER BY place, period, sequence, number",
                               release_columns, conditions.text()),
                   conditions.values()))
      releases.push_back(release_from(row));
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return releases;
}

Result<std::vector<Release>> SqlCountStore::releases_around(std::string_view place) {
  std::vector<Release> releases;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row : work.rows(fmt::format(R"sql(
        SELECT {} FROM event WHERE source IN (SELECT source FROM event WHERE place = ?1)
        ORDER BY place, period, sequence, number
      )sql",
                                                 release_columns),
                                     {std::string(place)}))
      releases.push_back(release_from(row));
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return releases;
}

Result<std::vector<KeptCell>> SqlCountStore::cells(Filter const& filter, std::int64_t limit) {
  SqlConditions conditions;
  conditions.add("place = {}", filter.place);
  add_places_of(conditions, "place", filter.area);
  conditions.add("period = {}", filter.period);
  // Cells are found by their place: of a month, through the places that told of it.
  if (filter.place.empty())
    conditions.add("place IN (SELECT place FROM event WHERE period = {})", filter.period);
  conditions.add("subject = {}", filter.subject);
  auto const most = conditions.parameter(limit);
  std::vector<KeptCell> cells;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row : work.rows(fmt::format(R"sql(
        SELECT place, period, subject, group_word, value, epsilon_numerator, epsilon_denominator
        FROM cell {} ORDER BY place, period, subject, event, position LIMIT {}
      )sql",
                                                 conditions.text(), most),
                                     conditions.values()))
      cells.push_back(cell_from(row));
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return cells;
}

Result<std::vector<Total>> SqlCountStore::totals(TotalFilter const& filter) {
  SqlConditions conditions;
  conditions.add(filter.area);
  conditions.add("period >= {}", filter.first_period);
  conditions.add("period <= {}", filter.last_period);
  conditions.add("subject = {}", filter.subject);
  if (filter.detail == Detail::Tables) conditions.add_plain("group_word = ''");
  std::vector<Total> totals;
  auto const read = m_database->read([&](SqlWork& work) {
    auto const* const table = filter.area == Area{} ? "total_all" : "total_district";
    for (auto const& row : summed_totals(work, table, conditions))
      totals.push_back(total_from(row));
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return totals;
}

Result<> SqlCountStore::inspect(Inspector& inspector) {
  Result<> seen;
  auto const read = m_database->read([&](SqlWork& work) {
    seen = show_events(work, inspector);
    if (seen) seen = show_totals(work, inspector);
  });
  return read ? seen : read;
}

}  // namespace inloop::collector
