#pragma once
// A file of the repository as the tidy rules see it: its lines, and the same lines with comments
// and texts blanked, so that a rule about code is not set off by a sentence. Plain values.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::tidy {

struct Source {
  std::string path;                // from the repository root: "kiosk/core/update.cpp"
  std::vector<std::string> lines;  // as they stand
  std::vector<std::string> code;   // C++ only: comments and texts are spaces

  bool operator==(Source const&) const = default;
};

[[nodiscard]] Source source_from(std::string path, std::string_view content);

// Every file that people write: no build folders, no pictures, nothing hidden but .ci.
[[nodiscard]] std::vector<Source> read_tree(std::filesystem::path const& root);

[[nodiscard]] bool is_header(Source const& source);
[[nodiscard]] bool is_cpp(Source const& source);   // headers too
[[nodiscard]] bool is_bash(Source const& source);  // by its first line

}  // namespace inloop::tidy
