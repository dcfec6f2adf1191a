#include "kiosk/core/host/counts_words.h"

#include <array>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "kiosk/core/host/noise.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/release_tables.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host::counting {
namespace {

struct KnownTable {
  std::string_view subject;
  std::string_view picture;
  std::string_view title;
  std::string_view meaning;
};

constexpr std::array known_tables{
    KnownTable{"bezoeken", "👥", message("Visits"),
               message("People who were counted in. Who comes twice counts twice.")},
    KnownTable{"drukte", "🕙", message("When people come"),
               message("The same people, by weekday and part of the day.")},
    KnownTable{"eersteKeer", "👋🏽", message("First time this month?"),
               message("Answers to this question. One for each check-in.")},
    KnownTable{"deelnames", "🧶", message("Taking part"),
               message("People at activities: counted by hosts, or places that were taken.")},
    KnownTable{"vrijwilligers", "🤝🏽", message("Volunteers"),
               message("Volunteers at work, a number for each part of the day.")},
    KnownTable{"gevoel", "🙂", message("How people leave"),
               message("Answers to the question of this month.")}};

struct KnownCell {
  std::string_view subject;
  std::string_view group;
  std::string_view title;
};

constexpr std::array known_cells{
    KnownCell{"bezoeken", "volwassenen", message("Adults")},
    KnownCell{"bezoeken", "kinderen", message("Children")},
    KnownCell{"drukte", "buitenOpeningstijd", message("Outside opening hours")},
    KnownCell{"eersteKeer", "ja", message("Yes")},
    KnownCell{"eersteKeer", "nee", message("No")},
    KnownCell{"eersteKeer", "overgeslagen", message("Not answered")},
    KnownCell{"vrijwilligers", "vrijwilligers", message("Volunteers")},
    KnownCell{"gevoel", "ja", message("Yes")},
    KnownCell{"gevoel", "eenBeetje", message("A little")},
    KnownCell{"gevoel", "nee", message("No")}};

KnownTable const* find_table(std::string_view subject) {
  for (auto const& table : known_tables)
    if (table.subject == subject) return &table;
  return nullptr;
}

std::optional<std::string> slot_in_words(std::string_view group, Words const& words) {
  for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
    for (auto const daypart : all_dayparts)
      if (slot_word(std::chrono::weekday(iso_day), daypart) == group)
        return filled(words.text("{day}, {daypart}"),
                      {{"day", planning::weekday_in_words(iso_day, words)},
                       {"daypart", daypart_in_words(daypart, words)}});
  return std::nullopt;
}

NumberRow number_row(std::string label, std::int64_t exact, int half_width, Words const& words) {
  auto const low = number_in_words(exact - half_width);
  auto const high = number_in_words(exact + half_width);
  NumberRow row{.label = phrase(std::move(label)),
                .exact = number_in_words(exact),
                .sent = filled(words.text("{low} to {high}"), {{"low", low}, {"high", high}}),
                .sentence = {}};
  row.sentence = phrase(
      filled(words.text("The real number is {exact}. The municipality gets a number between {low} "
                        "and {high}."),
             {{"exact", row.exact}, {"low", low}, {"high", high}}));
  return row;
}

}  // namespace

std::string number_in_words(std::int64_t value) {
  constexpr std::string_view minus = "\u2212";
  return isolated(value < 0 ? std::string(minus) + fmt::format("{}", -value)
                            : fmt::format("{}", value));
}

std::string short_month(Period period, Language language, Words const& words) {
  static constexpr std::array names{message("January"), message("February"), message("March"),
                                    message("April"),   message("May"),      message("June"),
                                    message("July"),    message("August"),   message("September"),
                                    message("October"), message("November"), message("December")};
  constexpr int letters = 3;
  auto const number = unsigned{period.month()};
  if (language == Language::Arabic || language == Language::Persian ||
      language == Language::Tigrinya)
    return number_in_words(number);
  std::string shortened;
  auto const& listed = names[number - 1];
  auto const name = words.text(listed);
  std::string_view rest = name;
  for (int i = 0; i < letters && !rest.empty(); ++i) {
    auto const letter = first_character(rest);
    shortened += letter;
    rest.remove_prefix(letter.size());
  }
  return shortened;
}

std::string_view picture_of_table(privacy::ExactTable const& table) {
  auto const* const known = find_table(table.subject);
  return known != nullptr ? known->picture : "🔢";
}

std::string table_in_words(privacy::ExactTable const& table, Words const& words) {
  auto const* const listed = find_table(table.subject);
  return listed != nullptr ? words.text(listed->title) : table.subject;
}

std::string meaning_of_table(privacy::ExactTable const& table, Words const& words) {
  auto const* const listed = find_table(table.subject);
  return listed != nullptr ? words.text(listed->meaning) : std::string();
}

std::string cell_in_words(privacy::ExactTable const& table, privacy::ExactCell const& cell,
                          Words const& words) {
  for (auto const& listed : known_cells)
    if (listed.subject == table.subject && listed.group == cell.group)
      return words.text(listed.title);
  if (table.subject == "deelnames")
    for (auto const kind : all_activity_kinds)
      if (kind_word(kind) == cell.group) return planning::kind_in_words(kind, words);
  return slot_in_words(cell.group, words).value_or(cell.group);
}

std::int64_t sum_of(privacy::ExactTable const& table) {
  return std::accumulate(
      table.cells.begin(), table.cells.end(), std::int64_t{0},
      [](std::int64_t sum, privacy::ExactCell const& cell) { return sum + cell.count; });
}

std::string noise_in_words(privacy::ExactTable const& table, Words const& words) {
  return counted(words.text("Each number is changed by {count} at most, nearly always."),
                 half_width_95(table.epsilon, 1));
}

std::string epsilon_in_words(privacy::ExactTable const& table, Words const& words) {
  auto const& epsilon = table.epsilon;
  auto const value = epsilon.denominator == 1
                         ? fmt::format("{}", epsilon.numerator)
                         : fmt::format("{}/{}", epsilon.numerator, epsilon.denominator);
  return filled(words.text("Epsilon {value}: the smaller, the more is changed."),
                {{"value", isolated(value)}});
}

std::vector<NumberRow> number_rows(privacy::ExactTable const& table, Words const& words) {
  auto const half_width = half_width_95(table.epsilon, 1);
  std::vector<NumberRow> rows;
  for (auto const& cell : table.cells)
    rows.push_back(number_row(cell_in_words(table, cell, words), cell.count, half_width, words));
  return rows;
}

}  // namespace inloop::core::host::counting
