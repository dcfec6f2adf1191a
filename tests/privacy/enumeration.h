#pragma once
// Runs a sampler on every string of coin flips up to a length, and adds up what comes out: exact
// probabilities, no chance. Tests only.

#include <cstdint>
#include <map>
#include <string>

#include "kiosk/privacy/bit_source.h"

namespace inloop::privacy {

// Hands out a written string of bits, and fails at its end.
class ScriptedBits final : public BitSource {
 public:
  explicit ScriptedBits(std::uint64_t script, int length) : m_script(script), m_length(length) {}

  [[nodiscard]] Result<std::uint64_t> bits(int count) override {
    if (count > m_length) {
      m_length = 0;
      m_is_exhausted = true;
      return failure("the script ends here");
    }
    m_length -= count;
    return (m_script >> m_length) & ((std::uint64_t{1} << count) - 1);
  }

  [[nodiscard]] bool is_exhausted() const { return m_is_exhausted; }
  [[nodiscard]] int unread_bits() const { return m_length; }

 private:
  std::uint64_t m_script;
  int m_length;  // bits left, the first the highest
  bool m_is_exhausted = false;
};

// Of 2^length equally likely strings, how many lead to each outcome, and how many to none yet.
template <class Value>
struct Enumeration {
  std::map<Value, std::uint64_t> strings;
  std::uint64_t undecided = 0;
};

// `draw` is a callable that takes a BitSource& and gives a Result<Value>.
template <class Value, class Draw>
[[nodiscard]] Enumeration<Value> enumerate(Draw const& draw, int length) {
  Enumeration<Value> all;
  auto const end = std::uint64_t{1} << length;
  for (std::uint64_t script = 0; script < end;) {
    ScriptedBits bits(script, length);
    Result<Value> const drawn = draw(bits);
    // All strings that differ only in bits that were not read lead to the same outcome.
    auto const alike = std::uint64_t{1} << bits.unread_bits();
    if (drawn)
      all.strings[*drawn] += alike;
    else
      all.undecided += alike;
    script += alike;
  }
  return all;
}

}  // namespace inloop::privacy
