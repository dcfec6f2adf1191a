#include <algorithm>
#include <string>

#include "kiosk/core/host/places.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/tokens.h"

namespace inloop::core {
namespace {

using namespace host;

std::array<PlaceTab, all_places.size()> tabs(HostRoom const& room, Words const& words) {
  auto const chosen = static_cast<PlaceName>(room.place.index());
  auto const tab = [&](std::string_view picture, std::string const& label,
                       std::string const& shown_short, PlaceName place) {
    return PlaceTab{.picture = picture,
                    .label = phrase(label),
                    .label_short = {.shown = shown_short, .spoken = label},
                    .place = place,
                    .is_chosen = place == chosen};
  };
  auto const today = words.text("Today");
  auto const figures = words.text("Figures");
  auto const story = words.text("Story");
  return {tab("🏠", today, today, PlaceName::Today),
          tab("🗓️", words.text("Activities"), words.text("Activity"), PlaceName::Programme),
          tab("📊", figures, figures, PlaceName::Counts),
          tab("✍️", story, story, PlaceName::Story),
          tab("⚙️", words.text("Settings"), words.text("Set up"), PlaceName::Setup)};
}

std::optional<NoticeBar> notice(HostRoom const& room, Words const& words) {
  if (!room.notice) return std::nullopt;
  auto const& listed = *room.notice;
  auto const text = filled(words.text(listed.message), {{"what", isolated(listed.what)}});
  NoticeBar bar{.kind = listed.kind, .text = phrase(text), .undo = std::nullopt};
  if (room.undo) bar.undo = phrase(words.text("Undo"));
  return bar;
}

std::optional<ProgressBar> progress(HostRoom const& room, Words const& words) {
  if (!room.progress || room.progress->total <= 0) return std::nullopt;
  auto const share = static_cast<double>(room.progress->done) / room.progress->total;
  auto const percent = std::clamp(static_cast<int>(share * 100), 0, 100);
  return ProgressBar{.text = phrase(filled(words.text("One moment. {percent}%"),
                                           {{"percent", isolated(std::to_string(percent))}})),
                     .share = std::clamp(share, 0.0, 1.0)};
}

}  // namespace

HostDoorScreen screen_of(AtDoor const& page, State const& state, Words const& words) {
  return {Indirect<DoorScreen>(host::screen_of(*page.door, state, words))};
}

HostRoomScreen screen_of(InRoom const& page, State const& state, Words const& words) {
  auto const& room = *page.room;
  return {Indirect<RoomScreen>(std::visit(
      [&](auto const& place) {
        return RoomScreen{.head = head_of(place, room, state, words),
                          .lock = phrase(words.text("Lock")),
                          .tabs = tabs(room, words),
                          .notice = notice(room, words),
                          .progress = progress(room, words),
                          .is_waiting = room.waiting.has_value(),
                          .place = host::screen_of(place, room, state, words)};
      },
      room.place))};
}

Phrase host::day_and_host(HostRoom const& room, State const& state, Words const& words) {
  auto text = date_in_words(state.now.local.date, words);
  if (!room.host.first_name.empty()) text += " · " + isolated(room.host.first_name);
  return phrase(text);
}

namespace host {

INLOOP_COMPILE_WITH_COMPARISON(PlaceScreen);

}  // namespace host
}  // namespace inloop::core
