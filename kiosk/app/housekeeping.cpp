#include "kiosk/app/housekeeping.h"

#include <optional>

#include "kiosk/base/log.h"

namespace inloop::app {
namespace {

// Puts every release where the courier finds it, and takes in what the town hall answered. A crash
// between closing and publishing is mended here: the release's bytes are in the store.
Result<> exchange(store::Store& store, outbox::Folders const& folders) {
  auto const releases = store.releases();
  if (!releases) return tl::unexpected(releases.error());
  for (auto const& release : *releases) {
    if (release.receipt) continue;
    if (auto const published =
            outbox::publish(folders, release.sequence, release.event_id, release.bytes);
        !published)
      return published;
    auto const receipt = outbox::read_receipt(folders, release.event_id);
    if (!receipt) return tl::unexpected(receipt.error());
    if (receipt->empty()) continue;
    if (auto const kept = store.keep_receipt(release.event_id, *receipt); !kept) return kept;
    if (auto const moved = outbox::move_to_sent(folders, release.sequence, release.event_id);
        !moved)
      return moved;
    log::info("the town hall has event {} of {}", release.event_id,
              core::to_string(release.period));
  }
  return {};
}

}  // namespace

Result<> Housekeeping::tidy(store::Store& store, core::Date today) {
  Result<> outcome;
  auto const note = [&](auto const& step) {
    if (!step && outcome) outcome = tl::unexpected(step.error());
  };
  note(store.forget_minutes_before(today));
  note(m_closing.close_due(store, today));
  note(exchange(store, m_folders));
  note(store.checkpoint());
  return outcome;
}

}  // namespace inloop::app
