#include "sync/collector/place_json.h"

#include <numeric>

#include <nlohmann/json.hpp>

#include "sync/collector/list_answer.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

std::string_view status_of(PlaceState const& state, std::string_view last_due) {
  if (!state.place.retired_at.empty()) return "gesloten";
  if (state.last_period >= last_due && !state.last_period.empty()) return "actueel";
  // A place that opened after the last month that is due owes nothing yet.
  if (state.place.since.substr(0, 7) > last_due) return "nieuw";
  return state.last_period.empty() ? "nooitGemeld" : "achter";
}

}  // namespace

Json place_json(PlaceState const& state, std::string_view last_due) {
  auto const& place = state.place;
  return {{"id", place.id},
          {"naam", place.name},
          {"gemeente", text_or_null(place.municipality)},
          {"wijk", text_or_null(place.district)},
          {"sinds", place.since},
          {"geslotenOp", text_or_null(place.retired_at)},
          {"eersteMaand", text_or_null(state.first_period)},
          {"laatsteMaand", text_or_null(state.last_period)},
          {"laatstOntvangenOp", text_or_null(state.last_received_at)},
          {"status", status_of(state, last_due)}};
}

void add_estimate(Json& row, Estimate const& estimate) {
  row["waarde"] = estimate.raw;
  row["getoond"] = estimate.shown;
  row["ondergrens95"] = estimate.low;
  row["bovengrens95"] = estimate.high;
  row["halveBreedte95"] = estimate.half_width.counts;
  row["methode"] = word_for(estimate.half_width.method);
}

Json figure_json(std::int64_t value, EpsilonCounts const& epsilons, HalfWidths& half_widths) {
  auto figure = Json::object();
  add_estimate(figure, estimate(value, half_widths.of(epsilons)));
  figure["aantalCellen"] =
      std::accumulate(epsilons.begin(), epsilons.end(), std::int64_t{0},
                      [](std::int64_t cells, auto const& count) { return cells + count.second; });
  return figure;
}

Json epsilon_json(report::Epsilon epsilon) {
  return {{"teller", epsilon.numerator}, {"noemer", epsilon.denominator}};
}

}  // namespace inloop::collector
