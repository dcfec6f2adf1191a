#include "kiosk/core/host/places.h"

namespace inloop::core::host {

Effects open(State&, HostRoom&, Programme&) {
  return {};
}

Effects update(State&, HostRoom&, Programme&, ProgrammeTap const&) {
  return {};
}

Effects take(State&, HostRoom&, Programme&, ProgrammeOutcome const&) {
  return {};
}

Effects go_back(State&, HostRoom&, Programme&) {
  return {};
}

Effects scroll_to(State&, HostRoom&, Programme&, int) {
  return {};
}

TextEntry* field_of(Programme&) {
  return nullptr;
}

}  // namespace inloop::core::host
