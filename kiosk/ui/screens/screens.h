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
[[nodiscard]] Composition compose(core::ActivitiesScreen const& activities,
                                  core::Tools const& tools, Look const& look);
[[nodiscard]] Composition compose(core::LikesScreen const& likes, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::SessionScreen const& session, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::TokenChoiceScreen const& choice, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::NameScreen const& name, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::JustFullScreen const& just_full, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::SignedUpScreen const& signed_up, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::SignUpEndedScreen const& ended, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::TokenPicturesScreen const& pictures,
                                  core::Tools const& tools, Look const& look);
[[nodiscard]] Composition compose(core::TokenColoursScreen const& colours, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::TakeAlongScreen const& take_along, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::CallHeardScreen const& call, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::CallsScreen const& calls, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::LeavingScreen const& leaving, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::ReleasedScreen const& released, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::RawReleaseScreen const& raw, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::MessageScreen const& calm, core::Tools const& tools,
                                  Look const& look);

[[nodiscard]] Composition compose(core::HostDoorScreen const& door, core::Tools const& tools,
                                  Look const& look);
[[nodiscard]] Composition compose(core::HostRoomScreen const& room, core::Tools const& tools,
                                  Look const& look);

}  // namespace inloop::ui
