#include <algorithm>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/cards_table.h"
#include "kiosk/store/feelings_table.h"
#include "kiosk/store/periods_table.h"
#include "kiosk/store/store_impl.h"
#include "kiosk/store/the_day_table.h"
#include "kiosk/store/visits_table.h"

namespace inloop::store {
namespace {

Result<> sizes_fit(std::string const& bytes, std::vector<LedgerEntry> const& ledger) {
  if (bytes.empty() || bytes.size() > greatest_release_bytes)
    return failure("a release has 1 to {} bytes, this one {}", greatest_release_bytes,
                   bytes.size());
  if (ledger.empty()) return failure("a release without a table in the ledger draws nothing");
  return {};
}

core::PeriodCounts count(SQLite::Database& database, core::Period period,
                         std::optional<core::LocalTime> const& now = std::nullopt) {
  auto const sessions = count_sessions(database, period, now);
  return {.dayparts = count_visits(database, period),
          .participations = sessions.participations,
          .feelings = count_feelings(database, period),
          .volunteers = count_volunteers(database, period),
          .sessions = sessions.sessions,
          .openings = noted_openings(database, period)};
}

// The first month in which anybody was counted in any way.
std::optional<core::Period> first_counted(SQLite::Database& database) {
  std::optional<core::Period> first;
  auto const take = [&first](std::optional<core::Period> const& period) {
    if (period && (!first || *period < *first)) first = period;
  };
  if (auto const visits = dates_of_visits(database)) take(core::period_of(visits->first));
  if (auto const attended = first_attended(database)) take(core::period_of(*attended));
  take(first_month_with_feelings(database));
  if (auto const noted = first_noted(database)) take(core::period_of(*noted));
  return first;
}

// A closed month needs neither its sign-ups nor its cards: nothing of it is counted again.
Found end_counting(SQLite::Database& database, core::Period period) {
  freeze_places_of(database, period);
  return delete_cards_of(database, period);
}

}  // namespace

Result<std::vector<core::Period>> Store::open_periods(core::Date today) {
  using Periods = std::vector<core::Period>;
  return m_impl->attempt("listing periods", [&](SQLite::Database& database) -> Result<Periods> {
    auto const closed = closed_periods(database);
    auto const visits = dates_of_visits(database);
    auto const counted = first_counted(database);
    Periods open;
    if (!counted && closed.empty()) return open;

    auto first = counted ? *counted : closed.front();
    auto last = core::period_of(today);
    if (!closed.empty()) first = std::min(first, closed.front());
    if (visits) last = std::max(last, core::period_of(visits->last));
    for (auto period = first; period <= last; period += std::chrono::months{1}) {
      if (open.size() == most_open_periods) break;
      if (!std::binary_search(closed.begin(), closed.end(), period)) open.push_back(period);
    }
    return open;
  });
}

Result<core::PeriodCounts> Store::period_counts(core::Period period) {
  using Counts = core::PeriodCounts;
  return m_impl->attempt("counting", [&](SQLite::Database& database) -> Result<Counts> {
    return count(database, period);
  });
}

Result<core::PeriodCounts> Store::period_counts(core::Period period, core::LocalTime const& now) {
  using Counts = core::PeriodCounts;
  return m_impl->attempt("counting", [&](SQLite::Database& database) -> Result<Counts> {
    return count(database, period, now);
  });
}

Result<> Store::close_period(core::Period period, MakeRelease const& make_release) {
  return m_impl->attempt("closing a period", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    if (is_closed(database, period))
      return failure("{} is closed already", core::to_string(period));
    auto const sequence = next_sequence(database);
    auto const made = make_release(count(database, period), sequence);
    if (!made) return tl::unexpected(made.error());
    if (auto const fit = sizes_fit(made->bytes, made->ledger); !fit) return fit;
    auto const forgotten = end_counting(database, period);
    insert_release(database, m_impl->place(),
                   {.period = period,
                    .sequence = sequence,
                    .event_id = made->event_id,
                    .bytes = made->bytes,
                    .receipt = std::nullopt},
                   made->ledger);
    transaction.commit();
    // The old pages still stand in the write-ahead log until it is emptied.
    if (forgotten == Found::Yes) inloop::store::checkpoint(database);
    return {};
  });
}

Result<> Store::adopt_release(PublishedRelease const& release,
                              std::vector<LedgerEntry> const& ledger) {
  return m_impl->attempt("adopting a release", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    if (auto const known = release_of(database, release.period)) {
      if (known->event_id == release.event_id && known->sequence == release.sequence &&
          known->bytes == release.bytes)
        return {};
      return failure("{} was released with other bytes", core::to_string(release.period));
    }
    if (auto const fit = sizes_fit(release.bytes, ledger); !fit) return fit;
    auto const forgotten = end_counting(database, release.period);
    insert_release(database, m_impl->place(), release, ledger);
    transaction.commit();
    if (forgotten == Found::Yes) inloop::store::checkpoint(database);
    return {};
  });
}

Result<std::vector<PublishedRelease>> Store::releases() {
  using Releases = std::vector<PublishedRelease>;
  return m_impl->attempt(
      "reading the releases",
      [&](SQLite::Database& database) -> Result<Releases> { return all_releases(database); });
}

Result<> Store::keep_receipt(std::string const& event_id, std::string const& receipt) {
  return m_impl->attempt("keeping a receipt", [&](SQLite::Database& database) -> Result<> {
    if (receipt.empty() || receipt.size() > greatest_receipt_bytes)
      return failure("a receipt has 1 to {} bytes, this one {}", greatest_receipt_bytes,
                     receipt.size());
    WriteTransaction transaction(database);
    auto const kept = insert_receipt(database, event_id, receipt);
    if (kept == ReceiptKept::NoSuchEvent) return failure("there is no event {}", event_id);
    transaction.commit();
    return {};
  });
}

}  // namespace inloop::store
