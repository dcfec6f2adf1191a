#pragma once
// Passes (buurtpassen) to print on paper: cards in the size of a bank card with a QR code and a
// picture by which people know their own. What a code holds stands nowhere in letters. Any thread.

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::paper {

inline constexpr std::size_t most_passes = 500;
inline constexpr std::size_t longest_pass_words_bytes = 120;
inline constexpr int passes_a_page = 10;

// Words in the language of the house: passes are printed before anybody holds one.
struct PassStyle {
  std::string place_name;
  std::string title = "Buurtpas";
  std::string advice = "Houd deze pas voor de paslezer.";
};

// A PDF file of A4 pages with two columns of five cards (85.6 x 54 mm, ISO/IEC 7810 ID-1) and marks
// where to cut, to print at 100 %. Card by card in the order of the texts. Fails when there are
// none or too many, or when a text cannot be in a code that a card has room for.
[[nodiscard]] Result<std::string> passes_pdf(std::vector<std::string> const& texts,
                                             PassStyle const& style);

}  // namespace inloop::paper
