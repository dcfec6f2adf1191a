#pragma once
// The names of the files in the hatch, and nothing about what is in them. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::outbox {

// As many digits as the event's schema allows.
inline constexpr std::int64_t greatest_sequence = 999'999'999;

struct EventName {
  std::int64_t sequence = 0;
  std::string id;

  bool operator==(EventName const&) const = default;
};

// A UUID of version 4 in lower case: it can neither leave the folder nor hide.
[[nodiscard]] bool is_event_id(std::string_view id);

[[nodiscard]] std::string event_file_name(std::int64_t sequence, std::string_view id);
[[nodiscard]] std::string receipt_file_name(std::string_view id);

// Nothing when event_file_name() cannot have made it.
[[nodiscard]] std::optional<EventName> event_name_from(std::string_view file_name);

// The name of a file that was being written: one of ours with temporary_suffix after it.
[[nodiscard]] bool is_temporary_name(std::string_view file_name);

}  // namespace inloop::outbox
