#include "kiosk/app/host/year_graph.h"

#include <algorithm>

#include "kiosk/store/release_log.h"
#include "sync/report/count_event.h"

namespace inloop::app::host {
namespace {

using namespace core::host::counting;

core::Period first_of_year(core::Period last) {
  return last - std::chrono::months{months_in_graph - 1};
}

// Adults and children, each with noise of its own.
Result<SentVisits> visits_in(store::PublishedRelease const& release) {
  auto const event = report::count_event_from(release.bytes);
  if (!event) return within("the release of " + core::to_string(release.period), event.error());
  SentVisits visits;
  for (auto const& table : event->tables) {
    if (table.subject != "bezoeken") continue;
    visits.epsilon = {table.epsilon.numerator, table.epsilon.denominator};
    for (auto const& cell : table.cells) visits.people += cell.value;
  }
  return visits;
}

}  // namespace

Result<std::vector<store::PublishedRelease>> year_of_releases(store::Store& store,
                                                              core::Period last) {
  return store::releases_between(store, first_of_year(last), last);
}

Result<std::vector<GraphMonth>> graph_of(std::vector<store::PublishedRelease> const& releases,
                                         core::Period last) {
  std::vector<GraphMonth> graph;
  for (auto period = first_of_year(last); period <= last; period += std::chrono::months{1}) {
    auto& month = graph.emplace_back();
    month.period = period;
    auto const release = std::ranges::find(releases, period, &store::PublishedRelease::period);
    if (release == releases.end()) continue;
    auto const visits = visits_in(*release);
    if (!visits) return tl::unexpected(visits.error());
    month.sent = *visits;
  }
  return graph;
}

}  // namespace inloop::app::host
