#pragma once
// The judge of a kiosk that was killed: what its glass had told the visitors, held against what is
// in its file. Pure.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/faults/day_of_taps.h"

namespace inloop::test {

// The words on the glass by which a visitor knows.
inline constexpr std::string_view welcome_words = "Fijn dat u er bent!";
inline constexpr std::string_view mistake_words = "Foutje, niet tellen";
inline constexpr std::string_view undone_words = "Wij hebben u niet geteld.";

// What the visitors of one life know. Each comes at a minute of his own, so that none can stand in
// for another.
struct Told {
  std::set<int> welcomed;       // and not undone
  std::set<int> undone;         // and told so
  std::optional<int> in_doubt;  // of a check-in or a mistake that was cut off

  bool operator==(Told const&) const = default;
};

// From the lines that a journey tells on its output; a line without an end was not told.
[[nodiscard]] Told told_by(std::string_view output);

// What is wrong with the file after a life on `date`, in words; nothing when all is well.
// `before` is what was in it when that life began.
[[nodiscard]] std::vector<std::string> objections_to(Kept const& found, Kept const& before,
                                                     Told const& told, std::string const& date);

}  // namespace inloop::test
