#pragma once
// A text with one plain byte for each of its characters, so that numbers and marks can be looked
// for whatever script they were typed in. Not for showing. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::core::host {

// What every letter without a plain one of its own becomes.
inline constexpr char other_letter = '\x7F';

struct PlainText {
  // ASCII as it is; digits of other scripts as "0" to "9", dashes and blanks as "-" and " ". What
  // cannot be seen is left out.
  std::string letters;
  std::vector<std::size_t> begins;  // of each letter, in the text

  // What was typed for the letters from `begin` up to `end`.
  [[nodiscard]] std::string_view original(std::string_view text, std::size_t begin,
                                          std::size_t end) const;

  bool operator==(PlainText const&) const = default;
};

[[nodiscard]] PlainText plain_text(std::string_view text);

}  // namespace inloop::core::host
