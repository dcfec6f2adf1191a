#include "kiosk/core/host/places.h"

namespace inloop::core::host {

Effects open(State&, HostRoom&, Today&) {
  return {};
}

Effects update(State&, HostRoom&, Today&, TodayTap const&) {
  return {};
}

Effects take(State&, HostRoom&, Today&, TodayOutcome const&) {
  return {};
}

Effects go_back(State&, HostRoom&, Today&) {
  return {};
}

Effects scroll_to(State&, HostRoom&, Today&, int) {
  return {};
}

TextEntry* field_of(Today&) {
  return nullptr;
}

}  // namespace inloop::core::host
