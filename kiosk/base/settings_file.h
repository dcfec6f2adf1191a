#pragma once
// Reads one TOML file strictly: every key that is not asked for is an objection, and so is every
// value of the wrong kind or out of range. All objections come at once, each with file, line and
// what would be right. Main thread, at start.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop {

struct TextRule {
  std::string otherwise;      // the default when the key is absent
  std::size_t longest = 200;  // bytes
  std::string_view pattern;   // regular expression for the whole value; empty: any text
  std::string_view meaning;   // what would be right, in words: "a date like 2026-11-23"
};

struct NumberRule {
  std::int64_t otherwise = 0;
  std::int64_t least = 0;
  std::int64_t greatest = 0;
};

class SettingsFile {
 public:
  // Fails when the file cannot be read or is no TOML (with the line where it stops being so).
  [[nodiscard]] static Result<SettingsFile> read(std::filesystem::path const& path);
  SettingsFile(SettingsFile&&) noexcept;
  SettingsFile& operator=(SettingsFile&&) noexcept;
  ~SettingsFile();

  // Dotted keys: "place.name". Each returns its default where there is an objection, so that
  // reading can go on and find the others.
  [[nodiscard]] std::string text(std::string_view key, TextRule const& rule);
  [[nodiscard]] std::int64_t number(std::string_view key, NumberRule const& rule);
  [[nodiscard]] bool flag(std::string_view key, bool otherwise);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key,
                                               std::vector<std::string> otherwise);
  // How many tables are headed [[key]], at most `most`. What is in the first of them is asked for
  // as "key[0].word", and so on.
  [[nodiscard]] std::size_t tables(std::string_view key, std::size_t most);
  // A path; a relative one starts at the folder of the settings file.
  [[nodiscard]] std::filesystem::path path(std::string_view key, std::string_view otherwise);

  // For rules that only the caller knows: objects to the value of `key`.
  void object(std::string_view key, std::string_view what_would_be_right);

  // The keys that were asked for and do not stand in the file.
  [[nodiscard]] std::vector<std::string> absent_keys() const;

  // Succeeds when nothing was objected to and every key in the file was asked for.
  [[nodiscard]] Result<> finish();

 private:
  class Impl;
  explicit SettingsFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop
