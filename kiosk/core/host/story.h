#pragma once
// Verhaal: stories without names.
// Plain values; the rules are in story_update.cpp, the words in story_screen.cpp.

#include <variant>

namespace inloop::core::host {

struct Story {
  bool operator==(Story const&) const = default;
};

struct StoryTap {
  std::variant<std::monostate> what;

  bool operator==(StoryTap const&) const = default;
};

struct StoryRequest {
  std::variant<std::monostate> what;

  bool operator==(StoryRequest const&) const = default;
};

struct StoryOutcome {
  std::variant<std::monostate> what;

  bool operator==(StoryOutcome const&) const = default;
};

struct StoryScreen {
  bool operator==(StoryScreen const&) const = default;
};

}  // namespace inloop::core::host
