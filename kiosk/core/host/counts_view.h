#pragma once
// What Tellingen shows, and what can be tapped there. Plain values with all their words.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/screen_parts.h"

namespace inloop::core::host::counting {

enum class HeldBack { No, Yes };

// Taps.
struct ChooseMonth {
  std::size_t month = 0;
  bool operator==(ChooseMonth const&) const = default;
};
struct OpenTable {
  std::size_t table = 0;
  bool operator==(OpenTable const&) const = default;
};
struct Hold {
  HeldBack held = HeldBack::Yes;
  bool operator==(Hold const&) const = default;
};
struct OpenLate {
  bool operator==(OpenLate const&) const = default;
};
struct StepDay {
  int days = 0;
  bool operator==(StepDay const&) const = default;
};
struct ChooseDaypart {
  Daypart daypart = Daypart::Morning;
  bool operator==(ChooseDaypart const&) const = default;
};
enum class Who { Adults, Children };
struct StepPeople {
  Who who = Who::Adults;
  int by = 0;
  bool operator==(StepPeople const&) const = default;
};
struct SaveLate {
  bool operator==(SaveLate const&) const = default;
};
struct OpenSent {
  bool operator==(OpenSent const&) const = default;
};
struct OpenFile {
  std::int64_t sequence = 0;
  bool operator==(OpenFile const&) const = default;
};

struct CountsTap {
  class What : public std::variant<ChooseMonth, OpenTable, Hold, OpenLate, StepDay, ChooseDaypart,
                                   StepPeople, SaveLate, OpenSent, OpenFile> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(CountsTap const&) const = default;
};

struct CountsButton {
  Phrase phrase;
  CountsTap tap;
  bool is_enabled = true;
  bool is_chosen = false;

  bool operator==(CountsButton const&) const = default;
};

// Nothing is known yet.
struct CountsLoading {
  Phrase text;

  bool operator==(CountsLoading const&) const = default;
};

// One table of the release as a tile: its sum, and what is behind it.
struct TableTile {
  std::string_view picture;
  Phrase name;
  Phrase number;
  CountsButton button;  // says all of it

  bool operator==(TableTile const&) const = default;
};

struct MonthView {
  std::vector<CountsButton> months;  // just where there is a choice
  bool is_held = false;
  Phrase when;       // "Dit gaat op 4 december naar de gemeente."
  Phrase beginning;  // what the numbers below are
  std::vector<TableTile> tables;
  std::optional<CountsButton> hold;
  CountsButton late;
  CountsButton sent;

  bool operator==(MonthView const&) const = default;
};

struct NumberRow {
  Phrase label;
  std::string exact;  // "14"
  std::string sent;   // "11 – 17"
  Phrase sentence;    // all of it

  bool operator==(NumberRow const&) const = default;
};

struct TableView {
  std::string_view picture;
  Phrase meaning;  // what exactly is counted
  Phrase noise;    // by how much it is changed
  Phrase epsilon;
  Phrase exact_head;  // above the columns
  Phrase sent_head;
  std::vector<NumberRow> rows;  // from scroll.first on
  Scroll scroll;

  bool operator==(TableView const&) const = default;
};

// A number with what makes it smaller and greater.
struct PeopleView {
  std::string_view picture;
  Phrase label;
  Phrase number;
  std::array<CountsButton, 4> steps;  // -10, -1, +1, +10

  bool operator==(PeopleView const&) const = default;
};

struct LateView {
  CountsButton earlier;
  Phrase day;
  CountsButton later;
  std::array<CountsButton, all_dayparts.size()> dayparts;
  Phrase known;  // what is counted already
  PeopleView adults;
  PeopleView children;
  CountsButton save;

  bool operator==(LateView const&) const = default;
};

// A bar of the graph. Shares are of the greatest number that is shown.
struct GraphBar {
  std::string label;  // "nov"
  std::string value;  // "187"; empty: missing
  bool is_missing = false;
  double height = 0;
  double low = 0;  // of the interval in which the real number lies, nearly always
  double high = 0;

  bool operator==(GraphBar const&) const = default;
};

struct SentLine {
  Phrase month;
  Phrase status;
  bool is_received = false;
  CountsButton button;  // says both

  bool operator==(SentLine const&) const = default;
};

struct SentView {
  Phrase graph;  // what it shows; its voice tells the numbers
  std::vector<GraphBar> bars;
  std::vector<SentLine> lines;  // from scroll.first on
  std::optional<Phrase> empty;
  Scroll scroll;

  bool operator==(SentView const&) const = default;
};

struct FileView {
  Phrase facts;  // number, and when it was received
  std::vector<std::string> lines;
  Phrase lines_spoken;
  Scroll scroll;

  bool operator==(FileView const&) const = default;
};

struct CountsScreen {
  class View
      : public std::variant<CountsLoading, MonthView, TableView, LateView, SentView, FileView> {
    INLOOP_COMPILED_ONCE(View);
    bool operator==(View const& other) const;
  };
  View view;

  bool operator==(CountsScreen const&) const = default;
};

}  // namespace inloop::core::host::counting
