#pragma once
// Why a session does not take place, as those who signed up for it read it. Pure.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "kiosk/core/words.h"

namespace inloop::core {

// Kept as the message, so that each visitor reads it in their own language. What a host typed
// stays as it is.
struct UsualReason {
  std::string_view message;
};

inline constexpr std::array usual_reasons{UsualReason{message("The host is ill.")},
                                          UsualReason{message("Too few people signed up.")},
                                          UsualReason{message("We are closed on that day.")},
                                          UsualReason{message("It will be on another day.")},
                                          UsualReason{message("Our plans have changed.")}};

// The last one is for those whose place a change of plans took; nobody chooses it.
inline constexpr std::size_t reasons_to_choose = usual_reasons.size() - 1;
inline constexpr std::string_view replanned = usual_reasons.back().message;

[[nodiscard]] std::string reason_in_words(std::string const& reason, Words const& words);

}  // namespace inloop::core
