#include "kiosk/core/host/plain_text.h"

#include <cstdint>

namespace inloop::core::host {
namespace {

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

// The character at the beginning; a byte that begins none stands for itself.
Character first_of(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text[0]);
  std::size_t const bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes == 1 || bytes > text.size()) return {.code = lead, .bytes = 1};
  std::uint32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return {.code = lead, .bytes = 1};
    code = code << 6 | (byte & 0x3FU);
  }
  return {.code = code, .bytes = bytes};
}

bool is_between(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
  return code >= first && code <= last;
}

// Marks of direction, joiners, the soft hyphen: they stand between digits unseen.
bool is_unseen(std::uint32_t code) {
  return code == 0xAD || code == 0x61C || code == 0xFEFF || is_between(code, 0x200B, 0x200F) ||
         is_between(code, 0x202A, 0x202E) || is_between(code, 0x2060, 0x206F);
}

char plain_letter(std::uint32_t code) {
  if (code < 0x7F) return static_cast<char>(code);
  // Arabic, Persian and full-width digits.
  for (std::uint32_t const zero : {0x660U, 0x6F0U, 0xFF10U})
    if (is_between(code, zero, zero + 9)) return static_cast<char>('0' + (code - zero));
  if (is_between(code, 0x2010, 0x2015) || code == 0x2212) return '-';
  if (code == 0xA0 || is_between(code, 0x2000, 0x200A) || code == 0x202F) return ' ';
  if (code == 0xB7 || is_between(code, 0x2022, 0x2027)) return '.';
  if (code == 0xFF0B) return '+';
  if (code == 0xFF20) return '@';
  return other_letter;
}

}  // namespace

std::string_view PlainText::original(std::string_view text, std::size_t begin,
                                     std::size_t end) const {
  if (begin >= end) return {};
  // Up to where the last letter ends, which is not where the next one that is seen begins.
  auto const last = begins[end - 1];
  return text.substr(begins[begin], last + first_of(text.substr(last)).bytes - begins[begin]);
}

PlainText plain_text(std::string_view text) {
  PlainText plain;
  for (std::size_t at = 0; at < text.size();) {
    auto const character = first_of(text.substr(at));
    if (!is_unseen(character.code)) {
      plain.letters += plain_letter(character.code);
      plain.begins.push_back(at);
    }
    at += character.bytes;
  }
  return plain;
}

}  // namespace inloop::core::host
