#pragma once
// The digits of a PIN while it is typed and asked about. They lie in the object itself, never on
// the heap, and each copy is wiped when it goes; only a view of them is given out. Plain value.

#include <array>
#include <cstddef>
#include <string_view>

#include "kiosk/core/hosts.h"

namespace inloop::core::host {

class Pin {
 public:
  Pin() = default;
  explicit Pin(std::string_view digits);
  Pin(Pin const&) = default;
  Pin& operator=(Pin const&) = default;
  ~Pin() { clear(); }

  [[nodiscard]] bool is_empty() const { return m_count == 0; }
  [[nodiscard]] bool is_whole() const { return m_count == pin_digits; }
  [[nodiscard]] std::size_t count() const { return m_count; }
  // For as long as this object stands: to hash them, or to see whether they are too easy.
  [[nodiscard]] std::string_view digits() const { return {m_digits.data(), m_count}; }

  void add(char digit);
  void take_back();  // nothing where nothing stands
  void clear();

  bool operator==(Pin const&) const = default;

 private:
  std::array<char, pin_digits> m_digits{};  // zero behind the last digit
  std::size_t m_count = 0;
};

}  // namespace inloop::core::host
