#include <type_traits>
#include <utility>

#include "kiosk/core/host/places.h"

namespace inloop::core {
namespace {

using namespace host;

HostRoom* room_in(State& state) {
  auto* const page = std::get_if<InRoom>(&state.page);
  return page != nullptr ? &*page->room : nullptr;
}

Door* door_in(State& state) {
  auto* const page = std::get_if<AtDoor>(&state.page);
  return page != nullptr ? &*page->door : nullptr;
}

Effects open_place(State& state, HostRoom& room) {
  return std::visit([&](auto& place) { return open(state, room, place); }, room.place);
}

RoomPlace place_of(PlaceName name) {
  switch (name) {
    case PlaceName::Today:
      return Today{};
    case PlaceName::Programme:
      return Programme{};
    case PlaceName::Counts:
      return Counts{};
    case PlaceName::Story:
      return Story{};
    case PlaceName::Setup:
      return Setup{};
    case PlaceName::Hosts:
      return Hosts{};
  }
  return Today{};
}

// A tap or an answer for the place that stands; what belongs to another one came too late.
template <class Message, class Handle>
Effects at_place(HostRoom& room, Message const& message, Handle const& handle) {
  return std::visit(
      [&](auto& place) -> Effects {
        if constexpr (requires { handle(place, message); })
          return handle(place, message);
        else
          return {};
      },
      room.place);
}

// A PIN is typed in the room, too, where a host gets a new one.
Effects tap_pad(State& state, HostsTap const& tap) {
  auto* const room = room_in(state);
  if (room == nullptr || room->waiting) return {};
  auto* const hosts = std::get_if<Hosts>(&room->place);
  return hosts != nullptr ? update(state, *room, *hosts, tap) : Effects{};
}

struct InTheRoom {
  State& state;
  HostRoom& room;

  Effects operator()(GoTo const& tap) const {
    room.place = place_of(tap.place);
    room.notice.reset();
    room.undo.reset();
    return open_place(state, room);
  }

  Effects operator()(TakeBack const&) const {
    auto request = std::exchange(room.undo, std::nullopt);
    room.notice.reset();
    return request ? ask(state, room, std::move(*request)) : Effects{};
  }

  Effects operator()(auto const& tap) const {
    room.notice.reset();
    room.undo.reset();
    return at_place(
        room, tap,
        [&](auto& place, auto const& one) requires requires { update(state, room, place, one); } {
          return update(state, room, place, one);
        });
  }
};

}  // namespace

Effects handle(State& state, TapHost) {
  if (idle_page<Home>(state) == nullptr || !can_count(state)) return {};
  // Nothing of the host's is read aloud in a room full of people.
  state.preferences.speech = Speech::Silent;
  state.preferences.reach = Reach::Everywhere;
  state.page = AtDoor{};
  return open(state, *door_in(state));
}

Effects handle(State& state, TapLock) {
  if (is_host_page(state.page)) rest(state);
  return {};
}

Effects handle(State& state, TapAtDoor const& tap) {
  auto* const door = door_in(state);
  if (door == nullptr || door->waiting) return {};
  return update(state, *door, *tap.tap);
}

// The one gate: what a host can do is done here or not at all.
Effects handle(State& state, TapInRoom const& tap) {
  auto* const room = room_in(state);
  if (room == nullptr || room->waiting) return {};
  return std::visit(InTheRoom{state, *room}, tap.tap->what);
}

Effects handle(State& state, HostAnswer const& answer) {
  if (auto* const door = door_in(state)) {
    auto const* const outcome = std::get_if<DoorOutcome>(&answer.outcome->what);
    if (outcome == nullptr || !door->waiting || door->waiting->request != answer.request) return {};
    door->waiting.reset();
    return take(state, *door, *outcome);
  }
  auto* const room = room_in(state);
  if (room == nullptr || !room->waiting || room->waiting->request != answer.request) return {};
  room->waiting.reset();
  room->progress.reset();
  state.last_touch_ms = state.now.uptime_ms;  // who waited for it reads it now
  return std::visit(
      [&](auto const& outcome) {
        return at_place(
            *room, outcome,
            [&](auto& place, auto const& one) requires requires {
              take(state, *room, place, one);
            } { return take(state, *room, place, one); });
      },
      answer.outcome->what);
}

Effects handle(State& state, HostProgress const& progress) {
  auto* const room = room_in(state);
  if (room != nullptr && room->waiting && room->waiting->request == progress.request)
    room->progress = Progress{.done = progress.done, .total = progress.total};
  return {};
}

namespace host {

bool is_host_page(Page const& page) {
  return std::holds_alternative<AtDoor>(page) || std::holds_alternative<InRoom>(page);
}

bool is_at_work(InRoom const& page) {
  return page.room->waiting.has_value();
}

Effects go_back(State& state) {
  if (auto* const door = door_in(state)) {
    // Whoever goes does not wait for the answer, and it lets nobody in who is gone.
    door->waiting.reset();
    return go_back(state, *door);
  }
  auto* const room = room_in(state);
  if (room == nullptr || room->waiting) return {};
  room->notice.reset();
  room->undo.reset();
  return std::visit([&](auto& place) { return go_back(state, *room, place); }, room->place);
}

Effects scroll_to(State& state, int first) {
  if (auto* const door = door_in(state))
    return door->waiting ? Effects{} : scroll_to(state, *door, first);
  auto* const room = room_in(state);
  if (room == nullptr) return {};
  return std::visit([&](auto& place) { return scroll_to(state, *room, place, first); },
                    room->place);
}

Effects refuse(State& state, RequestId request) {
  if (auto* const door = door_in(state)) {
    if (!door->waiting || door->waiting->request != request) return {};
    door->waiting.reset();
    return refused(state, *door);
  }
  auto* const room = room_in(state);
  if (room == nullptr || !room->waiting || room->waiting->request != request) return {};
  room->waiting.reset();
  room->progress.reset();
  room->notice = Notice{.kind = NoticeKind::Trouble,
                        .message = message("This does not work now. Nothing was changed."),
                        .what = {}};
  return {};
}

TextEntry* field_of(State& state) {
  if (auto* const door = door_in(state)) return door->waiting ? nullptr : field_of(*door);
  auto* const room = room_in(state);
  if (room == nullptr || room->waiting) return nullptr;
  return std::visit([](auto& place) { return field_of(place); }, room->place);
}

bool can_erase(State& state) {
  if (auto const* const field = field_of(state)) return !field->text.empty();
  Pin const* pin = nullptr;
  if (auto const* const door = door_in(state))
    pin = typed_pin(*door);
  else if (auto* const room = room_in(state))
    if (auto const* const hosts = std::get_if<Hosts>(&room->place)) pin = typed_pin(*hosts);
  return pin != nullptr && !pin->is_empty();
}

Effects type_digit(State& state, std::string_view key) {
  if (auto* const door = door_in(state)) return door->waiting ? Effects{} : type(state, *door, key);
  return tap_pad(state, {HostDigit{std::string(key)}});
}

Effects erase_digit(State& state) {
  if (auto* const door = door_in(state)) return door->waiting ? Effects{} : erase(state, *door);
  return tap_pad(state, {EraseHostDigit{}});
}

Effects ask(State& state, HostRoom& room, HostRequest request) {
  room.waiting = ask_store(state);
  return {AskHostDesk{room.waiting->request, Indirect<HostRequest>(std::move(request))}};
}

Effects let_in(State& state, Host const& host) {
  state.page = InRoom{Indirect<HostRoom>(HostRoom{.host = host, .place = Today{}})};
  state.last_touch_ms = state.now.uptime_ms;
  return open_place(state, *room_in(state));
}

Action tapped(TodayTap tap) {
  return TapInRoom{Indirect<HostTap>({std::move(tap)})};
}
Action tapped(ProgrammeTap tap) {
  return TapInRoom{Indirect<HostTap>({std::move(tap)})};
}
Action tapped(CountsTap tap) {
  return TapInRoom{Indirect<HostTap>({std::move(tap)})};
}
Action tapped(StoryTap tap) {
  return TapInRoom{Indirect<HostTap>({std::move(tap)})};
}
Action tapped(SetupTap tap) {
  return TapInRoom{Indirect<HostTap>({std::move(tap)})};
}
Action tapped(HostsTap tap) {
  return TapInRoom{Indirect<HostTap>({std::move(tap)})};
}
Action tapped(GoTo tap) {
  return TapInRoom{Indirect<HostTap>({tap})};
}
Action tapped(TakeBack tap) {
  return TapInRoom{Indirect<HostTap>({tap})};
}
Action tapped(DoorTap tap) {
  return TapAtDoor{Indirect<DoorTap>(std::move(tap))};
}

INLOOP_COMPILE_WITH_COMPARISON(RoomPlace);

}  // namespace host

INLOOP_COMPILE_INNER(HostRequest, What);
INLOOP_COMPILE_INNER(HostOutcome, What);
INLOOP_COMPILE_INNER(HostTap, What);

}  // namespace inloop::core
