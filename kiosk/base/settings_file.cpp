#include "kiosk/base/settings_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>

#include <regex.h>
#include <toml++/toml.h>

#include "kiosk/base/assert.h"

namespace inloop {
namespace {

constexpr std::streamsize most_file_bytes = 256 * 1024;
constexpr std::size_t most_list_entries = 64;
constexpr std::size_t most_entry_bytes = 200;
constexpr std::size_t most_path_bytes = 1000;
constexpr std::size_t most_shown_bytes = 60;
constexpr std::size_t most_suggestion_edits = 3;

struct Objection {
  std::uint32_t line = 0;  // 0: the key is absent, its default is what was objected to
  std::string text;
};

// How many letters to insert, drop or replace to get from one word to the other (Levenshtein 1966).
std::size_t edits_between(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      std::size_t const replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[to.size()];
}

std::string_view last_word(std::string_view key) {
  return key.substr(key.rfind('.') + 1);
}

// The wanted key that was probably meant: the same word in another section, or a slip of the pen.
std::optional<std::string> nearest(std::string_view key, std::set<std::string> const& wanted) {
  std::optional<std::string> best;
  std::size_t best_edits = most_suggestion_edits + 1;
  for (std::string const& one : wanted) {
    bool const is_elsewhere = last_word(one) == last_word(key);
    std::size_t const edits = is_elsewhere ? 1 : edits_between(key, one);
    if (edits >= best_edits || edits >= one.size()) continue;
    best = one;
    best_edits = edits;
  }
  return best;
}

// A value as it stands in the file, cut to what fits a line.
std::string shown(toml::node const& node) {
  if (node.is_table()) return "a section";
  std::ostringstream out;
  node.visit([&out](auto const& value) { out << value; });
  std::string text = out.str();
  if (node.is_string()) text = '"' + *node.value<std::string>() + '"';
  std::replace_if(
      text.begin(), text.end(), [](unsigned char letter) { return letter < ' '; }, ' ');
  if (text.size() <= most_shown_bytes) return text;
  std::size_t end = most_shown_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

// POSIX regular expressions instead of std::regex, whose recursion a long value can exhaust.
bool matches(std::string const& text, std::string_view pattern) {
  regex_t expression;
  std::string const whole = fmt::format("^({})$", pattern);
  INLOOP_ASSERT(regcomp(&expression, whole.c_str(), REG_EXTENDED | REG_NOSUB) == 0);
  bool const is_match = regexec(&expression, text.c_str(), 0, nullptr, 0) == 0;
  regfree(&expression);
  return is_match;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char letter) { return letter < ' ' || letter == 0x7F; });
}

// The first line, from 1, that begins a table with something that cannot be its name; 0 when there
// is none. toml++ 3.3 takes a name for granted there, and does anything where there is none.
std::size_t line_of_nameless_table(std::string_view content) {
  constexpr std::string_view blank = " \t";
  constexpr std::string_view begins_name =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_\"'";
  for (std::size_t line = 1; !content.empty(); ++line) {
    auto const end = content.find('\n');
    auto text = content.substr(0, end);
    content.remove_prefix(end == content.npos ? content.size() : end + 1);
    text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
    if (!text.starts_with('[')) continue;
    text.remove_prefix(text.starts_with("[[") ? 2 : 1);
    auto const name = text.find_first_not_of(blank);
    if (name == text.npos || begins_name.find(text[name]) == begins_name.npos) return line;
  }
  return 0;
}

}  // namespace

class SettingsFile::Impl {
 public:
  Impl(std::filesystem::path path, toml::table table)
      : m_path(std::move(path)), m_table(std::move(table)) {}

  // The value of a key that is hereby asked for, or null when the file does not have it.
  toml::node const* ask(std::string_view key) {
    m_asked.emplace(key);
    for (auto dot = key.find('.'); dot != key.npos; dot = key.find('.', dot + 1))
      m_sections.emplace(key.substr(0, dot));
    return m_table.at_path(key).node();
  }

  // The same for a key that heads tables, each with keys of its own.
  toml::node const* ask_for_tables(std::string_view key) {
    m_lists.emplace(key);
    return m_table.at_path(key).node();
  }

  void object(std::string_view key, std::string_view text) {
    toml::node const* node = m_table.at_path(key).node();
    object_at(node == nullptr ? 0 : node->source().begin.line, key, text);
  }

  void object_to_kind(std::string_view key, toml::node const& node, std::string_view right) {
    object(key, fmt::format("{} is of the wrong kind; {}", shown(node), right));
  }

  void object_to_unknown() { object_to_unknown_in(m_table, ""); }

  // Every objection on a line of its own, in the order of the file.
  Result<> verdict() {
    if (m_objections.empty()) return {};
    std::stable_sort(m_objections.begin(), m_objections.end(),
                     [](auto const& a, auto const& b) { return a.line < b.line; });
    std::string all;
    for (auto const& one : m_objections) {
      if (!all.empty()) all += '\n';
      all += one.text;
    }
    return tl::unexpected(Error{std::move(all)});
  }

  std::vector<std::string> absent_keys() const {
    std::vector<std::string> absent;
    std::copy_if(m_asked.begin(), m_asked.end(), std::back_inserter(absent),
                 [this](auto const& key) { return !m_table.at_path(key); });
    return absent;
  }

  std::filesystem::path folder() const { return m_path.parent_path(); }

 private:
  void object_at(std::uint32_t line, std::string_view key, std::string_view text) {
    std::string const place =
        line == 0 ? m_path.string() : fmt::format("{}:{}", m_path.string(), line);
    m_objections.push_back({line, fmt::format("{}: {}: {}", place, key, text)});
  }

  void object_to_unknown_in(toml::table const& table, std::string const& prefix) {
    for (auto const& [name, node] : table) {
      std::string const key = prefix + std::string(name.str());
      std::uint32_t const line = name.source().begin.line;
      if (m_asked.contains(key)) continue;
      if (m_lists.contains(key)) {
        object_to_unknown_in_tables(node, key);
        continue;
      }
      if (!m_sections.contains(key)) {
        object_at(line, key, unknown(key, node));
      } else if (node.is_table()) {
        object_to_unknown_in(*node.as_table(), key + '.');
      } else {
        object_at(line, key, fmt::format("is a section; write it as [{}]", key));
      }
    }
  }

  // What is no list of tables was objected to when it was asked for.
  void object_to_unknown_in_tables(toml::node const& node, std::string const& key) {
    if (!node.is_array_of_tables()) return;
    std::size_t index = 0;
    for (toml::node const& one : *node.as_array())
      object_to_unknown_in(*one.as_table(), fmt::format("{}[{}].", key, index++));
  }

  std::string unknown(std::string const& key, toml::node const& node) const {
    auto const suggestion = nearest(key, node.is_table() ? m_sections : m_asked);
    std::string text = node.is_table() ? "unknown section" : "unknown key";
    if (suggestion) text += fmt::format("; did you mean {}?", *suggestion);
    return text;
  }

  std::filesystem::path m_path;
  toml::table m_table;
  std::set<std::string> m_asked;
  std::set<std::string> m_sections;
  std::set<std::string> m_lists;
  std::vector<Objection> m_objections;
};

Result<SettingsFile> SettingsFile::read(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure("{}: cannot be opened", path.string());
  std::string content(static_cast<std::size_t>(most_file_bytes) + 1, '\0');
  file.read(content.data(), std::ssize(content));
  if (file.bad() || (file.fail() && !file.eof()))
    return failure("{}: cannot be read", path.string());
  if (file.gcount() > most_file_bytes)
    return failure("{}: is larger than {} bytes", path.string(), most_file_bytes);
  content.resize(static_cast<std::size_t>(file.gcount()));
  if (auto const line = line_of_nameless_table(content); line != 0)
    return failure("{}:{}: is no TOML: a table has a name", path.string(), line);
  try {
    return SettingsFile(std::make_unique<Impl>(path, toml::parse(content)));
  } catch (toml::parse_error const& error) {
    return failure("{}:{}: is no TOML: {}", path.string(), error.source().begin.line,
                   error.description());
  }
}

SettingsFile::SettingsFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SettingsFile::SettingsFile(SettingsFile&&) noexcept = default;
SettingsFile& SettingsFile::operator=(SettingsFile&&) noexcept = default;
SettingsFile::~SettingsFile() = default;

std::string SettingsFile::text(std::string_view key, TextRule const& rule) {
  INLOOP_ASSERT(rule.pattern.empty() || !rule.meaning.empty());
  toml::node const* const node = m_impl->ask(key);
  if (node == nullptr) return rule.otherwise;
  auto const value = node->value_exact<std::string>();
  std::string_view const right = rule.meaning.empty() ? "a text in quotes" : rule.meaning;
  if (!value) {
    m_impl->object_to_kind(key, *node, right);
  } else if (value->size() > rule.longest) {
    m_impl->object(
        key, fmt::format("{} bytes are too long; at most {} bytes", value->size(), rule.longest));
  } else if (has_control_character(*value)) {
    m_impl->object(key, fmt::format("{} holds a control character; {}", shown(*node), right));
  } else if (!rule.pattern.empty() && !matches(*value, rule.pattern)) {
    m_impl->object(key, fmt::format("{} is not right; {}", shown(*node), right));
  } else {
    return *value;
  }
  return rule.otherwise;
}

std::int64_t SettingsFile::number(std::string_view key, NumberRule const& rule) {
  INLOOP_ASSERT(rule.least <= rule.greatest);
  toml::node const* const node = m_impl->ask(key);
  if (node == nullptr) return rule.otherwise;
  auto const right = fmt::format("a whole number from {} to {}", rule.least, rule.greatest);
  auto const value = node->value_exact<std::int64_t>();
  if (!value) {
    m_impl->object_to_kind(key, *node, right);
  } else if (*value < rule.least || *value > rule.greatest) {
    m_impl->object(key, fmt::format("{} is out of range; {}", *value, right));
  } else {
    return *value;
  }
  return rule.otherwise;
}

bool SettingsFile::flag(std::string_view key, bool otherwise) {
  toml::node const* const node = m_impl->ask(key);
  if (node == nullptr) return otherwise;
  if (auto const value = node->value_exact<bool>()) return *value;
  m_impl->object_to_kind(key, *node, "true or false, without quotes");
  return otherwise;
}

std::vector<std::string> SettingsFile::texts(std::string_view key,
                                             std::vector<std::string> otherwise) {
  toml::node const* const node = m_impl->ask(key);
  if (node == nullptr) return otherwise;
  toml::array const* const list = node->as_array();
  auto const right = fmt::format("a list like [\"one\", \"two\"] of at most {} texts of {} bytes",
                                 most_list_entries, most_entry_bytes);
  if (list == nullptr) {
    m_impl->object_to_kind(key, *node, right);
    return otherwise;
  }
  std::vector<std::string> values;
  for (toml::node const& entry : *list) {
    auto value = entry.value_exact<std::string>();
    if (!value || value->size() > most_entry_bytes || values.size() == most_list_entries) {
      m_impl->object(key, fmt::format("{} does not belong there; {}", shown(entry), right));
      return otherwise;
    }
    values.push_back(*std::move(value));
  }
  return values;
}

std::size_t SettingsFile::tables(std::string_view key, std::size_t most) {
  toml::node const* const node = m_impl->ask_for_tables(key);
  if (node == nullptr) return 0;
  if (!node->is_array_of_tables()) {
    m_impl->object_to_kind(key, *node, fmt::format("tables, each headed [[{}]]", key));
    return 0;
  }
  auto const count = node->as_array()->size();
  if (count <= most) return count;
  m_impl->object(key, fmt::format("{} tables are too many; at most {}", count, most));
  return most;
}

std::filesystem::path SettingsFile::path(std::string_view key, std::string_view otherwise) {
  std::filesystem::path const value = text(key, {.otherwise = std::string(otherwise),
                                                 .longest = most_path_bytes,
                                                 .pattern = ".+",
                                                 .meaning = "a path that is not empty"});
  return (m_impl->folder() / value).lexically_normal();
}

void SettingsFile::object(std::string_view key, std::string_view what_would_be_right) {
  m_impl->object(key, what_would_be_right);
}

std::vector<std::string> SettingsFile::absent_keys() const {
  return m_impl->absent_keys();
}

Result<> SettingsFile::finish() {
  m_impl->object_to_unknown();
  return m_impl->verdict();
}

}  // namespace inloop
