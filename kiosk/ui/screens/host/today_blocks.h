#pragma once
// The parts of Vandaag, one function a part; today.cpp and today_pages.cpp lay them out. Pure; UI
// thread.

#include <string>

#include "kiosk/core/host/room.h"
#include "kiosk/ui/control.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::host {

struct StepsStyle {
  std::string id;
  std::string picture;  // one emoji
  Tint tint = Tint::Sky;
  bool has_main = false;  // the greater one is what the screen is for
};

// A number between its two buttons, on a plate.
[[nodiscard]] BlockPointer steps_panel(core::host::shift::Steps const& steps,
                                       StepsStyle const& style, ControlState state,
                                       Look const& look);

[[nodiscard]] BlockPointer call_row(core::host::shift::CallRow const& call, ControlState state,
                                    Look const& look);
[[nodiscard]] BlockPointer session_row(core::host::shift::SessionRow const& session,
                                       ControlState state, Look const& look);
[[nodiscard]] BlockPointer daypart_tiles(core::host::shift::OverviewScreen const& today,
                                         ControlState state, Look const& look);
[[nodiscard]] BlockPointer light_tile(core::host::shift::OverviewScreen const& today,
                                      ControlState state, Look const& look);

// Red, orange and green are told apart by their signs, too.
[[nodiscard]] char32_t sign_of(core::host::shift::Light light);
[[nodiscard]] Tint tint_of(core::host::shift::Light light);

// The host's name on the residents' screens.
[[nodiscard]] BlockPointer name_tile(core::Phrase const& phrase, Choice choice, ControlState state,
                                     Look const& look);

// Leads to Activiteiten.
[[nodiscard]] BlockPointer plan_chip(std::string id, core::Phrase const& phrase, ControlState state,
                                     Look const& look);

// In the middle of the height it gets.
[[nodiscard]] BlockPointer centred(BlockPointer block);

}  // namespace inloop::ui::host
