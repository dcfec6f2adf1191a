#pragma once
// How many questions were asked and how they were answered, for those who watch over the service:
// nothing about who asked. Any thread.

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace inloop::collector {

// One answered question. The route is the pattern of the address, never the address itself.
struct Exchange {
  std::string_view method;
  std::string_view route;
  int status = 200;
  std::int64_t duration_ms = 0;
  std::size_t received_bytes = 0;
  std::size_t sent_bytes = 0;
};

class Traffic {
 public:
  void add(Exchange const& exchange);

  // In the text format of Prometheus, version 0.0.4.
  [[nodiscard]] std::string text() const;

 private:
  struct Sum {
    std::int64_t count = 0;
    std::int64_t duration_ms = 0;
    std::uint64_t received_bytes = 0;
    std::uint64_t sent_bytes = 0;
  };

  mutable std::mutex m_mutex;
  std::map<std::tuple<std::string, std::string, int>, Sum> m_sums;  // method, route, status
};

}  // namespace inloop::collector
