#include "kiosk/core/host/places.h"

namespace inloop::core::host {

Effects open(State&, HostRoom&, Counts&) {
  return {};
}

Effects update(State&, HostRoom&, Counts&, CountsTap const&) {
  return {};
}

Effects take(State&, HostRoom&, Counts&, CountsOutcome const&) {
  return {};
}

Effects go_back(State&, HostRoom&, Counts&) {
  return {};
}

Effects scroll_to(State&, HostRoom&, Counts&, int) {
  return {};
}

TextEntry* field_of(Counts&) {
  return nullptr;
}

}  // namespace inloop::core::host
