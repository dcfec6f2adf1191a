#pragma once
// What somebody takes home of a session, as a calendar entry and as a slip, in their language. No
// name is in either. UI thread.

#include <string>

#include "kiosk/base/result.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/words.h"
#include "kiosk/paper/slip.h"

namespace inloop::app {

struct House {
  std::string place_id;
  std::string place_name;
  std::string time_zone;
};

// The text of a calendar with one entry.
[[nodiscard]] Result<std::string> calendar_text_of(core::TakeHome const& what, House const& house,
                                                   core::Words const& words);

[[nodiscard]] paper::Slip slip_of(core::TakeHome const& what, std::string const& calendar_text,
                                  House const& house, core::Words const& words);

}  // namespace inloop::app
