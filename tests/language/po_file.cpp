#include "tests/language/po_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace inloop::language {
namespace {

// What stands between the first and the last quote of a line, with its escapes resolved.
std::string unquoted(std::string_view line) {
  auto const first = line.find('"');
  auto const last = line.rfind('"');
  std::string text;
  if (first == last) return text;
  for (auto at = first + 1; at < last; ++at) {
    if (line[at] != '\\') {
      text += line[at];
      continue;
    }
    ++at;
    text += line[at] == 'n' ? '\n' : line[at];
  }
  return text;
}

std::map<std::string, std::string> header_from(std::string const& text) {
  std::map<std::string, std::string> header;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (auto const colon = line.find(": "); colon != std::string::npos)
      header[line.substr(0, colon)] = line.substr(colon + 2);
  return header;
}

// Takes a catalogue line by line; `m_target` is the string that a continued line goes on with.
class Reader {
 public:
  [[nodiscard]] Result<> take(std::string_view line) {
    if (line.empty()) return {};
    if (line.starts_with("#,")) {
      m_next_is_fuzzy = line.find("fuzzy") != std::string_view::npos;
    } else if (line.starts_with("msgid ")) {
      m_messages.push_back({.is_fuzzy = m_next_is_fuzzy});
      m_next_is_fuzzy = false;
      m_target = &m_messages.back().id;
    } else if (m_messages.empty() && !line.starts_with("#")) {
      return failure("text before the first message: {}", line);
    } else if (line.starts_with("msgid_plural ")) {
      m_target = &m_messages.back().plural_id;
    } else if (line.starts_with("msgstr")) {
      m_target = &m_messages.back().forms.emplace_back();
    } else if (!line.starts_with("\"")) {
      return line.starts_with("#") ? Result<>() : failure("not understood: {}", line);
    }
    if (m_target != nullptr && !line.starts_with("#")) *m_target += unquoted(line);
    return {};
  }

  [[nodiscard]] Result<PoFile> finish() {
    if (m_messages.empty() || !m_messages.front().id.empty() || m_messages.front().forms.empty())
      return failure("the catalogue has no header");
    PoFile file{header_from(m_messages.front().forms.front()), {}};
    file.messages.assign(m_messages.begin() + 1, m_messages.end());
    return file;
  }

 private:
  std::vector<Message> m_messages;
  std::string* m_target = nullptr;
  bool m_next_is_fuzzy = false;
};

}  // namespace

Result<PoFile> po_file_from(std::string_view text) {
  Reader reader;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    if (auto const taken = reader.take(line); !taken) return tl::unexpected<Error>(taken.error());
  return reader.finish();
}

Result<PoFile> read_po_file(std::filesystem::path const& path) {
  std::ifstream file(path);
  if (!file) return failure("cannot open {}", path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return po_file_from(text.str());
}

std::vector<std::string> placeholders_in(std::string_view text) {
  std::vector<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
    names.emplace_back(text.substr(open + 1, text.find('}', open) - open - 1));
  std::ranges::sort(names);
  return names;
}

}  // namespace inloop::language
