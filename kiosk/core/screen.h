#pragma once
// What a screen shows, as values: the very words and flags, in the visitor's language. Pure.

#include <optional>
#include <string>
#include <variant>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/screen_arriving.h"
#include "kiosk/core/screen_joining.h"
#include "kiosk/core/screen_talking.h"
#include "kiosk/core/state.h"
#include "kiosk/core/words.h"

namespace inloop::core {

class Content
    : public std::variant<HomeScreen, WelcomeScreen, PartyScreen, LanguagesScreen, KnowledgeScreen,
                          TimeOutScreen, ApologyScreen, OutOfOrderScreen, ActivitiesScreen,
                          LikesScreen, SessionScreen, TokenChoiceScreen, NameScreen, JustFullScreen,
                          SignedUpScreen, SignUpEndedScreen, TokenPicturesScreen,
                          TokenColoursScreen, TakeAlongScreen, CallHeardScreen, CallsScreen,
                          LeavingScreen, ReleasedScreen, RawReleaseScreen, MessageScreen,
                          HostDoorScreen, HostRoomScreen> {
  INLOOP_COMPILED_ONCE(Content);

  bool operator==(Content const& other) const;
};

// The buttons that change the screen itself; on every screen but the out-of-order one.
struct Tools {
  Phrase listen;                 // speech on, or off again
  std::optional<Phrase> repeat;  // while it speaks
  std::optional<Phrase> volume;
  int next_volume = 0;
  Phrase text_size;
  Phrase theme;
  Phrase reach;

  bool operator==(Tools const&) const = default;
};

// What the voice adds to the words of a control.
struct SpokenStates {
  std::string chosen;
  std::string unavailable;

  bool operator==(SpokenStates const&) const = default;
};

struct Screen {
  Preferences preferences;
  Tools tools;
  SpokenStates states;
  Content content;

  [[nodiscard]] Direction direction() const { return facts(preferences.language).direction; }

  bool operator==(Screen const&) const = default;
};

[[nodiscard]] Screen screen_for(State const& state, Words const& words);

}  // namespace inloop::core
