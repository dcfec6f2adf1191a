#include "sync/collector/sql_conditions.h"
#include "sync/collector/sql_count_store.h"

namespace inloop::collector {
namespace {

// Takes all cells of a place into the totals of its district (sign 1) or out of them (sign -1).
// `group` is what stands for the group: the column, or '' for the whole table.
void shift_totals(SqlWork& work, std::string_view place, Area const& area, std::int64_t sign) {
  for (std::string_view const group : {"cell.group_word", "'' || ''"})
    work.change(fmt::format(R"sql(
        INSERT INTO total_district
          (municipality, district, period, subject, group_word, epsilon_numerator,
           epsilon_denominator, position, cells, places, value)
        SELECT ?1, ?2, cell.period, subject, {0}, epsilon_numerator, epsilon_denominator,
          min(position), ?3 * count(*),
          ?3 * count(DISTINCT CASE WHEN kind = 'regulier' THEN event.number END),
          CAST(?3 * sum(value) AS BIGINT)
        FROM cell JOIN event ON event.place = cell.place AND event.period = cell.period
          AND event.number = cell.event
        WHERE cell.place = ?4
        GROUP BY cell.period, subject, {0}, epsilon_numerator, epsilon_denominator
        ORDER BY cell.period, subject, {0}, epsilon_numerator, epsilon_denominator
        ON CONFLICT (municipality, district, period, subject, group_word, epsilon_numerator,
                     epsilon_denominator)
        DO UPDATE SET cells = total_district.cells + excluded.cells,
          places = total_district.places + excluded.places,
          value = total_district.value + excluded.value
      )sql",
                            group),
                {area.municipality, area.district, sign, std::string(place)});
  work.change("DELETE FROM total_district WHERE municipality = ?1 AND district = ?2 AND cells = 0",
              {area.municipality, area.district});
}

PlaceState state_from(SqlRow const& row) {
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
  return conditions;
}

}  // namespace

Result<> SqlCountStore::save_place(Place const& place) {
  return m_database->write([&](SqlWork& work) {
    // Writing first keeps others from it until the end: an event that came in between would be
    // added up in the district that the place leaves.
    auto const is_known =
        work.change("UPDATE place SET name = ?2 WHERE id = ?1", {place.id, place.name}) > 0;
    if (!is_known) {
      work.change(R"sql(
          INSERT INTO place (id, name, since, municipality, district, retired_at)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        )sql",
                  {place.id, place.name, place.since, place.municipality, place.district,
                   place.retired_at});
      return Ending::Commit;
    }
    auto const before =
        work.rows("SELECT municipality, district FROM place WHERE id = ?1", {place.id}).at(0);
    Area const old_area{before.text(0), before.text(1)};
    Area const new_area{place.municipality, place.district};
    work.change("UPDATE place SET municipality = ?2, district = ?3, retired_at = ?4 WHERE id = ?1",
                {place.id, place.municipality, place.district, place.retired_at});
    if (old_area == new_area) return Ending::Commit;
    shift_totals(work, place.id, old_area, -1);
    shift_totals(work, place.id, new_area, 1);
    return Ending::Commit;
  });
}

Result<std::vector<PlaceState>> SqlCountStore::states(PlaceFilter const& filter, Slice slice) {
  auto conditions = conditions_of(filter);
  auto const limit = conditions.parameter(slice.limit);
  auto const offset = conditions.parameter(slice.offset);
  std::vector<PlaceState> states;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row : work.rows(fmt::format(R"sql(
        SELECT id, name, since, municipality, district, retired_at, first_period, last_period,
          last_received_at, COALESCE(kiosk_health.source, ''), COALESCE(kiosk_health.time, ''),
          COALESCE(kiosk_health.received_at, ''), COALESCE(software_version, ''),
          COALESCE(outbox_events, 0), COALESCE(disk_free_mib, 0), COALESCE(clock_skew_s, 0),
          COALESCE(reader_state, '')
        FROM place LEFT JOIN kiosk_health ON kiosk_health.place = id
        {} ORDER BY id LIMIT {} OFFSET {}
      )sql",
                                                 conditions.text(), limit, offset),
                                     conditions.values()))
      states.push_back(state_from(row));
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return states;
}

Result<std::int64_t> SqlCountStore::count_places(PlaceFilter const& filter) {
  auto const conditions = conditions_of(filter);
  std::int64_t count = 0;
  auto const read = m_database->read([&](SqlWork& work) {
    count = work.rows("SELECT count(*) FROM place" + conditions.text(), conditions.values())
                .at(0)
                .number(0);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return count;
}

Result<std::vector<District>> SqlCountStore::districts() {
  std::vector<District> districts;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row : work.rows(R"sql(
        SELECT municipality, district, sum(CASE WHEN retired_at = '' THEN 1 ELSE 0 END)
        FROM place WHERE district <> '' GROUP BY municipality, district
        ORDER BY municipality, district
      )sql",
                                     {}))
      districts.push_back({{row.text(0), row.text(1)}, row.number(2)});
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return districts;
}

Result<std::vector<Lifetime>> SqlCountStore::lifetimes(Area const& area) {
  SqlConditions conditions;
  conditions.add(area);
  std::vector<Lifetime> lifetimes;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row : work.rows(fmt::format(R"sql(
        SELECT CASE WHEN first_period = '' THEN substr(since, 1, 7) ELSE first_period END AS opened,
          substr(retired_at, 1, 7) AS closed, count(*)
        FROM place {} GROUP BY opened, closed ORDER BY opened, closed
      )sql",
                                                 conditions.text()),
                                     conditions.values()))
      lifetimes.push_back({row.text(0), row.text(1), row.number(2)});
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return lifetimes;
}

Result<Verdict> SqlCountStore::keep_health(KioskHealth const& health) {
  std::int64_t changed = 0;
  auto const written = m_database->write([&](SqlWork& work) {
    changed = work.change(
        R"sql(
        INSERT INTO kiosk_health
          (place, source, time, received_at, software_version, outbox_events, disk_free_mib,
           clock_skew_s, reader_state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (place) DO UPDATE SET source = excluded.source, time = excluded.time,
          received_at = excluded.received_at, software_version = excluded.software_version,
          outbox_events = excluded.outbox_events, disk_free_mib = excluded.disk_free_mib,
          clock_skew_s = excluded.clock_skew_s, reader_state = excluded.reader_state
        WHERE kiosk_health.time <> excluded.time OR kiosk_health.source <> excluded.source
      )sql",
        {health.place, health.source, health.time, health.received_at, health.software_version,
         health.outbox_events, health.disk_free_mib, health.clock_skew_s, health.reader_state});
    return Ending::Commit;
  });
  if (!written) return tl::unexpected<Error>(written.error());
  return changed > 0 ? Verdict::Stored : Verdict::Replayed;
}

}  // namespace inloop::collector
