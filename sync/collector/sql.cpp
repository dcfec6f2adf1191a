#include "sync/collector/sql.h"

#include "kiosk/base/assert.h"

namespace inloop::collector {
namespace {

template <class T>
T const& value_in(std::vector<SqlValue> const& values, std::size_t column) {
  INLOOP_ASSERT(column < values.size());
  auto const* const value = std::get_if<T>(&values[column]);
  INLOOP_ASSERT(value != nullptr);
  return *value;
}

}  // namespace

std::int64_t SqlRow::number(std::size_t column) const {
  return value_in<std::int64_t>(m_values, column);
}

std::string const& SqlRow::text(std::size_t column) const {
  return value_in<std::string>(m_values, column);
}

std::string const& SqlRow::bytes(std::size_t column) const {
  return value_in<SqlBytes>(m_values, column).bytes;
}

}  // namespace inloop::collector
