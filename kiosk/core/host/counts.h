#pragma once
// Tellingen: the month so far, and what was sent.
// Plain values; the rules are in counts_update.cpp, the words in counts_screen.cpp.

#include <variant>

namespace inloop::core::host {

struct Counts {
  bool operator==(Counts const&) const = default;
};

struct CountsTap {
  std::variant<std::monostate> what;

  bool operator==(CountsTap const&) const = default;
};

struct CountsRequest {
  std::variant<std::monostate> what;

  bool operator==(CountsRequest const&) const = default;
};

struct CountsOutcome {
  std::variant<std::monostate> what;

  bool operator==(CountsOutcome const&) const = default;
};

struct CountsScreen {
  bool operator==(CountsScreen const&) const = default;
};

}  // namespace inloop::core::host
