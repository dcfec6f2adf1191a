#include <algorithm>
#include <utility>

#include "kiosk/app/host/glass_settings.h"
#include "kiosk/app/host/work.h"
#include "kiosk/app/host/year_graph.h"
#include "kiosk/core/holds.h"
#include "kiosk/core/release_tables.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/holds.h"
#include "kiosk/store/late_entries.h"
#include "kiosk/store/release_log.h"
#include "sync/report/receipt.h"

namespace inloop::app::host {
namespace {

using namespace core::host::counting;
using core::Period;
using core::host::Act;
using Answer = Result<CountsOutcome>;

struct Work {
  Desk& desk;
  CountsRequest const& request;

  Answer operator()(LoadMonths) const {
    return desk.with_store([&](store::Store& store) -> Answer { return outcome(months(store)); });
  }

  Answer operator()(ChangeHold const& change) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto found = months(store);
      if (!found) return tl::unexpected(found.error());
      bool const is_open =
          std::ranges::find(found->months, change.month, &OpenMonth::period) != found->months.end();
      bool const can_be_held =
          core::can_be_held(change.month, request.now.date, desk.parts().config.grace_days);
      bool const is_held = change.held == HeldBack::Yes;
      if (!is_open || (is_held && !can_be_held)) return CountsOutcome{TooLate{std::move(*found)}};
      auto const changed = is_held ? store::hold_month(store, change.month)
                                   : store::let_month_go(store, change.month);
      if (!changed) return tl::unexpected(changed.error());
      if (auto const noted = note(store, is_held ? Act::ReleaseHeld : Act::ReleaseLetGo); !noted)
        return tl::unexpected(noted.error());
      for (auto& month : found->months)
        if (month.period == change.month) month.held = change.held;
      return CountsOutcome{
          HoldChanged{.month = change.month, .held = change.held, .found = std::move(*found)}};
    });
  }

  Answer operator()(PutLateEntry const& put) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const open = store.open_periods(request.now.date);
      if (!open) return tl::unexpected(open.error());
      // Of a house in which nobody was counted yet nothing is closed.
      auto const month = core::period_of(put.entry.date);
      if (!open->empty() && std::ranges::find(*open, month) == open->end()) {
        auto found = months(store);
        if (!found) return tl::unexpected(found.error());
        return CountsOutcome{TooLate{std::move(*found)}};
      }
      auto const before = store::put_late_entry(store, put.entry, request.now.date);
      if (!before) return tl::unexpected(before.error());
      if (auto const noted = note(store, Act::LateEntryAdded); !noted)
        return tl::unexpected(noted.error());
      auto found = months(store);
      if (!found) return tl::unexpected(found.error());
      return CountsOutcome{
          LateEntryPut{.before = *before, .entry = put.entry, .found = std::move(*found)}};
    });
  }

  Answer operator()(LoadSent) const {
    SentFound found;
    std::vector<store::PublishedRelease> releases;
    auto const last = core::period_of(request.now.date) - std::chrono::months{1};
    auto const read = desk.with_store([&](store::Store& store) -> Result<> {
      auto const log = store::release_log(store);
      if (!log) return tl::unexpected(log.error());
      for (auto const& logged : *log)
        found.sent.push_back(sent_month(logged.period, logged.sequence, logged.receipt));
      auto year = year_of_releases(store, last);
      if (!year) return tl::unexpected(year.error());
      releases = std::move(*year);
      return {};
    });
    if (!read) return tl::unexpected(read.error());
    auto graph = graph_of(releases, last);
    if (!graph) return tl::unexpected(graph.error());
    found.graph = std::move(*graph);
    return CountsOutcome{std::move(found)};
  }

  Answer operator()(LoadSentFile const& load) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const release = store::find_release(store, load.sequence);
      if (!release) return tl::unexpected(release.error());
      if (!*release) return failure("there is no release {}", load.sequence);
      return CountsOutcome{
          SentFile{.month = sent_month((*release)->period, load.sequence, (*release)->receipt),
                   .bytes = (*release)->bytes}};
    });
  }

 private:
  static Answer outcome(Result<MonthsFound> found) {
    if (!found) return tl::unexpected(found.error());
    return CountsOutcome{std::move(*found)};
  }

  // The newest of the open months, that of today among them, whether or not anybody came in it.
  [[nodiscard]] Result<MonthsFound> months(store::Store& store) const {
    auto open = store.open_periods(request.now.date);
    if (!open) return tl::unexpected(open.error());
    auto const held = store::held_months(store);
    if (!held) return tl::unexpected(held.error());
    auto const now = core::period_of(request.now.date);
    std::erase_if(*open, [&](Period period) { return period > now; });
    if (open->empty()) open->push_back(now);
    std::ranges::reverse(*open);
    if (open->size() > most_open_months) open->resize(most_open_months);
    MonthsFound found{.grace_days = desk.parts().config.grace_days, .months = {}};
    for (auto const period : *open) {
      auto month = open_month(store, period);
      if (!month) return tl::unexpected(month.error());
      if (std::ranges::find(*held, period) != held->end()) month->held = HeldBack::Yes;
      found.months.push_back(std::move(*month));
    }
    return found;
  }

  [[nodiscard]] Result<OpenMonth> open_month(store::Store& store, Period period) const {
    auto counts = store.period_counts(period, request.now);
    if (!counts) return tl::unexpected(counts.error());
    auto late = store::late_entries(store, period);
    if (!late) return tl::unexpected(late.error());
    auto const config = with_glass_settings(desk.parts().config);
    OpenMonth month{.period = period, .held = HeldBack::No};
    month.tables = core::release_tables(*counts, config.settings.opening, config.epsilons);
    month.dayparts = std::move(counts->dayparts);
    month.late = std::move(*late);
    return month;
  }

  [[nodiscard]] SentMonth sent_month(Period period, std::int64_t sequence,
                                     std::optional<std::string> const& receipt) const {
    SentMonth month{.period = period, .sequence = sequence, .is_received = receipt.has_value()};
    if (!receipt) return month;
    if (auto const proof = report::receipt_from(*receipt))
      month.received = desk.parts().clock.local_time(proof->received_at);
    return month;
  }

  [[nodiscard]] Result<> note(store::Store& store, Act act) const {
    return store::note(
        store, {.when = request.now, .host = request.by, .act = act, .about = std::nullopt});
  }
};

}  // namespace

Result<core::host::CountsOutcome> perform(core::host::CountsRequest const& request, Desk& desk) {
  return std::visit(Work{desk, request}, request.what);
}

}  // namespace inloop::app::host
