#pragma once
// The statistics page as it is built into the program: which address gives which file. What the
// page says and looks like is made in web/; nothing here knows it. Any thread.

#include <optional>
#include <span>
#include <string_view>

#include "sync/collector/api_message.h"

namespace inloop::collector {

struct PageFile {
  std::string_view name;   // "index.html": its address is "/" and its name
  std::string_view bytes;  // lives as long as the program

  bool operator==(PageFile const&) const = default;
};

// Every file of the page. Its definition is made by the build: see inloop_page() in CMakeLists.txt.
[[nodiscard]] std::span<PageFile const> page_files();

// The file at an address, with its Content-Security-Policy; "/" is index.html. Nothing when the
// page has no such file.
[[nodiscard]] std::optional<Answer> page_at(std::string_view path);

}  // namespace inloop::collector
