#pragma once
// The figures of the service itself for Prometheus, on a port of 127.0.0.1 that only this machine
// can reach. One thread of its own serves it.

#include <memory>

#include "kiosk/base/result.h"
#include "sync/collector/traffic.h"

namespace inloop::collector {

class Monitoring {
 public:
  // Listens when it returns; 0 takes any free port. `traffic` must outlive it.
  [[nodiscard]] static Result<Monitoring> start(int port, Traffic const& traffic);
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
