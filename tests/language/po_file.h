#pragma once
// Reads the parts of a gettext catalogue (.po or .pot) that the tests of this folder judge. Not a
// full reader: it knows what msgcat and xgettext write. Tests only.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::language {

struct Message {
  std::string id;
  std::string plural_id;           // empty: the message has no plural
  std::vector<std::string> forms;  // one translation, or one for each plural form
  bool is_fuzzy = false;           // a translator has still to look at it

  bool operator==(Message const&) const = default;
};

struct PoFile {
  std::map<std::string, std::string> header;  // "Language" -> "nl"
  std::vector<Message> messages;
};

[[nodiscard]] Result<PoFile> po_file_from(std::string_view text);
[[nodiscard]] Result<PoFile> read_po_file(std::filesystem::path const& path);

// The names in braces: {"count"} in "{count} seconds left.", in alphabetical order.
[[nodiscard]] std::vector<std::string> placeholders_in(std::string_view text);

}  // namespace inloop::language
