#pragma once
// What the room asks of each of its places, and of the door. Overloads, so that a place without one
// does not compile. Used by room_update.cpp and room_screen.cpp alone. Pure.
//
// A handler that leaves the room (rest(), lock) returns at once: room and place are gone then.

#include "kiosk/core/handlers.h"
#include "kiosk/core/host/room.h"
#include "kiosk/core/host/text_entry.h"

namespace inloop::core::host {

// Asks the world. Nothing else can be tapped until it answers.
[[nodiscard]] Effects ask(State& state, HostRoom& room, HostRequest request);

// What the room does with a tap of its own places.
[[nodiscard]] Action tapped(TodayTap tap);
[[nodiscard]] Action tapped(ProgrammeTap tap);
[[nodiscard]] Action tapped(CountsTap tap);
[[nodiscard]] Action tapped(StoryTap tap);
[[nodiscard]] Action tapped(SetupTap tap);
[[nodiscard]] Action tapped(HostsTap tap);
[[nodiscard]] Action tapped(DoorTap tap);
[[nodiscard]] Action tapped(GoTo tap);
[[nodiscard]] Action tapped(TakeBack tap);

// What a place asks when it is entered, and again when something in it was taken back.
Effects open(State& state, HostRoom& room, Today& place);
Effects open(State& state, HostRoom& room, Programme& place);
Effects open(State& state, HostRoom& room, Counts& place);
Effects open(State& state, HostRoom& room, Story& place);
Effects open(State& state, HostRoom& room, Setup& place);
Effects open(State& state, HostRoom& room, Hosts& place);

Effects update(State& state, HostRoom& room, Today& place, TodayTap const& tap);
Effects update(State& state, HostRoom& room, Programme& place, ProgrammeTap const& tap);
Effects update(State& state, HostRoom& room, Counts& place, CountsTap const& tap);
Effects update(State& state, HostRoom& room, Story& place, StoryTap const& tap);
Effects update(State& state, HostRoom& room, Setup& place, SetupTap const& tap);
Effects update(State& state, HostRoom& room, Hosts& place, HostsTap const& tap);

// An answer that came while the place stands.
Effects take(State& state, HostRoom& room, Today& place, TodayOutcome const& outcome);
Effects take(State& state, HostRoom& room, Programme& place, ProgrammeOutcome const& outcome);
Effects take(State& state, HostRoom& room, Counts& place, CountsOutcome const& outcome);
Effects take(State& state, HostRoom& room, Story& place, StoryOutcome const& outcome);
Effects take(State& state, HostRoom& room, Setup& place, SetupOutcome const& outcome);
Effects take(State& state, HostRoom& room, Hosts& place, HostsOutcome const& outcome);

// One step back within the place, where its head shows a way back.
Effects go_back(State& state, HostRoom& room, Today& place);
Effects go_back(State& state, HostRoom& room, Programme& place);
Effects go_back(State& state, HostRoom& room, Counts& place);
Effects go_back(State& state, HostRoom& room, Story& place);
Effects go_back(State& state, HostRoom& room, Setup& place);
Effects go_back(State& state, HostRoom& room, Hosts& place);

// A list within the place is scrolled.
Effects scroll_to(State& state, HostRoom& room, Today& place, int first);
Effects scroll_to(State& state, HostRoom& room, Programme& place, int first);
Effects scroll_to(State& state, HostRoom& room, Counts& place, int first);
Effects scroll_to(State& state, HostRoom& room, Story& place, int first);
Effects scroll_to(State& state, HostRoom& room, Setup& place, int first);
Effects scroll_to(State& state, HostRoom& room, Hosts& place, int first);

// Where keys go now; null: nowhere.
TextEntry* field_of(Today& place);
TextEntry* field_of(Programme& place);
TextEntry* field_of(Counts& place);
TextEntry* field_of(Story& place);
TextEntry* field_of(Setup& place);
TextEntry* field_of(Hosts& place);

RoomHead head_of(Today const& place, HostRoom const& room, State const& state, Words const& words);
RoomHead head_of(Programme const& place, HostRoom const& room, State const& state,
                 Words const& words);
RoomHead head_of(Counts const& place, HostRoom const& room, State const& state, Words const& words);
RoomHead head_of(Story const& place, HostRoom const& room, State const& state, Words const& words);
RoomHead head_of(Setup const& place, HostRoom const& room, State const& state, Words const& words);
RoomHead head_of(Hosts const& place, HostRoom const& room, State const& state, Words const& words);

TodayScreen screen_of(Today const& place, HostRoom const& room, State const& state,
                      Words const& words);
ProgrammeScreen screen_of(Programme const& place, HostRoom const& room, State const& state,
                          Words const& words);
CountsScreen screen_of(Counts const& place, HostRoom const& room, State const& state,
                       Words const& words);
StoryScreen screen_of(Story const& place, HostRoom const& room, State const& state,
                      Words const& words);
SetupScreen screen_of(Setup const& place, HostRoom const& room, State const& state,
                      Words const& words);
HostsScreen screen_of(Hosts const& place, HostRoom const& room, State const& state,
                      Words const& words);

// The date, and who is the host: what stands under each place's title.
[[nodiscard]] Phrase day_and_host(HostRoom const& room, State const& state, Words const& words);

// The door, which stands in state.page while these run.
Effects open(State& state, Door& door);
Effects update(State& state, Door& door, DoorTap const& tap);
Effects take(State& state, Door& door, DoorOutcome const& outcome);
Effects go_back(State& state, Door& door);
Effects refused(State& state, Door& door);
Effects scroll_to(State& state, Door& door, int first);
// A key of a keyboard, where no field stands: a digit of the PIN. And the last one is taken back.
Effects type(State& state, Door& door, std::string_view key);
Effects erase(State& state, Door& door);
// What stands on a pad; null: there is no pad.
[[nodiscard]] Pin const* typed_pin(Door const& door);
[[nodiscard]] Pin const* typed_pin(Hosts const& place);
TextEntry* field_of(Door& door);
DoorScreen screen_of(Door const& door, State const& state, Words const& words);

// What a keyboard does where a PIN is typed; elsewhere nothing.
Effects type_digit(State& state, std::string_view key);
Effects erase_digit(State& state);

// Whoever gave the right PIN comes in, to Vandaag. The door is gone then.
[[nodiscard]] Effects let_in(State& state, Host const& host);

}  // namespace inloop::core::host
