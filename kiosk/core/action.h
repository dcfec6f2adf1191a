#pragma once
// Everything that can happen to the kiosk: taps, outcomes of effects, the passing of time. A new
// action does not compile until update() handles it. Plain values.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/card_hash.h"
#include "kiosk/base/compiled_once.h"
#include "kiosk/core/state.h"

namespace inloop::core {

// Taps.
struct TapCheckIn {};
struct TapFirstTime {
  FirstTime answer = FirstTime::Yes;
};
struct TapMorePeople {};
struct TapParty {
  Party party;
};  // the party as it would become
struct TapConfirmParty {};
struct TapMistake {};
struct TapDone {};
struct TapBack {};
struct TapLanguages {};
struct TapLanguage {
  Language language = Language::Dutch;
};
struct TapTextSize {};
struct TapTheme {};
struct TapReach {};
struct TapKnowledge {};
struct TapStillHere {};
struct TapListen {};  // speech on and off
struct TapRepeat {};
struct TapVolume {
  int volume = 0;
};

// Activities.
struct TapActivities {};
struct TapSpan {
  Span span = Span::Today;
};
struct TapScroll {
  int first = 0;
};  // of whatever list stands on the page
struct TapLikes {};
struct TapLike {
  ActivityKind kind = ActivityKind::Meeting;
};
struct TapSession {
  SessionId session = 0;
};

// Signing up.
struct TapJoin {};
struct TapToken {
  int chosen = 0;
};
struct TapOtherTokens {};
struct TapConfirmToken {};
struct TapKey {
  std::string text;  // what it adds
};
struct TapReplace {
  std::string text;
};  // stands for the last character, in scripts that write syllables
struct TapErase {};
struct TapMoreKeys {};
struct TapConfirmName {};
struct TapWait {};  // on the waiting list
struct TapMySignUp {};
struct TapTokenPicture {
  int picture = 0;
};
struct TapTokenColour {
  TokenColour colour = TokenColour::Blue;
};
struct TapStopComing {};
struct TapTakeAlong {};
struct TapPrint {};

// The host, and leaving.
struct TapCall {
  CallKind kind = CallKind::Talk;
};
struct TapWithdrawCall {};
struct TapCalls {};
struct TapAnswerCall {
  CallId call = 0;
};
struct TapLeave {};
struct TapFeeling {
  Feeling feeling = Feeling::Yes;
};
struct TapReleased {};
struct TapRaw {};

// The host's room.
struct TapHost {};  // the lock: to the door
struct TapLock {};  // out of the room
struct TapAtDoor {
  Indirect<host::DoorTap> tap;
};
struct TapInRoom {
  Indirect<HostTap> tap;
};

// The card reader.
struct CardTapped {
  CardHash card;
};
struct AnonymousCardTapped {};
struct CardRefused {};
struct ReaderReady {};
struct ReaderLost {};

// The languages that can be heard, once the voice was found.
struct VoicesFound {
  std::vector<Language> languages;
};

// The glass was touched, whatever was under the finger.
struct Touched {};

// Time passed; sent when a deadline or a minute has come.
struct Tick {};

// Outcomes of effects, by the request they answer.
struct VisitStored {
  RequestId request = 0;
  VisitId visit = 0;
  FirstTime first_time = FirstTime::Skipped;  // a card has answered
};
struct CardKnown {
  RequestId request = 0;
};  // counted in this daypart already
struct VisitAmended {
  RequestId request = 0;
};
struct VisitUndone {
  RequestId request = 0;
};
struct AgendaLoaded {
  Date from{};
  std::vector<Session> sessions;
  std::string host_today = {};  // the first name of who hosts then, when it was said
};
struct TokensDrawn {
  RequestId request = 0;
  std::vector<Token> tokens;
};
struct SignUpStored {
  RequestId request = 0;
  SessionId session = 0;
  Token token;
  Place place;
};
struct SignUpFound {
  RequestId request = 0;
  Place place;
};
struct SignUpCancelled {
  RequestId request = 0;
};
enum class SignUpProblem {
  Full,        // and waiting was not asked for, or the list is full as well
  TokenTaken,  // by somebody else in the same moment
  Unknown,     // no such sign-up
  Gone,        // the session is cancelled or over
};
struct SignUpRefused {
  RequestId request = 0;
  SignUpProblem problem = SignUpProblem::Gone;
};
struct FeelingStored {
  RequestId request = 0;
};
struct ReleaseLoaded {
  RequestId request = 0;
  std::optional<ReleasedMonth> month;
};
struct TakeAlongMade {
  RequestId request = 0;
  std::string calendar_text;
};
struct SlipPrinted {
  RequestId request = 0;
};
struct SlipFailed {
  RequestId request = 0;
};
struct HostAnswer {
  RequestId request = 0;
  Indirect<HostOutcome> outcome;
};
// A long job of the host's goes on.
struct HostProgress {
  RequestId request = 0;
  int done = 0;
  int total = 0;
};
// Not confirmed. Written or not: whoever was not welcomed may still have been counted when the disk
// failed in the middle of it, at most once.
struct StoreRefused {
  RequestId request = 0;
};

// The store as a whole. Mended while it was not lost: another one took its place.
struct StoreLost {};
struct StoreMended {};

class Action
    : public std::variant<
          TapCheckIn, TapFirstTime, TapMorePeople, TapParty, TapConfirmParty, TapMistake, TapDone,
          TapBack, TapLanguages, TapLanguage, TapTextSize, TapTheme, TapReach, TapKnowledge,
          TapStillHere, TapListen, TapRepeat, TapVolume, TapActivities, TapSpan, TapScroll,
          TapLikes, TapLike, TapSession, TapJoin, TapToken, TapOtherTokens, TapConfirmToken, TapKey,
          TapReplace, TapErase, TapMoreKeys, TapConfirmName, TapWait, TapMySignUp, TapTokenPicture,
          TapTokenColour, TapStopComing, TapTakeAlong, TapPrint, TapCall, TapWithdrawCall, TapCalls,
          TapAnswerCall, TapLeave, TapFeeling, TapReleased, TapRaw, TapHost, TapLock, TapAtDoor,
          TapInRoom, CardTapped, AnonymousCardTapped, CardRefused, ReaderReady, ReaderLost,
          VoicesFound, Touched, Tick, VisitStored, CardKnown, VisitAmended, VisitUndone,
          AgendaLoaded, TokensDrawn, SignUpStored, SignUpFound, SignUpCancelled, SignUpRefused,
          FeelingStored, ReleaseLoaded, TakeAlongMade, SlipPrinted, SlipFailed, HostAnswer,
          HostProgress, StoreRefused, StoreLost, StoreMended> {
  INLOOP_COMPILED_ONCE(Action);
};

}  // namespace inloop::core
