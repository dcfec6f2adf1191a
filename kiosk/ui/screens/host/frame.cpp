#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui::host {
namespace {

using core::host::RoomScreen;

// On wide glass the five places stand beside the middle; on small glass in as much as their short
// names need.
constexpr double rail_share = 0.17;
constexpr double small_rail_mm = 36;

// What is said with its button; on small glass the title, which is higher than that there.
constexpr double notice_mm = 25;
constexpr double small_notice_mm = 22.5;

// As high as what is said beside it, so that nothing below moves when something is said.
BlockPointer lock(RoomScreen const& room, Look const& look) {
  // Between the way back and the lock there is little room for what is said.
  bool const is_crowded = room.head.back && (room.notice || room.progress) && !look.is_wide();
  bool const has_words = !is_crowded && (look.is_wide() || !look.is_small());
  auto const small_mm = look.density == Density::Bare ? 0.0 : small_notice_mm;
  return control({.id = "room/lock",
                  .phrase = has_words ? room.lock : core::Phrase{{}, room.lock.spoken},
                  .action = core::TapLock{},
                  .shape = ControlShape::Chip,
                  .tint = std::nullopt,
                  .picture = IconPicture{sign::lock},
                  .picture_mm = look.picture_mm(look.is_small() ? 7 : 9),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 3.0 : 5.0,
                  .least_mm = look.is_small() ? small_mm : notice_mm});
}

// The agenda has one, which needs the width.
BlockPointer own_title(RoomScreen const& room, Look const& look) {
  auto const* const programme = std::get_if<core::host::ProgrammeScreen>(&room.place);
  if (programme == nullptr || !is_title_free(look)) return nullptr;
  auto const* const agenda = std::get_if<core::host::planning::AgendaView>(&programme->view);
  if (agenda == nullptr) return nullptr;
  return words("programme/title", agenda->title, {.role = Role::Strong});
}

BlockPointer title(RoomScreen const& room, Look const& look) {
  auto const role = look.is_small() ? Role::Strong : Role::Heading;
  if (auto own = own_title(room, look)) return own;
  auto name = words("room/title", room.head.title, {.role = role});
  if (room.head.subtitle.shown.empty() || look.density == Density::Bare) return name;
  auto below = words("room/subtitle", room.head.subtitle, {.shade = Shade::Soft});
  return column({{.block = std::move(name)}, {.block = std::move(below)}});
}

// Small high glass has no room for names, and large letters leave none; there the title has to say
// which place it is.
bool has_names(Look const& look) {
  if (look.is_small()) return is_title_free(look);
  return look.is_wide() || !look.is_large() || !is_tight(look);
}

core::Phrase name_of(core::host::PlaceTab const& tab, Look const& look) {
  if (!has_names(look)) return {{}, tab.label.spoken};
  return look.is_small() ? tab.label_short : tab.label;
}

BlockPointer tab(core::host::PlaceTab const& tab, Look const& look) {
  bool const is_low = look.is_small() || !has_names(look);
  return control({.id = "room/place_" + std::to_string(static_cast<int>(tab.place)),
                  .phrase = name_of(tab, look),
                  .action = tapped(core::host::GoTo{tab.place}),
                  .choice = chosen_if(tab.is_chosen),
                  .tint = tab.is_chosen ? std::optional(Tint::Mint) : std::nullopt,
                  .inside = nullptr,
                  .picture = EmojiPicture{std::string(tab.picture)},
                  .picture_mm = is_low ? 9 : look.picture_mm(12),
                  .role = Role::Body,
                  .padding_mm = has_names(look) ? 1.0 : 3.0,
                  .least_mm = is_low || is_tight(look) ? 0.0 : 30.0});
}

Blocks tabs(RoomScreen const& room, Look const& look) {
  Blocks blocks;
  for (auto const& one : room.tabs) blocks.push_back(tab(one, look));
  return blocks;
}

// Beside one another, a long name gets more of the width than a short one; large letters need two
// rows.
BlockPointer tab_row(RoomScreen const& room, Look const& look) {
  constexpr double picture_letters = 9;  // what every tab needs beside its name
  auto const gap = look.small_gap_mm();
  auto blocks = tabs(room, look);
  if (!has_names(look)) return equal_row(std::move(blocks), gap);
  if (look.is_large()) return grid(std::move(blocks), 3, gap);
  std::vector<Seat> seats;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto const letters = static_cast<double>(core::count_characters(room.tabs[i].label.shown));
    seats.push_back({.block = std::move(blocks[i]), .share = picture_letters + letters});
  }
  return row(std::move(seats), gap);
}

// On small glass what is said stands without a plate, to be no higher than its button.
BlockPointer on_plate(Tint tint, BlockPointer block, Look const& look) {
  return look.is_small() ? block : panel(tint, 2.5, std::move(block));
}

// Where small glass has no room for more, its sign has to be enough.
core::Phrase undo_phrase(core::Phrase const& undo, bool has_back, Look const& look) {
  bool const is_narrow =
      look.is_wide() ? look.density == Density::Bare : has_back || is_tight(look);
  return look.is_small() && is_narrow ? core::Phrase{{}, undo.spoken} : undo;
}

BlockPointer notice_bar(core::host::NoticeBar const& notice, bool has_back, ControlState state,
                        Look const& look) {
  bool const is_trouble = notice.kind == core::host::NoticeKind::Trouble;
  auto const role = look.is_small() ? Role::Body : Role::Strong;
  auto text = column({{.block = space(), .grow = 1},
                      {.block = words("room/notice", notice.text, {.role = role})},
                      {.block = space(), .grow = 1}});
  std::vector<Seat> seats;
  if (!look.is_small())
    seats.push_back({.block = emoji(is_trouble ? "⚠️" : "✅", look.picture_mm(11))});
  seats.push_back({.block = std::move(text), .share = 1});
  if (notice.undo)
    seats.push_back(
        {.block = control({.id = "room/undo",
                           .phrase = undo_phrase(*notice.undo, has_back, look),
                           .action = tapped(core::host::TakeBack{}),
                           .shape = ControlShape::Chip,
                           .state = state,
                           .tint = std::nullopt,
                           .picture = IconPicture{look.is_mirrored() ? sign::redo : sign::undo},
                           .picture_mm = look.picture_mm(7),
                           .arrangement = Arrangement::Beside,
                           .role = Role::Body,
                           .padding_mm = look.is_small() ? 2.0 : 4.0})});
  return on_plate(is_trouble ? Tint::Peach : Tint::Mint,
                  row(std::move(seats), look.small_gap_mm() + 1), look);
}

// How far it is, drawn: a line that fills.
class Stretch final : public Block {
 public:
  explicit Stretch(double share) : m_share(std::clamp(share, 0.0, 1.0)) {}

  Need need(Ruler const&, double) const override { return {.height_mm = height_mm}; }
  double natural_width_mm(Ruler const&) const override { return 0; }

  void draw(Stage& stage, Box const& box) const override {
    auto const& palette = stage.look().palette;
    auto const top = box.top_mm + (box.height_mm - height_mm) / 2;
    fill(stage, {box.left_mm, top, box.width_mm, height_mm}, palette.surface, palette.line);
    auto const done_mm = std::max(box.width_mm * m_share, height_mm);
    fill(stage, {box.left_mm, top, done_mm, height_mm}, palette.main, palette.main);
  }

 private:
  static constexpr double height_mm = 4;

  static void fill(Stage& stage, Box const& box, Colour colour, Colour edge) {
    auto const& look = stage.look();
    auto const rect = look.on_glass(box);
    stage.show(Plate{.width_px = static_cast<int>(rect.width_px()),
                     .height_px = static_cast<int>(rect.height_px()),
                     .radius_px = rect.height_px() / 2,
                     .edge_px = static_cast<float>(look.px(look.measures.control_edge_mm)),
                     .shadow_px = 0,
                     .fill = colour,
                     .edge = edge,
                     .shadow = {}},
               rect.left_px, rect.top_px);
  }

  double m_share;
};

BlockPointer progress_bar(core::host::ProgressBar const& progress, Look const& look) {
  auto const role = look.is_small() ? Role::Body : Role::Strong;
  auto text = column({{.block = space(), .grow = 1},
                      {.block = words("room/progress", progress.text, {.role = role})},
                      {.block = std::make_shared<Stretch>(progress.share)},
                      {.block = space(), .grow = 1}});
  return on_plate(Tint::Sky, std::move(text), look);
}

// What the room says now, if anything.
BlockPointer word(RoomScreen const& room, Look const& look) {
  if (room.progress) return progress_bar(*room.progress, look);
  if (room.notice)
    return notice_bar(*room.notice, room.head.back.has_value(), waiting_if(room.is_waiting), look);
  return nullptr;
}

// What is said stands for the title, so that nothing moves under the finger of who taps quickly.
BlockPointer head(RoomScreen const& room, Look const& look) {
  std::vector<Seat> seats;
  if (room.head.back) seats.push_back({.block = back_chip("room/back", *room.head.back, look)});
  auto said = word(room, look);
  seats.push_back({.block = said ? std::move(said) : title(room, look), .share = 1});
  seats.push_back({.block = lock(room, look)});
  return row(std::move(seats), look.normal_gap_mm());
}

BlockPointer place(RoomScreen const& room, Look const& look) {
  auto const state = waiting_if(room.is_waiting);
  return std::visit([&](auto const& one) { return place_block(one, state, look); }, room.place);
}

Composition portrait(RoomScreen const& room, Look const& look) {
  std::vector<Storey> storeys{
      {.block = place(room, look), .grow = 1, .gap_below_mm = gap_mm(look)}};
  if (!room.head.back) storeys.push_back({.block = tab_row(room, look)});
  return {head(room, look), column(std::move(storeys))};
}

Composition landscape(RoomScreen const& room, Look const& look) {
  auto middle = column({{.block = head(room, look), .gap_below_mm = gap_mm(look)},
                        {.block = place(room, look), .grow = 1}});
  if (room.head.back) return {space(), std::move(middle)};
  std::vector<Storey> rail;
  for (auto& one : tabs(room, look))
    rail.push_back({.block = std::move(one), .grow = 1, .gap_below_mm = look.small_gap_mm()});
  auto const gap = look.is_small() ? look.small_gap_mm() : look.normal_gap_mm();
  if (look.is_small() && !has_names(look))
    return {
        space(),
        row({{.block = column(std::move(rail))}, {.block = std::move(middle), .share = 1}}, gap)};
  auto const width_mm = look.inside_margins().width_mm - gap;
  auto const share = look.is_small() ? small_rail_mm / width_mm : rail_share;
  return {space(), row({{.block = column(std::move(rail)), .share = share},
                        {.block = std::move(middle), .share = 1 - share}},
                       gap)};
}

}  // namespace

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
