#pragma once
// Drawing tokens from those that are free, by chance, so that nobody can tell from a token when its
// holder signed up. Pure but for the random source that is handed in.

#include <cstddef>
#include <vector>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/tokens.h"

namespace inloop::store {

// At most `count` of `free`, which has no token twice. The first is any of them, each as likely as
// the others. Those with a picture and a colour that none before them has come first, then those
// with a picture of their own: people who choose can tell them apart. Fails when randomness does.
[[nodiscard]] Result<std::vector<core::Token>> draw_tokens(std::vector<core::Token> free,
                                                           std::size_t count, RandomSource& random);

}  // namespace inloop::store
