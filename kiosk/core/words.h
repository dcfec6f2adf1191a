#pragma once
// The catalogue of one language, as the screens ask it. UI thread.

#include <cstdint>
#include <string>
#include <string_view>

namespace inloop::core {

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
