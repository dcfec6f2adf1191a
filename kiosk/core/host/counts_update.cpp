#include <algorithm>
#include <utility>

#include "kiosk/core/holds.h"
#include "kiosk/core/host/places.h"

namespace inloop::core::host::counting {
namespace {

bool is_open(Counts const& place, Date date) {
  return std::ranges::any_of(
      place.months, [&](OpenMonth const& month) { return month.period == period_of(date); });
}

}  // namespace

OpenMonth const* chosen_month(Counts const& place) {
  return place.chosen < place.months.size() ? &place.months[place.chosen] : nullptr;
}

bool can_be_entered(Counts const& place, Date date, Date today) {
  return std::chrono::sys_days(date) <= std::chrono::sys_days(today) && is_open(place, date);
}

LateEntry entered_late(Counts const& place, Date date, Daypart daypart) {
  for (auto const& month : place.months)
    for (auto const& entry : month.late)
      if (entry.date == date && entry.daypart == daypart) return entry;
  return {.date = date, .daypart = daypart};
}

std::int64_t counted_on_screen(Counts const& place, Date date, Daypart daypart) {
  auto const late = entered_late(place, date, daypart);
  for (auto const& month : place.months)
    for (auto const& count : month.dayparts)
      if (count.date == date && count.daypart == daypart)
        return count.adults + count.children - late.adults - late.children;
  return 0;
}

}  // namespace inloop::core::host::counting

namespace inloop::core::host {
namespace {

using namespace counting;

template <class What>
HostRequest request(State const& state, HostRoom const& room, What what) {
  return {CountsRequest{.what = std::move(what), .now = state.now.local, .by = room.host.picture}};
}

void take_months(Counts& place, MonthsFound const& found) {
  auto const* const before = chosen_month(place);
  auto const wanted = before != nullptr ? before->period : Period{};  // no month is that
  place.grace_days = found.grace_days;
  place.months = found.months;
  if (place.months.size() > most_open_months) place.months.resize(most_open_months);
  auto const again = std::ranges::find_if(
      place.months, [&](OpenMonth const& month) { return month.period == wanted; });
  place.chosen =
      again != place.months.end() ? static_cast<std::size_t>(again - place.months.begin()) : 0;
}

struct OnTap {
  State& state;
  HostRoom& room;
  Counts& place;

  Effects operator()(ChooseMonth tap) const {
    if (tap.month < place.months.size()) place.chosen = tap.month;
    return {};
  }

  Effects operator()(OpenTable tap) const {
    auto const* const month = chosen_month(place);
    if (month != nullptr && tap.table < month->tables.size())
      place.page = TablePage{.table = tap.table};
    return {};
  }

  Effects operator()(Hold tap) const {
    auto const* const month = chosen_month(place);
    if (month == nullptr) return {};
    if (!can_be_held(month->period, state.now.local.date, place.grace_days)) return {};
    return ask(state, room,
               request(state, room, ChangeHold{.month = month->period, .held = tap.held}));
  }

  // At the daypart that is now, or the last day of the month that is looked at.
  Effects operator()(OpenLate) const {
    auto const* const month = chosen_month(place);
    if (month == nullptr) return {};
    auto const today = state.now.local.date;
    auto const date = month->period == period_of(today) ? today : last_day(month->period);
    show_late(date, daypart_at(state.now.local.minute_of_day));
    return {};
  }

  Effects operator()(StepDay tap) const {
    auto const* const page = std::get_if<LatePage>(&place.page);
    if (page == nullptr || std::abs(tap.days) > 31) return {};
    auto const date = Date(std::chrono::sys_days(page->entry.date) + std::chrono::days{tap.days});
    if (can_be_entered(place, date, state.now.local.date)) show_late(date, page->entry.daypart);
    return {};
  }

  Effects operator()(ChooseDaypart tap) const {
    if (auto const* const page = std::get_if<LatePage>(&place.page))
      show_late(page->entry.date, tap.daypart);
    return {};
  }

  Effects operator()(StepPeople tap) const {
    auto* const page = std::get_if<LatePage>(&place.page);
    if (page == nullptr || std::abs(tap.by) > most_late_people) return {};
    auto& people = tap.who == Who::Adults ? page->entry.adults : page->entry.children;
    people = std::clamp(people + tap.by, 0, most_late_people);
    return {};
  }

  Effects operator()(SaveLate) const {
    auto const* const page = std::get_if<LatePage>(&place.page);
    if (page == nullptr) return {};
    auto const& entry = page->entry;
    if (entry == entered_late(place, entry.date, entry.daypart)) return {};
    return ask(state, room, request(state, room, PutLateEntry{entry}));
  }

  Effects operator()(OpenSent) const { return ask(state, room, request(state, room, LoadSent{})); }

  Effects operator()(OpenFile tap) const {
    return ask(state, room, request(state, room, LoadSentFile{tap.sequence}));
  }

 private:
  void show_late(Date date, Daypart daypart) const {
    place.page = LatePage{entered_late(place, date, daypart)};
  }
};

struct OnOutcome {
  State& state;
  HostRoom& room;
  Counts& place;

  Effects operator()(MonthsFound const& found) const {
    take_months(place, found);
    return {};
  }

  Effects operator()(HoldChanged const& changed) const {
    take_months(place, changed.found);
    bool const is_held = changed.held == HeldBack::Yes;
    room.notice = Notice{
        .kind = NoticeKind::Done,
        .message = is_held ? message("The month waits.") : message("The month goes on its day."),
        .what = {}};
    room.undo =
        request(state, room,
                ChangeHold{.month = changed.month, .held = is_held ? HeldBack::No : HeldBack::Yes});
    return {};
  }

  Effects operator()(LateEntryPut const& put) const {
    take_months(place, put.found);
    place.page = LatePage{put.entry};
    room.notice = Notice{.kind = NoticeKind::Done,
                         .message = put.entry.is_empty() ? message("The count is taken out.")
                                                         : message("The count is in."),
                         .what = {}};
    room.undo = request(state, room, PutLateEntry{put.before});
    return {};
  }

  Effects operator()(TooLate const& too_late) const {
    take_months(place, too_late.found);
    place.page = MonthPage{};
    room.notice =
        Notice{.kind = NoticeKind::Trouble,
               .message = message("That month has gone to the municipality. Nothing was changed."),
               .what = {}};
    return {};
  }

  Effects operator()(SentFound const& found) const {
    place.sent = found.sent;
    place.graph = found.graph;
    place.page = SentPage{};
    return {};
  }

  Effects operator()(SentFile const& file) const {
    place.page = FilePage{.file = file};
    return {};
  }
};

// The page that a step back leads to.
struct Before {
  Counts& place;

  void operator()(MonthPage const&) const {}
  void operator()(FilePage const& page) const {
    auto const line = std::ranges::find(place.sent, page.file.month.sequence, &SentMonth::sequence);
    auto const at = line != place.sent.end() ? line - place.sent.begin() : 0;
    place.page = SentPage{.first = static_cast<int>(at)};
  }
  void operator()(auto const&) const { place.page = MonthPage{}; }
};

struct ScrollTo {
  int first = 0;

  void operator()(TablePage& page) const { page.first = first; }
  void operator()(SentPage& page) const { page.first = first; }
  void operator()(FilePage& page) const { page.first = first; }
  void operator()(auto&) const {}
};

}  // namespace

Effects open(State& state, HostRoom& room, Counts&) {
  return ask(state, room, request(state, room, LoadMonths{}));
}

Effects update(State& state, HostRoom& room, Counts& place, CountsTap const& tap) {
  return std::visit(OnTap{state, room, place}, tap.what);
}

Effects take(State& state, HostRoom& room, Counts& place, CountsOutcome const& outcome) {
  return std::visit(OnOutcome{state, room, place}, outcome.what);
}

Effects go_back(State&, HostRoom&, Counts& place) {
  auto const page = place.page;  // what it leads to takes its place
  std::visit(Before{place}, page);
  return {};
}

Effects scroll_to(State&, HostRoom&, Counts& place, int first) {
  std::visit(ScrollTo{std::max(first, 0)}, place.page);
  return {};
}

TextEntry* field_of(Counts&) {
  return nullptr;
}

INLOOP_COMPILE_INNER(counting::Counts, Page);
INLOOP_COMPILE_INNER(CountsRequest, What);
INLOOP_COMPILE_INNER(CountsOutcome, What);

}  // namespace inloop::core::host
