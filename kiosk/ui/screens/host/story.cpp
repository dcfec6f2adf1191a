#include <algorithm>

#include "kiosk/ui/screens/host/counts_blocks.h"
#include "kiosk/ui/screens/keyboard.h"
#include "kiosk/ui/screens/session_blocks.h"
#include "kiosk/ui/text_area.h"

namespace inloop::ui::host {
namespace {

namespace telling = core::host::telling;
using telling::ReadView;
using telling::StoriesView;
using telling::WriteView;

BlockPointer month_row(StoriesView const& stories, ControlState state, Look const& look) {
  auto const to_start = look.is_mirrored() ? sign::to_right : sign::to_left;
  auto const to_end = look.is_mirrored() ? sign::to_left : sign::to_right;
  return row({{.block = sign_chip("story/earlier", stories.earlier, to_start, state, look)},
              {.block = centred_words("story/month", stories.month,
                                      {.role = look.is_small() ? Role::Strong : Role::Heading,
                                       .align = Align::Centre}),
               .share = 1},
              {.block = sign_chip("story/later", stories.later, to_end, state, look)}},
             look.small_gap_mm());
}

BlockPointer tile_block(telling::StoryTile const& tile, ControlState state, Look const& look) {
  auto const id = "story/tile_" + std::to_string(tile.story);
  auto made = button_control(id, tile.button, state);
  bool const has_day = !(look.is_small() && look.density == Density::Bare);
  made.inside =
      column({{.block = space(), .grow = 1},
              {.block = has_day ? words(id + "/day", tile.day, {.shade = Shade::Soft}) : space()},
              {.block = words(id + "/beginning", tile.beginning,
                              {.role = look.is_small() ? Role::Body : Role::Strong})},
              {.block = space(), .grow = 1}});
  made.padding_mm = look.is_small() ? 2.5 : 5;
  return control(std::move(made));
}

std::size_t shown_tiles(StoriesView const& stories, Look const& look) {
  std::size_t most = look.is_wide() ? (look.is_small() ? 2 : 4) : look.is_small() ? 4 : 6;
  if (is_tight(look) || look.is_large()) most = std::max<std::size_t>(1, most / 2);
  if (look.is_small() && look.density == Density::Bare) most = 1;
  return std::min(most, stories.tiles.size());
}

// Where small wide glass has no height for words in it, its picture has to be enough.
BlockPointer foot_chip(std::string id, telling::StoryButton const& button, std::string_view picture,
                       ControlState state, Look const& look) {
  EmojiPicture sign{std::string(picture)};
  if (look.is_small() && look.is_wide() && is_tight(look))
    return picture_chip(std::move(id), button, std::move(sign), state);
  return button_chip(std::move(id), button, std::move(sign), state, look);
}

BlockPointer stories_block(StoriesView const& stories, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto const shown = shown_tiles(stories, look);
  std::vector<Storey> storeys{{.block = month_row(stories, state, look), .gap_below_mm = gap}};
  for (std::size_t i = 0; i < shown; ++i)
    storeys.push_back({.block = tile_block(stories.tiles[i], state, look),
                       .grow = 1,
                       .most_mm = look.picture_mm(44),
                       .gap_below_mm = look.small_gap_mm()});
  if (stories.empty) {
    if (!is_tight(look))
      storeys.push_back(
          {.block = emoji("🌱", look.picture_mm(look.is_small() ? 16 : 34)), .gap_below_mm = gap});
    storeys.push_back({.block = words("story/empty", *stories.empty,
                                      {.role = Role::Strong, .align = Align::Centre})});
  }
  storeys.push_back({.block = space(), .grow = 0.1, .gap_below_mm = gap});
  Blocks foot;
  auto const scroll = has_scroll(stories.scroll, shown)
                          ? scroll_buttons("story", stories.scroll, shown, look)
                          : Blocks{};
  // Small wide glass has no height for two rows of buttons.
  if (look.is_small() && look.is_wide())
    foot = scroll;
  else if (!scroll.empty())
    storeys.push_back({.block = equal_row(scroll, gap), .gap_below_mm = gap});
  foot.push_back(foot_chip("story/take_page", stories.take_page, "📄", state, look));
  foot.push_back(foot_chip("story/write", stories.write, "✍🏽", state, look));
  storeys.push_back({.block = equal_row(std::move(foot), look.small_gap_mm())});
  return column(std::move(storeys));
}

BlockPointer read_block(ReadView const& read, ControlState state, Look const& look) {
  auto const role = is_tight(look) || look.is_small() ? Role::Body : Role::Lead;
  return column({{.block = panel(Tint::Sand, look.is_small() ? 3 : 7,
                                 words("story/text", read.text, {.role = role})),
                  .gap_below_mm = gap_mm(look)},
                 {.block = space(), .grow = 1},
                 {.block = equal_row(
                      {button_chip("story/drop", read.drop, EmojiPicture{"🗑️"}, state, look),
                       button_chip("story/edit", read.edit, EmojiPicture{"✏️"}, state, look)},
                      look.small_gap_mm())}});
}

BlockPointer keep_button(WriteView const& write, ControlState state, Look const& look) {
  return main_button("story/keep", write.keep.phrase, core::host::tapped(write.keep.tap), state,
                     is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}),
                     look);
}

BlockPointer advice(WriteView const& write, Look const& look) {
  auto text = words("story/advice", write.advice, {.role = Role::Body});
  if (!write.is_trouble || look.is_small()) return text;
  return panel(Tint::Peach, 3, std::move(text));
}

// Beside what was typed.
BlockPointer wide_top(WriteView const& write, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto side = column({{.block = advice(write, look), .gap_below_mm = gap},
                      {.block = space(), .grow = 1},
                      {.block = keep_button(write, state, look)}});
  return row({{.block = text_area("story/typed", write.typed, 4), .share = 2},
              {.block = std::move(side), .share = 1}},
             gap);
}

// The keys of small wide glass leave one row. What is wrong takes the place of what was typed,
// until the next key.
BlockPointer low_top(WriteView const& write, ControlState state, Look const& look) {
  auto typed = write.is_trouble && is_tight(look) ? advice(write, look)
                                                  : text_area("story/typed", write.typed, 2);
  std::vector<Seat> seats{{.block = std::move(typed), .share = 2}};
  if (!is_tight(look)) seats.push_back({.block = advice(write, look), .share = 1});
  seats.push_back({.block = keep_button(write, state, look), .share = 0.8});
  return row(std::move(seats), look.small_gap_mm());
}

BlockPointer write_block(WriteView const& write, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto const width_mm = look.inside_margins().width_mm;
  auto keys =
      keyboard(write.keyboard, {.screen = "story", .width_mm = width_mm, .state = state}, look);
  if (look.is_wide()) {
    auto top = look.is_small() ? low_top(write, state, look) : wide_top(write, state, look);
    return column(
        {{.block = std::move(top), .gap_below_mm = gap}, {.block = std::move(keys), .grow = 1}});
  }
  auto const lines = look.is_small() ? 3 : is_tight(look) ? 4 : 7;
  return column(
      {{.block = advice(write, look), .gap_below_mm = gap},
       {.block = text_area("story/typed", write.typed, lines), .grow = 1, .gap_below_mm = gap},
       {.block = std::move(keys), .grow = 2, .most_mm = 200, .gap_below_mm = gap},
       {.block = keep_button(write, state, look)}});
}

struct BlockOf {
  ControlState state;
  Look const& look;

  BlockPointer operator()(StoriesView const& view) const {
    return stories_block(view, state, look);
  }
  BlockPointer operator()(ReadView const& view) const { return read_block(view, state, look); }
  BlockPointer operator()(WriteView const& view) const { return write_block(view, state, look); }
};

}  // namespace

BlockPointer place_block(core::host::StoryScreen const& story, ControlState state,
                         Look const& look) {
  return std::visit(BlockOf{state, look}, story.view);
}

}  // namespace inloop::ui::host
