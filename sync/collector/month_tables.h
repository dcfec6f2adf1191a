#pragma once
// The tables of one month, of one place or of many, added up and written as JSON with the interval
// of every figure. Figures are added raw; only what is shown is clamped. One thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "sync/collector/half_widths.h"

namespace inloop::collector {

class MonthTables {
 public:
  // An empty group is the whole table. `cells`: how many were added up to this value.
  void add(std::string_view subject, std::string_view group, std::int64_t value,
           report::Epsilon epsilon, std::int64_t cells);

  // An array, in the order in which subjects and groups were first added.
  [[nodiscard]] nlohmann::ordered_json json(std::string_view period, HalfWidths& half_widths) const;

  [[nodiscard]] bool is_empty() const { return m_tables.empty(); }

 private:
  struct Sum {
    std::string group;
    std::int64_t value = 0;
    EpsilonCounts epsilons;
  };
  struct Table {
    std::string subject;
    Sum whole;
    std::vector<Sum> groups;
  };
  Table& table(std::string_view subject);

  std::vector<Table> m_tables;
};

}  // namespace inloop::collector
