#include "sync/courier/signals.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace inloop::courier {

Result<Signals> Signals::take() {
  sigset_t set;
  sigemptyset(&set);
  for (int const signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, signal);
  if (sigprocmask(SIG_BLOCK, &set, nullptr) != 0)
    return failure("cannot block signals: {}", std::strerror(errno));
  int const descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  if (descriptor < 0) return failure("cannot listen to signals: {}", std::strerror(errno));
  return Signals(descriptor);
}

Signals::Signals(Signals&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_is_stop_asked(other.m_is_stop_asked),
      m_is_retry_asked(other.m_is_retry_asked) {}

Signals::~Signals() {
  if (m_descriptor >= 0) close(m_descriptor);
}

void Signals::wait(std::chrono::milliseconds longest) {
  pollfd waited{.fd = m_descriptor, .events = POLLIN, .revents = 0};
  poll(&waited, 1, static_cast<int>(longest.count()));
}

bool Signals::is_stop_asked() {
  signalfd_siginfo info{};
  while (read(m_descriptor, &info, sizeof info) == sizeof info) {
    if (info.ssi_signo == SIGHUP)
      m_is_retry_asked = true;
    else
      m_is_stop_asked = true;
  }
  return m_is_stop_asked;
}

bool Signals::take_retry_wish() {
  (void)is_stop_asked();
  return std::exchange(m_is_retry_asked, false);
}

}  // namespace inloop::courier
