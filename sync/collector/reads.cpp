#include "sync/collector/reads.h"

#include <algorithm>
#include <limits>
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
                          "Zoveel regels passen niet in een rekenblad: kies een maand, plek of "
                          "onderwerp, of csv."}});
      auto sheet = figures_spreadsheet(figures, places);
      if (!sheet) return store_failure(sheet.error());
      return file_answer("application/vnd.oasis.opendocument.spreadsheet", "statistieken.ods",
                         *std::move(sheet));
    }
  }
  INLOOP_ASSERT(false);
}

constexpr std::int64_t every_place = std::numeric_limits<std::int32_t>::max();

// About how many lines the answer has, before any of them is read: the totals tell of how many
// cells and tables.
std::int64_t most_lines(FigureSources const& sources, Filter const& filter) {
  std::int64_t lines = most_missing_lines(sources, filter);
  for (auto const& total : sources.totals)
    if (total.group.empty()) lines += total.cells + total.places;
  return lines;
}

// What to say besides what was said, so that the answer is not too large.
Objection too_large(Filter const& filter) {
  if (filter.period.empty())
    return {"query", "periode", "Zoveel cijfers tegelijk gaat niet: kies een maand of een plek."};
  return {"query", "plek",
          "Zoveel cijfers tegelijk gaat niet: kies een gemeente, een plek of een onderwerp."};
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
  if (seen->is_too_large) return *refusal({too_large(filter)});
  return figures_answer(question, *seen, page, form);
}

Answer read_health(Question const& question, CountStore& store, Clock const&) {
  QueryReader query(question);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const places = store.count_places({});
  if (!places) return store_failure(places.error());
  return json_answer(Json{{"status", "gezond"}, {"versie", INLOOP_VERSION}}.dump());
}

// What one place or one month costs follows from how much that is, not from how much else there is.
Result<Overview> overview(CountStore& store, Filter const& filter, UtcTime now) {
  bool const is_of_all = filter.place.empty();
  auto states = store.states({.place = filter.place, .area = filter.area},
                             {.offset = 0, .limit = every_place});
  if (!states) return tl::unexpected<Error>(states.error());
  FigureSources sources{.places = *std::move(states),
                        .releases = {},
                        .cells = {},
                        .totals = {},
                        .last_due = last_due_month(now),
                        .current_month = month_of(now)};
  if (is_of_all) {
    auto totals = store.totals({.area = filter.area,
                                .first_period = filter.period,
                                .last_period = filter.period,
                                .subject = filter.subject,
                                .detail = Detail::Groups});
    if (!totals) return tl::unexpected<Error>(totals.error());
    sources.totals = *std::move(totals);
    if (most_lines(sources, filter) > most_lines_read)
      return Overview{.places = {}, .figures = {}, .is_too_large = true};
  }
  // A number that was skipped is seen among all releases of a source.
  auto releases = !is_of_all && filter.period.empty() ? store.releases_around(filter.place)
                                                      : store.releases({.place = filter.place,
                                                                        .area = filter.area,
                                                                        .period = filter.period,
                                                                        .subject = {}});
  if (!releases) return tl::unexpected<Error>(releases.error());
  sources.releases = *std::move(releases);
  auto cells = store.cells(filter, most_lines_read);
  if (!cells) return tl::unexpected<Error>(cells.error());
  sources.cells = *std::move(cells);
  Overview seen{.places = {}, .figures = figures(sources, filter)};
  for (auto& state : sources.places) seen.places.push_back(std::move(state.place));
  return seen;
}

}  // namespace inloop::collector
