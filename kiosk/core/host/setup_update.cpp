#include "kiosk/core/host/places.h"

namespace inloop::core::host {

Effects open(State&, HostRoom&, Setup&) {
  return {};
}

Effects update(State&, HostRoom&, Setup&, SetupTap const&) {
  return {};
}

Effects take(State&, HostRoom&, Setup&, SetupOutcome const&) {
  return {};
}

Effects go_back(State&, HostRoom&, Setup&) {
  return {};
}

Effects scroll_to(State&, HostRoom&, Setup&, int) {
  return {};
}

TextEntry* field_of(Setup&) {
  return nullptr;
}

}  // namespace inloop::core::host
