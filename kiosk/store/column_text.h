#pragma once
// How values stand in the columns of the file: dates and months as ISO 8601 writes them,
// enumerations as words. What cannot be read back is damage, because the schema lets nothing else
// in: it throws SQLite::Exception. Store thread.

#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/base/assert.h"
#include "kiosk/core/periods.h"

namespace inloop::store {

[[noreturn]] void damaged(std::string_view what);

[[nodiscard]] std::string text_of(core::Date date);
[[nodiscard]] core::Date date_from(std::string const& text);
[[nodiscard]] core::Period period_in(SQLite::Column const& column);

// The words of an enumeration, in its order.
template <std::size_t Size>
using ColumnWords = std::array<char const*, Size>;

template <std::size_t Size, class Value>
[[nodiscard]] char const* word(ColumnWords<Size> const& words, Value value) {
  auto const index = static_cast<std::size_t>(value);
  INLOOP_ASSERT(index < Size);
  return words[index];
}

// `what` names the enumeration for the log.
template <class Value, std::size_t Size>
[[nodiscard]] Value value_from(ColumnWords<Size> const& words, std::string_view text,
                               std::string_view what) {
  for (std::size_t i = 0; i < Size; ++i)
    if (text == words[i]) return static_cast<Value>(i);
  damaged(what);
}

// The statement keeps a copy.
inline void bind_bytes(SQLite::Statement& statement, int index, std::span<std::byte const> bytes) {
  statement.bind(index, static_cast<void const*>(bytes.data()), static_cast<int>(bytes.size()));
}

template <std::size_t Size>
[[nodiscard]] std::array<std::byte, Size> bytes_in(SQLite::Column const& column,
                                                   std::string_view what) {
  std::array<std::byte, Size> bytes{};
  if (column.getBytes() != static_cast<int>(Size)) damaged(what);
  std::memcpy(bytes.data(), column.getBlob(), Size);
  return bytes;
}

}  // namespace inloop::store
