#pragma once
// What the outside world may tell a daemon by signals, read when it suits us and waited for while
// there is nothing to do. Main thread; made before any other thread is.

#include <chrono>

#include "kiosk/base/result.h"

namespace inloop::courier {

class Signals {
 public:
  // From here on SIGTERM, SIGINT and SIGHUP interrupt nothing by themselves.
  [[nodiscard]] static Result<Signals> take();
  Signals(Signals&& other) noexcept;
  Signals& operator=(Signals&&) = delete;
  ~Signals();

  // Returns when a signal has come or the time is over.
  void wait(std::chrono::milliseconds longest);

  // SIGTERM or SIGINT has come: end cleanly.
  [[nodiscard]] bool is_stop_asked();

  // SIGHUP has come since this was last asked: something was mended, try again now.
  [[nodiscard]] bool take_retry_wish();

 private:
  explicit Signals(int descriptor) : m_descriptor(descriptor) {}

  int m_descriptor;
  bool m_is_stop_asked = false;
  bool m_is_retry_asked = false;
};

}  // namespace inloop::courier
