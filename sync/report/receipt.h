#pragma once
// The collector's answer to an event that it keeps: proof that these very bytes arrived. Pure.

#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace inloop::report {

inline constexpr std::size_t greatest_receipt_bytes = 64 * 1024;

struct Receipt {
  std::string id;           // of the event
  std::string source;       // bron
  std::string hash;         // inhoudshash: SHA-256 of the event's bytes, lower-case hex
  std::string received_at;  // ontvangenOp: RFC 3339 in UTC with Z

  bool operator==(Receipt const&) const = default;
};

[[nodiscard]] std::string to_json(Receipt const& receipt);
[[nodiscard]] Result<Receipt> receipt_from(std::string_view json);

// SHA-256 in lower-case hex.
[[nodiscard]] std::string content_hash(std::string_view bytes);

}  // namespace inloop::report
