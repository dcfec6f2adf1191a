#pragma once
// Vandaag: everything of a shift on one screen.
// Plain values; the rules are in today_update.cpp, the words in today_screen.cpp.

#include <variant>

namespace inloop::core::host {

struct Today {
  bool operator==(Today const&) const = default;
};

struct TodayTap {
  std::variant<std::monostate> what;

  bool operator==(TodayTap const&) const = default;
};

struct TodayRequest {
  std::variant<std::monostate> what;

  bool operator==(TodayRequest const&) const = default;
};

struct TodayOutcome {
  std::variant<std::monostate> what;

  bool operator==(TodayOutcome const&) const = default;
};

struct TodayScreen {
  bool operator==(TodayScreen const&) const = default;
};

}  // namespace inloop::core::host
