#pragma once
// The design as values: colours of the three themes and lengths in millimetres of glass, read from
// assets/theme/tokens.json, which is built into the program. Plain values.

#include <array>
#include <string_view>

#include "kiosk/core/preferences.h"
#include "kiosk/core/tokens.h"
#include "kiosk/ui/colour.h"

namespace inloop::ui {

// A pastel for one kind of thing. Never alone: a picture and a word say the same.
enum class Tint { Mint, Sky, Sand, Lilac, Peach, Rose };

inline constexpr std::size_t tint_count = 6;

struct TintColours {
  Colour fill;
  Colour edge;

  bool operator==(TintColours const&) const = default;
};

// How far a pressed plate is mixed with its ink.
inline constexpr double pressed_share = 0.14;

struct Palette {
  Colour paper;    // behind everything
  Colour surface;  // cards and plain controls
  Colour ink;
  Colour ink_soft;
  Colour line;        // edges of controls
  Colour line_quiet;  // edges of what is no control
  Colour main;        // the one main action
  Colour main_edge;   // its lower lip
  Colour on_main;
  Colour chosen;
  Colour on_chosen;
  Colour focus;
  std::array<TintColours, tint_count> tints;
  std::array<TintColours, core::all_token_colours.size()> tokens;

  [[nodiscard]] TintColours const& tint(Tint tint) const {
    return tints[static_cast<std::size_t>(tint)];
  }
  // The ground of a token's picture.
  [[nodiscard]] TintColours const& token(core::TokenColour colour) const {
    return tokens[static_cast<std::size_t>(colour)];
  }

  bool operator==(Palette const&) const = default;
};

// Sizes of letters: the em, so that a capital is 0.714 and an x 0.536 of it. A Sign is the same at
// every text size.
enum class Role { Body, Lead, Strong, Heading, Title, Main, Number, Sign };

inline constexpr std::size_t role_count = 8;

struct Measures {
  std::array<double, role_count> em_mm{};
  double least_em_mm = 0;  // no letter on the glass is smaller
  // The same with large text: a capital of 0.7 degrees, seen from 600 mm (EN 301 549, 5.1.4); on
  // small glass, which stands on a table within reach of the hand, from 500 mm.
  double least_large_em_mm = 0;
  double least_large_small_em_mm = 0;
  double tile_radius_mm = 0;
  double main_radius_mm = 0;
  double chip_radius_mm = 0;
  double key_radius_mm = 0;
  double small_gap_mm = 0;
  double normal_gap_mm = 0;
  double section_gap_mm = 0;
  double side_margin_mm = 0;
  double top_margin_mm = 0;
  double control_edge_mm = 0;
  double quiet_edge_mm = 0;
  double chosen_edge_mm = 0;
  double focus_edge_mm = 0;
  double main_shadow_mm = 0;
  double least_target_mm = 0;
  double main_target_mm = 0;
  double key_target_mm = 0;  // of the keyboard; with large text a key is a target like others

  bool operator==(Measures const&) const = default;
};

struct Theme {
  Palette light;
  Palette dark;
  Palette contrast;
  Measures measures;

  [[nodiscard]] Palette const& palette(core::Theme theme) const;

  bool operator==(Theme const&) const = default;
};

// Throws std::exception when a token is missing: the file is ours and built in.
[[nodiscard]] Theme read_theme(std::string_view tokens);

// The theme that is built into the program.
[[nodiscard]] Theme built_in_theme();

}  // namespace inloop::ui
