#include "sync/collector/traffic.h"

#include <array>

#include <fmt/format.h>

namespace inloop::collector {
namespace {

// Anybody can make up methods; they must not fill our memory.
std::string_view known(std::string_view method) {
  for (std::string_view const word : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    if (method == word) return word;
  return "other";
}

}  // namespace

void Traffic::add(Exchange const& exchange) {
  std::lock_guard const guard(m_mutex);
  auto& sum =
      m_sums[{std::string(known(exchange.method)), std::string(exchange.route), exchange.status}];
  ++sum.count;
  sum.duration_ms += exchange.duration_ms;
  sum.received_bytes += exchange.received_bytes;
  sum.sent_bytes += exchange.sent_bytes;
}

std::string Traffic::text() const {
  struct Series {
    std::string_view name;
    std::string_view help;
    std::string (*value)(Sum const&);
  };
  static constexpr std::array series{
      Series{"inloop_requests_total", "Answered requests.",
             [](Sum const& sum) { return fmt::format("{}", sum.count); }},
      Series{"inloop_request_seconds_total", "Time spent on answering.",
             [](Sum const& sum) {
               return fmt::format("{}.{:03}", sum.duration_ms / 1'000, sum.duration_ms % 1'000);
             }},
      Series{"inloop_received_bytes_total", "Bytes of bodies received.",
             [](Sum const& sum) { return fmt::format("{}", sum.received_bytes); }},
      Series{"inloop_sent_bytes_total", "Bytes of bodies sent.",
             [](Sum const& sum) { return fmt::format("{}", sum.sent_bytes); }},
  };
  std::lock_guard const guard(m_mutex);
  std::string text;
  for (auto const& [name, help, value] : series) {
    text += fmt::format("# HELP {0} {1}\n# TYPE {0} counter\n", name, help);
    for (auto const& [labels, sum] : m_sums) {
      auto const& [method, route, status] = labels;
      text += fmt::format("{}{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n", name, method,
                          route, status, value(sum));
    }
  }
  return text;
}

}  // namespace inloop::collector
