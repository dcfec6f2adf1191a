#include "kiosk/app/housekeeping.h"

#include <chrono>
#include <filesystem>
#include <system_error>

#include "kiosk/app/programme_of.h"
#include "kiosk/base/log.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/backup.h"
#include "kiosk/store/stories.h"
#include "sync/report/receipt.h"

namespace inloop::app {
namespace {

// The first trouble of several steps that were all tried.
Result<> first_trouble(Result<> const& earlier, Result<> const& later) {
  return earlier ? later : earlier;
}

Result<> take_in_receipt(store::Store& store, outbox::Folders const& folders,
                         store::PublishedRelease const& release) {
  auto const receipt = outbox::read_receipt(folders, release.event_id);
  if (!receipt) return tl::unexpected(receipt.error());
  if (receipt->empty()) return {};
  // The house judges for itself: a receipt for other bytes proves nothing.
  auto const proof = report::receipt_from(*receipt);
  if (!proof || proof->hash != report::content_hash(release.bytes))
    return failure("the receipt of event {} is for other bytes", release.event_id);
  // The receipt last: it ends our care for the release, and after a crash the move does no harm.
  if (auto const moved = outbox::move_to_sent(folders, release.sequence, release.event_id); !moved)
    return moved;
  if (auto const kept = store.keep_receipt(release.event_id, *receipt); !kept) return kept;
  log::info("the town hall has event {} of {}", release.event_id, core::to_string(release.period));
  return {};
}

// Puts every release where the courier finds it, and takes in what the town hall answered. A crash
// between closing and publishing is mended here: the release's bytes are in the store.
Result<> exchange(store::Store& store, outbox::Folders const& folders) {
  auto const releases = store.releases();
  if (!releases) return tl::unexpected(releases.error());
  Result<> outcome;
  for (auto const& release : *releases) {
    if (release.receipt) continue;
    auto const published =
        outbox::publish(folders, release.sequence, release.event_id, release.bytes);
    // A release must not overtake an older one. A bad receipt is no reason to hold back others.
    if (!published) return first_trouble(outcome, published);
    outcome = first_trouble(outcome, take_in_receipt(store, folders, release));
  }
  return outcome;
}

// Written by a clock that ran ahead, a file may seem to be of the future: that is as good as old.
bool is_recent(std::filesystem::path const& file) {
  constexpr std::chrono::hours nearly_a_day{20};  // tidying comes at no exact time
  std::error_code problem;
  auto const written = std::filesystem::last_write_time(file, problem);
  if (problem) return false;
  return std::chrono::abs(std::filesystem::file_time_type::clock::now() - written) < nearly_a_day;
}

}  // namespace

Result<> Housekeeping::tidy(store::Store& store, core::Date today) {
  Result<> outcome;
  auto const note = [&](Result<> const& step) { outcome = first_trouble(outcome, step); };
  note(store.forget_minutes_before(today));
  note(store.forget_sign_ups(today, m_memory.sign_ups_kept_days));
  note(store::forget_stories(store, today));
  note(store::forget_old_deeds(store, today));
  note(programme_of(store, m_memory.time_zone).extend(today));
  note(close_due(store, today));
  note(exchange(store, m_memory.hatch));
  if (m_reader) note(outbox::write_reader_state(m_memory.hatch, m_reader()));
  note(store.checkpoint());
  note(back_up_daily(store, today));
  return outcome;
}

// A month whose release cannot be read in the hatch would be drawn twice, so all of them wait.
Result<> Housekeeping::close_due(store::Store& store, core::Date today) {
  if (auto const adopted = adopt_published(store, m_memory); !adopted)
    return within("nothing is closed while the hatch is in disorder", adopted.error());
  auto const closed = m_closing.close_due(store, today);
  if (!closed) return tl::unexpected(closed.error());
  return {};
}

// Judged by the file as well, so that a kiosk that starts again and again does not push good
// backups out with new ones.
Result<> Housekeeping::back_up_daily(store::Store& store, core::Date today) {
  auto const newest =
      store::backup_file(m_memory.backups, m_memory.database.filename().string(), 1);
  if (m_backed_up == today || is_recent(newest)) return {};
  auto const written = store.back_up(m_memory.backups);
  if (written) m_backed_up = today;
  return written;
}

}  // namespace inloop::app
