#include "kiosk/core/host/places.h"
#include "kiosk/core/phrases.h"

namespace inloop::core::host {

RoomHead head_of(Today const&, HostRoom const& room, State const& state, Words const& words) {
  return {.title = phrase(words.text("Today")),
          .subtitle = day_and_host(room, state, words),
          .back = std::nullopt};
}

TodayScreen screen_of(Today const&, HostRoom const&, State const&, Words const&) {
  return {};
}

}  // namespace inloop::core::host
