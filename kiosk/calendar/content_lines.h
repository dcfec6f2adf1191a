#pragma once
// The grammar of iCalendar files (RFC 5545, section 3.1): folded lines with a name, parameters and
// a value, in components that nest. It knows no event. Forgiving about line ends and letters,
// strict about what is cut off: a half file is none. Pure; any thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::calendar {

inline constexpr std::size_t most_nested_components = 8;

struct ContentLine {
  std::string name;                                             // in capitals
  std::vector<std::pair<std::string, std::string>> parameters;  // names in capitals
  std::string value;                                            // as it stands there

  // Empty where there is none.
  [[nodiscard]] std::string_view parameter(std::string_view wanted) const;

  bool operator==(ContentLine const&) const = default;
};

struct Component {
  std::string name;  // in capitals: "VEVENT"
  std::vector<ContentLine> lines;
  std::vector<Component> components;

  // The first line of that name; null where there is none.
  [[nodiscard]] ContentLine const* line(std::string_view wanted) const;
  // Its value, or nothing.
  [[nodiscard]] std::string_view value(std::string_view wanted) const;

  bool operator==(Component const&) const = default;
};

// The components of a file, outermost first. What is no UTF-8 is taken as Windows-1252, which old
// programs write. Fails, in words, when it is no iCalendar file or a component is not closed.
[[nodiscard]] Result<std::vector<Component>> components_in(std::string_view file);

// A value of type TEXT without its backslashes.
[[nodiscard]] std::string unescaped(std::string_view value);
// The other way round.
[[nodiscard]] std::string escaped(std::string_view text);

// A line of at most 75 bytes, or several that say that they belong together, each ending in CR LF.
// No character is torn apart.
[[nodiscard]] std::string folded(std::string_view line);

}  // namespace inloop::calendar
