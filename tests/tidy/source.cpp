#include "tests/tidy/source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace inloop::tidy {
namespace {

constexpr std::array<std::string_view, 6> folders{"kiosk",  "sync",   "tests",
                                                  "config", "deploy", ".ci"};
constexpr std::array<std::string_view, 9> extensions{".cpp", ".h",  ".txt",  ".toml", ".md",
                                                     ".css", ".js", ".html", ".yml"};

bool is_word(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

// Blanks what is not code, letter by letter; newlines stay where they are.
class Blanker {
 public:
  explicit Blanker(std::string_view content) : m_text(content) {}

  std::string run() {
    while (m_at < m_text.size()) {
      if (starts("//")) {
        blank_to("\n", 0);
      } else if (starts("/*")) {
        blank_to("*/", 2);
      } else if (starts("R\"") && (m_at == 0 || !is_word(m_text[m_at - 1]))) {
        blank_raw_text();
      } else if (m_text[m_at] == '"' || (m_text[m_at] == '\'' && !is_digit_separator())) {
        blank_text(m_text[m_at]);
      } else {
        ++m_at;
      }
    }
    return std::move(m_text);
  }

 private:
  bool starts(std::string_view word) const {
    return std::string_view(m_text).substr(m_at).starts_with(word);
  }

  bool is_digit_separator() const {
    return m_at > 0 && is_word(m_text[m_at - 1]) && m_at + 1 < m_text.size() &&
           is_word(m_text[m_at + 1]);
  }

  void blank_until(std::size_t end) {
    for (; m_at < std::min(end, m_text.size()); ++m_at)
      if (m_text[m_at] != '\n') m_text[m_at] = ' ';
  }

  void blank_to(std::string_view end, std::size_t with_end) {
    auto const found = m_text.find(end, m_at + with_end);
    blank_until(found == m_text.npos ? m_text.size() : found + with_end);
  }

  void blank_raw_text() {
    auto const open = m_text.find('(', m_at);
    if (open == m_text.npos) return blank_until(m_text.size());
    std::string const close = ")" + m_text.substr(m_at + 2, open - m_at - 2) + "\"";
    blank_to(close, close.size());
  }

  void blank_text(char quote) {
    auto end = m_at + 1;
    while (end < m_text.size() && m_text[end] != quote && m_text[end] != '\n')
      end += m_text[end] == '\\' ? 2 : 1;
    blank_until(end + 1);
  }

  std::string m_text;
  std::size_t m_at = 0;
};

std::vector<std::string> lines_of(std::string_view content) {
  std::vector<std::string> lines;
  while (!content.empty()) {
    auto const end = std::min(content.find('\n'), content.size());
    lines.emplace_back(content.substr(0, end));
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return lines;
}

bool is_written_by_people(std::filesystem::path const& path) {
  auto const extension = path.extension().string();
  if (extension.empty()) return true;  // scripts
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

Source read_source(std::filesystem::path const& root, std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::string const content(std::istreambuf_iterator<char>(file), {});
  return source_from(path.lexically_relative(root).string(), content);
}

}  // namespace

bool is_header(Source const& source) {
  return source.path.ends_with(".h");
}

bool is_cpp(Source const& source) {
  return is_header(source) || source.path.ends_with(".cpp");
}

bool is_bash(Source const& source) {
  return !source.lines.empty() && source.lines.front().starts_with("#!") &&
         source.lines.front().find("bash") != std::string::npos;
}

Source source_from(std::string path, std::string_view content) {
  Source source{.path = std::move(path), .lines = lines_of(content), .code = {}};
  if (is_cpp(source)) source.code = lines_of(Blanker(content).run());
  return source;
}

std::vector<Source> read_tree(std::filesystem::path const& root) {
  std::vector<Source> sources;
  auto const take = [&](std::filesystem::directory_entry const& entry) {
    if (entry.is_regular_file() && is_written_by_people(entry.path()))
      sources.push_back(read_source(root, entry.path()));
  };
  for (auto const& entry : std::filesystem::directory_iterator(root)) take(entry);
  for (auto const folder : folders) {
    if (!std::filesystem::exists(root / folder)) continue;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(root / folder))
      take(entry);
  }
  std::sort(sources.begin(), sources.end(),
            [](auto const& a, auto const& b) { return a.path < b.path; });
  return sources;
}

}  // namespace inloop::tidy
