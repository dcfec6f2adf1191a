#pragma once
// The programme of a store, with the rules of calendars that the store itself does not know. Store
// thread.

#include <string>

#include "kiosk/store/programme.h"

namespace inloop::app {

// `time_zone` is a name of the IANA database. The store outlives it.
[[nodiscard]] store::Programme programme_of(store::Store& store, std::string const& time_zone);

}  // namespace inloop::app
