#pragma once
// What each page of the state shows. Overloads, so that a page without a screen does not compile.
// Pure; used by screen_for() alone.

#include "kiosk/core/screen.h"

namespace inloop::core {

// screen_arriving.cpp and screen_party.cpp
HomeScreen screen_of(Home const& page, State const& state, Words const& words);
LanguagesScreen screen_of(Languages const& page, State const& state, Words const& words);
ApologyScreen screen_of(Apology const& page, State const& state, Words const& words);
OutOfOrderScreen screen_of(OutOfOrder const& page, State const& state, Words const& words);
WelcomeScreen screen_of(Welcome const& page, State const& state, Words const& words);
PartyScreen screen_of(PartyChoice const& page, State const& state, Words const& words);

// screen_joining.cpp
ActivitiesScreen screen_of(Activities const& page, State const& state, Words const& words);
LikesScreen screen_of(Likes const& page, State const& state, Words const& words);
Content screen_of(SessionDetail const& page, State const& state, Words const& words);
Content screen_of(TokenChoice const& page, State const& state, Words const& words);
Content screen_of(NameEntry const& page, State const& state, Words const& words);
Content screen_of(JustFull const& page, State const& state, Words const& words);

// screen_sign_up.cpp
Content screen_of(SignedUp const& page, State const& state, Words const& words);
Content screen_of(SignUpEnded const& page, State const& state, Words const& words);
TokenPicturesScreen screen_of(TokenPictures const& page, State const& state, Words const& words);
TokenColoursScreen screen_of(TokenColours const& page, State const& state, Words const& words);
Content screen_of(TakeAlong const& page, State const& state, Words const& words);

// screen_talking.cpp
CallHeardScreen screen_of(CallHeard const& page, State const& state, Words const& words);
CallsScreen screen_of(Calls const& page, State const& state, Words const& words);
LeavingScreen screen_of(Leaving const& page, State const& state, Words const& words);
MessageScreen screen_of(Farewell const& page, State const& state, Words const& words);
KnowledgeScreen screen_of(Knowledge const& page, State const& state, Words const& words);
Content screen_of(Released const& page, State const& state, Words const& words);
MessageScreen screen_of(CardNotRead const& page, State const& state, Words const& words);
MessageScreen screen_of(NoVoice const& page, State const& state, Words const& words);

// host/room_screen.cpp
HostDoorScreen screen_of(AtDoor const& page, State const& state, Words const& words);
HostRoomScreen screen_of(InRoom const& page, State const& state, Words const& words);

}  // namespace inloop::core
