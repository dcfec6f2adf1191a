#include "kiosk/core/host/pin.h"

#include <cstring>

#include "kiosk/base/assert.h"

namespace inloop::core::host {

Pin::Pin(std::string_view digits) {
  for (auto const digit : digits) add(digit);
}

void Pin::add(char digit) {
  INLOOP_ASSERT(!is_whole() && digit >= '0' && digit <= '9');
  m_digits[m_count++] = digit;
}

void Pin::take_back() {
  if (!is_empty()) m_digits[--m_count] = 0;
}

void Pin::clear() {
  // The optimiser takes out other writes to what is about to go.
  explicit_bzero(m_digits.data(), m_digits.size());
  m_count = 0;
}

}  // namespace inloop::core::host
