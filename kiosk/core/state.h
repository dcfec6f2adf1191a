#pragma once
// All that the kiosk knows while it runs, as one plain value: no handles, no library types. Only
// update() changes it. UI thread.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/opening.h"
#include "kiosk/core/preferences.h"
#include "kiosk/core/time.h"
#include "kiosk/core/visits.h"

namespace inloop::core {

// Settled by the configuration when the kiosk starts.
struct Settings {
  std::string place_name;
  OpeningSchedule opening;
  std::vector<Language> languages{Language::Dutch};  // in the order of the language strip
  Preferences resting;                               // where every visitor starts

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

struct Home {
  std::optional<Waiting> check_in;  // tapped, not yet durable
  bool is_undone = false;           // "it was not counted" is still to be read

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
  bool operator==(Knowledge const&) const = default;
};

// Something did not work for this visitor; the host can help.
struct Apology {
  bool operator==(Apology const&) const = default;
};

// Nothing can be counted now: use the paper logbook.
struct OutOfOrder {
  bool operator==(OutOfOrder const&) const = default;
};

using Page = std::variant<Home, Welcome, PartyChoice, Languages, Knowledge, Apology, OutOfOrder>;

struct State {
  Settings settings;
  Preferences preferences;
  Page page;
  Now now;
  std::int64_t last_touch_ms = 0;
  std::optional<std::int64_t> warned_at_ms;  // the time-out warning stands over the page
  RequestId last_request = 0;
  bool is_store_well = true;
  std::optional<Now> tidied;  // when the house was last tidied

  bool operator==(State const&) const = default;
};

[[nodiscard]] State initial_state(Settings settings, Now const& now);

}  // namespace inloop::core
