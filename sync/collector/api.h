#pragma once
// The collector's interface (NL API Design Rules): which address takes which method, and the
// headers that every answer carries. Each exchange is counted and logged, without a word about who
// asked. Knows no sockets. Any thread.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/base/clock.h"
#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"
#include "sync/collector/problem.h"
#include "sync/collector/rate_limit.h"
#include "sync/collector/traffic.h"

namespace inloop::collector {

inline constexpr std::string_view api_version = "1.0.0";

// An address as openapi.json writes it, "{}" for a parameter, and the methods it takes.
struct ServedPath {
  std::string_view path;
  std::string_view allowed;  // as the header Allow has it

  bool operator==(ServedPath const&) const = default;
};

// All of them but the files of the page.
[[nodiscard]] std::vector<ServedPath> served_paths();

class Api {
 public:
  // Both must outlive the Api.
  Api(CountStore& store, Clock const& clock, RateRule rate = {})
      : m_store(store), m_clock(clock), m_rate(std::make_unique<RateLimit>(rate)) {}

  [[nodiscard]] Answer answer(Question const& question) const;

  // For what goes wrong before there is a question.
  [[nodiscard]] Answer refuse(Problem const& problem, std::string_view method) const;

  [[nodiscard]] Traffic const& traffic() const { return *m_traffic; }

 private:
  [[nodiscard]] Answer routed(Question const& question) const;
  [[nodiscard]] std::optional<Answer> slowed_down(Question const& question) const;
  void note(Exchange const& exchange) const;

  CountStore& m_store;
  Clock const& m_clock;
  std::unique_ptr<RateLimit> m_rate;
  std::unique_ptr<Traffic> m_traffic = std::make_unique<Traffic>();
};

}  // namespace inloop::collector
