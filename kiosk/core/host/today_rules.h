#pragma once
// What the rules and the words of Vandaag share. Used by today_*.cpp alone. Pure.

#include <string>
#include <vector>

#include "kiosk/core/host/room.h"
#include "kiosk/core/state.h"
#include "kiosk/core/words.h"

namespace inloop::core::host::shift {

inline constexpr int greatest_others = 99;

// The session, or null when it is not, or no longer, one of today's.
[[nodiscard]] DaySession const* find_today(Today const& place, SessionId session);

// "Ochtend"
[[nodiscard]] std::string daypart_title(Daypart daypart, Words const& words);
[[nodiscard]] Steps volunteer_steps(TheDay const& day, Daypart daypart, Words const& words);

// today_screen_pages.cpp
[[nodiscard]] DaypartScreen daypart_screen(DaypartPage const& page, TheDay const& day,
                                           State const& state, Words const& words);
[[nodiscard]] HeadCountScreen head_count_screen(HeadCount const& page, Today const& place,
                                                State const& state, Words const& words);
[[nodiscard]] NameListScreen name_list_screen(NameList const& page, Today const& place,
                                              State const& state, Words const& words);

// today_house.cpp: how the house is, what is not well first, and all of it in one line.
[[nodiscard]] std::vector<HouseRow> house_rows(HouseFacts const& facts, State const& state,
                                               Words const& words);
[[nodiscard]] HouseRow house_in_a_line(HouseFacts const& facts, State const& state,
                                       Words const& words);

}  // namespace inloop::core::host::shift
