#pragma once
// Whatever a USB stick can do wrong, and how a host is told. Plain values. Any thread.

#include <string_view>

namespace inloop::core::host {

enum class StickTrouble { None, Full, ReadOnly, PulledOut, Unknown };

// An English message, with the way out where there is one.
[[nodiscard]] std::string_view message_about(StickTrouble trouble);

}  // namespace inloop::core::host
