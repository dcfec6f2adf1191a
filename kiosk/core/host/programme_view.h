#pragma once
// What Activiteiten shows: the agenda of a week or a month, a page of lines and tiles, or a page to
// type on. Plain values with all their words.

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/host/programme_taps.h"
#include "kiosk/core/screen_joining.h"
#include "kiosk/core/screen_parts.h"

namespace inloop::core::host::planning {

struct ProgrammeButton {
  Phrase phrase;
  ProgrammeTap tap;
  bool is_enabled = true;

  bool operator==(ProgrammeButton const&) const = default;
};

// A session in the agenda.
struct AgendaTile {
  SessionId session = 0;
  std::string picture;
  ActivityKind kind = ActivityKind::Meeting;
  Phrase title;
  Phrase time;  // "10:00"
  Phrase note;  // "6 van 8", "gaat niet door"; may be empty
  Standing standing = Standing::Welcome;

  bool operator==(AgendaTile const&) const = default;
};

struct AgendaDay {
  Date date{};
  Phrase name;  // "ma 23", said in full
  Phrase note;  // "vandaag", "feestdag"; may be empty
  bool is_today = false;
  bool is_holiday = false;
  std::vector<AgendaTile> tiles;
  Phrase more;  // "nog 2": behind what fits

  bool operator==(AgendaDay const&) const = default;
};

struct WeekView {
  std::array<AgendaDay, 7> days;  // from Monday on
  Scroll scroll;                  // of days, where not all fit

  bool operator==(WeekView const&) const = default;
};

struct MonthDay {
  std::string number;
  bool is_in_month = true;
  bool is_today = false;
  std::vector<std::string> pictures;  // of what is on

  bool operator==(MonthDay const&) const = default;
};

struct MonthWeek {
  Phrase phrase;  // nothing shown; the week and how much is on
  std::array<MonthDay, 7> days;
  ProgrammeTap tap;

  bool operator==(MonthWeek const&) const = default;
};

struct MonthView {
  std::array<Phrase, 7> weekdays;  // "ma", "di"
  std::vector<MonthWeek> weeks;

  bool operator==(MonthView const&) const = default;
};

struct AgendaView {
  Phrase title;  // "23 – 29 november"
  ProgrammeButton previous;
  ProgrammeButton next;
  Phrase summary;  // planned against held
  ProgrammeButton add;
  ProgrammeButton span;  // to the month, and back
  ProgrammeButton files;
  class View : public std::variant<WeekView, MonthView> {
    INLOOP_COMPILED_ONCE(View);
    bool operator==(View const& other) const;
  };
  View view;

  bool operator==(AgendaView const&) const = default;
};

// What of a tile is read first: what it is called, or what was chosen for it.
enum class Leading { Label, Detail };

// Something to choose, with what it is now below it.
struct ProgrammeTile {
  std::string id;       // stable
  std::string picture;  // one emoji
  Phrase label;
  Phrase detail;  // may be empty
  Phrase brief;   // the detail where there is no room for it; empty: it is short enough
  Leading leading = Leading::Detail;
  std::optional<Phrase> problem;  // what is wrong with it
  bool is_chosen = false;
  bool is_enabled = true;
  std::optional<ActivityKind> kind;
  ProgrammeTap tap;

  bool operator==(ProgrammeTile const&) const = default;
};

// How tiles stand: a picture with a word below it, or words beside their picture.
enum class TileShape { Pictures, Lines };

// A value between less and more of it.
struct StepRow {
  Phrase label;
  Phrase value;
  Phrase brief;  // the value where there is no room for it; empty: it is short enough
  std::optional<ProgrammeButton> much_less;
  ProgrammeButton less;
  ProgrammeButton more;
  std::optional<ProgrammeButton> much_more;

  bool operator==(StepRow const&) const = default;
};

struct ProgrammeFact {
  std::string picture;  // one emoji
  Phrase text;

  bool operator==(ProgrammeFact const&) const = default;
};

struct PageView {
  std::optional<SessionHeading> heading;
  std::vector<ProgrammeFact> facts;
  std::optional<Phrase> advice;
  std::optional<Phrase> warning;
  std::vector<StepRow> steps;
  std::vector<ProgrammeTile> tiles;  // from `scroll.first` on
  Scroll scroll;                     // of the tiles; of the facts where there are none
  TileShape shape = TileShape::Lines;
  std::optional<ProgrammeButton> aside;
  std::optional<ProgrammeButton> main;

  bool operator==(PageView const&) const = default;
};

struct ProgrammeTyping {
  Phrase typed;
  std::optional<Phrase> advice;
  std::optional<Phrase> trouble;
  Keyboard keyboard;
  ProgrammeButton go_on;

  bool operator==(ProgrammeTyping const&) const = default;
};

struct ProgrammeScreen {
  class View : public std::variant<AgendaView, PageView, ProgrammeTyping> {
    INLOOP_COMPILED_ONCE(View);
    bool operator==(View const& other) const;
  };
  View view;

  bool operator==(ProgrammeScreen const&) const = default;
};

}  // namespace inloop::core::host::planning
