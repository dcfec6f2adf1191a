#include "tests/tidy/rules.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>

namespace inloop::tidy {
namespace {

std::string at(Source const& source, std::size_t line_index, std::string_view what) {
  return fmt::format("{}:{}: {}", source.path, line_index + 1, what);
}

bool is_word_letter(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

// Finds `word` where no letter, digit or underscore touches it.
bool has_word(std::string_view line, std::string_view word) {
  for (auto found = line.find(word); found != line.npos; found = line.find(word, found + 1)) {
    bool const starts = found == 0 || !is_word_letter(line[found - 1]);
    auto const end = found + word.size();
    if (starts && (end == line.size() || !is_word_letter(line[end]))) return true;
  }
  return false;
}

std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

bool is_allowed(std::string_view header, std::vector<std::string_view> const& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [header](std::string_view beginning) {
    return beginning.ends_with('/') ? header.starts_with(beginning) : header == beginning;
  });
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);
}

struct Include {
  std::string_view name;
  bool is_own = false;  // in quotes
};

std::optional<Include> include_in(std::string_view line) {
  constexpr std::string_view keyword = "#include ";
  if (!line.starts_with(keyword)) return std::nullopt;
  line.remove_prefix(keyword.size());
  auto const end = line.find(line.starts_with('<') ? '>' : '"', 1);
  if (line.empty() || end == line.npos) return std::nullopt;
  return Include{.name = line.substr(1, end - 1), .is_own = line.front() == '"'};
}

// Standard headers have neither a dot nor a folder: <vector>.
bool is_standard(std::string_view header) {
  return header.find_first_of("./") == header.npos;
}

}  // namespace

Objections check_includes(Source const& source, std::span<IncludeRule const> rules) {
  if (!is_cpp(source)) return {};
  IncludeRule const* rule = nullptr;
  for (auto const& one : rules) {
    if (!source.path.starts_with(one.path)) continue;
    if (rule == nullptr || one.path.size() > rule->path.size()) rule = &one;
  }
  if (rule == nullptr)
    return {at(source, 0, "no include rule covers this folder; add it to tests/tidy_test.cpp")};
  Objections objections;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    auto const include = include_in(source.lines[i]);
    if (!include) continue;
    bool allowed = false;
    if (include->is_own) {
      auto const folder = folder_of(include->name);
      bool const is_inside = rule->path.ends_with('/') && folder.starts_with(rule->path);
      allowed = is_inside || folder == folder_of(source.path) || is_allowed(folder, rule->own);
    } else {
      allowed = is_standard(include->name) || is_allowed(include->name, rule->third_party) ||
                is_allowed(include->name, rule->system);
    }
    if (!allowed)
      objections.push_back(
          at(source, i, fmt::format("{} may not include {}", rule->path, include->name)));
  }
  return objections;
}

Objections check_words(Source const& source, std::span<WordRule const> rules) {
  Objections objections;
  for (auto const& rule : rules) {
    if (!source.path.starts_with(rule.path)) continue;
    for (std::size_t i = 0; i < source.code.size(); ++i)
      for (auto const word : rule.words)
        if (has_word(source.code[i], word))
          objections.push_back(at(source, i, fmt::format("no {} here: {}", word, rule.why)));
  }
  return objections;
}

Objections check_size(Source const& source, Limits const& limits) {
  Objections objections;
  bool const is_code = is_cpp(source) || is_bash(source) || source.path.ends_with("CMakeLists.txt");
  if (!is_code) return objections;
  if (source.lines.size() > limits.lines_a_file) {
    objections.push_back(at(source, limits.lines_a_file,
                            fmt::format("a file has at most {} lines, this one has {}",
                                        limits.lines_a_file, source.lines.size())));
  }
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    auto const columns = columns_of(source.lines[i]);
    if (columns > limits.columns)
      objections.push_back(at(source, i,
                              fmt::format("a line has at most {} columns, this one has "
                                          "{}",
                                          limits.columns, columns)));
  }
  return objections;
}

namespace {

// Follows the braces of a file. A function starts with its first word and ends with its last brace;
// braces of namespaces, types and tables of values are no functions.
class FunctionMeasure {
 public:
  FunctionMeasure(Source const& source, std::size_t most_lines)
      : m_source(source), m_most_lines(most_lines) {}

  Objections run() {
    for (m_line = 0; m_line < m_source.code.size(); ++m_line) {
      std::string_view const line = m_source.code[m_line];
      if (line.starts_with('#')) continue;
      for (char const letter : line) take(letter);
      take(' ');
    }
    return std::move(m_objections);
  }

 private:
  enum class Brace { Scope, Function, Values };

  void take(char letter) {
    if (letter == '{') {
      open();
    } else if (letter == '}') {
      close();
    } else if (letter == ';' && m_parentheses == 0) {
      m_before.clear();
    } else {
      if (letter == '(') ++m_parentheses;
      if (letter == ')') --m_parentheses;
      if (std::isspace(static_cast<unsigned char>(letter)) == 0 && m_before.empty())
        m_start = m_line;
      if (!m_before.empty() || letter != ' ') m_before += letter;
    }
  }

  void open() {
    m_braces.push_back(kind());
    if (m_braces.back() == Brace::Function && functions_open() == 1)
      m_function_start = m_before.empty() ? m_line : m_start;
    if (m_braces.back() != Brace::Values) m_before.clear();
  }

  void close() {
    if (m_braces.empty()) return;  // a macro closed what another opened
    bool const ends_function = m_braces.back() == Brace::Function && functions_open() == 1;
    if (m_braces.back() != Brace::Values) m_before.clear();
    m_braces.pop_back();
    auto const lines = m_line - m_function_start + 1;
    if (ends_function && lines > m_most_lines)
      m_objections.push_back(
          at(m_source, m_function_start,
             fmt::format("a function has at most {} lines, this one has {}", m_most_lines, lines)));
  }

  std::ptrdiff_t functions_open() const {
    return std::count(m_braces.begin(), m_braces.end(), Brace::Function);
  }

  Brace kind() const {
    if (functions_open() > 0) return Brace::Function;
    if (m_parentheses > 0) return Brace::Values;
    auto const name = std::string_view(m_before).substr(m_before.rfind(')') + 1);
    for (std::string_view const word : {"namespace", "class", "struct", "enum", "union", "extern"})
      if (has_word(name, word)) return Brace::Scope;
    bool const takes_arguments = m_before.find('(') != m_before.npos;
    bool const follows_name = !m_before.empty() && is_word_letter(m_before.back());
    bool const is_member_value = takes_arguments && follows_name && is_in_member_list();
    if (!takes_arguments || is_member_value) return Brace::Values;
    return Brace::Function;
  }

  // "Type(int x) : m_x{" starts a value, "void read() const {" a function.
  bool is_in_member_list() const {
    auto const last = m_before.find_last_of(" ,:");
    auto const name = std::string_view(m_before).substr(last == m_before.npos ? 0 : last + 1);
    return name.starts_with("m_");
  }

  Source const& m_source;
  std::size_t const m_most_lines;
  Objections m_objections;
  std::vector<Brace> m_braces;
  std::string m_before;  // the code since the last statement or brace
  std::size_t m_line = 0;
  std::size_t m_start = 0;  // the line where m_before starts
  std::size_t m_function_start = 0;
  int m_parentheses = 0;
};

}  // namespace

Objections check_functions(Source const& source, Limits const& limits) {
  return FunctionMeasure(source, limits.lines_a_function).run();
}

Objections check_header(Source const& source) {
  if (!is_header(source)) return {};
  if (source.lines.empty() || source.lines[0] != "#pragma once")
    return {at(source, 0, "a header opens with #pragma once")};
  if (source.lines.size() < 2 || !source.lines[1].starts_with("// "))
    return {at(source, 1, "a header says in a comment what it is, under #pragma once")};
  return {};
}

Objections check_script(Source const& source) {
  if (!is_bash(source)) return {};
  auto const& lines = source.lines;
  if (std::find(lines.begin(), lines.end(), "set -euo pipefail") == lines.end())
    return {at(source, 0, "a script stops at the first failure: set -euo pipefail")};
  if (lines.size() < 2 || !lines[1].starts_with("# "))
    return {at(source, 1, "a script says in a comment what it does, under its first line")};
  return {};
}

Objections check_promises(Source const& source, std::span<std::string_view const> words) {
  Objections objections;
  for (std::size_t i = 0; i < source.lines.size(); ++i)
    for (auto const word : words)
      if (has_word(source.lines[i], word))
        objections.push_back(
            at(source, i, "unfinished work has no place in the code: " + std::string(word)));
  return objections;
}

}  // namespace inloop::tidy
