#pragma once
// Whether words can be read by somebody who reads at level A2: short sentences, no jargon, the
// polite form. A rough measure that holds the rules, not a teacher of the language. Tests only.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::language {

inline constexpr std::size_t most_words_in_a_sentence = 12;
inline constexpr std::size_t most_words_on_average = 10;

// Each text at the full stops, question and exclamation marks in it.
[[nodiscard]] std::vector<std::string> sentences_in(std::string_view text);

// The words of a sentence in lower case, without punctuation.
[[nodiscard]] std::vector<std::string> words_in(std::string_view sentence);

// One objection for each sentence that is too long and for each word that is in `avoided`.
[[nodiscard]] std::vector<std::string> objections_to(std::string_view text,
                                                     std::span<std::string const> avoided);

[[nodiscard]] double average_words(std::vector<std::string> const& texts);

}  // namespace inloop::language
