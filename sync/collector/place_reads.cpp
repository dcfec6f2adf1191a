#include "sync/collector/place_reads.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/collector/figures.h"
#include "sync/collector/intake.h"
#include "sync/collector/list_answer.h"
#include "sync/collector/place_json.h"
#include "sync/collector/query.h"
#include "sync/collector/silence.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

// A page of places as `entry_of` writes each of them.
template <class EntryOf>
Answer answer_places(Question const& question, CountStore& store, PlaceFilter const& filter,
                     Page page, EntryOf entry_of) {
  auto const total = store.count_places(filter);
  if (!total) return store_failure(total.error());
  auto const states = store.states(filter, page.slice());
  if (!states) return store_failure(states.error());
  auto results = Json::array();
  for (auto const& state : *states) results.push_back(entry_of(state));
  return page_answer(question, page, static_cast<std::size_t>(*total), text_of(results));
}

}  // namespace

Answer read_places(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  PlaceFilter const filter{.place = query.place(), .area = query.area(), .silent_since = {}};
  auto const page = query.page(100, 1'000);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const last_due = last_due_month(clock.utc());
  return answer_places(question, store, filter, page,
                       [&](auto const& state) { return place_json(state, last_due); });
}

Answer read_silent_places(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  auto const now = clock.utc();
  auto const last_due = last_due_month(now);
  PlaceFilter const filter{.place = {}, .area = query.area(), .silent_since = last_due};
  auto const page = query.page(100, 1'000);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  return answer_places(question, store, filter, page, [&](auto const& state) {
    auto entry = place_json(state, last_due);
    auto const silence = silence_of(state, timestamp(now));
    entry["reden"] = silence.word;
    entry["toelichting"] = silence.meaning;
    entry["laatsteTeken"] = text_or_null(state.health ? state.health->received_at : "");
    return entry;
  });
}

Answer read_districts(Question const& question, CountStore& store, Clock const&) {
  QueryReader query(question);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const districts = store.districts();
  if (!districts) return store_failure(districts.error());
  auto results = Json::array();
  for (auto const& district : *districts)
    results.push_back({{"gemeente", text_or_null(district.area.municipality)},
                       {"wijk", text_or_null(district.area.district)},
                       {"openPlekken", district.open_places}});
  auto const size = static_cast<std::int64_t>(districts->size());
  return page_answer(question, {.number = 1, .size = std::max<std::int64_t>(size, 1)},
                     districts->size(), text_of(results));
}

}  // namespace inloop::collector
