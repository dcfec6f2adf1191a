#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui::host {
namespace {

using core::host::RoomScreen;

// On wide glass the five places stand beside the middle.
constexpr double rail_share = 0.17;

BlockPointer lock(RoomScreen const& room, Look const& look) {
  return control({.id = "room/lock",
                  .phrase = room.lock,
                  .action = core::TapLock{},
                  .shape = ControlShape::Chip,
                  .tint = std::nullopt,
                  .picture = IconPicture{sign::lock},
                  .picture_mm = look.picture_mm(look.is_small() ? 7 : 9),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 3.0 : 5.0});
}

BlockPointer title(RoomScreen const& room, Look const& look) {
  auto const role = look.is_small() ? Role::Strong : Role::Heading;
  auto name = words("room/title", room.head.title, {.role = role});
  if (room.head.subtitle.shown.empty() || look.density == Density::Bare) return name;
  auto below = words("room/subtitle", room.head.subtitle, {.shade = Shade::Soft});
  return column({{.block = std::move(name)}, {.block = std::move(below)}});
}

BlockPointer head(RoomScreen const& room, Look const& look) {
  std::vector<Seat> seats;
  if (room.head.back) seats.push_back({.block = back_chip("room/back", *room.head.back, look)});
  seats.push_back({.block = title(room, look), .share = 1});
  seats.push_back({.block = lock(room, look)});
  return row(std::move(seats), look.normal_gap_mm());
}

BlockPointer tab(core::host::PlaceTab const& tab, Look const& look) {
  auto const has_picture = !(look.is_small() && look.density == Density::Bare);
  return control({.id = "room/place_" + std::to_string(static_cast<int>(tab.place)),
                  .phrase = tab.label,
                  .action = tapped(core::host::GoTo{tab.place}),
                  .choice = chosen_if(tab.is_chosen),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = has_picture ? Picture(EmojiPicture{std::string(tab.picture)})
                                         : Picture(NoPicture{}),
                  .picture_mm = look.picture_mm(look.is_small() ? 7 : 12),
                  .role = Role::Body,
                  .padding_mm = 1});
}

Blocks tabs(RoomScreen const& room, Look const& look) {
  Blocks blocks;
  for (auto const& one : room.tabs) blocks.push_back(tab(one, look));
  return blocks;
}

BlockPointer notice_bar(core::host::NoticeBar const& notice, ControlState state, Look const& look) {
  bool const is_trouble = notice.kind == core::host::NoticeKind::Trouble;
  auto text = words("room/notice", notice.text, {.role = Role::Strong});
  std::vector<Seat> seats{{.block = std::move(text), .share = 1}};
  if (notice.undo)
    seats.push_back(
        {.block = control({.id = "room/undo",
                           .phrase = *notice.undo,
                           .action = tapped(core::host::TakeBack{}),
                           .shape = ControlShape::Chip,
                           .state = state,
                           .tint = std::nullopt,
                           .picture = IconPicture{look.is_mirrored() ? sign::redo : sign::undo},
                           .picture_mm = look.picture_mm(7),
                           .arrangement = Arrangement::Beside,
                           .padding_mm = 4})});
  return panel(is_trouble ? Tint::Peach : Tint::Mint, 3, row(std::move(seats), 4));
}

BlockPointer progress_bar(core::host::ProgressBar const& progress) {
  return panel(Tint::Sky, 3, words("room/progress", progress.text, {.role = Role::Strong}));
}

// What the room says stands above the place and moves it down, covering nothing.
std::vector<Storey> middle(RoomScreen const& room, Look const& look) {
  auto const state = waiting_if(room.is_waiting);
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (room.progress)
    storeys.push_back({.block = progress_bar(*room.progress), .gap_below_mm = gap});
  else if (room.notice)
    storeys.push_back({.block = notice_bar(*room.notice, state, look), .gap_below_mm = gap});
  storeys.push_back(
      {.block = std::visit([&](auto const& place) { return place_block(place, state, look); },
                           room.place),
       .grow = 1});
  return storeys;
}

Composition portrait(RoomScreen const& room, Look const& look) {
  auto storeys = middle(room, look);
  if (!room.head.back) {
    storeys.back().gap_below_mm = gap_mm(look);
    storeys.push_back({.block = equal_row(tabs(room, look), look.small_gap_mm())});
  }
  return {head(room, look), column(std::move(storeys))};
}

Composition landscape(RoomScreen const& room, Look const& look) {
  std::vector<Storey> storeys{{.block = head(room, look), .gap_below_mm = gap_mm(look)}};
  for (auto& storey : middle(room, look)) storeys.push_back(std::move(storey));
  auto place = column(std::move(storeys));
  if (room.head.back) return {space(), std::move(place)};
  std::vector<Storey> rail;
  for (auto& one : tabs(room, look))
    rail.push_back({.block = std::move(one), .grow = 1, .gap_below_mm = look.small_gap_mm()});
  return {space(), row({{.block = column(std::move(rail)), .share = rail_share},
                        {.block = std::move(place), .share = 1 - rail_share}},
                       look.normal_gap_mm())};
}

}  // namespace

double place_width_mm(Look const& look) {
  auto const width = look.inside_margins().width_mm;
  return look.is_wide() ? (width - look.normal_gap_mm()) * (1 - rail_share) : width;
}

Composition compose(RoomScreen const& room, Look const& look) {
  return look.is_wide() ? landscape(room, look) : portrait(room, look);
}

}  // namespace inloop::ui::host

namespace inloop::ui {

Composition compose(core::HostDoorScreen const& door, core::Tools const&, Look const& look) {
  return host::compose(*door.door, look);
}

Composition compose(core::HostRoomScreen const& room, core::Tools const&, Look const& look) {
  return host::compose(*room.room, look);
}

}  // namespace inloop::ui
