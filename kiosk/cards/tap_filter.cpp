#include "kiosk/cards/tap_filter.h"

#include <algorithm>
#include <variant>

namespace inloop::cards {

bool TapFilter::placed(std::string_view reader, CardEvent const& outcome, std::int64_t uptime_ms) {
  std::erase_if(m_taps, [uptime_ms](Tap const& tap) {
    return tap.lifted_ms && uptime_ms - *tap.lifted_ms > same_tap.count();
  });
  bool const has_number = std::holds_alternative<CardTapped>(outcome);
  auto const same = std::find_if(m_taps.begin(), m_taps.end(), [&](Tap const& tap) {
    bool const is_near = tap.reader == reader || (has_number && tap.lifted_ms);
    return is_near && tap.outcome == outcome;
  });
  if (same != m_taps.end()) {
    same->reader = reader;
    same->lifted_ms.reset();
    return false;
  }
  if (m_taps.size() >= most_remembered_taps) m_taps.erase(m_taps.begin());
  m_taps.push_back({.reader = std::string(reader), .outcome = outcome});
  return true;
}

void TapFilter::lifted(std::string_view reader, std::int64_t uptime_ms) {
  for (auto& tap : m_taps)
    if (tap.reader == reader && !tap.lifted_ms) tap.lifted_ms = uptime_ms;
}

}  // namespace inloop::cards
