#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "sync/collector/figures.h"
#include "sync/collector/intake.h"
#include "sync/collector/list_answer.h"
#include "sync/collector/place_json.h"
#include "sync/collector/place_reads.h"
#include "sync/collector/query.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t usual_page = 50;
constexpr std::int64_t greatest_page = 200;

struct Asked {
  Ranking ranking;
  PlaceFilter filter;  // who was there in that month
  Page page;
};

Asked asked_in(QueryReader& query, std::string search) {
  auto ranking = query.ranking();
  PlaceFilter filter{.place = {},
                     .area = query.area(),
                     .silent_since = {},
                     .open_in = ranking.period,
                     .search = std::move(search)};
  return {std::move(ranking), std::move(filter), query.page(usual_page, greatest_page)};
}

// Null when nobody told of it: missing is not zero.
Json figure_of(std::span<Total const> totals, std::string_view period, HalfWidths& half_widths) {
  std::int64_t value = 0;
  EpsilonCounts epsilons;
  for (auto const& total : totals) {
    if (total.period != period) continue;
    value += total.value;
    epsilons[{total.epsilon.numerator, total.epsilon.denominator}] += total.cells;
  }
  return epsilons.empty() ? Json() : figure_json(value, epsilons, half_widths);
}

void add_figures(Json& entry, std::span<Total const> totals, Ranking const& ranking,
                 HalfWidths& half_widths) {
  entry["cijfer"] = figure_of(totals, ranking.period, half_widths);
  entry["jaarEerder"] = figure_of(totals, ranking.compared_with, half_widths);
}

std::int64_t places_of(std::span<Total const> totals, std::string_view period) {
  std::int64_t places = 0;
  for (auto const& total : totals)
    if (total.period == period) places += total.places;
  return places;
}

}  // namespace

Answer read_place_figures(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  auto const [ranking, filter, page] = asked_in(query, query.search());
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const total = store.count_places(filter);
  if (!total) return store_failure(total.error());
  auto const places = store.ranked_places(filter, ranking, page.slice());
  if (!places) return store_failure(places.error());
  auto const last_due = last_due_month(clock.utc());
  HalfWidths half_widths;
  auto results = Json::array();
  for (auto const& [state, totals] : *places) {
    Json entry{{"plek", place_json(state, last_due)}};
    add_figures(entry, totals, ranking, half_widths);
    results.push_back(std::move(entry));
  }
  return page_answer(question, page, static_cast<std::size_t>(*total), text_of(results));
}

Answer read_district_figures(Question const& question, CountStore& store, Clock const&) {
  QueryReader query(question);
  auto const [ranking, filter, page] = asked_in(query, {});
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const total = store.count_districts(filter);
  if (!total) return store_failure(total.error());
  auto const districts = store.ranked_districts(filter, ranking, page.slice());
  if (!districts) return store_failure(districts.error());
  HalfWidths half_widths;
  auto results = Json::array();
  for (auto const& [area, expected, totals] : *districts) {
    auto const told = places_of(totals, ranking.period);
    Json entry{{"gemeente", text_or_null(area.municipality)},
               {"wijk", area.district},
               {"aantalPlekken", told},
               {"verwachtePlekken", std::max(expected, told)}};
    add_figures(entry, totals, ranking, half_widths);
    results.push_back(std::move(entry));
  }
  return page_answer(question, page, static_cast<std::size_t>(*total), text_of(results));
}

}  // namespace inloop::collector
