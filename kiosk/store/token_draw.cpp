#include "kiosk/store/token_draw.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/assert.h"

namespace inloop::store {
namespace {

constexpr std::size_t byte_values = 256;
static_assert(core::token_count <= byte_values);

// A round fails with a probability below one half; so many fail only when the source is stuck.
constexpr int most_rounds = 512;

// Uniform in 0 .. bound - 1. Numbers above the greatest multiple of the bound are drawn again: a
// remainder of them would favour the small ones.
Result<std::size_t> random_below(std::size_t bound, RandomSource& random) {
  INLOOP_ASSERT(bound >= 1 && bound <= byte_values);
  auto const fair = byte_values - byte_values % bound;
  for (int round = 0; round < most_rounds; ++round) {
    std::array<std::byte, 1> drawn{};
    if (auto const filled = random.fill(drawn); !filled) return tl::unexpected(filled.error());
    auto const number = std::to_integer<std::size_t>(drawn[0]);
    if (number < fair) return number % bound;
  }
  return failure("the random source gave {} times too great a number", most_rounds);
}

// Fisher and Yates, as Durstenfeld wrote it (CACM Algorithm 235, 1964).
Result<> shuffle(std::vector<core::Token>& tokens, RandomSource& random) {
  for (std::size_t left = tokens.size(); left > 1; --left) {
    auto const chosen = random_below(left, random);
    if (!chosen) return tl::unexpected(chosen.error());
    std::swap(tokens[left - 1], tokens[*chosen]);
  }
  return {};
}

enum class Unlike { PictureAndColour, Picture, Nothing };

bool is_unlike(core::Token const& token, std::vector<core::Token> const& chosen, Unlike rule) {
  return std::ranges::none_of(chosen, [&](core::Token const& other) {
    if (token == other) return true;
    if (rule == Unlike::Nothing) return false;
    return token.picture == other.picture ||
           (rule == Unlike::PictureAndColour && token.colour == other.colour);
  });
}

}  // namespace

Result<std::vector<core::Token>> draw_tokens(std::vector<core::Token> free, std::size_t count,
                                             RandomSource& random) {
  if (auto const shuffled = shuffle(free, random); !shuffled)
    return tl::unexpected(shuffled.error());
  std::vector<core::Token> chosen;
  for (auto const rule : {Unlike::PictureAndColour, Unlike::Picture, Unlike::Nothing})
    for (auto const& token : free)
      if (chosen.size() < count && is_unlike(token, chosen, rule)) chosen.push_back(token);
  return chosen;
}

}  // namespace inloop::store
