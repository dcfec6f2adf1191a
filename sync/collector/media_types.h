#pragma once
// The forms in which figures can be had, and which of them somebody wants (RFC 9110, 12.5.1). Pure.

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace inloop::collector {

enum class Form { Json, Csv, SdmxCsv, Spreadsheet };

struct FormName {
  Form form;
  std::string_view word;  // formaat, in the query
  std::string_view type;  // in the header Accept
};

inline constexpr std::array form_names{
    FormName{Form::Json, "json", "application/json"},
    FormName{Form::Csv, "csv", "text/csv"},
    FormName{Form::SdmxCsv, "sdmx-csv", "application/vnd.sdmx.data+csv"},
    FormName{Form::Spreadsheet, "ods", "application/vnd.oasis.opendocument.spreadsheet"},
};

// The place in `offered` of the type that is wanted most, the first of equals. Nothing when none
// of them is taken. An absent or empty header takes everything.
[[nodiscard]] std::optional<std::size_t> wanted_most(std::string_view accept,
                                                     std::span<std::string_view const> offered);

}  // namespace inloop::collector
