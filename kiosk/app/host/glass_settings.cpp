#include "kiosk/app/host/glass_settings.h"

#include <algorithm>
#include <array>
#include <system_error>

#include <fmt/format.h>

#include "kiosk/app/host/files.h"
#include "kiosk/base/log.h"
#include "kiosk/base/settings_file.h"

namespace inloop::app::host {
namespace {

using core::host::GlassSettings;

constexpr std::array weekdays{"monday", "tuesday",  "wednesday", "thursday",
                              "friday", "saturday", "sunday"};
constexpr std::array dayparts{"morning", "afternoon", "evening"};
constexpr std::array themes{"light", "high_contrast", "dark"};
constexpr std::array text_sizes{"normal", "large"};

std::string quoted_list(std::vector<std::string> const& words) {
  std::string text;
  for (auto const& word : words) text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", word);
  return "[" + text + "]";
}

std::string glass_text(GlassSettings const& glass) {
  std::string text = "[opening]\n";
  for (unsigned day = 1; day <= weekdays.size(); ++day) {
    std::vector<std::string> open;
    for (auto const daypart : core::all_dayparts)
      if (glass.opening.is_open(std::chrono::weekday(day), daypart))
        open.emplace_back(dayparts[static_cast<std::size_t>(daypart)]);
    text += fmt::format("{} = {}\n", weekdays[day - 1], quoted_list(open));
  }
  std::vector<std::string> codes;
  for (auto const language : glass.languages) codes.emplace_back(core::facts(language).code);
  return text + fmt::format(
                    "\n[languages]\noffered = {}\n\n[resting]\ntheme = \"{}\"\ntext_size = \"{}\"\n"
                    "\n[sound]\nvolume = {}\n",
                    quoted_list(codes), themes[static_cast<std::size_t>(glass.theme)],
                    text_sizes[static_cast<std::size_t>(glass.text_size)], glass.volume);
}

// The place of a word in its list; an objection where it has none.
template <std::size_t size>
std::size_t index_of(SettingsFile& file, std::string const& key, std::string const& word,
                     std::array<char const*, size> const& words) {
  auto const found = std::ranges::find(words, word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  file.object(key, fmt::format("\"{}\" is not known", word));
  return 0;
}

GlassSettings read_glass(SettingsFile& file) {
  GlassSettings glass;
  glass.languages.clear();
  for (auto const& code : file.texts("languages.offered", {})) {
    auto const language = core::language_from(code);
    if (!language)
      file.object("languages.offered", fmt::format("\"{}\" is no language", code));
    else if (std::ranges::find(glass.languages, *language) == glass.languages.end())
      glass.languages.push_back(*language);
  }
  if (glass.languages.empty()) file.object("languages.offered", "one language at the least");
  for (unsigned day = 1; day <= weekdays.size(); ++day) {
    auto const key = fmt::format("opening.{}", weekdays[day - 1]);
    for (auto const& word : file.texts(key, {}))
      glass.opening.set_open(std::chrono::weekday(day),
                             core::all_dayparts[index_of(file, key, word, dayparts)]);
  }
  glass.theme = static_cast<core::Theme>(index_of(
      file, "resting.theme", file.text("resting.theme", {.otherwise = themes[0]}), themes));
  glass.text_size = static_cast<core::TextSize>(
      index_of(file, "resting.text_size",
               file.text("resting.text_size", {.otherwise = text_sizes[0]}), text_sizes));
  glass.volume = static_cast<int>(
      file.number("sound.volume", {.otherwise = 2, .least = 0, .greatest = core::greatest_volume}));
  return glass;
}

}  // namespace

std::filesystem::path glass_settings_file(Config const& config) {
  return config.database.parent_path() / "glass.toml";
}

std::string glass_settings_text(KeptSettings const& settings) {
  std::string text = "# What the hosts set on the glass. It goes before kiosk.toml.\n\n";
  if (settings.diagonal_mm)
    text += fmt::format("[display]\ndiagonal_mm = {}\n\n", *settings.diagonal_mm);
  if (settings.glass) text += glass_text(*settings.glass);
  return text;
}

Result<KeptSettings> read_glass_settings(std::filesystem::path const& file) {
  std::error_code absent;
  if (!std::filesystem::exists(file, absent)) return KeptSettings{};
  auto lines = SettingsFile::read(file);
  if (!lines) return tl::unexpected(lines.error());
  KeptSettings kept;
  constexpr int unset = 0;
  auto const diagonal_mm = static_cast<int>(
      lines->number("display.diagonal_mm", {.otherwise = unset,
                                            .least = core::host::least_diagonal_mm,
                                            .greatest = core::host::greatest_diagonal_mm}));
  if (diagonal_mm != unset) kept.diagonal_mm = diagonal_mm;
  // The languages are there when anything of the glass is.
  if (!lines->texts("languages.offered", {}).empty()) kept.glass = read_glass(*lines);
  if (auto const finished = lines->finish(); !finished) return tl::unexpected(finished.error());
  return kept;
}

Result<> keep_glass_settings(std::filesystem::path const& file, KeptSettings const& settings) {
  auto const written =
      write_to_stick(file.parent_path(), file.filename().string(), glass_settings_text(settings),
                     [](std::uintmax_t, std::uintmax_t) {});
  if (!written) return tl::unexpected(written.error().error);
  return {};
}

Config with_glass_settings(Config config) {
  auto const kept = read_glass_settings(glass_settings_file(config));
  if (!kept) {
    log::error("what was set on the glass is passed over: {}", kept.error().what);
    return config;
  }
  if (kept->diagonal_mm) config.display.diagonal_mm = *kept->diagonal_mm;
  if (!kept->glass) return config;
  auto& settings = config.settings;
  settings.languages = kept->glass->languages;
  settings.opening = kept->glass->opening;
  settings.resting.language = kept->glass->languages.front();
  settings.resting.theme = kept->glass->theme;
  settings.resting.text_size = kept->glass->text_size;
  settings.resting.volume = kept->glass->volume;
  return config;
}

}  // namespace inloop::app::host
