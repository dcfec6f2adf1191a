#include "sync/collector/reads.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/assert.h"
#include "sync/collector/figures_sdmx.h"
#include "sync/collector/figures_text.h"
#include "sync/collector/intake.h"
#include "sync/collector/list_answer.h"
#include "sync/collector/problem.h"
#include "sync/collector/query.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

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

Answer file_answer(std::string_view type, std::string_view name, std::string body) {
  Answer answer{
      .status = 200, .content_type = std::string(type), .body = std::move(body), .headers = {}};
  answer.headers.emplace_back("Content-Disposition", fmt::format("inline; filename=\"{}\"", name));
  return answer;
}

Answer figures_answer(Question const& question, Overview const& seen, Page page, Form form) {
  auto const& [places, figures, is_too_large] = seen;
  switch (form) {
    case Form::Json:
      return page_answer(question, page, figures.size(),
                         figures_json(slice_of(figures, page), places));
    case Form::Csv:
      return file_answer("text/csv; charset=utf-8; header=present", "statistieken.csv",
                         figures_csv(figures, places));
    case Form::SdmxCsv:
      return file_answer("application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
                         "statistieken-sdmx.csv", figures_sdmx_csv(figures));
    case Form::Spreadsheet: {
      if (figures.size() > most_sheet_rows)
        return *refusal({{"query", "periode",
                          "Zoveel regels passen niet in een rekenblad: kies een plek of maand."}});
      auto sheet = figures_spreadsheet(figures, places);
      if (!sheet) return store_failure(sheet.error());
      return file_answer("application/vnd.oasis.opendocument.spreadsheet", "statistieken.ods",
                         *std::move(sheet));
    }
  }
  INLOOP_ASSERT(false);
}

// One place costs the same however many others there are.
Result<std::vector<Place>> place_alone(CountStore& store, std::string const& id) {
  return store.states({.place = id}, {.offset = 0, .limit = 1}).map([](auto const& states) {
    std::vector<Place> places;
    for (auto const& state : states) places.push_back(state.place);
    return places;
  });
}

}  // namespace

Answer read_events(Question const& question, CountStore& store, Clock const&) {
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
  return page_answer(question, page, static_cast<std::size_t>(*total), results + ']');
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
  return figures_answer(question, *seen, page, form);
}

Answer read_health(Question const& question, CountStore& store, Clock const&) {
  QueryReader query(question);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const places = store.count_places({});
  if (!places) return store_failure(places.error());
  return json_answer(Json{{"status", "gezond"}, {"versie", INLOOP_VERSION}}.dump());
}

Result<Overview> overview(CountStore& store, Filter const& filter, UtcTime now) {
  FigureSources sources{.places = {},
                        .releases = {},
                        .cells = {},
                        .last_due = last_due_month(now),
                        .current_month = month_of(now)};
  auto places = filter.place.empty() ? store.places() : place_alone(store, filter.place);
  if (!places) return tl::unexpected<Error>(places.error());
  auto releases = filter.place.empty() ? store.releases({}) : store.releases_around(filter.place);
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
