#pragma once
// Activiteiten: what is on in this and other weeks.
// Plain values; the rules are in programme_update.cpp, the words in programme_screen.cpp.

#include <variant>

namespace inloop::core::host {

struct Programme {
  bool operator==(Programme const&) const = default;
};

struct ProgrammeTap {
  std::variant<std::monostate> what;

  bool operator==(ProgrammeTap const&) const = default;
};

struct ProgrammeRequest {
  std::variant<std::monostate> what;

  bool operator==(ProgrammeRequest const&) const = default;
};

struct ProgrammeOutcome {
  std::variant<std::monostate> what;

  bool operator==(ProgrammeOutcome const&) const = default;
};

struct ProgrammeScreen {
  bool operator==(ProgrammeScreen const&) const = default;
};

}  // namespace inloop::core::host
