#pragma once
// How a screen is set on this glass now: colours, lengths, letters, direction. Screens ask it for
// every length, so that one layout holds on every glass. Plain value; UI thread.

#include <string>

#include "kiosk/core/screen.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/typesetter.h"
#include "kiosk/ui/ui.h"

namespace inloop::ui {

// A place on the glass in millimetres from the top left, as left-to-right languages read. Only
// Look::on_glass() knows that other languages mirror it.
struct Box {
  double left_mm = 0;
  double top_mm = 0;
  double width_mm = 0;
  double height_mm = 0;

  [[nodiscard]] double right_mm() const { return left_mm + width_mm; }
  [[nodiscard]] double bottom_mm() const { return top_mm + height_mm; }

  bool operator==(Box const&) const = default;
};

// How much a screen gives up to fit: Roomy gives up nothing.
enum class Density { Roomy, Compact, Tight, Bare };

// Words with the size they got.
struct SetText {
  Lettering lettering;
  Extent extent;
  bool is_strained = false;  // smaller than meant, or a word is cut: another layout would be better
};

struct Look {
  Glass glass;
  core::Preferences preferences;
  Measures measures;
  Palette palette;
  double type_scale = 1;
  Density density = Density::Roomy;

  [[nodiscard]] core::Direction direction() const {
    return core::facts(preferences.language).direction;
  }
  [[nodiscard]] bool is_mirrored() const { return direction() == core::Direction::RightToLeft; }
  [[nodiscard]] bool is_large() const { return preferences.text_size == core::TextSize::Large; }
  [[nodiscard]] bool is_low() const { return preferences.reach == core::Reach::LowerHalf; }

  [[nodiscard]] double width_mm() const { return glass.width_px / glass.px_per_mm; }
  [[nodiscard]] double height_mm() const { return glass.height_px / glass.px_per_mm; }
  [[nodiscard]] bool is_wide() const { return glass.width_px > glass.height_px; }
  [[nodiscard]] bool is_small() const;

  // Gaps and margins are narrower on small glass; targets and letters are not: fingers and eyes
  // stay the same.
  [[nodiscard]] double small_gap_mm() const { return measures.small_gap_mm; }
  [[nodiscard]] double normal_gap_mm() const;
  [[nodiscard]] double section_gap_mm() const;
  [[nodiscard]] Box inside_margins() const;

  [[nodiscard]] double em_mm(Role role) const;
  [[nodiscard]] double least_em_mm() const;

  [[nodiscard]] double least_key_mm() const {
    return is_large() ? measures.least_target_mm : measures.key_target_mm;
  }

  // Pictures grow with the words they stand beside, by half.
  [[nodiscard]] double picture_mm(double length_mm) const {
    return length_mm * (1 + (type_scale - 1) / 2);
  }

  [[nodiscard]] double px(double length_mm) const { return length_mm * glass.px_per_mm; }
  [[nodiscard]] double mm(double length_px) const { return length_px / glass.px_per_mm; }
  [[nodiscard]] Rect on_glass(Box const& box) const;

  // Sets words within a width; a word that is too long makes them all smaller, down to the least
  // size, and is cut only then.
  [[nodiscard]] SetText set(Typesetter& typesetter, std::string const& text, Role role,
                            double width_mm, Align align) const;

  // The width at which the words stand on one line.
  [[nodiscard]] double natural_width_mm(Typesetter& typesetter, std::string const& text,
                                        Role role) const;

  bool operator==(Look const&) const = default;
};

}  // namespace inloop::ui
