#pragma once
// Puts cards on a slot of the virtual reader (vpcd): a TCP connection is a card, each message has
// its length in two bytes before it, and one of a single byte is a control: 0 off, 1 on, 2 reset,
// 4 asks for the ATR. A placed card answers on a thread of its own; the rest is the test's thread.

#include <atomic>
#include <cstdint>
#include <optional>
#include <thread>

#include "tests/cards/sample_card.h"

namespace inloop::test {

enum class Grip {
  Firm,
  SlipsAtNumber,  // the card is pulled away while its number is asked
};

class VirtualSlot {
 public:
  explicit VirtualSlot(std::uint16_t port) : m_port(port) {}
  VirtualSlot(VirtualSlot const&) = delete;
  VirtualSlot& operator=(VirtualSlot const&) = delete;
  ~VirtualSlot() { lift(); }

  // Throws std::runtime_error when the reader is not there.
  void place(SampleCard const& card, Grip grip = Grip::Firm);
  void lift();

  // How often a number was asked for here.
  [[nodiscard]] int numbers_asked() const { return m_numbers_asked; }

 private:
  void serve(SampleCard const& card, Grip grip);

  std::uint16_t m_port;
  int m_socket = -1;
  std::atomic<int> m_numbers_asked = 0;
  std::thread m_thread;
};

}  // namespace inloop::test
