#pragma once
// How a session is told on a screen. Pure.

#include <optional>

#include "kiosk/core/screen_parts.h"
#include "kiosk/core/state.h"
#include "kiosk/core/words.h"

namespace inloop::core {

// "6 plekken", "vol, wachtlijst", "zonder naam", "gaat niet door"
[[nodiscard]] std::string places_in_words(Session const& session, Standing standing,
                                          Words const& words);

[[nodiscard]] SessionTile tile_of(Session const& session, LocalTime const& now, Words const& words);
[[nodiscard]] SessionHeading heading_of(Session const& session, LocalTime const& now,
                                        Words const& words);

// What starts next, today.
[[nodiscard]] std::optional<SessionTile> next_today(State const& state, Words const& words);

}  // namespace inloop::core
