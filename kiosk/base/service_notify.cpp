#include "kiosk/base/service_notify.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace inloop {
namespace {

constexpr std::size_t longest_status_bytes = 200;

// A watchdog of more than a day is none.
constexpr std::int64_t greatest_watchdog_usec = std::int64_t{24} * 3600 * 1'000'000;

std::string environment(char const* name) {
  char const* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

ServiceNotify ServiceNotify::from_environment() {
  return ServiceNotify(environment("NOTIFY_SOCKET"));
}

Result<> ServiceNotify::status(std::string_view line) const {
  std::string text(line.substr(0, longest_status_bytes));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return send("STATUS=" + text);
}

Result<> ServiceNotify::send(std::string_view message) const {
  if (m_address.empty()) return {};
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (m_address.size() >= sizeof address.sun_path)
    return failure("NOTIFY_SOCKET is longer than {} bytes", sizeof address.sun_path - 1);
  std::memcpy(address.sun_path, m_address.data(), m_address.size());
  if (m_address.front() == '@') address.sun_path[0] = '\0';

  int const descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return failure("cannot make a socket: {}", std::strerror(errno));
  auto const length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_address.size());
  // Never waits: a service manager that does not read must not stop the program.
  auto const sent = sendto(descriptor, message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
                           reinterpret_cast<sockaddr const*>(&address), length);
  int const reason = errno;
  close(descriptor);
  if (sent < 0) return failure("cannot tell the service manager: {}", std::strerror(reason));
  return {};
}

std::optional<std::chrono::microseconds> watchdog_limit(std::string_view usec, std::string_view pid,
                                                        long own_pid) {
  if (!pid.empty() && whole_number(pid) != own_pid) return std::nullopt;
  auto const limit = whole_number(usec);
  if (!limit || *limit <= 0 || *limit > greatest_watchdog_usec) return std::nullopt;
  return std::chrono::microseconds(*limit);
}

std::optional<std::chrono::microseconds> watchdog_limit_from_environment() {
  return watchdog_limit(environment("WATCHDOG_USEC"), environment("WATCHDOG_PID"), getpid());
}

}  // namespace inloop
