#include "kiosk/privacy/ledger.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace inloop::privacy {
namespace {

// Times a term of a Rational (at most 2^16) it still fits 64 bits.
constexpr std::uint64_t greatest_common_denominator = std::uint64_t{1} << 47U;

}  // namespace

Result<> may_draw(std::span<LedgerKey const> wanted, std::span<LedgerKey const> drawn) {
  for (auto key = wanted.begin(); key != wanted.end(); ++key) {
    if (std::ranges::find(drawn, *key) != drawn.end())
      return failure("{} of {} in {} was drawn already", key->subject, key->place, key->period);
    if (std::find(wanted.begin(), key, *key) != key)
      return failure("{} of {} in {} is asked for twice", key->subject, key->place, key->period);
  }
  return {};
}

Result<> within_budget(std::span<Rational const> epsilons, Rational budget) {
  if (!budget.is_valid())
    return failure("the budget {}/{} is no valid fraction", budget.numerator, budget.denominator);
  std::uint64_t common = budget.denominator;
  for (auto const& epsilon : epsilons) {
    if (!epsilon.is_valid())
      return failure("epsilon {}/{} is no valid fraction", epsilon.numerator, epsilon.denominator);
    common = common / std::gcd(common, std::uint64_t{epsilon.denominator}) * epsilon.denominator;
    if (common > greatest_common_denominator)
      return failure("the epsilons have no common denominator up to 2^47: choose simpler ones");
  }
  // In units of 1 / common everything is a whole number, and taking the parts off one by one never
  // goes below zero.
  std::uint64_t left = common / budget.denominator * budget.numerator;
  for (auto const& epsilon : epsilons) {
    auto const part = common / epsilon.denominator * epsilon.numerator;
    if (part > left)
      return failure("the epsilons add up to more than the budget {}/{}", budget.numerator,
                     budget.denominator);
    left -= part;
  }
  return {};
}

}  // namespace inloop::privacy
