#pragma once
// What an answer means for the event that was sent. Every kind of answer has its row here; only a
// receipt for these very bytes is a delivery. Pure.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/courier/http.h"
#include "sync/courier/letter.h"
#include "sync/courier/schedule.h"
#include "sync/report/receipt.h"

namespace inloop::courier {

// 201 or 200 with a receipt that names this event and the hash of these bytes.
struct Delivered {
  std::string receipt;  // as it was answered

  bool operator==(Delivered const&) const = default;
};

// Somebody answered who does not know us: a captive portal, a proxy. Tried again.
struct NotDelivered {
  std::string cause;

  bool operator==(NotDelivered const&) const = default;
};

// The collector will never take this event; the others may still be welcome.
struct Parked {
  std::string cause;

  bool operator==(Parked const&) const = default;
};

// The collector does not take anything from this kiosk now.
struct Held {
  std::string cause;

  bool operator==(Held const&) const = default;
};

// Nobody answered, or the collector is in trouble itself. Tried again, after what it asked for.
struct Retry {
  seconds asked_for{0};
  std::string cause;

  bool operator==(Retry const&) const = default;
};

using Verdict = std::variant<Delivered, NotDelivered, Parked, Held, Retry>;

// How a receipt is read: report::receipt_from, or what remembers its answers.
using ReadReceipt = std::function<Result<report::Receipt>(std::string_view)>;

[[nodiscard]] Verdict verdict_on(Response const& response, Letter const& sent, UtcTime now,
                                 ReadReceipt const& read_receipt = report::receipt_from);

// How far our clock is ahead of the server's; nothing when the answer bears no readable date.
[[nodiscard]] std::optional<seconds> clock_skew(Response const& response, UtcTime now);

// Text from outside, made fit for one line of a log: printable ASCII, at most `longest` bytes.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest);

}  // namespace inloop::courier
