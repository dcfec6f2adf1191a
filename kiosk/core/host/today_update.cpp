#include <algorithm>
#include <string_view>
#include <utility>

#include "kiosk/core/day_rules.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/host/today_rules.h"

namespace inloop::core::host {
namespace shift {
namespace {

constexpr int greatest_attendance = 500;  // as the store has it

Effects wish(State& state, HostRoom& room, Wish what) {
  return ask(
      state, room,
      {TodayRequest{.what = std::move(what), .now = state.now.local, .host = room.host.picture}});
}

std::string_view told(ChangeKind change) {
  switch (change) {
    case ChangeKind::Added:
      return message("One person more.");
    case ChangeKind::TakenOut:
      return message("One person less.");
    case ChangeKind::NobodyCounted:
      return message("Nobody was counted yet.");
    case ChangeKind::Left:
      return message("Somebody has left.");
    case ChangeKind::NobodyInside:
      return message("Nobody is inside any more.");
    case ChangeKind::Opened:
      return message("This part of the day is open.");
    case ChangeKind::Closed:
      return message("This part of the day is closed.");
    case ChangeKind::Volunteers:
    case ChangeKind::Attendance:
      return message("That is written down.");
    case ChangeKind::TakenBack:
      return message("That was taken back.");
  }
  return {};
}

int with_digit(HeadCount const& page, int digit) {
  auto const people = (page.is_typed ? page.people * 10 : 0) + digit;
  return people <= greatest_attendance ? people : page.people;
}

int people_of(NameList const& page) {
  auto const here = std::ranges::count_if(page.listed, &Listed::is_here);
  return static_cast<int>(here) + page.others;
}

struct OnTap {
  State& state;
  HostRoom& room;
  Today& place;

  Effects operator()(SomebodyCame const& tap) const {
    auto const when = counted_at(tap.daypart, state.now.local);
    if (!when || !is_valid(tap.party)) return {};
    return wish(state, room, AddPeople{.when = *when, .party = tap.party});
  }
  Effects operator()(SomebodyLeft) const { return wish(state, room, NoteLeaving{}); }
  Effects operator()(OneLess tap) const { return wish(state, room, TakeOneOut{tap.daypart}); }
  Effects operator()(SetVolunteers tap) const {
    if (tap.volunteers < 0 || tap.volunteers > most_volunteers) return {};
    return wish(state, room, NoteVolunteers{tap.daypart, tap.volunteers});
  }
  Effects operator()(SetOpening tap) const {
    return wish(state, room, NoteOpening{tap.daypart, tap.opening});
  }
  Effects operator()(ShowDaypart tap) const {
    place.page = DaypartPage{tap.daypart};
    return {};
  }
  Effects operator()(GoToCaller tap) const {
    end_call(state, tap.call);
    return {};
  }
  Effects operator()(ShowSession tap) const {
    auto const* const found = find_today(place, tap.session);
    if (found == nullptr || found->session.state == SessionState::Cancelled) return {};
    if (found->session.activity.sign_up == SignUpMode::Name)
      return wish(state, room, ReadNames{tap.session});
    place.page = HeadCount{.session = tap.session,
                           .people = found->attendance.value_or(found->session.taken)};
    return {};
  }
  Effects operator()(SetPeople tap) const {
    if (auto* const page = std::get_if<HeadCount>(&place.page))
      *page = {.session = page->session, .people = std::clamp(tap.people, 0, greatest_attendance)};
    return {};
  }
  Effects operator()(TypeDigit tap) const {
    auto* const page = std::get_if<HeadCount>(&place.page);
    if (page == nullptr || tap.digit < 0 || tap.digit > 9) return {};
    page->people = with_digit(*page, tap.digit);
    page->is_typed = true;
    return {};
  }
  Effects operator()(EraseDigit) const {
    if (auto* const page = std::get_if<HeadCount>(&place.page)) {
      page->people /= 10;
      page->is_typed = true;
    }
    return {};
  }
  Effects operator()(TickName tap) const {
    auto* const page = std::get_if<NameList>(&place.page);
    auto const index = static_cast<std::size_t>(std::max(tap.index, 0));
    if (page != nullptr && index < page->listed.size())
      page->listed[index].is_here = !page->listed[index].is_here;
    return {};
  }
  Effects operator()(SetOthers tap) const {
    if (auto* const page = std::get_if<NameList>(&place.page))
      page->others = std::clamp(tap.others, 0, greatest_others);
    return {};
  }
  Effects operator()(SaveAttendance) const {
    if (auto const* const page = std::get_if<HeadCount>(&place.page))
      return wish(state, room, NoteAttendance{page->session, page->people});
    if (auto const* const page = std::get_if<NameList>(&place.page))
      return wish(state, room, NoteAttendance{page->session, people_of(*page)});
    return {};
  }
  Effects operator()(NameMe) const {
    auto const& host = room.host;
    auto const today = state.now.local.date;
    if (state.host_today == host.first_name) {
      state.host_today.clear();
      return {StoreHostToday{.date = today, .picture = std::nullopt}};
    }
    state.host_today = host.first_name;
    return {StoreHostToday{.date = today, .picture = host.picture}};
  }
  Effects operator()(ShowHouse) const {
    place.page = HousePage{};
    return {};
  }
};

struct OnOutcome {
  State& state;
  HostRoom& room;
  Today& place;

  Effects operator()(DayRead const& read) const {
    place.day = read.day;
    place.house = read.house;
    return {};
  }
  Effects operator()(DayChanged const& changed) const {
    (*this)(changed.now);
    if (changed.change == ChangeKind::Volunteers) return {};  // the number itself says it
    bool const is_done =
        changed.change != ChangeKind::NobodyCounted && changed.change != ChangeKind::NobodyInside;
    room.notice = Notice{.kind = is_done ? NoticeKind::Done : NoticeKind::Trouble,
                         .message = told(changed.change),
                         .what = {}};
    if (changed.undo)
      room.undo = HostRequest{
          TodayRequest{.what = *changed.undo, .now = state.now.local, .host = room.host.picture}};
    if (changed.change == ChangeKind::Attendance) place.page = Overview{};
    return {};
  }
  Effects operator()(NamesRead const& read) const {
    place.page = NameList{.session = read.session, .listed = read.listed};
    return {};
  }
};

}  // namespace

DaySession const* find_today(Today const& place, SessionId session) {
  if (!place.day) return nullptr;
  auto const& sessions = place.day->sessions;
  auto const found = std::ranges::find_if(
      sessions, [&](DaySession const& one) { return one.session.id == session; });
  return found == sessions.end() ? nullptr : &*found;
}

}  // namespace shift

Effects open(State& state, HostRoom& room, Today&) {
  return shift::wish(state, room, shift::LookAtDay{});
}

Effects update(State& state, HostRoom& room, Today& place, TodayTap const& tap) {
  return std::visit(shift::OnTap{state, room, place}, tap.what);
}

Effects take(State& state, HostRoom& room, Today& place, TodayOutcome const& outcome) {
  return std::visit(shift::OnOutcome{state, room, place}, outcome.what);
}

Effects go_back(State&, HostRoom&, Today& place) {
  place.page = shift::Overview{};
  return {};
}

Effects scroll_to(State&, HostRoom&, Today& place, int first) {
  if (auto* const page = std::get_if<shift::Overview>(&place.page)) page->first = first;
  if (auto* const page = std::get_if<shift::NameList>(&place.page)) page->first = first;
  return {};
}

TextEntry* field_of(Today&) {
  return nullptr;
}

INLOOP_COMPILE_INNER(Today, Page);
INLOOP_COMPILE_INNER(TodayOutcome, What);

}  // namespace inloop::core::host
