#pragma once
// The rules of the house that a machine can hold, each as a function from a file to objections. The
// tables and limits themselves stand in tests/tidy_test.cpp. Pure.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source.h"

namespace inloop::tidy {

// What the files under a path may include. The longest matching path decides.
struct IncludeRule {
  std::string_view path;                      // "kiosk/core/", or the beginning of a file's name
  std::vector<std::string_view> own;          // folders of ours; the file's own is always allowed
  std::vector<std::string_view> third_party;  // beginnings of <...> headers
  std::vector<std::string_view> system;       // the same, of the operating system's
};

// Words that may not stand in the code under a path.
struct WordRule {
  std::string_view path;
  std::vector<std::string_view> words;
  std::string_view why;
};

struct Limits {
  std::size_t columns = 100;
  std::size_t lines_a_file = 400;
  std::size_t lines_a_function = 70;
};

// Each objection reads "file:line: what is wrong".
using Objections = std::vector<std::string>;

[[nodiscard]] Objections check_includes(Source const& source, std::span<IncludeRule const> rules);
[[nodiscard]] Objections check_words(Source const& source, std::span<WordRule const> rules);
[[nodiscard]] Objections check_size(Source const& source, Limits const& limits);
[[nodiscard]] Objections check_functions(Source const& source, Limits const& limits);
[[nodiscard]] Objections check_header(Source const& source);
[[nodiscard]] Objections check_script(Source const& source);

// Words that promise work for later, in any file.
[[nodiscard]] Objections check_promises(Source const& source,
                                        std::span<std::string_view const> words);

}  // namespace inloop::tidy
