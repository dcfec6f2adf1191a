#pragma once
// What each page of the state shows. Overloads, so that a page without a screen does not compile.
// Pure; used by screen_for() alone.

#include "kiosk/core/screen.h"

namespace inloop::core {

[[nodiscard]] HomeScreen screen_of(Home const& page, State const& state, Words const& words);
[[nodiscard]] WelcomeScreen screen_of(Welcome const& page, State const& state, Words const& words);
[[nodiscard]] PartyScreen screen_of(PartyChoice const& page, State const& state,
                                    Words const& words);
[[nodiscard]] LanguagesScreen screen_of(Languages const& page, State const& state,
                                        Words const& words);
[[nodiscard]] KnowledgeScreen screen_of(Knowledge const& page, State const& state,
                                        Words const& words);
[[nodiscard]] ApologyScreen screen_of(Apology const& page, State const& state, Words const& words);
[[nodiscard]] OutOfOrderScreen screen_of(OutOfOrder const& page, State const& state,
                                         Words const& words);

}  // namespace inloop::core
