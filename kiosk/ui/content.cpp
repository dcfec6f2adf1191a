#include "kiosk/ui/content.h"

#include <algorithm>
#include <cmath>

#include "kiosk/base/assert.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

std::string utf8(char32_t sign) {
  INLOOP_ASSERT(sign >= 0x800 && sign < 0x10000);  // the private area of the icon font
  return {static_cast<char>(0xE0 | (sign >> 12)), static_cast<char>(0x80 | (sign >> 6 & 0x3F)),
          static_cast<char>(0x80 | (sign & 0x3F))};
}

Rect show_token(Stage& stage, TokenPicture const& token, Rect const& rect, int size_px) {
  constexpr double edge_share = 0.025;
  constexpr double emoji_share = 0.66;
  auto const& colours = stage.look().palette.token(token.colour);
  auto const ink =
      stage.show_centred(Plate{.width_px = size_px,
                               .height_px = size_px,
                               .radius_px = static_cast<float>(size_px) / 2,
                               .edge_px = std::max(1.5F, static_cast<float>(size_px * edge_share)),
                               .shadow_px = 0,
                               .fill = colours.fill,
                               .edge = colours.edge,
                               .shadow = {}},
                         rect);
  stage.show_centred(Emoji{token.emoji, static_cast<int>(size_px * emoji_share)}, rect);
  return ink;
}

}  // namespace

Rect show_picture(Stage& stage, Picture const& picture, Box const& box, double size_mm,
                  Colour ink) {
  auto const size_px = static_cast<int>(std::lround(stage.look().px(size_mm)));
  auto const rect = stage.look().on_glass(box);
  if (auto const* const token = std::get_if<TokenPicture>(&picture))
    return show_token(stage, *token, rect, size_px);
  if (auto const* const icon = std::get_if<IconPicture>(&picture))
    return stage.show_centred(Letters{.lettering = {.text = utf8(icon->sign),
                                                    .face = Face::Icon,
                                                    .em_px = static_cast<float>(size_px)},
                                      .colour = ink},
                              rect);
  return stage.show_centred(Emoji{std::get<EmojiPicture>(picture).emoji, size_px}, rect);
}

double Content::gap_mm() const {
  if (!has_picture() || text.empty()) return 0;
  return arrangement == Arrangement::Above ? picture_mm * 0.12 : picture_mm * 0.28;
}

double Content::text_width_mm(double width_mm) const {
  auto const inside = width_mm - 2 * padding_mm;
  if (!has_picture() || arrangement == Arrangement::Above) return std::max(inside, 1.0);
  return std::max(inside - picture_mm - gap_mm(), 1.0);
}

Need Content::need(Ruler const& ruler, double width_mm) const {
  Need need{.height_mm = has_picture() ? picture_mm : 0};
  if (!text.empty()) {
    auto const set =
        ruler.look.set(ruler.typesetter, text, role, text_width_mm(width_mm), Align::Centre);
    auto const text_mm = ruler.look.mm(set.extent.height_px);
    need.is_strained = set.is_strained;
    need.height_mm = arrangement == Arrangement::Above ? need.height_mm + gap_mm() + text_mm
                                                       : std::max(need.height_mm, text_mm);
  }
  // The height of a line of letters holds some air of its own.
  need.height_mm += (text.empty() ? 2 : 1.4) * padding_mm;
  return need;
}

double Content::natural_width_mm(Ruler const& ruler) const {
  auto width = has_picture() ? picture_mm : 0;
  if (!text.empty()) {
    auto const words = ruler.look.natural_width_mm(ruler.typesetter, text, role);
    width = arrangement == Arrangement::Above ? std::max(width, words) : width + gap_mm() + words;
  }
  return width + 2 * padding_mm;
}

Rect Content::draw(Stage& stage, Box const& box, Colour ink) const {
  if (text.empty()) return show_picture(stage, picture, box, picture_mm, ink);
  return arrangement == Arrangement::Above || !has_picture() ? draw_above(stage, box, ink)
                                                             : draw_beside(stage, box, ink);
}

// In a box with room to spare the picture grows with it, by half at most.
double Content::grown_picture_mm(double height_mm, double text_mm) const {
  constexpr double share = 0.4;
  constexpr double most_growth = 1.5;
  auto const room = height_mm - 1.4 * padding_mm - gap_mm() - text_mm;
  return std::max(picture_mm, std::min({height_mm * share, picture_mm * most_growth, room}));
}

Rect Content::draw_above(Stage& stage, Box const& box, Colour ink) const {
  auto const& look = stage.look();
  auto const text_width = text_width_mm(box.width_mm);
  auto const set = look.set(stage.typesetter(), text, role, text_width, Align::Centre);
  auto const text_mm = look.mm(set.extent.height_px);
  auto const picture_height = has_picture() ? grown_picture_mm(box.height_mm, text_mm) : 0;
  auto const left = box.left_mm + (box.width_mm - text_width) / 2;
  auto const top = box.top_mm + (box.height_mm - picture_height - gap_mm() - text_mm) / 2;
  if (has_picture())
    show_picture(stage, picture, {box.left_mm, top, box.width_mm, picture_height}, picture_height,
                 ink);
  return stage.show(
      set, look.on_glass({left, top + picture_height + gap_mm(), text_width, text_mm}), ink);
}

Rect Content::draw_beside(Stage& stage, Box const& box, Colour ink) const {
  auto const& look = stage.look();
  auto const text_width = text_width_mm(box.width_mm);
  auto const set = look.set(stage.typesetter(), text, role, text_width, Align::Start);
  // The group stands in the middle: what counts is the ink of the longest line.
  auto const ink_width = look.mm(set.extent.ink.width_px());
  auto const group = picture_mm + gap_mm() + ink_width;
  auto const left = box.left_mm + (box.width_mm - group) / 2;
  show_picture(stage, picture, {left, box.top_mm, picture_mm, box.height_mm}, picture_mm, ink);
  return stage.show(
      set, look.on_glass({left + picture_mm + gap_mm(), box.top_mm, text_width, box.height_mm}),
      ink);
}

}  // namespace inloop::ui
