#include "kiosk/ui/control.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

constexpr double disabled_share = 0.45;  // how far ink pales towards its plate
constexpr double tool_width_mm = 22;
constexpr double check_mm = 9;
constexpr double rounding_mm = 0.1;

struct Colours {
  Colour fill;
  Colour edge;
  Colour ink;
};

Colours at_rest(Control const& control, Palette const& palette) {
  if (control.shape == ControlShape::Main) return {palette.main, palette.main, palette.on_main};
  auto const is_filled = control.shape == ControlShape::Chip || control.shape == ControlShape::Tool;
  if (control.choice == Choice::Chosen && is_filled)
    return {palette.chosen, palette.chosen, palette.on_chosen};
  auto const tint =
      control.tint ? palette.tint(*control.tint) : TintColours{palette.surface, palette.line};
  return {tint.fill, control.choice == Choice::Chosen ? palette.main : tint.edge, palette.ink};
}

Colours colours_of(Control const& control, Palette const& palette, bool is_down) {
  auto colours = at_rest(control, palette);
  if (is_down) colours.fill = mixed(colours.fill, colours.ink, pressed_share);
  if (control.state == ControlState::Disabled) {
    colours.ink = mixed(colours.ink, colours.fill, disabled_share);
    colours.edge = mixed(colours.edge, colours.fill, disabled_share);
  }
  return colours;
}

bool is_plain_tile(Control const& control) {
  return control.shape == ControlShape::Tile && std::holds_alternative<NoPicture>(control.picture);
}

// A thick edge alone is easily missed. Where no badge fits, a check stands before the words.
Picture picture_of(Control const& control) {
  auto const has_no_badge = is_plain_tile(control) || (control.shape == ControlShape::Tile &&
                                                       control.arrangement == Arrangement::Beside);
  if (has_no_badge && control.choice == Choice::Chosen) return IconPicture{sign::check};
  return control.picture;
}

class ControlBlock final : public Block {
 public:
  explicit ControlBlock(Control control, std::string label)
      : m_control(std::move(control)),
        m_content{
            .picture = picture_of(m_control),
            .picture_mm = is_plain_tile(m_control) ? check_mm : m_control.picture_mm,
            .arrangement = is_plain_tile(m_control) ? Arrangement::Beside : m_control.arrangement,
            .text = std::move(label),
            .role = m_control.role,
            .padding_mm = m_control.padding_mm} {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto need = inner_need(ruler, width_mm);
    auto const& measures = ruler.look.measures;
    auto const least = is_main()  ? measures.main_target_mm
                       : is_key() ? ruler.look.least_key_mm()
                                  : measures.least_target_mm;
    auto const shadow = shadow_mm(ruler.look);
    need.height_mm = std::max({need.height_mm + shadow, least + shadow, m_control.least_mm});
    need.is_strained |= width_mm < least - rounding_mm;
    return need;
  }

  double natural_width_mm(Ruler const& ruler) const override {
    // Small glass has no width to give: there a tool is no wider than a finger needs.
    auto const is_wider = m_control.shape == ControlShape::Tool && !ruler.look.is_small();
    auto const least = is_wider ? tool_width_mm : ruler.look.measures.least_target_mm;
    auto const inner = m_control.inside
                           ? m_control.inside->natural_width_mm(ruler) + 2 * m_control.padding_mm
                           : m_content.natural_width_mm(ruler);
    return std::max(inner, least);
  }

  void draw(Stage& stage, Box const& place) const override {
    auto const& look = stage.look();
    auto const box = m_control.shape == ControlShape::Tool ? as_low_as_wide(place) : place;
    auto const rect = look.on_glass(box);
    auto const can_act = m_control.state == ControlState::Ready;
    auto const feel = can_act ? stage.feel(m_control.id, rect) : Feel{};
    if (feel.is_tapped) stage.tap(m_control.action);

    auto const is_down = feel.is_pressed || m_control.state == ControlState::Held;
    auto const colours = colours_of(m_control, look.palette, is_down);
    auto face = box;
    face.height_mm -= shadow_mm(look);
    if (is_down) face.top_mm += shadow_mm(look);
    if (!is_link() || is_down) draw_plate(stage, rect, look.on_glass(face), colours, is_down);
    auto const ink = draw_inner(stage, face, colours.ink);
    if (is_link()) draw_underline(stage, ink, rect, colours.ink);
    if (has_badge()) draw_badge(stage, box);
    if (feel.has_focus) draw_focus(stage, rect);
    stage.mark({.id = m_control.id,
                .kind = is_main()  ? MarkKind::MainButton
                        : is_key() ? MarkKind::Key
                                   : MarkKind::Button,
                .label = m_control.phrase.shown,
                .spoken = m_control.phrase.spoken,
                .rect = rect,
                .ink = ink,
                .is_enabled = can_act,
                .is_chosen = m_control.choice == Choice::Chosen});
  }

 private:
  Need inner_need(Ruler const& ruler, double width_mm) const {
    if (!m_control.inside) return m_content.need(ruler, width_mm);
    auto need = m_control.inside->need(ruler, width_mm - 2 * m_control.padding_mm);
    need.height_mm += 2 * m_control.padding_mm;
    return need;
  }

  Rect draw_inner(Stage& stage, Box const& face, Colour ink) const {
    if (!m_control.inside) return m_content.draw(stage, face, ink);
    auto const padding = m_control.padding_mm;
    return stage.show_inside(*m_control.inside,
                             {face.left_mm + padding, face.top_mm + padding,
                              face.width_mm - 2 * padding, face.height_mm - 2 * padding});
  }

  // Below the last line, inside the target.
  static void draw_underline(Stage& stage, Rect const& ink, Rect const& rect, Colour colour) {
    constexpr double line_mm = 0.5;
    auto const height = std::max(2.0F, static_cast<float>(std::round(stage.look().px(line_mm))));
    auto const top = std::min(ink.bottom_px + height, rect.bottom_px - height);
    stage.show(Plate{.width_px = static_cast<int>(ink.width_px()),
                     .height_px = static_cast<int>(height),
                     .radius_px = 0,
                     .edge_px = 0,
                     .shadow_px = 0,
                     .fill = colour,
                     .edge = {},
                     .shadow = {}},
               ink.left_px, top);
  }

  bool is_link() const { return m_control.shape == ControlShape::Link; }

  bool has_badge() const {
    return m_control.choice == Choice::Chosen && m_control.shape == ControlShape::Tile &&
           (m_control.inside || !std::holds_alternative<NoPicture>(m_control.picture)) &&
           m_control.arrangement == Arrangement::Above;
  }

  // A tool beside a higher button stays round.
  static Box as_low_as_wide(Box box) {
    auto const surplus = std::max(box.height_mm - box.width_mm, 0.0);
    box.top_mm += surplus / 2;
    box.height_mm -= surplus;
    return box;
  }

  bool is_key() const { return m_control.shape == ControlShape::Key; }

  bool is_main() const { return m_control.shape == ControlShape::Main; }

  double shadow_mm(Look const& look) const { return is_main() ? look.measures.main_shadow_mm : 0; }

  double radius_mm(Measures const& measures) const {
    switch (m_control.shape) {
      case ControlShape::Main:
        return measures.main_radius_mm;
      case ControlShape::Tile:
        return measures.tile_radius_mm;
      case ControlShape::Key:
        return measures.key_radius_mm;
      case ControlShape::Chip:
      case ControlShape::Tool:
      case ControlShape::Link:
        return measures.chip_radius_mm;
    }
    return measures.tile_radius_mm;
  }

  void draw_plate(Stage& stage, Rect const& rect, Rect const& face, Colours const& colours,
                  bool is_down) const {
    auto const& look = stage.look();
    auto const edge_mm = m_control.choice == Choice::Chosen && m_control.shape == ControlShape::Tile
                             ? look.measures.chosen_edge_mm
                             : look.measures.control_edge_mm;
    auto const& place = is_down || shadow_mm(look) == 0 ? face : rect;
    stage.show(Plate{.width_px = static_cast<int>(place.width_px()),
                     .height_px = static_cast<int>(place.height_px()),
                     .radius_px = static_cast<float>(look.px(radius_mm(look.measures))),
                     .edge_px = is_main() ? 0.0F : static_cast<float>(look.px(edge_mm)),
                     .shadow_px = is_down ? 0.0F : rect.height_px() - face.height_px(),
                     .fill = colours.fill,
                     .edge = colours.edge,
                     .shadow = look.palette.main_edge},
               place.left_px, place.top_px);
  }

  void draw_badge(Stage& stage, Box const& box) const {
    constexpr double badge_mm = 9;
    constexpr double sign_mm = 6.5;
    auto const& look = stage.look();
    auto const rect =
        look.on_glass({box.right_mm() - badge_mm - 3, box.top_mm + 3, badge_mm, badge_mm});
    stage.show(Plate{.width_px = static_cast<int>(rect.width_px()),
                     .height_px = static_cast<int>(rect.height_px()),
                     .radius_px = rect.width_px() / 2,
                     .edge_px = 0,
                     .shadow_px = 0,
                     .fill = look.palette.main,
                     .edge = {},
                     .shadow = {}},
               rect.left_px, rect.top_px);
    Content const check{.picture = IconPicture{sign::check}, .picture_mm = sign_mm};
    check.draw(stage, {box.right_mm() - badge_mm - 3, box.top_mm + 3, badge_mm, badge_mm},
               look.palette.on_main);
  }

  void draw_focus(Stage& stage, Rect const& rect) const {
    auto const& look = stage.look();
    stage.show_focus(rect, static_cast<float>(look.px(radius_mm(look.measures))));
  }

  Control m_control;
  Content m_content;
};

}  // namespace

BlockPointer control(Control control) {
  auto label = control.phrase.shown;
  return std::make_shared<ControlBlock>(std::move(control), std::move(label));
}

BlockPointer tool(Tool tool) {
  auto const is_alone = tool.letters.empty() || std::holds_alternative<NoPicture>(tool.sign);
  auto const sign_mm = is_alone ? 11.5 : 8.5;
  auto const sign_padding_mm = is_alone ? 2.0 : 1.0;
  return std::make_shared<ControlBlock>(Control{.id = std::move(tool.id),
                                                .phrase = std::move(tool.phrase),
                                                .action = std::move(tool.action),
                                                .shape = ControlShape::Tool,
                                                .state = tool.state,
                                                .choice = tool.choice,
                                                .tint = std::nullopt,
                                                .inside = nullptr,
                                                .picture = std::move(tool.sign),
                                                .picture_mm = sign_mm,
                                                .arrangement = Arrangement::Beside,
                                                .role = Role::Sign,
                                                .padding_mm = sign_padding_mm},
                                        std::move(tool.letters));
}

}  // namespace inloop::ui
