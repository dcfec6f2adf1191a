#pragma once
// A picture and words as one group in a box, above or beside one another: what cards and controls
// have inside. UI thread.

#include <optional>
#include <string>
#include <variant>

#include "kiosk/core/tokens.h"
#include "kiosk/ui/block.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets.h"

namespace inloop::ui {

struct NoPicture {
  bool operator==(NoPicture const&) const = default;
};
struct EmojiPicture {
  std::string emoji;
  bool operator==(EmojiPicture const&) const = default;
};
// A sign of the icon font, by its code point.
struct IconPicture {
  char32_t sign = 0;
  bool operator==(IconPicture const&) const = default;
};

// The picture of a token on the ground of its colour.
struct TokenPicture {
  std::string emoji;
  core::TokenColour colour = core::TokenColour::Blue;
  bool operator==(TokenPicture const&) const = default;
};

using Picture = std::variant<NoPicture, EmojiPicture, IconPicture, TokenPicture>;

// A picture in the middle of a box; says what it covers.
Rect show_picture(Stage& stage, Picture const& picture, Box const& box, double size_mm, Colour ink);

struct Content {
  Picture picture;
  double picture_mm = 18;
  Arrangement arrangement = Arrangement::Above;
  std::string text;  // empty: only the picture
  Role role = Role::Strong;
  double padding_mm = 4;

  [[nodiscard]] Need need(Ruler const& ruler, double width_mm) const;
  [[nodiscard]] double natural_width_mm(Ruler const& ruler) const;

  // Says what the words cover, or the picture when there are none.
  Rect draw(Stage& stage, Box const& box, Colour ink) const;

 private:
  [[nodiscard]] bool has_picture() const { return !std::holds_alternative<NoPicture>(picture); }
  [[nodiscard]] double gap_mm() const;
  [[nodiscard]] double text_width_mm(double width_mm) const;
  [[nodiscard]] double grown_picture_mm(double height_mm, double text_mm) const;
  Rect draw_above(Stage& stage, Box const& box, Colour ink) const;
  Rect draw_beside(Stage& stage, Box const& box, Colour ink) const;
};

}  // namespace inloop::ui
