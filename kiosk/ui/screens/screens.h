#pragma once
// How each screen is composed of blocks. One file a screen; parts.h holds what several share. Pure;
// UI thread.

#include "kiosk/core/screen.h"
#include "kiosk/ui/page.h"

namespace inloop::ui {

[[nodiscard]] Composition compose(core::Screen const& screen, Look const& look);

[[nodiscard]] Composition compose(core::HomeScreen const& home, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::WelcomeScreen const& welcome, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::PartyScreen const& party, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::LanguagesScreen const& languages, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::TimeOutScreen const& time_out, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::ApologyScreen const& apology, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::OutOfOrderScreen const& out_of_order,
                                  core::Tools const& tools, Look const& look);

}  // namespace inloop::ui
