#pragma once
// The rules of a count event that a schema cannot say. For documents the schema has let through;
// anything else is a mistake of ours. Pure, any thread.

#include <nlohmann/json_fwd.hpp>

#include "sync/report/strict_json.h"

namespace inloop::report {

// data.plek equals subject; no onderwerp twice; no groep twice in a table; a time that exists; the
// gevoelsvraag of the month; no soort of bijeenkomsten twice, and no more of them held and
// cancelled than were planned.
[[nodiscard]] Objections objections_to_meaning(nlohmann::json const& event);

// Is "2026-02-30T03:00:00Z", of the right form, also a moment of the calendar?
[[nodiscard]] bool is_moment(std::string_view time);

}  // namespace inloop::report
