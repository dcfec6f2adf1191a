#include "kiosk/core/host/free_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "kiosk/core/host/plain_text.h"
#include "kiosk/core/words.h"

namespace inloop::core::host {
namespace {

constexpr std::size_t citizen_number_digits = 9;
constexpr std::size_t national_number_digits = 10;
constexpr std::size_t fewest_international_digits = 8;
constexpr std::size_t most_international_digits = 15;
constexpr std::size_t fewest_iban_characters = 15;
constexpr std::size_t most_iban_characters = 34;
constexpr std::size_t fewest_iban_digits = 10;  // prose has fewer, whatever its letters add up to
constexpr std::size_t most_separators = 3;      // between two groups of one number: "06 - 12"

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_latin(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

// Part of a text, in plain letters.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<Range> digit_groups(std::string_view plain) {
  std::vector<Range> groups;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_digit(plain[at])) {
      ++at;
      continue;
    }
    Range group{.begin = at, .end = at};
    while (group.end < plain.size() && is_digit(plain[group.end])) ++group.end;
    groups.push_back(group);
    at = group.end;
  }
  return groups;
}

bool is_day_and_month(int day, int month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

bool is_recent_year(int year) {
  return year >= 1900 && year < 2100;
}

int number_in(std::string_view digits) {
  int number = 0;
  for (auto const digit : digits.substr(0, 4)) number = number * 10 + (digit - '0');
  return number;
}

// "12-11-2026", "2026-11-12", "12/11/2026", from this group on.
bool is_date(std::string_view plain, std::vector<Range> const& groups, std::size_t first) {
  if (first + 3 > groups.size()) return false;
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    auto const& group = groups[first + i];
    if (group.size() > 4) return false;
    parts[i] = number_in(plain.substr(group.begin, group.size()));
    if (i == 0) continue;
    auto const& before = groups[first + i - 1];
    if (group.begin != before.end + 1) return false;
    auto const mark = plain[before.end];
    if (mark != '-' && mark != '/' && mark != '.') return false;
    if (mark != plain[groups[first].end]) return false;
  }
  return (is_day_and_month(parts[0], parts[1]) && is_recent_year(parts[2])) ||
         (is_day_and_month(parts[2], parts[1]) && is_recent_year(parts[0]));
}

std::vector<Range> groups_outside_dates(std::string_view plain) {
  auto const groups = digit_groups(plain);
  std::vector<Range> result;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (is_date(plain, groups, i))
      i += 2;
    else
      result.push_back(groups[i]);
  }
  return result;
}

bool are_one_number(std::string_view plain, Range const& before, Range const& after,
                    std::string_view separators) {
  auto const between = plain.substr(before.end, after.begin - before.end);
  return between.size() <= most_separators &&
         between.find_first_not_of(separators) == std::string_view::npos;
}

struct Digits {
  Range range;
  std::string digits;
};

// All numbers of at most `most` digits that whole groups make up, beginning with group `first`.
std::vector<Digits> numbers_from(std::string_view plain, std::vector<Range> const& groups,
                                 std::size_t first, std::size_t most, std::string_view separators) {
  std::vector<Digits> numbers;
  Digits number{.range = {groups[first].begin, groups[first].begin}, .digits = {}};
  for (auto i = first; i < groups.size(); ++i) {
    if (i > first && !are_one_number(plain, groups[i - 1], groups[i], separators)) break;
    if (number.digits.size() + groups[i].size() > most) break;
    number.digits += plain.substr(groups[i].begin, groups[i].size());
    number.range.end = groups[i].end;
    numbers.push_back(number);
  }
  return numbers;
}

bool passes_eleven_test(std::string_view digits) {
  if (digits.size() != citizen_number_digits) return false;
  int sum = 0;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i)
    sum += (digits[i] - '0') * static_cast<int>(citizen_number_digits - i);
  sum -= digits.back() - '0';
  return sum % 11 == 0 && digits.find_first_not_of('0') != std::string_view::npos;
}

std::optional<Range> find_citizen_number(std::string_view plain, std::vector<Range> const& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (auto const& number : numbers_from(plain, groups, i, citizen_number_digits, " .,-/_:;|\n"))
      if (passes_eleven_test(number.digits)) return number.range;
  return std::nullopt;
}

// No Dutch area code has two digits, but times ("09.30") do; 06 is that of mobile numbers.
bool is_national_number(Digits const& number, Range const& first_group) {
  auto const& digits = number.digits;
  if (digits.size() != national_number_digits || digits[0] != '0' || digits[1] == '0') return false;
  return first_group.size() != 2 || digits[1] == '6';
}

bool is_international_number(Digits const& number, bool has_plus) {
  std::size_t const prefix = has_plus ? 0 : 2;
  if (!has_plus && !number.digits.starts_with("00")) return false;
  if (number.digits.size() < prefix + fewest_international_digits) return false;
  return number.digits[prefix] != '0';
}

std::optional<Range> find_phone_number(std::string_view plain, std::vector<Range> const& groups) {
  constexpr std::string_view separators = " .-/()\n";
  for (std::size_t i = 0; i < groups.size(); ++i) {
    auto const before = plain.substr(0, groups[i].begin);
    auto const last = before.find_last_not_of(" (");
    bool const has_plus = last != std::string_view::npos && before[last] == '+';
    for (auto const& number :
         numbers_from(plain, groups, i, most_international_digits + 2, separators))
      if (is_national_number(number, groups[i]) || is_international_number(number, has_plus))
        return number.range;
  }
  return std::nullopt;
}

bool is_of_word(char letter) {
  return is_digit(letter) || is_latin(letter) || letter == other_letter;
}

std::size_t skip_blanks(std::string_view plain, std::size_t at) {
  while (at < plain.size() && plain[at] == ' ') ++at;
  return at;
}

Range word_around(std::string_view plain, Range range) {
  while (range.begin > 0 && is_of_word(plain[range.begin - 1])) --range.begin;
  while (range.end < plain.size() && is_of_word(plain[range.end])) ++range.end;
  return range;
}

// A dot and a word, whatever blanks stand around it.
bool has_domain(std::string_view plain, std::size_t at) {
  at = skip_blanks(plain, at);
  if (at == plain.size() || plain[at] != '.') return false;
  at = skip_blanks(plain, at + 1);
  return at < plain.size() && is_latin(plain[at]);
}

// "(at)" and "[at]" fool nobody who reads it either.
std::optional<Range> find_mail_address(std::string_view plain) {
  for (std::size_t at = 0; at < plain.size(); ++at) {
    std::size_t length = 0;
    if (plain[at] == '@')
      length = 1;
    else if (auto const four = plain.substr(at, 4); four == "(at)" || four == "[at]")
      length = four.size();
    if (length == 0) continue;
    auto const name = skip_blanks(plain, at + length);
    if (name == plain.size() || !is_of_word(plain[name])) continue;
    auto const found = word_around(plain, {.begin = at, .end = name});
    // "Koffie @ de keukentafel" is an address of nobody; "jan @ voorbeeld . nl" is.
    if (name == at + 1 || length > 1 || has_domain(plain, found.end)) return found;
  }
  return std::nullopt;
}

// The remainder of ISO 7064 MOD 97-10, the first four characters read last.
bool has_iban_check(std::string_view letters) {
  std::string const turned = std::string(letters.substr(4)) + std::string(letters.substr(0, 4));
  std::uint32_t remainder = 0;
  for (auto const letter : turned) {
    if (is_digit(letter))
      remainder = (remainder * 10 + static_cast<std::uint32_t>(letter - '0')) % 97;
    else
      remainder = (remainder * 100 + static_cast<std::uint32_t>((letter | 0x20) - 'a') + 10) % 97;
  }
  return remainder == 1;
}

bool begins_like_iban(std::string_view letters) {
  return is_latin(letters[0]) && is_latin(letters[1]) && is_digit(letters[2]) &&
         is_digit(letters[3]);
}

std::optional<Range> iban_from(std::string_view plain, std::size_t begin) {
  std::string letters;
  std::ptrdiff_t digits = 0;
  for (auto at = begin; at < plain.size() && letters.size() < most_iban_characters; ++at) {
    if (plain[at] == ' ' || plain[at] == '.' || plain[at] == '-') continue;
    if (!is_digit(plain[at]) && !is_latin(plain[at])) break;
    letters += plain[at];
    digits += is_digit(plain[at]) ? 1 : 0;
    if (letters.size() == 4 && !begins_like_iban(letters)) break;
    bool const ends_here = at + 1 == plain.size() || !is_of_word(plain[at + 1]);
    if (ends_here && letters.size() >= fewest_iban_characters &&
        digits >= static_cast<std::ptrdiff_t>(fewest_iban_digits) && has_iban_check(letters))
      return Range{.begin = begin, .end = at + 1};
  }
  return std::nullopt;
}

std::optional<Range> find_bank_account(std::string_view plain) {
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (!is_latin(plain[at]) || (at > 0 && is_of_word(plain[at - 1]))) continue;
    if (auto const found = iban_from(plain, at)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PrivateWords> find_private_words(std::string_view text) {
  auto const plain = plain_text(text.substr(0, most_free_text_bytes));
  auto const groups = groups_outside_dates(plain.letters);
  auto const words = [&](PrivateKind kind, Range range) {
    return PrivateWords{.kind = kind,
                        .found = std::string(plain.original(text, range.begin, range.end))};
  };
  // The digits of an account can be those of a telephone, so it is looked for first.
  if (auto const found = find_bank_account(plain.letters))
    return words(PrivateKind::BankAccount, *found);
  if (auto const found = find_citizen_number(plain.letters, groups))
    return words(PrivateKind::CitizenNumber, *found);
  if (auto const found = find_phone_number(plain.letters, groups))
    return words(PrivateKind::PhoneNumber, *found);
  if (auto const found = find_mail_address(plain.letters))
    return words(PrivateKind::MailAddress, *found);
  return std::nullopt;
}

std::string_view message_about(PrivateKind kind) {
  switch (kind) {
    case PrivateKind::CitizenNumber:
      return message("A BSN must not stand here. Take it out.");
    case PrivateKind::PhoneNumber:
      return message("A telephone number must not stand here. Take it out.");
    case PrivateKind::MailAddress:
      return message("An e-mail address must not stand here. Take it out.");
    case PrivateKind::BankAccount:
      return message("A bank number must not stand here. Take it out.");
  }
  return {};
}

}  // namespace inloop::core::host
