#pragma once
// What several screens have in common. Pure; UI thread.

#include <string>
#include <vector>

#include "kiosk/core/screen.h"
#include "kiosk/ui/control.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/widgets.h"

namespace inloop::ui {

// The buttons that change the screen itself: four, and six while it speaks.
[[nodiscard]] Blocks tool_blocks(core::Tools const& tools, Look const& look);

// The same to stand at the start of a row; on small high glass six of them stand in two rows, as
// one seat.
[[nodiscard]] std::vector<Seat> tool_seats(core::Tools const& tools, Look const& look);

[[nodiscard]] double tool_gap_mm(core::Tools const& tools, Look const& look);

// The tools alone in a row.
[[nodiscard]] BlockPointer tools_row(core::Tools const& tools, Look const& look);

// Where large letters meet small glass its sign has to be enough.
[[nodiscard]] BlockPointer back_chip(std::string id, core::Phrase const& phrase, Look const& look);

// Whether the way back stands beside the tools; else it is the first thing on the screen. Low reach
// needs it there, and glass that has no height to give.
[[nodiscard]] bool is_back_at_foot(Look const& look);

// The way back alone, at the start of its line.
[[nodiscard]] BlockPointer back_line(BlockPointer back);

// The way back and the tools, at the foot of a screen.
[[nodiscard]] BlockPointer foot_with_back(BlockPointer back, core::Tools const& tools,
                                          Look const& look);

// A title that comes down to the controls it belongs to.
[[nodiscard]] BlockPointer low_title(BlockPointer title);

// One language to choose, by its own name.
[[nodiscard]] BlockPointer language_chip(std::string const& screen,
                                         core::LanguageChoice const& choice);

// What is wrong with what was typed or asked; without its plate where there is no room for one.
[[nodiscard]] BlockPointer problem_card(std::string id, core::Phrase const& phrase,
                                        Look const& look);

// The main button of a screen that has more on it.
[[nodiscard]] BlockPointer main_button(std::string id, core::Phrase phrase, core::Action action,
                                       ControlState state, Picture picture, Look const& look);

// What only decorates is given up first.
[[nodiscard]] inline bool is_tight(Look const& look) {
  return look.density >= Density::Tight;
}

// Between the parts of a screen.
[[nodiscard]] inline double gap_mm(Look const& look) {
  return look.density == Density::Roomy ? look.normal_gap_mm() : look.small_gap_mm();
}

// Something that saves makes every other control wait.
[[nodiscard]] inline ControlState waiting_if(bool is_saving) {
  return is_saving ? ControlState::Waiting : ControlState::Ready;
}

[[nodiscard]] inline Choice chosen_if(bool is_chosen) {
  return is_chosen ? Choice::Chosen : Choice::None;
}

}  // namespace inloop::ui
