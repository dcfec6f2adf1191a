#include "kiosk/app/newest_release.h"

#include <string_view>

#include "sync/report/count_event.h"

namespace inloop::app {
namespace {

std::int64_t value_of(report::CountEvent const& event, std::string_view subject,
                      std::string_view group) {
  for (auto const& table : event.tables)
    for (auto const& cell : table.cells)
      if (table.subject == subject && cell.group == group) return cell.value;
  return 0;
}

}  // namespace

Result<std::optional<core::ReleasedMonth>> newest_release(store::Store& store) {
  auto releases = store.releases();
  if (!releases) return tl::unexpected(releases.error());
  if (releases->empty()) return std::nullopt;
  auto& newest = releases->back();
  auto const event = report::count_event_from(newest.bytes);
  if (!event) return within("the newest release", event.error());
  return core::ReleasedMonth{.period = newest.period,
                             .adults = value_of(*event, "bezoeken", "volwassenen"),
                             .children = value_of(*event, "bezoeken", "kinderen"),
                             .is_received = newest.receipt.has_value(),
                             .bytes = std::move(newest.bytes)};
}

}  // namespace inloop::app
