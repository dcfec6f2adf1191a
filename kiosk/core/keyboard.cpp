#include "kiosk/core/keyboard.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace inloop::core {
namespace {

// Bytes of UTF-8 that go on with a character, and the combining marks U+0300 to U+036F.
bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool is_combining(std::string_view character) {
  return character.size() == 2 && (character[0] == '\xCC' || character[0] == '\xCD');
}

// Splits rows written as one word each into letters.
KeyRows rows(std::initializer_list<std::string_view> words) {
  KeyRows result;
  for (auto rest : words) {
    auto& row = result.emplace_back();
    while (!rest.empty()) {
      std::size_t length = 1;
      while (length < rest.size() && continues(rest[length])) ++length;
      row.emplace_back(rest.substr(0, length));
      rest.remove_prefix(length);
    }
  }
  return result;
}

KeyRows western_letters() {
  return rows({"qwertyuiop", "asdfghjkl", "zxcvbnm'-"});
}

KeyRows western_accents() {
  return rows({"áàâäãåæç", "éèêëíìîïñ", "óòôöõøœß", "úùûüýÿšž"});
}

// Stop, comma, question mark and semicolon as the script has them.
struct Marks {
  std::string_view stop = ".";
  std::string_view comma = ",";
  std::string_view question = "?";
  std::string_view semicolon = ";";
};

Marks marks_of(Language language) {
  switch (language) {
    case Language::Arabic:
    case Language::Persian:
      return {.comma = "،", .question = "؟", .semicolon = "؛"};
    case Language::Tigrinya:
      return {.stop = "።", .comma = "፣", .semicolon = "፤"};
    default:
      return {};
  }
}

bool is_there(KeyRows const& rows, std::string_view letter) {
  return std::ranges::any_of(
      rows, [&](auto const& row) { return std::ranges::find(row, letter) != row.end(); });
}

// At the end of the lowest row that has room for it.
void put_at_end(KeyRows& rows, std::string_view letter) {
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    if (row->size() < most_keys_in_row) {
      row->emplace_back(letter);
      return;
    }
}

constexpr std::size_t ethiopic_orders = 7;

}  // namespace

KeyboardLayout keyboard_of(Language language) {
  switch (language) {
    case Language::Arabic:
      return {rows({"ضصثقفغعهخح", "جشسيبلاتنم", "كطذدزرءئؤو", "ىةأإآظ"}), {}};
    case Language::Persian:
      return {rows({"ضصثقفغعهخح", "جچشسیبلاتن", "مکگظطزژرذد", "پوئآء"}), {}};
    case Language::Turkish:
      return {rows({"ertyuıopğü", "asdfghjkl", "şizcvbnmöç"}), rows({"qwxâîû'-"})};
    case Language::Polish:
      return {western_letters(), rows({"ąćęłńóśźż", "äöüéèçš"})};
    case Language::Ukrainian:
      return {rows({"йцукенгшщз", "хїфівапрол", "джєячсмить", "бюґ'-"}), {}};
    case Language::Tigrinya:
      return {rows({"ሀለሐመሠረሰሸቀቐ", "በተቸነኘአከኸወዐ", "ዘዠየደጀገጠጨጰጸ", "ፀፈፐቨ"}), {}};
    case Language::Dutch:
    case Language::English:
      break;
  }
  return {western_letters(), western_accents()};
}

KeyboardLayout prose_keyboard_of(Language language) {
  auto layout = keyboard_of(language);
  auto const marks = marks_of(language);
  put_at_end(layout.letters, marks.stop);
  put_at_end(layout.letters, marks.comma);
  KeyRows more(2);
  for (std::string_view const mark :
       {marks.question, std::string_view("!"), std::string_view(":"), marks.semicolon,
        std::string_view("("), std::string_view(")"), std::string_view("\""), std::string_view("'"),
        std::string_view("-"), marks.comma, std::string_view("/"), std::string_view("€"),
        std::string_view("%"), std::string_view("+")}) {
    if (is_there(layout.letters, mark) || is_there(layout.more, mark)) continue;
    more[more[0].size() < most_keys_in_row ? 0 : 1].emplace_back(mark);
  }
  if (more[1].empty()) more.pop_back();
  layout.more.insert(layout.more.begin(), more.begin(), more.end());
  return layout;
}

// In Unicode each letter of the script begins a block of eight, the seven syllables first.
std::vector<std::string> syllables_of(std::string_view letter) {
  if (letter.size() != 3 || letter[0] != '\xE1') return {};
  auto const code = (static_cast<unsigned>(letter[0]) & 0x0FU) << 12 |
                    (static_cast<unsigned>(letter[1]) & 0x3FU) << 6 |
                    (static_cast<unsigned>(letter[2]) & 0x3FU);
  constexpr unsigned first_letter = 0x1200;
  constexpr unsigned last_letter = 0x1357;
  if (code < first_letter || code > last_letter) return {};
  std::vector<std::string> syllables;
  auto const base = code & ~7U;
  for (unsigned order = 0; order < ethiopic_orders; ++order) {
    auto const one = base + order;
    syllables.push_back({static_cast<char>(0xE0 | one >> 12),
                         static_cast<char>(0x80 | (one >> 6 & 0x3F)),
                         static_cast<char>(0x80 | (one & 0x3F))});
  }
  return syllables;
}

std::string_view first_character(std::string_view text) {
  std::size_t end = text.empty() ? 0 : 1;
  while (end < text.size() && (continues(text[end]) || is_combining(text.substr(end, 2)))) ++end;
  return text.substr(0, end);
}

std::string_view last_character(std::string_view text) {
  auto begin = text.size();
  while (begin > 0) {
    --begin;
    while (begin > 0 && continues(text[begin])) --begin;
    if (!is_combining(text.substr(begin))) break;
  }
  return text.substr(begin);
}

std::string_view without_last_character(std::string_view text) {
  return text.substr(0, text.size() - last_character(text).size());
}

int count_characters(std::string_view text) {
  int count = 0;
  for (; !text.empty(); text = without_last_character(text)) ++count;
  return count;
}

bool begins_sentence(std::string_view text_before) {
  if (text_before.empty() || text_before.ends_with('\n')) return true;
  auto const last = text_before.find_last_not_of(' ');
  if (last == std::string_view::npos) return true;
  if (last + 1 == text_before.size()) return false;
  auto const mark = text_before[last];
  return mark == '.' || mark == '!' || mark == '?';
}

std::string with_capital(std::string_view text, Language language) {
  std::string result(text);
  if (text.empty()) return result;
  auto const first = static_cast<unsigned char>(text[0]);
  if (language == Language::Turkish && first == 'i') return "İ" + result.substr(1);
  if (language == Language::Turkish && text.starts_with("ı")) return "I" + result.substr(2);
  if (first >= 'a' && first <= 'z') {
    result[0] = static_cast<char>(first - 'a' + 'A');
    return result;
  }
  // The small letters of the keyboards above, each with its capital.
  struct Pair {
    std::string_view small;
    std::string_view capital;
  };
  static constexpr std::array pairs{
      Pair{"á", "Á"}, Pair{"à", "À"}, Pair{"â", "Â"}, Pair{"ä", "Ä"}, Pair{"ã", "Ã"},
      Pair{"å", "Å"}, Pair{"æ", "Æ"}, Pair{"ç", "Ç"}, Pair{"é", "É"}, Pair{"è", "È"},
      Pair{"ê", "Ê"}, Pair{"ë", "Ë"}, Pair{"í", "Í"}, Pair{"ì", "Ì"}, Pair{"î", "Î"},
      Pair{"ï", "Ï"}, Pair{"ñ", "Ñ"}, Pair{"ó", "Ó"}, Pair{"ò", "Ò"}, Pair{"ô", "Ô"},
      Pair{"ö", "Ö"}, Pair{"õ", "Õ"}, Pair{"ø", "Ø"}, Pair{"œ", "Œ"}, Pair{"ú", "Ú"},
      Pair{"ù", "Ù"}, Pair{"û", "Û"}, Pair{"ü", "Ü"}, Pair{"ý", "Ý"}, Pair{"ÿ", "Ÿ"},
      Pair{"š", "Š"}, Pair{"ž", "Ž"}, Pair{"ą", "Ą"}, Pair{"ć", "Ć"}, Pair{"ę", "Ę"},
      Pair{"ł", "Ł"}, Pair{"ń", "Ń"}, Pair{"ś", "Ś"}, Pair{"ź", "Ź"}, Pair{"ż", "Ż"},
      Pair{"ğ", "Ğ"}, Pair{"ş", "Ş"}, Pair{"й", "Й"}, Pair{"ц", "Ц"}, Pair{"у", "У"},
      Pair{"к", "К"}, Pair{"е", "Е"}, Pair{"н", "Н"}, Pair{"г", "Г"}, Pair{"ш", "Ш"},
      Pair{"щ", "Щ"}, Pair{"з", "З"}, Pair{"х", "Х"}, Pair{"ї", "Ї"}, Pair{"ф", "Ф"},
      Pair{"і", "І"}, Pair{"в", "В"}, Pair{"а", "А"}, Pair{"п", "П"}, Pair{"р", "Р"},
      Pair{"о", "О"}, Pair{"л", "Л"}, Pair{"д", "Д"}, Pair{"ж", "Ж"}, Pair{"є", "Є"},
      Pair{"я", "Я"}, Pair{"ч", "Ч"}, Pair{"с", "С"}, Pair{"м", "М"}, Pair{"и", "И"},
      Pair{"т", "Т"}, Pair{"б", "Б"}, Pair{"ю", "Ю"}, Pair{"ґ", "Ґ"}};
  for (auto const& pair : pairs)
    if (text.starts_with(pair.small))
      return std::string(pair.capital) + result.substr(pair.small.size());
  return result;
}

}  // namespace inloop::core
