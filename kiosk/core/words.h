#pragma once
// The catalogue of one language, as the screens ask it. UI thread.

#include <cstdint>
#include <string>
#include <string_view>

namespace inloop::core {

// Marks a message that stands in a table, so that the translators are given it. It is asked for
// where the table is read.
[[nodiscard]] constexpr std::string_view message(std::string_view text) {
  return text;
}

class Words {
 public:
  virtual ~Words() = default;

  // The translation of an English message; the message itself where there is none.
  [[nodiscard]] virtual std::string text(std::string_view message) const = 0;

  // The form of a message that the language uses for `count`; "{count}" in it is yet to be filled.
  [[nodiscard]] virtual std::string plural(std::string_view one, std::string_view many,
                                           std::int64_t count) const = 0;
};

}  // namespace inloop::core
