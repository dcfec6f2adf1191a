#pragma once
// A pcscd of the test's own, with as many virtual readers as the test wants. Test thread.

#include <cstdint>
#include <optional>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

enum class Plugged {
  Nothing,
  TwoSlots,  // the virtual reader is one with two slots: "Door 00 00" and "Door 00 01"
};

inline constexpr std::uint16_t first_slot_port = 35'963;  // the second slot's is the next

class CardDaemon {
 public:
  // Enters the private world; starts nothing.
  CardDaemon();

  // Returns when it serves. Throws std::runtime_error when it does not.
  void start(Plugged plugged);

  // As by a crash: nothing is cleaned up.
  void kill();

 private:
  void await_socket() const;

  TemporaryFolder m_folder;
  std::optional<Process> m_process;
};

[[nodiscard]] std::string reader_name(int slot);

}  // namespace inloop::test
