#pragma once
// What a report is: the anonymous counts of one place in one period, and its form on the wire
// (CloudEvents 1.0, structured JSON, after the NL GOV profile). Shared by all three programs. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::report {

inline constexpr std::size_t greatest_event_bytes = 64 * 1024;
inline constexpr std::string_view count_event_type = "nl.inloop.bezoektelling.vrijgegeven.v1";

// A name, not an address: nobody fetches it, and ".example" (RFC 2606) can never be bought by a
// stranger. A URN would need a registered namespace.
inline constexpr std::string_view count_event_schema_id =
    "https://inloop.example/schemas/bezoektelling-1.0.0.json";

// The JSON Schema (draft 7) of the event: what it does not list does not leave the house.
[[nodiscard]] std::string_view count_event_schema();

struct Epsilon {
  std::uint32_t numerator = 1;
  std::uint32_t denominator = 1;

  bool operator==(Epsilon const&) const = default;
};

struct Cell {
  std::string group;       // groep
  std::int64_t value = 0;  // waarde: noisy, may be negative

  bool operator==(Cell const&) const = default;
};

struct Table {
  std::string subject;  // onderwerp
  std::string unit;     // eenheid
  Epsilon epsilon;
  std::vector<Cell> cells;  // cellen

  bool operator==(Table const&) const = default;
};

// bijeenkomsten: the sessions of one kind of activity.
struct SessionFact {
  std::string kind;            // soort: a word of the table deelnames
  std::int64_t planned = 0;    // gepland: held and cancelled together
  std::int64_t held = 0;       // gehouden
  std::int64_t cancelled = 0;  // afgelast

  bool operator==(SessionFact const&) const = default;
};

// The question of gevoel, in turn from month to month and the same for every place, so that answers
// may be added up over places. `period` is a month, "2026-11".
[[nodiscard]] std::string_view feeling_question_of(std::string_view period);

// feiten: exact facts about the place, none about people. Events from before feelings, sessions and
// openings were noted lack those, and are still read; none is made without them.
struct Facts {
  std::int64_t dayparts_scheduled = 0;  // dagdelenGepland: dayparts the schedule has in the period
  std::optional<std::int64_t> dayparts_open;  // dagdelenOpen: how many the place was really open
  std::string feeling_question;               // gevoelsvraag: that of the period
  std::vector<SessionFact> sessions;          // bijeenkomsten: every kind once
  std::string software_version;               // softwareversie

  bool operator==(Facts const&) const = default;
};

struct CountEvent {
  std::string id;                 // UUID version 4, lower case
  std::string source;             // urn:nld:kvknr:<8 digits>:systeem:<kiosk>, or oin with 20 digits
  std::string place;              // subject of the event and data.plek
  std::string time;               // the scheduled release time, RFC 3339 in UTC with Z
  std::int64_t sequence = 1;      // starts at 1, no gaps
  std::string period;             // "2026-11"
  std::string kind = "regulier";  // soort: regulier or nagekomen
  // At least one, each subject once. No subject is demanded: what comes late tells only of itself,
  // and a town hall must go on reading what it received before a table was added.
  std::vector<Table> tables;
  Facts facts;

  bool operator==(CountEvent const&) const = default;
};

// The bytes of the event. Fails when the event breaks the schema: what cannot be read back must
// not be sent.
[[nodiscard]] Result<std::string> to_json(CountEvent const& event);

// Reads bytes from outside: at most greatest_event_bytes, the schema as the allow-list, then the
// rules a schema cannot say (see count_event_rules.h).
[[nodiscard]] Result<CountEvent> count_event_from(std::string_view json);

// As count_event_from, for bytes that it let through before: it asks neither the schema nor the
// stricter rules of JSON again, which takes most of the time. Damaged bytes still fail.
[[nodiscard]] Result<CountEvent> count_event_let_through(std::string_view json);

// As count_event_from, but with every objection at once, in words for the sender.
[[nodiscard]] tl::expected<CountEvent, std::vector<std::string>> count_event_or_objections(
    std::string_view json);

// Those objections alone. Empty: it is good.
[[nodiscard]] std::vector<std::string> objections_to(std::string_view json);

}  // namespace inloop::report
