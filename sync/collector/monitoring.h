#pragma once
// The figures of the service and its kiosks for Prometheus, on a port of 127.0.0.1 that only this
// machine can reach. One thread of its own serves it.

#include <functional>
#include <memory>
#include <string>

#include "kiosk/base/result.h"

namespace inloop::collector {

class Monitoring {
 public:
  // Listens when it returns; 0 takes any free port. `text` gives what is shown, in the text format
  // of Prometheus, and is called on the threads of this.
  [[nodiscard]] static Result<Monitoring> start(int port, std::function<std::string()> text);
  Monitoring(Monitoring&&) noexcept;
  Monitoring& operator=(Monitoring&&) noexcept;
  ~Monitoring();

  [[nodiscard]] int port() const;

 private:
  class Impl;
  explicit Monitoring(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::collector
