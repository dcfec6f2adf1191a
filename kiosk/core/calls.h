#pragma once
// iemand spreken: a wish to see the host. It stands on the screen until the host comes, is in no
// file and belongs to nobody. Pure values.

#include <cstddef>
#include <cstdint>

namespace inloop::core {

enum class CallKind {
  Talk,  // "Ik wil iemand spreken"
  Help,  // "Ik wil iets doen"
};

using CallId = std::int64_t;

struct Call {
  CallId id = 0;
  CallKind kind = CallKind::Talk;
  std::int64_t since_ms = 0;  // uptime

  bool operator==(Call const&) const = default;
};

// A room is smaller than this; one more call would tell the host nothing new.
inline constexpr std::size_t most_calls = 6;

}  // namespace inloop::core
