#pragma once
// What the voice says for a screen, made from its marks: nothing is said that does not stand there.
// Speaks itself with no voice. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/screen.h"
#include "kiosk/ui/mark.h"

namespace inloop::ui {

// One thing that is said, and the mark it is said for.
struct Utterance {
  std::string id;
  std::string words;  // with its state
  std::string plain;  // without
  bool is_control = false;
  bool is_chosen = false;

  bool operator==(Utterance const&) const = default;
};

[[nodiscard]] bool is_control(Mark const& mark);

// Where listening begins: the title, or else the first words. Nothing on an empty glass.
[[nodiscard]] Mark const* title_of(std::vector<Mark> const& marks);

// A mark alone, with its state: "Ja, gekozen.". Empty for what only decorates.
[[nodiscard]] std::string spoken_words(Mark const& mark, core::SpokenStates const& states);

// The whole screen: the title, the other words in reading order, then each control. Nothing is said
// twice, and the keys of a keyboard are only said one by one, when they are looked for.
[[nodiscard]] std::vector<Utterance> spoken_script(std::vector<Mark> const& marks,
                                                   core::SpokenStates const& states);

// All of it as one text, with a pause after each.
[[nodiscard]] std::string joined(std::vector<Utterance> const& utterances);

}  // namespace inloop::ui
