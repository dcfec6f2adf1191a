#include "kiosk/app/programme_of.h"

#include "kiosk/calendar/occurrences.h"

namespace inloop::app {

store::Programme programme_of(store::Store& store, std::string const& time_zone) {
  return store::Programme(store, [time_zone](core::Series const& series, core::Days const& days) {
    return calendar::occurrences(series, days, time_zone);
  });
}

}  // namespace inloop::app
