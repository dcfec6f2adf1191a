#include "sync/collector/reads.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/collector/figures_text.h"
#include "sync/collector/intake.h"
#include "sync/collector/problem.h"
#include "sync/collector/query.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

// What a store that was filled by other hands holds need not be UTF-8.
std::string text_of(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Answer json_answer(std::string body) {
  return {
      .status = 200, .content_type = "application/json", .body = std::move(body), .headers = {}};
}

// One page of a list; `results` is a JSON array.
Answer page_answer(Page page, std::size_t total, std::string_view results) {
  return json_answer(
      fmt::format(R"({{"pagina":{},"paginaGrootte":{},"totaalAantal":{},"resultaten":{}}})",
                  page.number, page.size, total, results));
}

std::optional<Answer> refusal(std::vector<Objection> objections) {
  if (objections.empty()) return std::nullopt;
  return answer_with({.status = 400,
                      .type = "ongeldige-vraag",
                      .title = "Ongeldige vraag",
                      .detail = "De vraag klopt niet.",
                      .objections = std::move(objections)});
}

template <class T>
std::span<T const> slice_of(std::vector<T> const& all, Page page) {
  auto const size = static_cast<std::int64_t>(all.size());
  auto const first = std::min(page.slice().offset, size);
  auto const last = std::min(first + page.size, size);
  return {all.data() + first, static_cast<std::size_t>(last - first)};
}

// The event stands in the answer as it was received, byte for byte: it can be held against its
// hash.
std::string entry_of(KeptEvent const& kept) {
  auto const& release = kept.release;
  auto entry = text_of({{"id", release.id},
                        {"bron", release.source},
                        {"plek", release.place},
                        {"periode", release.period},
                        {"soort", release.kind},
                        {"volgnummer", release.sequence},
                        {"inhoudshash", release.hash},
                        {"ontvangenOp", release.received_at}});
  entry.pop_back();
  return entry + R"(,"gebeurtenis":)" + kept.bytes + '}';
}

}  // namespace

Answer read_places(Question const& question, CountStore& store) {
  QueryReader query(question);
  auto const page = query.page(100, 1'000);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const places = store.places();
  if (!places) return store_failure(places.error());
  auto results = Json::array();
  for (auto const& place : slice_of(*places, page))
    results.push_back({{"id", place.id}, {"naam", place.name}, {"sinds", place.since}});
  return page_answer(page, places->size(), text_of(results));
}

Answer read_events(Question const& question, CountStore& store) {
  QueryReader query(question);
  auto const filter = query.filter();
  auto const page = query.page(20, 50);  // an event can be 64 KiB
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const total = store.count_events(filter);
  if (!total) return store_failure(total.error());
  auto const events = store.events(filter, page.slice());
  if (!events) return store_failure(events.error());
  std::string results = "[";
  for (auto const& event : *events) {
    if (results.size() > 1) results += ',';
    results += entry_of(event);
  }
  return page_answer(page, static_cast<std::size_t>(*total), results + ']');
}

Answer read_figures(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  auto const filter = query.filter();
  auto const page = query.page(1'000, 10'000);
  auto const form = query.form();
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const seen = overview(store, filter, clock.utc());
  if (!seen) return store_failure(seen.error());
  if (seen->is_too_large)
    return *refusal({{"query", "periode", "Zoveel cijfers tegelijk gaat niet: kies een maand."}});
  if (form == Form::Json)
    return page_answer(page, seen->figures.size(),
                       figures_json(slice_of(seen->figures, page), seen->places));
  Answer answer{.status = 200,
                .content_type = "text/csv; charset=utf-8; header=present",
                .body = figures_csv(seen->figures, seen->places),
                .headers = {}};
  answer.headers.emplace_back("Content-Disposition", "inline; filename=\"statistieken.csv\"");
  return answer;
}

Answer read_health(Question const& question, CountStore& store) {
  QueryReader query(question);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const places = store.places();
  if (!places) return store_failure(places.error());
  return json_answer(Json{{"status", "gezond"}, {"versie", INLOOP_VERSION}}.dump());
}

Result<Overview> overview(CountStore& store, Filter const& filter, UtcTime now) {
  FigureSources sources{.places = {},
                        .releases = {},
                        .cells = {},
                        .last_due = last_due_month(now),
                        .current_month = month_of(now)};
  auto places = store.places();
  if (!places) return tl::unexpected<Error>(places.error());
  auto releases = store.releases({});
  if (!releases) return tl::unexpected<Error>(releases.error());
  auto cells = store.cells(filter, most_cells_read + 1);
  if (!cells) return tl::unexpected<Error>(cells.error());
  if (cells->size() > static_cast<std::size_t>(most_cells_read))
    return Overview{.places = {}, .figures = {}, .is_too_large = true};
  sources.places = *std::move(places);
  sources.releases = *std::move(releases);
  sources.cells = *std::move(cells);
  auto all = figures(sources, filter);
  return Overview{.places = std::move(sources.places), .figures = std::move(all)};
}

}  // namespace inloop::collector
