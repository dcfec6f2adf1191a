#include <algorithm>
#include <cmath>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/typing_page.h"
#include "kiosk/ui/stage.h"

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
    // Where the keys need the height, what to type is said, and why is not; where the week needs
    // it, the title has to be enough.
    auto const is_week_tight = !m_setup.week.empty() && m_look.is_small() && is_tight(m_look);
    bool const is_field_tight =
        m_setup.field && m_look.is_small() && m_look.density == Density::Bare;
    auto lines = m_setup.lines.size();
    if (m_setup.field && is_cramped()) lines = 1;
    if (is_week_tight || is_field_tight) lines = 0;
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
    if (m_setup.field) {
      add_field(storeys);
      return column(std::move(storeys));
    }
    storeys.push_back({.block = space(), .grow = 0.05});
    if (m_setup.main) storeys.push_back({.block = main()});
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

  // Chosen it is dark: narrower than a tile with its check.
  [[nodiscard]] BlockPointer chip(SetupTile const& tile) const {
    return control({.id = id(tile.id),
                    .phrase = tile.label,
                    .action = core::host::tapped(tile.tap),
                    .shape = ControlShape::Chip,
                    .state = m_state,
                    .choice = chosen_if(tile.state == core::host::TileState::Chosen),
                    .tint = std::nullopt,
                    .inside = nullptr,
                    .picture = NoPicture{},
                    .role = Role::Body,
                    .padding_mm = 1.5});
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

  [[nodiscard]] bool is_cramped() const { return m_look.is_small() && m_look.is_wide(); }

  // Small glass has no room for seven days below one another.
  [[nodiscard]] std::size_t days_at_a_time() const {
    if (!m_look.is_small()) return m_setup.week.size();
    if (is_cramped()) return m_look.is_large() ? 2 : 3;
    return m_look.is_large() ? 3 : 4;
  }

  // On small high glass the name of the day stands above its dayparts.
  [[nodiscard]] BlockPointer day_row(std::size_t index) const {
    constexpr double day_share = 1.1;
    auto const& day = m_setup.week[index];
    auto name = words(id("name_" + std::to_string(index)), day.day, {.role = Role::Body});
    std::vector<Seat> seats;
    bool const is_high = !m_look.is_wide() && m_look.is_small();
    bool const is_narrow = !m_look.is_wide() && (m_look.is_small() || m_look.is_large());
    for (auto const& daypart : day.dayparts)
      seats.push_back({.block = is_narrow ? chip(daypart) : tile(daypart), .share = 1});
    auto const gap = m_look.small_gap_mm();
    if (is_high)
      return column({{.block = std::move(name)}, {.block = row(std::move(seats), gap), .grow = 1}});
    auto centred = column(
        {{.block = space(), .grow = 1}, {.block = std::move(name)}, {.block = space(), .grow = 1}});
    seats.insert(seats.begin(), {.block = std::move(centred), .share = day_share});
    return row(std::move(seats), gap);
  }

  [[nodiscard]] BlockPointer week() const {
    auto const all = m_setup.week.size();
    auto const shown = days_at_a_time();
    // The last days together, or the foot of the list would be empty.
    auto const first = std::min(static_cast<std::size_t>(m_setup.days.first), all - shown);
    std::vector<Storey> rows;
    for (auto i = first; i < first + shown; ++i)
      rows.push_back({.block = day_row(i), .grow = 1, .gap_below_mm = m_look.small_gap_mm()});
    if (shown < all) rows.push_back({.block = turn_days(first, shown)});
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

  // What is wrong stands for the sentence where both would push the keys down.
  void add_field(std::vector<Storey>& storeys) const {
    auto const& field = *m_setup.field;
    if (field.trouble && is_cramped() && !is_tight(m_look)) storeys.pop_back();
    storeys.push_back({.block = typing_page({.screen = "setup/" + m_setup.page,
                                             .typed = field.typed,
                                             .keyboard = field.keyboard,
                                             .trouble = field.trouble,
                                             .go_on = main(),
                                             .state = m_state},
                                            m_look),
                       .grow = 1});
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
