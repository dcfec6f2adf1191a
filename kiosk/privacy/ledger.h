#pragma once
// The rules of the ledger: what may be drawn, and how much privacy it may cost. The rows themselves
// are the store's, whose constraint makes a second draw impossible. Pure, any thread.

#include <compare>
#include <cstddef>
#include <span>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/privacy/rational.h"

namespace inloop::privacy {

// What is drawn once and never again: redraws average the noise away.
struct LedgerKey {
  std::string place;
  std::string period;   // "2026-11"
  std::string subject;  // onderwerp: "bezoeken"

  auto operator<=>(LedgerKey const&) const = default;
};

// Succeeds when none of `wanted` is among `drawn` and none is wanted twice; the error names the
// first that may not be drawn.
[[nodiscard]] Result<> may_draw(std::span<LedgerKey const> wanted,
                                std::span<LedgerKey const> drawn);

// Succeeds when every epsilon is valid and their sum is at most `budget`, computed exactly. Fails
// closed where the sum has no common denominator up to 2^47: such settings are a mistake.
[[nodiscard]] Result<> within_budget(std::span<Rational const> epsilons, Rational budget);

}  // namespace inloop::privacy
