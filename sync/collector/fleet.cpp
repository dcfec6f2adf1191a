#include "sync/collector/fleet.h"

#include <functional>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "sync/collector/figures.h"
#include "sync/collector/silence.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

Result<> for_each_open_place(CountStore& store, std::function<void(PlaceState const&)> const& see) {
  return store.see_places([&](PlaceState const& state) -> Result<> {
    if (state.place.retired_at.empty()) see(state);
    return {};
  });
}

// Why the place is silent; of one that is not, what will silence it before long.
std::optional<Silence> trouble_with(PlaceState const& state, std::string_view last_due,
                                    std::string_view now) {
  auto const opened = std::string_view(state.place.since).substr(0, 7);
  if (opened <= last_due && state.last_period < last_due) return silence_of(state, now);
  return state.health ? trouble_of(*state.health, now) : std::nullopt;
}

std::string line_of(PlaceState const& state, std::optional<Silence> const& trouble) {
  auto line = fmt::format("{}\t{}\t", state.place.id, state.last_period);
  if (state.health) {
    auto const& health = *state.health;
    line += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t", health.received_at, health.software_version,
                        health.outbox_events, health.disk_free_mib, health.clock_skew_s,
                        health.reader_state);
  } else {
    line += "\t\t\t\t\t\t";
  }
  line += trouble ? trouble->in_english : "";
  return line + '\n';
}

}  // namespace

Result<std::string> fleet_table(CountStore& store, UtcTime now) {
  auto const last_due = last_due_month(now);
  auto const moment = timestamp(now);
  std::string table =
      "place\tlast month\tlast sign\tversion\twaiting\tdisk MiB\tclock s\treader\twhat is wrong\n";
  auto const seen = for_each_open_place(store, [&](PlaceState const& state) {
    table += line_of(state, trouble_with(state, last_due, moment));
  });
  if (!seen) return tl::unexpected<Error>(seen.error());
  return table;
}

Result<std::string> fleet_gauges(CountStore& store, UtcTime now) {
  auto const last_due = last_due_month(now);
  auto const moment = timestamp(now);
  std::int64_t open = 0;
  std::map<std::string_view, std::int64_t> by_reason;
  for (auto const& silence : every_silence()) by_reason.emplace(silence.word, 0);
  auto const seen = for_each_open_place(store, [&](PlaceState const& state) {
    ++open;
    if (auto const trouble = trouble_with(state, last_due, moment)) ++by_reason[trouble->word];
  });
  if (!seen) return tl::unexpected<Error>(seen.error());
  auto text = fmt::format(
      "# HELP inloop_places_open Places that are open.\n# TYPE inloop_places_open gauge\n"
      "inloop_places_open {}\n"
      "# HELP inloop_places_in_trouble Open places that are silent, or will be before long.\n"
      "# TYPE inloop_places_in_trouble gauge\n",
      open);
  for (auto const& [reason, count] : by_reason)
    text += fmt::format("inloop_places_in_trouble{{reason=\"{}\"}} {}\n", reason, count);
  return text;
}

}  // namespace inloop::collector
