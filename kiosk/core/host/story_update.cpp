#include "kiosk/core/host/places.h"

namespace inloop::core::host {

Effects open(State&, HostRoom&, Story&) {
  return {};
}

Effects update(State&, HostRoom&, Story&, StoryTap const&) {
  return {};
}

Effects take(State&, HostRoom&, Story&, StoryOutcome const&) {
  return {};
}

Effects go_back(State&, HostRoom&, Story&) {
  return {};
}

Effects scroll_to(State&, HostRoom&, Story&, int) {
  return {};
}

TextEntry* field_of(Story&) {
  return nullptr;
}

}  // namespace inloop::core::host
