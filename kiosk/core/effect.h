#pragma once
// What update() wants done in the world, as plain values. The app performs them; their outcomes
// come back as actions.

#include <optional>
#include <variant>

#include "kiosk/base/card_hash.h"
#include "kiosk/base/compiled_once.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/state.h"

namespace inloop::core {

// Answered by VisitStored or StoreRefused.
struct StoreVisit {
  RequestId request = 0;
  Visit visit;

  bool operator==(StoreVisit const&) const = default;
};

// Answered by VisitAmended or StoreRefused.
struct AmendVisit {
  RequestId request = 0;
  VisitId visit = 0;
  Party party;
  FirstTime first_time = FirstTime::Skipped;

  bool operator==(AmendVisit const&) const = default;
};

// Answered by VisitUndone or StoreRefused.
struct UndoVisit {
  RequestId request = 0;
  VisitId visit = 0;

  bool operator==(UndoVisit const&) const = default;
};

// Forget the minutes of past days, close the periods that are due, publish what is not yet in the
// outbox, take in receipts. Unanswered.
struct TidyHouse {
  Date today{};

  bool operator==(TidyHouse const&) const = default;
};

// Try to open the store again. Answered by StoreMended when it worked.
struct MendStore {
  bool operator==(MendStore const&) const = default;
};

// The same for somebody with a card. Answered by VisitStored, CardKnown or StoreRefused.
struct StoreCardVisit {
  RequestId request = 0;
  Visit visit;
  CardHash card;

  bool operator==(StoreCardVisit const&) const = default;
};

// The sessions of agenda_days days, and who hosts on the first. Answered by AgendaLoaded, or not at
// all.
struct LoadAgenda {
  Date from{};

  bool operator==(LoadAgenda const&) const = default;
};

inline constexpr int tokens_to_choose_from = 6;

// Tokens that nobody holds in this session, at random. Answered by TokensDrawn, SignUpRefused or
// StoreRefused.
struct DrawTokens {
  RequestId request = 0;
  SessionId session = 0;

  bool operator==(DrawTokens const&) const = default;
};

// Without a token the store draws one. Answered by SignUpStored, SignUpRefused or StoreRefused.
struct StoreSignUp {
  RequestId request = 0;
  SessionId session = 0;
  std::optional<Token> token;
  std::optional<std::string> first_name;
  WhenFull when_full = WhenFull::Refuse;
  LocalTime now;

  bool operator==(StoreSignUp const&) const = default;
};

// Answered by SignUpFound, SignUpRefused or StoreRefused.
struct FindSignUp {
  RequestId request = 0;
  SessionId session = 0;
  Token token;

  bool operator==(FindSignUp const&) const = default;
};

// Answered by SignUpCancelled, SignUpRefused or StoreRefused.
struct CancelSignUp {
  RequestId request = 0;
  SessionId session = 0;
  Token token;

  bool operator==(CancelSignUp const&) const = default;
};

// Somebody left the house. It is only a number for an evacuation, so nobody waits for an answer.
struct StoreLeaving {
  LocalTime when;

  bool operator==(StoreLeaving const&) const = default;
};

// Who hosts today, when they want to be named; nothing takes it back. The glass says it at once, so
// nobody waits for an answer.
struct StoreHostToday {
  Date date{};
  std::optional<host::HostPicture> picture;

  bool operator==(StoreHostToday const&) const = default;
};

// Answered by FeelingStored or StoreRefused.
struct StoreFeeling {
  RequestId request = 0;
  Period month{};
  Feeling feeling = Feeling::Yes;

  bool operator==(StoreFeeling const&) const = default;
};

// The newest release. Answered by ReleaseLoaded or StoreRefused.
struct LoadRelease {
  RequestId request = 0;

  bool operator==(LoadRelease const&) const = default;
};

// What somebody takes home of a session.
struct TakeHome {
  Session session;
  std::optional<Token> token;
  Language language = Language::Dutch;

  bool operator==(TakeHome const&) const = default;
};

// The calendar entry for the QR. Answered by TakeAlongMade or StoreRefused.
struct MakeTakeAlong {
  RequestId request = 0;
  TakeHome what;

  bool operator==(MakeTakeAlong const&) const = default;
};

// Answered by SlipPrinted or SlipFailed.
struct PrintSlip {
  RequestId request = 0;
  TakeHome what;
  std::string calendar_text;

  bool operator==(PrintSlip const&) const = default;
};

enum class Sound { Confirmed, AskHost };

// Unanswered.
struct PlaySound {
  Sound sound = Sound::Confirmed;

  bool operator==(PlaySound const&) const = default;
};

// Says the screen once more. Unanswered.
struct RepeatSpeech {
  bool operator==(RepeatSpeech const&) const = default;
};

// Something of the host's room. Answered by HostAnswer or StoreRefused, after any number of
// HostProgress.
struct AskHostDesk {
  RequestId request = 0;
  Indirect<HostRequest> what;

  bool operator==(AskHostDesk const&) const = default;
};

// For the thread that owns the store.
using StoreEffect =
    std::variant<StoreVisit, StoreCardVisit, AmendVisit, UndoVisit, TidyHouse, MendStore,
                 LoadAgenda, DrawTokens, StoreSignUp, FindSignUp, CancelSignUp, StoreLeaving,
                 StoreHostToday, StoreFeeling, LoadRelease>;

// For paper, sound and the calendar entry.
using DeviceEffect = std::variant<MakeTakeAlong, PrintSlip, PlaySound, RepeatSpeech>;

class Effect
    : public std::variant<StoreVisit, StoreCardVisit, AmendVisit, UndoVisit, TidyHouse, MendStore,
                          LoadAgenda, DrawTokens, StoreSignUp, FindSignUp, CancelSignUp,
                          StoreLeaving, StoreHostToday, StoreFeeling, LoadRelease, MakeTakeAlong,
                          PrintSlip, PlaySound, RepeatSpeech, AskHostDesk> {
  INLOOP_COMPILED_ONCE(Effect);

  bool operator==(Effect const& other) const;
};

}  // namespace inloop::core
