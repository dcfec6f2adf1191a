#pragma once
// Answers with the message itself, as English does.

#include "kiosk/core/words.h"

namespace inloop::test {

class English final : public core::Words {
 public:
  std::string text(std::string_view message) const override { return std::string(message); }
  std::string plural(std::string_view one, std::string_view many,
                     std::int64_t count) const override {
    return std::string(count == 1 ? one : many);
  }
};

}  // namespace inloop::test
