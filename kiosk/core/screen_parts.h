#pragma once
// What several screens show: words, sessions, lists. Plain values.

#include <string>
#include <string_view>

#include "kiosk/core/activities.h"
#include "kiosk/core/preferences.h"

namespace inloop::core {

// Words on the glass and what the voice says for them.
struct Phrase {
  std::string shown;
  std::string spoken;

  bool operator==(Phrase const&) const = default;
};

// A session as a tile of the list, and as the card of what starts next.
struct SessionTile {
  SessionId session = 0;
  std::string picture;  // one emoji
  ActivityKind kind = ActivityKind::Meeting;
  Phrase title;
  Phrase when;  // "om half 4", "nu bezig", "dinsdag om 2 uur"
  int start_minute = 0;
  Phrase places;  // "6 plekken", "vol · wachtlijst", "zonder naam", "gaat niet door"
  Standing standing = Standing::Welcome;

  bool operator==(SessionTile const&) const = default;
};

// The session that a step is about, at the top of each of them.
struct SessionHeading {
  std::string picture;
  ActivityKind kind = ActivityKind::Meeting;
  Phrase title;
  Phrase when;  // "vandaag, om 12 uur"
  int start_minute = 0;

  bool operator==(SessionHeading const&) const = default;
};

// A list that may not fit: the glass shows as many as it can from `first`, of which `items` holds
// at most most_items_shown. How many fit is for the glass to say, so it makes the next TapScroll.
inline constexpr std::size_t most_items_shown = 24;

struct Scroll {
  int first = 0;
  int total = 0;
  Phrase up;
  Phrase more;

  bool operator==(Scroll const&) const = default;
};

struct KnowledgePoint {
  std::string_view picture;  // one emoji
  Phrase text;

  bool operator==(KnowledgePoint const&) const = default;
};

struct LanguageChoice {
  Language language = Language::Dutch;
  Phrase own_name;
  bool is_chosen = false;

  bool operator==(LanguageChoice const&) const = default;
};

}  // namespace inloop::core
