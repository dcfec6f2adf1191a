#pragma once
// What stands on the home screen, one function a part; home.cpp lays them out. Pure; UI thread.

#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::home {

// The place, the date and, where there is room, when it is open today.
[[nodiscard]] BlockPointer place_and_date(core::HomeScreen const& home, Look const& look);

// On one line, for wide glass without height to give.
[[nodiscard]] BlockPointer place_beside_invitation(core::HomeScreen const& home, Look const& look);
[[nodiscard]] BlockPointer place_and_invitation(core::HomeScreen const& home, Look const& look);

// For the host, where no visitor looks first.
[[nodiscard]] BlockPointer lock(core::HomeScreen const& home);

// "Welkom!" and what is ready, beside the clock.
[[nodiscard]] BlockPointer greeting(core::HomeScreen const& home, Look const& look);
[[nodiscard]] BlockPointer clock(core::HomeScreen const& home, Look const& look);

[[nodiscard]] BlockPointer check_in(core::HomeScreen const& home, Look const& look);

// Below the main button: a card does the same.
[[nodiscard]] BlockPointer card_hint(core::HomeScreen const& home, Look const& look);

// Activities, speaking, helping, leaving.
[[nodiscard]] BlockPointer four_tiles(core::HomeScreen const& home, Look const& look);

// For the host, over the whole width, so that nobody can overlook it.
[[nodiscard]] BlockPointer calls_banner(core::HomeScreen const& home, Look const& look);

[[nodiscard]] bool shows_next(core::HomeScreen const& home, Look const& look);
[[nodiscard]] BlockPointer next_card(core::HomeScreen const& home, Look const& look);

// Languages, tools and what the screen knows.
[[nodiscard]] BlockPointer foot(core::HomeScreen const& home, core::Tools const& tools,
                                Look const& look);

}  // namespace inloop::ui::home
