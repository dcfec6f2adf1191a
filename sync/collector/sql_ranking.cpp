#include <map>
#include <utility>

#include "sync/collector/sql_count_store.h"
#include "sync/collector/sql_place_rows.h"

namespace inloop::collector {
namespace {

// What is added up: `table` is cell or total_district.
struct Source {
  std::string_view table;
  std::string_view owner;   // the columns that say whose it is
  std::string_view places;  // how many places are in a sum
  std::string_view cells;   // how many cells are
};

constexpr Source of_places{"cell", "place", "1", "count(*)"};
constexpr Source of_districts{"total_district", "municipality, district", "sum(places)",
                              "sum(cells)"};

// The figure of a ranking, whosever it is. A place keeps its cells only, and their sum is the whole
// table; a district keeps the whole table under an empty group.
std::string is_figure(SqlConditions& conditions, Ranking const& ranking, Source const& source) {
  auto text = fmt::format("subject = {}", conditions.parameter(ranking.subject));
  if (!ranking.group.empty() || source.table == of_districts.table)
    text += fmt::format(" AND group_word = {}", conditions.parameter(ranking.group));
  return text;
}

// `same_owner`: what ties a figure to the row that is sorted.
std::string order_by(SqlConditions& conditions, Ranking const& ranking, Source const& source,
                     std::string_view same_owner, std::string_view by_name) {
  if (ranking.order == Order::ByName) return fmt::format("ORDER BY {}", by_name);
  return fmt::format(
      "ORDER BY (SELECT sum(value) FROM {0} WHERE {1} AND {0}.period = {2} AND {3}) "
      "DESC NULLS LAST, {4}",
      source.table, same_owner, conditions.parameter(ranking.period),
      is_figure(conditions, ranking, source), by_name);
}

// "(?1, ?2)", or of owners with two columns "(VALUES (?1, ?2), (?3, ?4))". Of a plain list a
// database knows that its index finds each; of values it fears that they may be many.
std::string list_of(SqlConditions& conditions, std::vector<std::string> const& values,
                    std::size_t width) {
  std::string list;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) list += width > 1 && i % width == 0 ? "), (" : ", ";
    list += conditions.parameter(values[i]);
  }
  return width == 1 ? fmt::format("({})", list) : fmt::format("(VALUES ({}))", list);
}

// By owner, given as the texts of its columns one after another; those without figures are not in.
std::map<std::vector<std::string>, std::vector<Total>> totals_of(
    SqlWork& work, Source const& source, std::vector<std::string> const& owners, std::size_t width,
    Ranking const& ranking) {
  std::map<std::vector<std::string>, std::vector<Total>> totals;
  if (owners.empty()) return totals;
  SqlConditions conditions;
  auto const figure = is_figure(conditions, ranking, source);
  auto const month = conditions.parameter(ranking.period);
  auto const other = conditions.parameter(ranking.compared_with);
  auto const wanted = list_of(conditions, owners, width);
  for (auto const& row : work.rows(fmt::format(R"sql(
      SELECT {0}, period, epsilon_numerator, epsilon_denominator, CAST({1} AS BIGINT),
        CAST({2} AS BIGINT), CAST(sum(value) AS BIGINT)
      FROM {3} WHERE ({0}) IN {4} AND period IN ({5}, {6}) AND {7}
      GROUP BY {0}, period, epsilon_numerator, epsilon_denominator
      ORDER BY {0}, period, epsilon_numerator, epsilon_denominator
    )sql",
                                               source.owner, source.cells, source.places,
                                               source.table, wanted, month, other, figure),
                                   conditions.values())) {
    std::vector<std::string> owner;
    for (std::size_t column = 0; column < width; ++column) owner.push_back(row.text(column));
    totals[std::move(owner)].push_back(
        {.period = row.text(width),
         .subject = ranking.subject,
         .group = ranking.group,
         .epsilon = {static_cast<std::uint32_t>(row.number(width + 1)),
                     static_cast<std::uint32_t>(row.number(width + 2))},
         .cells = row.number(width + 3),
         .places = row.number(width + 4),
         .value = row.number(width + 5)});
  }
  return totals;
}

SqlConditions in_districts(PlaceFilter const& filter) {
  auto conditions = conditions_of(filter);
  conditions.add_plain("district <> ''");
  return conditions;
}

std::vector<RankedPlace> places_in_order(SqlWork& work, PlaceFilter const& filter,
                                         Ranking const& ranking, Slice slice) {
  auto conditions = conditions_of(filter);
  auto const order =
      order_by(conditions, ranking, of_places, "cell.place = place.id", "name_key, id");
  auto const limit = conditions.parameter(slice.limit);
  auto const offset = conditions.parameter(slice.offset);
  std::vector<RankedPlace> places;
  for (auto const& row :
       work.rows(fmt::format(R"sql(
      SELECT {} FROM place LEFT JOIN kiosk_health ON kiosk_health.place = id
      {} {} LIMIT {} OFFSET {}
    )sql",
                             place_columns, conditions.text(), order, limit, offset),
                 conditions.values()))
    places.push_back({.state = place_state_from(row), .totals = {}});
  return places;
}

std::vector<RankedDistrict> districts_in_order(SqlWork& work, PlaceFilter const& filter,
                                               Ranking const& ranking, Slice slice) {
  auto conditions = in_districts(filter);
  auto const order = order_by(conditions, ranking, of_districts,
                              "total_district.municipality = place.municipality "
                              "AND total_district.district = place.district",
                              "municipality, district");
  auto const limit = conditions.parameter(slice.limit);
  auto const offset = conditions.parameter(slice.offset);
  std::vector<RankedDistrict> districts;
  for (auto const& row : work.rows(fmt::format(R"sql(
      SELECT municipality, district, count(*) FROM place {} GROUP BY municipality, district
      {} LIMIT {} OFFSET {}
    )sql",
                                               conditions.text(), order, limit, offset),
                                   conditions.values()))
    districts.push_back(
        {.area = {row.text(0), row.text(1)}, .expected_places = row.number(2), .totals = {}});
  return districts;
}

}  // namespace

Result<std::vector<RankedPlace>> SqlCountStore::ranked_places(PlaceFilter const& filter,
                                                              Ranking const& ranking, Slice slice) {
  std::vector<RankedPlace> places;
  auto const read = m_database->read([&](SqlWork& work) {
    places = places_in_order(work, filter, ranking, slice);
    std::vector<std::string> ids;
    for (auto const& ranked : places) ids.push_back(ranked.state.place.id);
    auto totals = totals_of(work, of_places, ids, 1, ranking);
    for (auto& ranked : places) ranked.totals = std::move(totals[{ranked.state.place.id}]);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return places;
}

Result<std::vector<RankedDistrict>> SqlCountStore::ranked_districts(PlaceFilter const& filter,
                                                                    Ranking const& ranking,
                                                                    Slice slice) {
  std::vector<RankedDistrict> districts;
  auto const read = m_database->read([&](SqlWork& work) {
    districts = districts_in_order(work, filter, ranking, slice);
    std::vector<std::string> names;
    for (auto const& ranked : districts) {
      names.push_back(ranked.area.municipality);
      names.push_back(ranked.area.district);
    }
    auto totals = totals_of(work, of_districts, names, 2, ranking);
    for (auto& ranked : districts)
      ranked.totals = std::move(totals[{ranked.area.municipality, ranked.area.district}]);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return districts;
}

Result<std::int64_t> SqlCountStore::count_districts(PlaceFilter const& filter) {
  auto const conditions = in_districts(filter);
  std::int64_t count = 0;
  auto const read = m_database->read([&](SqlWork& work) {
    count = work.rows(fmt::format("SELECT count(*) FROM (SELECT DISTINCT municipality, district "
                                  "FROM place {}) AS district",
                                  conditions.text()),
                      conditions.values())
                .at(0)
                .number(0);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return count;
}

}  // namespace inloop::collector
