#pragma once
// Tells the service manager how the program is doing: one datagram a message to the socket that
// it named (sd_notify(3)). Not a log, and silent when nobody asked. Any thread.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace inloop {

class ServiceNotify {
 public:
  // `socket_address` is what NOTIFY_SOCKET holds: a path, or "@name" for an abstract socket. When
  // it is empty nobody listens and every message succeeds unsent.
  explicit ServiceNotify(std::string socket_address) : m_address(std::move(socket_address)) {}

  // As the service manager started us: NOTIFY_SOCKET of the environment.
  [[nodiscard]] static ServiceNotify from_environment();

  [[nodiscard]] Result<> ready() const { return send("READY=1"); }
  [[nodiscard]] Result<> alive() const { return send("WATCHDOG=1"); }
  [[nodiscard]] Result<> stopping() const { return send("STOPPING=1"); }

  // One line for `systemctl status`. Line breaks become blanks: a line is a field of the message.
  [[nodiscard]] Result<> status(std::string_view line) const;

 private:
  [[nodiscard]] Result<> send(std::string_view message) const;

  std::string m_address;
};

// How long the service manager waits for a sign of life before it restarts us, from the values of
// WATCHDOG_USEC and WATCHDOG_PID. Nothing when it does not watch this process.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_limit(std::string_view usec,
                                                                      std::string_view pid,
                                                                      long own_pid);
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_limit_from_environment();

}  // namespace inloop
