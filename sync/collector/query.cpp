#include "sync/collector/query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace inloop::collector {
namespace {

constexpr std::size_t most_objections = 20;

constexpr std::string_view a_month = "een maand, zoals 2026-11";

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}
bool is_small(char character) {
  return character >= 'a' && character <= 'z';
}

bool is_word(std::string_view text) {
  return text.size() <= 40 && std::ranges::all_of(text, [](char character) {
           return is_small(character) || (character >= 'A' && character <= 'Z');
         });
}

bool is_name(std::string_view text) {
  return text.size() <= greatest_area_name_bytes;
}

bool is_order(std::string_view text) {
  return text == "naam" || text == "-waarde";
}

bool is_search(std::string_view text) {
  return text.size() <= greatest_place_name_bytes;
}

bool is_form(std::string_view text) {
  return std::ranges::find(form_names, text, &FormName::word) != form_names.end();
}

}  // namespace

bool is_place_id(std::string_view text) {
  return !text.empty() && text.size() <= greatest_place_id_bytes && text.front() != '-' &&
         std::ranges::all_of(text, [](char character) {
           return is_small(character) || is_digit(character) || character == '-';
         });
}

bool is_month(std::string_view text) {
  if (text.size() != 7 || !text.starts_with("20") || text[4] != '-') return false;
  if (!is_digit(text[2]) || !is_digit(text[3])) return false;
  auto const month = text.substr(5);
  return month >= "01" && month <= "12" && is_digit(month[0]) && is_digit(month[1]);
}

Filter QueryReader::filter() {
  return {.place = place(),
          .area = area(),
          .period = matching("periode", is_month, a_month),
          .subject = subject()};
}

std::string QueryReader::place() {
  return matching("plek", is_place_id, "kleine letters, cijfers en streepjes");
}

std::string QueryReader::subject() {
  return matching("onderwerp", is_word, "een woord, zoals bezoeken");
}

Area QueryReader::area() {
  static constexpr std::string_view a_name = "een naam van ten hoogste 60 bytes";
  return {.municipality = matching("gemeente", is_name, a_name),
          .district = matching("wijk", is_name, a_name)};
}

Ranking QueryReader::ranking() {
  static constexpr std::string_view a_group = "een groep van het onderwerp, zoals kinderen";
  Ranking ranking{.period = required("periode", is_month, a_month),
                  .compared_with = {},
                  .subject = subject(),
                  .group = matching("groep", is_word, a_group),
                  .order = Order::ByName};
  if (!ranking.period.empty())
    ranking.compared_with = month_word(month_number(ranking.period) - 12);
  if (ranking.subject.empty()) ranking.subject = "bezoeken";
  if (matching("sorteer", is_order, "naam of -waarde") == "-waarde")
    ranking.order = Order::LargestFirst;
  return ranking;
}

std::string QueryReader::search() {
  return matching("zoek", is_search, "een deel van een naam, ten hoogste 100 bytes");
}

MonthRange QueryReader::months() {
  MonthRange const range{.first = matching("van", is_month, a_month),
                         .last = matching("totEnMet", is_month, a_month)};
  if (!range.first.empty() && !range.last.empty() && range.first > range.last)
    object("totEnMet", "Deze maand ligt voor die van de parameter van.");
  return range;
}

Page QueryReader::page(std::int64_t usual_size, std::int64_t greatest_size) {
  return {.number = number("pagina", 1, most_pages),
          .size = number("paginaGrootte", usual_size, greatest_size)};
}

Form QueryReader::form() {
  auto const asked = matching("formaat", is_form, "json, csv, sdmx-csv of ods");
  if (!asked.empty()) return std::ranges::find(form_names, asked, &FormName::word)->form;
  std::array<std::string_view, form_names.size()> types;
  std::ranges::transform(form_names, types.begin(), &FormName::type);
  return form_names[wanted_most(m_question.accept, types).value_or(0)].form;
}

std::vector<Objection> QueryReader::finish() {
  for (auto const& [key, value] : m_question.query)
    if (!m_known.contains(key)) object(key, "Deze parameter bestaat hier niet.");
  return std::move(m_objections);
}

std::string QueryReader::value_of(std::string_view key) {
  m_known.emplace(key);
  std::string found;
  int times = 0;
  for (auto const& [name, value] : m_question.query) {
    if (name != key) continue;
    found = value;
    if (++times == 2) object(key, "Deze parameter mag er maar een keer staan.");
  }
  if (times > 0 && found.empty()) object(key, "Deze parameter is leeg.");
  return found;
}

std::string QueryReader::matching(std::string_view key, bool (*is_right)(std::string_view),
                                  std::string_view what_would_be_right) {
  auto value = value_of(key);
  if (value.empty() || is_right(value)) return value;
  object(key, fmt::format("Verwacht: {}.", what_would_be_right));
  return {};
}

std::string QueryReader::required(std::string_view key, bool (*is_right)(std::string_view),
                                  std::string_view what_would_be_right) {
  auto const is_key = [key](auto const& parameter) { return parameter.first == key; };
  if (std::ranges::none_of(m_question.query, is_key))
    object(key, fmt::format("Deze parameter is nodig: {}.", what_would_be_right));
  return matching(key, is_right, what_would_be_right);
}

std::int64_t QueryReader::number(std::string_view key, std::int64_t otherwise,
                                 std::int64_t greatest) {
  auto const value = value_of(key);
  if (value.empty()) return otherwise;
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && end == value.data() + value.size() && number >= 1 &&
      number <= greatest)
    return number;
  object(key, fmt::format("Verwacht: een geheel getal van 1 tot en met {}.", greatest));
  return otherwise;
}

void QueryReader::object(std::string_view key, std::string detail) {
  if (m_objections.size() >= most_objections) return;
  m_objections.push_back({"query", std::string(key.substr(0, 40)), std::move(detail)});
}

}  // namespace inloop::collector
