#pragma once
// What must hold of everything that stands on the glass, whatever the screen: sizes for fingers and
// eyes, room between targets, words inside their boxes, words for the voice. Pure.

#include <string>
#include <vector>

#include "kiosk/core/preferences.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/ui.h"

namespace inloop::test {

inline constexpr double least_target_mm = 20;       // Colle & Hiszem 2004
inline constexpr double least_main_target_mm = 25;  // the one main action of a screen
inline constexpr double least_key_mm = 16;          // of a keyboard; as any target in large text
inline constexpr double least_gap_mm = 3;
inline constexpr double least_x_height_mm = 4;
// With large text a capital is 0.7 degrees high (EN 301 549, 5.1.4): seen from 600 mm, and from
// 500 mm on glass so small that it stands on a table within reach of the hand.
inline constexpr double least_large_capital_mm = 7.3;
inline constexpr double least_large_capital_on_table_mm = 6.1;
inline constexpr double table_glass_mm = 180;  // the shorter side

// Each objection is a sentence with the mark's id in it; none is what is hoped for.
[[nodiscard]] std::vector<std::string> objections_to(std::vector<ui::Mark> const& marks,
                                                     ui::Glass const& glass,
                                                     core::TextSize text_size);

// One line a mark, in millimetres, for a golden file.
[[nodiscard]] std::string written_out(std::vector<ui::Mark> const& marks, ui::Glass const& glass);

// The mark with this id or with these words, targets before texts; throws and says what there is
// when it is absent or not the only one.
[[nodiscard]] ui::Mark const& mark_of(std::vector<ui::Mark> const& marks,
                                      std::string const& id_or_label);

}  // namespace inloop::test
