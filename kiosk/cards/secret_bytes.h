#pragma once
// A few bytes that must not stay behind in memory: card numbers and what cards answer. They lie in
// the object itself, never on the heap, and are wiped with it. One thread at a time.

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "kiosk/base/assert.h"

namespace inloop::cards {

// Overwrites the bytes in a way that no optimiser takes out.
void wipe(std::span<std::byte> bytes);

// Overwrites what functions that have returned left below the caller's frame of the stack: working
// copies of libraries and registers that the compiler put aside.
void wipe_stack();

template <std::size_t Capacity>
class SecretBytes {
 public:
  SecretBytes() = default;
  SecretBytes(SecretBytes const&) = default;
  SecretBytes& operator=(SecretBytes const&) = default;
  ~SecretBytes() { wipe(m_bytes); }

  // False when there is no room: nothing was taken.
  [[nodiscard]] bool append(std::span<std::byte const> more) {
    if (more.size() > Capacity - m_size) return false;
    std::copy(more.begin(), more.end(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += more.size();
    return true;
  }

  void push_back(std::byte byte) {
    INLOOP_ASSERT(m_size < Capacity);
    m_bytes[m_size++] = byte;
  }

  // For functions that fill a buffer themselves: all room there is, then how much of it counts.
  [[nodiscard]] std::span<std::byte, Capacity> room() { return m_bytes; }
  void set_size(std::size_t size) {
    INLOOP_ASSERT(size <= Capacity);
    m_size = size;
  }

  void clear() {
    wipe(m_bytes);
    m_size = 0;
  }

  [[nodiscard]] std::span<std::byte const> bytes() const { return {m_bytes.data(), m_size}; }
  [[nodiscard]] std::size_t size() const { return m_size; }

 private:
  std::array<std::byte, Capacity> m_bytes{};
  std::size_t m_size = 0;
};

}  // namespace inloop::cards
