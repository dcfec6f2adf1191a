#pragma once
// The WHERE of a statement, put together from what a filter really asks for: a condition that is
// always there but sometimes means nothing would keep a database from using its index. Pure.

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "sync/collector/count_store.h"
#include "sync/collector/sql.h"

namespace inloop::collector {

class SqlConditions {
 public:
  // "{}" in `condition` becomes the parameter's name. Empty texts ask for nothing.
  void add(std::string_view condition, std::string const& value) {
    if (!value.empty()) add_plain(fmt::format(fmt::runtime(condition), parameter(value)));
  }

  void add_plain(std::string_view condition) {
    m_text += m_text.empty() ? " WHERE " : " AND ";
    m_text += condition;
  }

  void add(Area const& area) {
    // A district is a name within its municipality, also within the one without a name.
    if (!area.municipality.empty() || !area.district.empty())
      add_plain(fmt::format("municipality = {}", parameter(area.municipality)));
    add("district = {}", area.district);
  }

  // For a value that is no condition: " LIMIT " + parameter(limit).
  [[nodiscard]] std::string parameter(SqlValue value) {
    m_values.push_back(std::move(value));
    return fmt::format("?{}", m_values.size());
  }

  [[nodiscard]] std::string const& text() const { return m_text; }
  [[nodiscard]] std::vector<SqlValue> const& values() const { return m_values; }

 private:
  std::string m_text;
  std::vector<SqlValue> m_values;
};

}  // namespace inloop::collector
