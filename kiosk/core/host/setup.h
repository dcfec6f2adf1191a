#pragma once
// Instellingen: what a host may set.
// Plain values; the rules are in setup_update.cpp, the words in setup_screen.cpp.

#include <variant>

namespace inloop::core::host {

struct Setup {
  bool operator==(Setup const&) const = default;
};

struct SetupTap {
  std::variant<std::monostate> what;

  bool operator==(SetupTap const&) const = default;
};

struct SetupRequest {
  std::variant<std::monostate> what;

  bool operator==(SetupRequest const&) const = default;
};

struct SetupOutcome {
  std::variant<std::monostate> what;

  bool operator==(SetupOutcome const&) const = default;
};

struct SetupScreen {
  bool operator==(SetupScreen const&) const = default;
};

}  // namespace inloop::core::host
