#pragma once
// Tellingen: what was counted in the months that are still in the house, what the municipality will
// get of it, counts from paper, and what was sent. Plain values; the rules are in
// counts_update.cpp, the words in counts_screen.cpp and counts_tables.cpp.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/host/counts_view.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/late_entry.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/tally.h"
#include "kiosk/privacy/release.h"

namespace inloop::core::host::counting {

// A month that is not closed: its exact counts, which are for the host alone.
struct OpenMonth {
  Period period{};
  HeldBack held = HeldBack::No;
  std::vector<privacy::ExactTable> tables;
  std::vector<DaypartCount> dayparts;  // in order of time
  std::vector<LateEntry> late;         // part of the counts as well

  bool operator==(OpenMonth const&) const = default;
};

inline constexpr std::size_t most_open_months = 12;  // that are shown

// One month of the graph, as it was released.
struct SentVisits {
  std::int64_t people = 0;  // signed: adults and children, each with its noise
  privacy::Rational epsilon;

  bool operator==(SentVisits const&) const = default;
};

struct SentMonth {
  Period period{};
  std::int64_t sequence = 0;
  bool is_received = false;
  std::optional<LocalTime> received;  // as the receipt tells, where it can be read

  bool operator==(SentMonth const&) const = default;
};

inline constexpr int months_in_graph = 12;

struct GraphMonth {
  Period period{};
  std::optional<SentVisits> sent;  // absent: nothing was released of it

  bool operator==(GraphMonth const&) const = default;
};

struct SentFile {
  SentMonth month;
  std::string bytes;

  bool operator==(SentFile const&) const = default;
};

// The pages.
struct MonthPage {
  bool operator==(MonthPage const&) const = default;
};
struct TablePage {
  std::size_t table = 0;  // of the chosen month
  int first = 0;
  bool operator==(TablePage const&) const = default;
};
struct LatePage {
  LateEntry entry;  // as it will be
  bool operator==(LatePage const&) const = default;
};
struct SentPage {
  int first = 0;
  bool operator==(SentPage const&) const = default;
};
struct FilePage {
  SentFile file;
  int first = 0;  // line
  bool operator==(FilePage const&) const = default;
};

struct Counts {
  int grace_days = 0;
  std::vector<OpenMonth> months;  // newest first; empty until the world has told
  std::size_t chosen = 0;         // of them
  std::vector<SentMonth> sent;    // newest first
  std::vector<GraphMonth> graph;  // oldest first
  class Page : public std::variant<MonthPage, TablePage, LatePage, SentPage, FilePage> {
    INLOOP_COMPILED_ONCE(Page);
    bool operator==(Page const& other) const;
  };
  Page page;

  bool operator==(Counts const&) const = default;
};

// Requests.

// Answered by MonthsFound.
struct LoadMonths {
  bool operator==(LoadMonths const&) const = default;
};
// Answered by HoldChanged, or TooLate where the month went meanwhile.
struct ChangeHold {
  Period month{};
  HeldBack held = HeldBack::Yes;
  bool operator==(ChangeHold const&) const = default;
};
// Answered by LateEntryPut, or TooLate.
struct PutLateEntry {
  LateEntry entry;
  bool operator==(PutLateEntry const&) const = default;
};
// Answered by SentFound.
struct LoadSent {
  bool operator==(LoadSent const&) const = default;
};
// Answered by SentFile.
struct LoadSentFile {
  std::int64_t sequence = 0;
  bool operator==(LoadSentFile const&) const = default;
};

struct CountsRequest {
  class What : public std::variant<LoadMonths, ChangeHold, PutLateEntry, LoadSent, LoadSentFile> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;
  LocalTime now;  // when it was asked
  HostPicture by = 0;

  bool operator==(CountsRequest const&) const = default;
};

// Outcomes.

struct MonthsFound {
  int grace_days = 0;
  std::vector<OpenMonth> months;  // newest first, that of today among them

  bool operator==(MonthsFound const&) const = default;
};
struct HoldChanged {
  Period month{};
  HeldBack held = HeldBack::Yes;  // as it is now
  MonthsFound found;

  bool operator==(HoldChanged const&) const = default;
};
struct LateEntryPut {
  LateEntry before;
  LateEntry entry;
  MonthsFound found;

  bool operator==(LateEntryPut const&) const = default;
};
struct TooLate {
  MonthsFound found;

  bool operator==(TooLate const&) const = default;
};
struct SentFound {
  std::vector<SentMonth> sent;
  std::vector<GraphMonth> graph;

  bool operator==(SentFound const&) const = default;
};

struct CountsOutcome {
  class What
      : public std::variant<MonthsFound, HoldChanged, LateEntryPut, TooLate, SentFound, SentFile> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(CountsOutcome const&) const = default;
};

// The month that is chosen; null until the world has told.
[[nodiscard]] OpenMonth const* chosen_month(Counts const& place);

// A day that has been, in a month that is open.
[[nodiscard]] bool can_be_entered(Counts const& place, Date date, Date today);

// What stands for a daypart now: entered from paper, and counted by the screen.
[[nodiscard]] LateEntry entered_late(Counts const& place, Date date, Daypart daypart);
[[nodiscard]] std::int64_t counted_on_screen(Counts const& place, Date date, Daypart daypart);

}  // namespace inloop::core::host::counting

namespace inloop::core::host {

using counting::Counts;
using counting::CountsOutcome;
using counting::CountsRequest;
using counting::CountsScreen;
using counting::CountsTap;

}  // namespace inloop::core::host
