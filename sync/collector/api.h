#pragma once
// The collector's interface (NL API Design Rules): which address takes which method, and the
// headers that every answer carries. Knows no sockets. Any thread.

#include <string_view>

#include "kiosk/base/clock.h"
#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"

namespace inloop::collector {

inline constexpr std::string_view api_version = "1.0.0";

class Api {
 public:
  // Both must outlive the Api.
  Api(CountStore& store, Clock const& clock) : m_store(store), m_clock(clock) {}

  [[nodiscard]] Answer answer(Question const& question) const;

 private:
  [[nodiscard]] Answer routed(Question const& question) const;

  CountStore& m_store;
  Clock const& m_clock;
};

// The headers of every answer, also of those the HTTP library makes itself.
// The Date is how a kiosk notices that its own clock is wrong.
[[nodiscard]] Answer with_common_headers(Answer answer, std::string_view method, UtcTime now);

}  // namespace inloop::collector
