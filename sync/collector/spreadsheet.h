#pragma once
// A table as an OpenDocument spreadsheet (ISO/IEC 26300), which every office program opens. The zip
// around it is libzip's: the only file that knows that library. One thread.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/base/result.h"

namespace inloop::collector {

class Spreadsheet {
 public:
  using Cell = std::variant<std::monostate, std::int64_t, std::string_view>;

  // `name`: of its one sheet.
  explicit Spreadsheet(std::string_view name);
  void add_row(std::span<Cell const> cells);

  // The bytes of the .ods file; the same rows give the same bytes. Nothing can be added afterwards.
  [[nodiscard]] Result<std::string> finish();

 private:
  std::string m_content;
};

}  // namespace inloop::collector
