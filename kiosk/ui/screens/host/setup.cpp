#include <algorithm>
#include <cmath>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/keyboard.h"
#include "kiosk/ui/stage.h"
#include "kiosk/ui/text_field.h"

namespace inloop::ui::host {
namespace {

using core::host::SetupScreen;
using core::host::SetupTile;

// The frame that a bank card is held to, in the middle of its box. The words above it say so.
class CardFrame final : public Block {
 public:
  explicit CardFrame(core::host::CardOutline outline) : m_outline(outline) {}

  Need need(Ruler const&, double) const override { return {.height_mm = m_outline.height_mm}; }
  double natural_width_mm(Ruler const&) const override { return m_outline.width_mm; }

  void draw(Stage& stage, Box const& box) const override {
    constexpr double corner_mm = 3.2;  // of a bank card
    constexpr double edge_mm = 0.8;
    auto const& look = stage.look();
    auto const px = [&](double length_mm) {
      return static_cast<int>(std::lround(look.px(length_mm)));
    };
    stage.show_centred(Outline{.width_px = px(std::min(m_outline.width_mm, box.width_mm)),
                               .height_px = px(m_outline.height_mm),
                               .radius_px = static_cast<float>(look.px(corner_mm)),
                               .edge_px = static_cast<float>(look.px(edge_mm)),
                               .colour = look.palette.main},
                       look.on_glass(box));
  }

 private:
  core::host::CardOutline m_outline;
};

class SetupBlocks {
 public:
  SetupBlocks(SetupScreen const& setup, ControlState state, Look const& look)
      : m_setup(setup), m_state(state), m_look(look) {}

  [[nodiscard]] BlockPointer place() const {
    auto const gap = gap_mm(m_look);
    std::vector<Storey> storeys;
    // Where the keys need the height, what to type is said, and why is not.
    auto const lines = m_setup.field && is_cramped() ? 1 : m_setup.lines.size();
    for (std::size_t i = 0; i < lines; ++i)
      storeys.push_back({.block = words(id("line_" + std::to_string(i)), m_setup.lines[i],
                                        {.role = m_look.is_small() ? Role::Body : Role::Lead}),
                         .gap_below_mm = gap});
    if (m_setup.outline && is_cramped()) return size_beside(std::move(storeys));
    if (m_setup.outline) storeys.push_back({.block = card_frame(), .gap_below_mm = gap});
    if (!m_setup.week.empty())
      storeys.push_back({.block = week(), .grow = 1, .most_mm = 180, .gap_below_mm = gap});
    if (!m_setup.tiles.empty())
      storeys.push_back(
          {.block = tiles(), .grow = 1, .most_mm = most_tiles_mm(), .gap_below_mm = gap});
    if (m_setup.stepper) storeys.push_back({.block = stepper(), .gap_below_mm = gap});
    if (m_setup.field) add_field(storeys, gap);
    storeys.push_back({.block = space(), .grow = 0.05});
    if (m_setup.main && !(m_setup.field && is_cramped())) storeys.push_back({.block = main()});
    return column(std::move(storeys));
  }

 private:
  [[nodiscard]] std::string id(std::string const& part) const {
    return "setup/" + m_setup.page + "/" + part;
  }

  [[nodiscard]] BlockPointer tile(SetupTile const& tile) const {
    auto const has_picture = !tile.picture.empty() && m_look.density != Density::Bare;
    return control(
        {.id = id(tile.id),
         .phrase = tile.label,
         .action = core::host::tapped(tile.tap),
         .state = m_state,
         .choice = chosen_if(tile.state == core::host::TileState::Chosen),
         .tint = std::nullopt,
         .inside = nullptr,
         .picture = has_picture ? Picture(EmojiPicture{tile.picture}) : Picture(NoPicture{}),
         .picture_mm = m_look.picture_mm(m_look.is_small() ? 9 : 16),
         .arrangement = m_look.is_wide() ? Arrangement::Beside : Arrangement::Above,
         .role = m_look.is_small() ? Role::Body : Role::Strong,
         .padding_mm = m_look.is_small() ? 1.5 : 3.0});
  }

  [[nodiscard]] BlockPointer tiles() const {
    Blocks blocks;
    for (auto const& one : m_setup.tiles) blocks.push_back(tile(one));
    auto const columns = m_setup.tiles.size() == 1 ? 1U : m_look.is_wide() ? 3U : 2U;
    return grid(std::move(blocks), m_setup.page == "touch" ? touch_columns() : columns,
                m_look.small_gap_mm());
  }

  // The squares of the touch test reach as far over the glass as they can.
  [[nodiscard]] std::size_t touch_columns() const { return m_look.is_wide() ? 4 : 3; }
  [[nodiscard]] double most_tiles_mm() const {
    if (m_setup.page == "touch") return 1e6;
    auto const columns = m_look.is_wide() ? 3.0 : 2.0;
    auto const rows = std::ceil(static_cast<double>(m_setup.tiles.size()) / columns);
    return rows * 44;
  }

  // Small wide glass has no height for seven days below one another.
  [[nodiscard]] bool is_cramped() const { return m_look.is_small() && m_look.is_wide(); }

  [[nodiscard]] BlockPointer week() const {
    constexpr double day_share = 1.1;
    constexpr std::size_t days_at_a_time = 3;
    auto const all = m_setup.week.size();
    // The last days together, or the foot of the list would be empty.
    auto const first =
        is_cramped() ? std::min(static_cast<std::size_t>(m_setup.days.first), all - days_at_a_time)
                     : 0;
    auto const shown = is_cramped() ? days_at_a_time : all;
    std::vector<Storey> rows;
    for (auto i = first; i < first + shown; ++i) {
      auto const& day = m_setup.week[i];
      std::vector<Seat> seats{
          {.block = words(id("name_" + std::to_string(i)), day.day, {.role = Role::Body}),
           .share = day_share}};
      for (auto const& daypart : day.dayparts)
        seats.push_back({.block = tile(daypart), .share = 1});
      rows.push_back({.block = row(std::move(seats), m_look.small_gap_mm()),
                      .grow = 1,
                      .gap_below_mm = m_look.small_gap_mm()});
    }
    if (is_cramped()) rows.push_back({.block = turn_days(first, days_at_a_time)});
    return column(std::move(rows));
  }

  // Up and down through the week, a few days at a time.
  [[nodiscard]] BlockPointer turn_days(std::size_t first, std::size_t step) const {
    auto const button = [this](std::string const& name, core::Phrase const& phrase, int to,
                               bool can) {
      return control({.id = id(name),
                      .phrase = phrase,
                      .action = core::TapScroll{to},
                      .shape = ControlShape::Chip,
                      .state = can ? m_state : ControlState::Disabled,
                      .tint = std::nullopt,
                      .inside = nullptr,
                      .picture = NoPicture{},
                      .role = Role::Body});
    };
    auto const at = static_cast<int>(first);
    auto const by = static_cast<int>(step);
    auto const last = static_cast<int>(m_setup.week.size()) - by;
    return equal_row({button("up", m_setup.days.up, std::max(0, at - by), at > 0),
                      button("more", m_setup.days.more, std::min(last, at + by), at < last)},
                     m_look.small_gap_mm());
  }

  [[nodiscard]] BlockPointer card_frame() const {
    return std::make_shared<CardFrame>(*m_setup.outline);
  }

  // The frame below what to do with it, and the buttons beside both.
  [[nodiscard]] BlockPointer size_beside(std::vector<Storey> lines) const {
    auto const gap = m_look.small_gap_mm();
    auto const& stepper = *m_setup.stepper;
    auto const value = words(id("value"), stepper.value, {.align = Align::Centre});
    auto steps = column({{.block = tile(stepper.less), .gap_below_mm = gap},
                         {.block = value, .gap_below_mm = gap},
                         {.block = tile(stepper.more), .gap_below_mm = gap},
                         {.block = main()}});
    lines.push_back({.block = card_frame()});
    return row({{.block = column(std::move(lines)), .share = 1.3},
                {.block = std::move(steps), .share = 1}},
               m_look.normal_gap_mm());
  }

  [[nodiscard]] BlockPointer stepper() const {
    auto const& stepper = *m_setup.stepper;
    return row({{.block = tile(stepper.less), .share = 1},
                {.block = words(id("value"), stepper.value,
                                {.role = Role::Strong, .align = Align::Centre}),
                 .share = 1},
                {.block = tile(stepper.more), .share = 1}},
               m_look.normal_gap_mm());
  }

  void add_field(std::vector<Storey>& storeys, double gap) const {
    auto const& field = *m_setup.field;
    // In the place of the sentence, or the keys would move.
    if (field.trouble && is_cramped()) storeys.pop_back();
    if (field.trouble)
      storeys.push_back({.block = words(id("trouble"), *field.trouble, {.role = Role::Strong}),
                         .gap_below_mm = gap});
    auto typed = text_field(id("typed"), field.typed);
    if (is_cramped())
      typed = row({{.block = std::move(typed), .share = 1.4}, {.block = main(), .share = 1}}, gap);
    storeys.push_back({.block = std::move(typed), .gap_below_mm = gap});
    storeys.push_back(
        {.block = keyboard(
             field.keyboard,
             {.screen = "setup", .width_mm = m_look.inside_margins().width_mm, .state = m_state},
             m_look),
         .grow = 4,
         .most_mm = 160,
         .gap_below_mm = gap});
  }

  [[nodiscard]] BlockPointer main() const {
    auto const& button = *m_setup.main;
    return main_button(
        id(button.id), button.label, core::host::tapped(button.tap), m_state,
        is_tight(m_look) ? Picture(NoPicture{}) : Picture(EmojiPicture{button.picture}), m_look);
  }

  SetupScreen const& m_setup;
  ControlState m_state;
  Look const& m_look;
};

}  // namespace

BlockPointer place_block(SetupScreen const& setup, ControlState state, Look const& look) {
  return SetupBlocks(setup, state, look).place();
}

}  // namespace inloop::ui::host
