#pragma once
// Activities and their sessions: what is on, when, and how one takes part. Pure values and rules.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/time.h"
#include "kiosk/core/words.h"

namespace inloop::core {

using ActivityId = std::int64_t;
using SessionId = std::int64_t;

// soort: what people find in an activity. Also the cells of the table "deelnames", so a new kind
// changes the shape of releases.
enum class ActivityKind { Meeting, Moving, Cooking, Learning, Making, Helping, Advice };

inline constexpr std::array all_activity_kinds{
    ActivityKind::Meeting, ActivityKind::Moving,  ActivityKind::Cooking, ActivityKind::Learning,
    ActivityKind::Making,  ActivityKind::Helping, ActivityKind::Advice};

enum class SignUpMode {
  Open,       // everybody may walk in
  Token,      // a place is held by a picture
  Name,       // presentie: by a first name that only the host can read, and a picture
  Anonymous,  // by obligation: nobody signs up, only a number is counted, the label is neutral
};

[[nodiscard]] constexpr bool takes_sign_ups(SignUpMode mode) {
  return mode == SignUpMode::Token || mode == SignUpMode::Name;
}

// Characters as people count them, not bytes.
inline constexpr int most_title_characters = 40;
inline constexpr int most_room_characters = 30;
inline constexpr int most_reason_characters = 80;
inline constexpr int most_organiser_characters = 60;
inline constexpr std::size_t greatest_link_bytes = 300;
inline constexpr int most_capacity = 100;
inline constexpr int most_waiting = 20;

// activiteit: something that is repeated. Its sessions take their facts from it.
struct Activity {
  std::string title;
  std::string picture;  // one emoji
  ActivityKind kind = ActivityKind::Meeting;
  SignUpMode sign_up = SignUpMode::Open;
  std::optional<int> capacity;  // absent: no limit
  std::string room;             // empty: the living room itself
  std::string link;             // https, or empty
  std::string organiser;        // a partner whose activity it is; empty: the place's own

  bool operator==(Activity const&) const = default;
};

enum class SessionState { Planned, Cancelled };

// bijeenkomst: one occurrence, with what the store knows about its places now.
struct Session {
  SessionId id = 0;
  Activity activity;
  LocalTime start;
  int minutes = 60;
  SessionState state = SessionState::Planned;
  std::string reason;  // of a cancelled one, in the host's words
  int taken = 0;       // places held
  int waiting = 0;     // on the waiting list

  bool operator==(Session const&) const = default;
};

// Far more than a place can plan; what goes beyond is left out, latest first.
inline constexpr std::size_t most_sessions_in_agenda = 2'000;

// How a session stands for somebody who might come.
enum class Standing { Welcome, HasPlaces, Full, Crowded, Started, Over, Cancelled, Anonymous };

// Crowded: full, and so is the waiting list. Started and Over speak of the time, and come first.
[[nodiscard]] Standing standing_of(Session const& session, LocalTime const& now);

[[nodiscard]] constexpr int places_left(Session const& session) {
  auto const left = session.activity.capacity.value_or(most_capacity) - session.taken;
  return left > 0 ? left : 0;
}

[[nodiscard]] LocalTime end_of(Session const& session);

// What a host can start from. Its title is in the catalogues, so that residents read it in their
// own language as long as the host keeps it.
struct ActivityTemplate {
  std::string_view title;  // an English message
  std::string_view picture;
  ActivityKind kind = ActivityKind::Meeting;
  SignUpMode sign_up = SignUpMode::Open;
};

inline constexpr std::array activity_templates{
    ActivityTemplate{message("Coffee and company"), "☕", ActivityKind::Meeting, SignUpMode::Open},
    ActivityTemplate{message("Games"), "🎲", ActivityKind::Meeting, SignUpMode::Open},
    ActivityTemplate{message("Film"), "🎬", ActivityKind::Meeting, SignUpMode::Token},
    ActivityTemplate{message("Women's morning"), "🌺", ActivityKind::Meeting, SignUpMode::Open},
    ActivityTemplate{message("Playing with children"), "🧸", ActivityKind::Meeting,
                     SignUpMode::Open},
    ActivityTemplate{message("Moving gently"), "🧘🏽", ActivityKind::Moving, SignUpMode::Token},
    ActivityTemplate{message("Walking"), "🚶🏽", ActivityKind::Moving, SignUpMode::Open},
    ActivityTemplate{message("Dancing"), "💃🏽", ActivityKind::Moving, SignUpMode::Token},
    ActivityTemplate{message("Cycling lesson"), "🚲", ActivityKind::Moving, SignUpMode::Name},
    ActivityTemplate{message("Eating together"), "🍲", ActivityKind::Cooking, SignUpMode::Token},
    ActivityTemplate{message("Cooking together"), "🥘", ActivityKind::Cooking, SignUpMode::Token},
    ActivityTemplate{message("Baking"), "🧁", ActivityKind::Cooking, SignUpMode::Token},
    ActivityTemplate{message("Language café"), "🗣️", ActivityKind::Learning,
                     SignUpMode::Token},
    ActivityTemplate{message("Computer help"), "💻", ActivityKind::Learning, SignUpMode::Token},
    ActivityTemplate{message("Reading together"), "📖", ActivityKind::Learning, SignUpMode::Open},
    ActivityTemplate{message("Online lesson"), "🎧", ActivityKind::Learning, SignUpMode::Open},
    ActivityTemplate{message("Homework help"), "✏️", ActivityKind::Learning, SignUpMode::Name},
    ActivityTemplate{message("Sewing club"), "🧵", ActivityKind::Making, SignUpMode::Open},
    ActivityTemplate{message("Knitting"), "🧶", ActivityKind::Making, SignUpMode::Open},
    ActivityTemplate{message("Painting"), "🎨", ActivityKind::Making, SignUpMode::Token},
    ActivityTemplate{message("Making music"), "🎵", ActivityKind::Making, SignUpMode::Open},
    ActivityTemplate{message("Singing"), "🎤", ActivityKind::Making, SignUpMode::Open},
    ActivityTemplate{message("Gardening"), "🌻", ActivityKind::Helping, SignUpMode::Open},
    ActivityTemplate{message("Repair café"), "🔧", ActivityKind::Helping, SignUpMode::Open},
    ActivityTemplate{message("Swap table"), "👕", ActivityKind::Helping, SignUpMode::Open},
    ActivityTemplate{message("Consulting hour"), "🤝", ActivityKind::Advice,
                     SignUpMode::Anonymous},
};

// The title in the visitor's language where the host kept a template's, else as the host wrote it.
[[nodiscard]] std::string title_in_words(Activity const& activity, Words const& words);

}  // namespace inloop::core
