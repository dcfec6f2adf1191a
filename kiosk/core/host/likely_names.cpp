#include <algorithm>
#include <array>
#include <cstdint>

#include "kiosk/core/host/free_text.h"
#include "kiosk/core/keyboard.h"

namespace inloop::core::host {
namespace {

// Behind these a full stop ends no sentence.
constexpr std::array<std::string_view, 8> titles{"mevr", "mw",  "dhr", "hr",
                                                 "mr",   "mrs", "ms",  "dr"};

// Beginnings of words that have a capital and are nobody's name, in Dutch and English.
constexpr std::array<std::string_view, 45> well_known{
    "Nederland", "Duits",     "Engels",    "Frans",    "Spaans",   "Turks",     "Pools",
    "Arabisch",  "Oekra",     "Perzisch",  "Farsi",    "Tigrinya", "Syri",      "Marokk",
    "Turkije",   "Polen",     "Afghaan",   "Eritre",   "Somali",   "Surina",    "Europ",
    "Sinterkl",  "Kerst",     "Pasen",     "Pinkster", "Ramadan",  "Suikerfe",  "Offerfe",
    "Koningsda", "Nieuwjaar", "Moederdag", "Dutch",    "English",  "Christmas", "Easter",
    "Monday",    "Tuesday",   "Wednesday", "Thursday", "Friday",   "Saturday",  "Sunday",
    "I",         "God",       "Whats"};

bool is_between(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
  return code >= first && code <= last;
}

// Latin with its accents, and Cyrillic. Two bytes hold all of them.
bool is_capital(std::string_view character) {
  auto const lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return lead >= 'A' && lead <= 'Z';
  if ((lead & 0xE0) != 0xC0) return false;
  auto const code =
      (lead & 0x1FU) << 6 | (static_cast<unsigned char>(character[1]) & std::uint32_t{0x3F});
  if (is_between(code, 0xC0, 0xDE)) return code != 0xD7;
  if (is_between(code, 0x100, 0x137) || is_between(code, 0x14A, 0x177)) return code % 2 == 0;
  if (is_between(code, 0x139, 0x148) || is_between(code, 0x179, 0x17E)) return code % 2 == 1;
  return code == 0x178 || is_between(code, 0x400, 0x42F) || code == 0x490;
}

bool is_of_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// Typographic quotes and dashes (U+2000 to U+206F) are no letters.
bool is_mark(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xE2\x81";
}

bool is_all_capitals(std::string_view word) {
  if (first_character(word).size() == word.size()) return false;
  return std::ranges::none_of(word, [](char byte) { return byte >= 'a' && byte <= 'z'; }) &&
         is_capital(last_character(word));
}

bool is_well_known(std::string_view word) {
  return std::ranges::any_of(well_known, [&](std::string_view known) {
    return known.size() == 1 ? word == known : word.starts_with(known);
  });
}

bool is_title(std::string_view word) {
  std::string small(word);
  std::ranges::transform(small, small.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
  });
  return std::ranges::find(titles, small) != titles.end();
}

}  // namespace

std::optional<std::string> find_likely_name(std::string_view text) {
  text = text.substr(0, most_free_text_bytes);
  bool begins_sentence = true;
  std::string_view before;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_of_word(text[at]) || is_mark(text, at)) {
      auto const mark = text[at];
      bool const is_stop = mark == '.' || mark == '!' || mark == '?' || mark == ':' || mark == '\n';
      if ((is_stop && !is_title(before)) || mark == '"') begins_sentence = true;
      if (is_mark(text, at)) begins_sentence = true;
      at += is_mark(text, at) ? std::min<std::size_t>(3, text.size() - at) : 1;
      continue;
    }
    auto end = at;
    while (end < text.size() && is_of_word(text[end]) && !is_mark(text, end)) ++end;
    auto const word = text.substr(at, end - at);
    // "'s Middags" begins with its second word.
    bool const is_clitic = word.size() == 1 && at > 0 && text[at - 1] == '\'';
    if (!begins_sentence && is_capital(first_character(word)) && !is_all_capitals(word) &&
        !is_well_known(word))
      return std::string(word);
    begins_sentence = begins_sentence && is_clitic;
    before = word;
    at = end;
  }
  return std::nullopt;
}

}  // namespace inloop::core::host
