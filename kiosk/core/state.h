#pragma once
// All that the kiosk knows while it runs, as one plain value: no handles, no library types. Only
// update() changes it. UI thread.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/card_hash.h"
#include "kiosk/base/compiled_once.h"
#include "kiosk/core/activities.h"
#include "kiosk/core/calls.h"
#include "kiosk/core/feeling.h"
#include "kiosk/core/host_room.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/preferences.h"
#include "kiosk/core/released_month.h"
#include "kiosk/core/sign_ups.h"
#include "kiosk/core/time.h"
#include "kiosk/core/visits.h"

namespace inloop::core {

// Settled by the configuration when the kiosk starts.
struct Settings {
  std::string place_name;
  OpeningSchedule opening;
  std::vector<Language> languages{Language::Dutch};  // in the order of the language strip
  Preferences resting;                               // where every visitor starts
  bool has_printer = false;
  bool has_card_reader = false;

  bool operator==(Settings const&) const = default;
};

// Names one question to the store, so that a late answer is never taken for another's.
using RequestId = std::int64_t;

struct Waiting {
  RequestId request = 0;
  std::int64_t since_ms = 0;

  bool operator==(Waiting const&) const = default;
};

// The pages: where the visitor is.

enum class HomeNote { None, Undone, AlreadyCounted };

struct Home {
  std::optional<Waiting> check_in;   // tapped, not yet durable
  Channel channel = Channel::Touch;  // of that check-in
  HomeNote note = HomeNote::None;    // still to be read

  bool operator==(Home const&) const = default;
};

// What the visit shall become, asked of the store and not yet durable.
struct Change {
  Waiting waiting;
  Party party;
  FirstTime first_time = FirstTime::Skipped;

  bool operator==(Change const&) const = default;
};

// Stands as long as the visit can still be changed.
struct Welcome {
  VisitId visit = 0;
  Party party;
  FirstTime first_time = FirstTime::Skipped;
  Channel channel = Channel::Touch;  // a card has answered the question by itself
  std::optional<Change> change;

  bool operator==(Welcome const&) const = default;
};

struct PartyChoice {
  Welcome welcome;
  Party chosen;

  bool operator==(PartyChoice const&) const = default;
};

struct Languages {
  bool operator==(Languages const&) const = default;
};

// "What does this screen know about me?"
struct Knowledge {
  int first = 0;  // where not all that is known fits the glass

  bool operator==(Knowledge const&) const = default;
};

// Which part of the agenda is looked at.
enum class Span { Today, Tomorrow, Week };

struct Activities {
  Span span = Span::Today;
  std::optional<ActivityKind> liked;  // only these, after "Waar wordt u blij van?"
  int first = 0;                      // the tile at the top, in the order of time

  bool operator==(Activities const&) const = default;
};

// "Waar wordt u blij van?"
struct Likes {
  bool operator==(Likes const&) const = default;
};

// The session that is looked at, and the list to go back to; without one, home.
struct Selected {
  std::optional<Activities> from;
  SessionId session = 0;

  bool operator==(Selected const&) const = default;
};

struct SessionDetail {
  Selected at;
  std::optional<Waiting> waiting;  // for tokens to choose from

  bool operator==(SessionDetail const&) const = default;
};

struct TokenChoice {
  Selected at;
  WhenFull when_full = WhenFull::Refuse;
  std::vector<Token> offered;
  int chosen = 0;  // in `offered`
  std::optional<Waiting> waiting;

  bool operator==(TokenChoice const&) const = default;
};

struct NameEntry {
  Selected at;
  WhenFull when_full = WhenFull::Refuse;
  std::string typed;
  bool has_more_keys = false;  // the other layer of the keyboard stands
  int first_key = 0;           // where not all keys fit the glass
  std::optional<NameProblem> problem;
  std::optional<Waiting> waiting;

  bool operator==(NameEntry const&) const = default;
};

// The last place went to somebody else a moment ago. What was chosen still holds for the list.
struct JustFull {
  Selected at;
  std::optional<Token> token;
  std::optional<std::string> first_name;
  std::optional<Waiting> waiting;

  bool operator==(JustFull const&) const = default;
};

struct SignedUp {
  Selected at;
  Token token;
  Place place;
  bool is_new = true;              // signed up just now, not found again with the token
  std::optional<Waiting> waiting;  // for the sign-up to be cancelled, or the way home to be made

  bool operator==(SignedUp const&) const = default;
};

struct SignUpEnded {
  Selected at;

  bool operator==(SignUpEnded const&) const = default;
};

// "Welk kaartje is van u?": first its picture, then its colour.
struct TokenPictures {
  Selected at;
  int first = 0;

  bool operator==(TokenPictures const&) const = default;
};

struct TokenColours {
  Selected at;
  int picture = 0;
  TokenColour chosen = TokenColour::Blue;  // while it is looked for
  bool is_unknown = false;                 // no such token in this session
  std::optional<Waiting> waiting;

  bool operator==(TokenColours const&) const = default;
};

enum class Printing { No, Busy, Done, Failed };

// "Mijn kaartje": day and activity to take home, with the token when there is one. No name.
struct TakeAlong {
  Selected at;
  std::optional<SignedUp> signed_up;  // where it came from, or else from the session
  std::string calendar_text;          // what the QR holds; empty until it is made
  Printing printing = Printing::No;
  RequestId print_request = 0;

  bool operator==(TakeAlong const&) const = default;
};

// The host was called, and the visitor sees that it was heard.
struct CallHeard {
  CallId call = 0;
  CallKind kind = CallKind::Talk;

  bool operator==(CallHeard const&) const = default;
};

// For the host: who waits, and "I am going".
struct Calls {
  bool operator==(Calls const&) const = default;
};

// "Ik ga weg": the question of this month.
struct Leaving {
  std::optional<Waiting> waiting;

  bool operator==(Leaving const&) const = default;
};

struct Farewell {
  bool operator==(Farewell const&) const = default;
};

// "Dit gaat naar de gemeente"
struct Released {
  std::optional<Waiting> waiting;
  std::optional<ReleasedMonth> month;  // absent: none was released yet
  bool is_raw = false;                 // the very bytes, not their meaning
  int first_line = 0;                  // of either

  bool operator==(Released const&) const = default;
};

// A card that is not ours: "Ik ben er" counts, too.
struct CardNotRead {
  bool operator==(CardNotRead const&) const = default;
};

// The visitor's language cannot be heard here.
struct NoVoice {
  bool operator==(NoVoice const&) const = default;
};

// Something did not work for this visitor; the host can help.
struct Apology {
  bool operator==(Apology const&) const = default;
};

// Nothing can be counted now: use the paper logbook.
struct OutOfOrder {
  bool operator==(OutOfOrder const&) const = default;
};

class Page : public std::variant<Home, Welcome, PartyChoice, Languages, Knowledge, Apology,
                                 OutOfOrder, Activities, Likes, SessionDetail, TokenChoice,
                                 NameEntry, JustFull, SignedUp, SignUpEnded, TokenPictures,
                                 TokenColours, TakeAlong, CallHeard, Calls, Leaving, Farewell,
                                 Released, CardNotRead, NoVoice, AtDoor, InRoom> {
  INLOOP_COMPILED_ONCE(Page);

  bool operator==(Page const& other) const;
};

// A card on the reader: its hash, or nothing when it says something else each time.
struct CardTap {
  std::optional<CardHash> card;

  bool operator==(CardTap const&) const = default;
};

// The store answers faster than people lay down cards.
inline constexpr std::size_t most_card_taps = 8;

// A page that a card, or a message, stands before. It comes back with the time it had left.
struct Interrupted {
  Page page;
  std::int64_t idle_ms = 0;  // since it was touched

  bool operator==(Interrupted const&) const = default;
};

struct State {
  Settings settings;
  Preferences preferences;
  Page page;
  std::optional<Interrupted> interrupted;
  Now now;
  std::int64_t last_touch_ms = 0;
  std::optional<std::int64_t> warned_at_ms;  // the time-out warning stands over the page
  RequestId last_request = 0;
  bool is_store_well = true;
  std::optional<Now> tidied;         // when the house was last tidied
  std::vector<Session> agenda;       // of today and the days after it, by time
  std::optional<Date> agenda_asked;  // its first day, once the store was asked for it
  std::vector<Call> calls;           // oldest first, at most most_calls
  CallId last_call = 0;
  std::string host_today;  // the first name of who hosts, when it was said
  bool is_reader_ready = false;
  std::vector<Language> voices;  // the languages that can be heard
  std::vector<CardTap> cards;    // tapped while the store was being asked; at most most_card_taps

  bool operator==(State const&) const = default;
};

// How many days the agenda holds, today included.
inline constexpr int agenda_days = 7;

// The session, or nothing when it is not, or no longer, in the agenda.
[[nodiscard]] Session const* find_session(State const& state, SessionId id);

[[nodiscard]] State initial_state(Settings settings, Now const& now);

}  // namespace inloop::core
