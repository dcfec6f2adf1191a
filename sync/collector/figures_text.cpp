#include "sync/collector/figures_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <variant>

#include <nlohmann/json.hpp>

#include "kiosk/base/assert.h"
#include "sync/collector/definitions.h"
#include "sync/collector/query.h"
#include "sync/collector/spreadsheet.h"
#include "sync/report/count_event.h"

namespace inloop::collector {
namespace {

using Value = Spreadsheet::Cell;  // nothing, a number or a text

struct Field {
  std::string_view column;
  Value value;
};

using PlaceNames = std::map<std::string_view, std::string_view>;

PlaceNames names_of(std::span<Place const> places) {
  PlaceNames names;
  for (auto const& place : places) names.emplace(place.id, place.name);
  return names;
}

Value text_or_nothing(std::string_view text) {
  return text.empty() ? Value() : Value(text);
}

// Answers to different questions are no one figure, so the question stands beside them.
std::string_view question_of(Figure const& figure) {
  if (figure.subject != "gevoel" || !is_month(figure.period)) return "";
  return report::feeling_question_of(figure.period);
}

// What a spreadsheet and a program read of a figure, in the order of the columns. The texts are the
// figure's own or live as long as the program.
auto row_of(Figure const& figure, PlaceNames const& names) {
  auto const name = names.find(figure.place);
  auto const* const definition = definition_of(figure.subject);
  auto const& estimate = figure.estimate;
  auto const number = [&estimate](std::int64_t Estimate::*field) {
    return estimate ? Value(*estimate.*field) : Value();
  };
  return std::array{
      Field{"plek", text_or_nothing(figure.place)},
      Field{"plekNaam", text_or_nothing(name == names.end() ? "" : name->second)},
      Field{"periode", text_or_nothing(figure.period)},
      Field{"onderwerp", text_or_nothing(figure.subject)},
      Field{"groep", text_or_nothing(figure.group)},
      Field{"niveau", word_for(figure.level)},
      Field{"status", std::string_view(estimate ? "aanwezig" : "ontbreekt")},
      Field{"waarde", number(&Estimate::raw)},
      Field{"getoond", number(&Estimate::shown)},
      Field{"ondergrens95", number(&Estimate::low)},
      Field{"bovengrens95", number(&Estimate::high)},
      Field{"halveBreedte95", estimate ? Value(estimate->half_width.counts) : Value()},
      Field{"methode", estimate ? Value(word_for(estimate->half_width.method)) : Value()},
      Field{"aantalCellen", figure.cells},
      Field{"aantalPlekken", figure.places},
      Field{"toelichting", text_or_nothing(figure.remark)},
      Field{"vraag", text_or_nothing(question_of(figure))},
      Field{"eenheid", text_or_nothing(definition ? definition->unit : "")},
      Field{"definitie", text_or_nothing(definition ? definition->meaning : "")}};
}

void append_csv(std::string& csv, Value const& value) {
  if (auto const* const number = std::get_if<std::int64_t>(&value)) csv += std::to_string(*number);
  auto const* const text = std::get_if<std::string_view>(&value);
  if (text == nullptr) return;
  if (text->find_first_of(",\"\r\n") == std::string::npos) {
    csv += *text;
    return;
  }
  csv += '"';
  for (char const character : *text) {
    if (character == '"') csv += '"';
    csv += character;
  }
  csv += '"';
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char character) {
    return character >= ' ' && character <= '~' && character != '"' && character != '\\';
  });
}

// A document tree of every line would take most of the time of an answer.
void append_json(std::string& json, Value const& value) {
  if (auto const* const number = std::get_if<std::int64_t>(&value)) {
    json += std::to_string(*number);
  } else if (auto const* const text = std::get_if<std::string_view>(&value)) {
    if (is_plain(*text))
      json.append(1, '"').append(*text).append(1, '"');
    else
      // A name in a store that was filled by other hands need not be UTF-8.
      json += nlohmann::json(*text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  } else {
    json += "null";
  }
}

}  // namespace

Result<std::string> figures_spreadsheet(std::span<Figure const> figures,
                                        std::span<Place const> places) {
  INLOOP_ASSERT(figures.size() <= most_sheet_rows);
  auto const names = names_of(places);
  Spreadsheet sheet("statistieken");
  std::vector<Value> cells;
  for (auto const& field : row_of({}, names)) cells.emplace_back(field.column);
  sheet.add_row(cells);
  for (auto const& figure : figures) {
    cells.clear();
    for (auto const& field : row_of(figure, names)) cells.push_back(field.value);
    sheet.add_row(cells);
  }
  return sheet.finish();
}

std::string figures_csv(std::span<Figure const> figures, std::span<Place const> places) {
  auto const names = names_of(places);
  std::string csv;
  for (auto const& field : row_of({}, names)) csv.append(field.column).append(1, ',');
  for (auto const& figure : figures) {
    csv.replace(csv.size() - 1, 1, "\r\n");
    for (auto const& field : row_of(figure, names)) {
      append_csv(csv, field.value);
      csv += ',';
    }
  }
  return csv.replace(csv.size() - 1, 1, "\r\n");
}

std::string figures_json(std::span<Figure const> figures, std::span<Place const> places) {
  auto const names = names_of(places);
  std::string json = "[";
  for (auto const& figure : figures) {
    json += '{';
    for (auto const& [column, value] : row_of(figure, names)) {
      json.append(1, '"').append(column).append("\":");
      append_json(json, value);
      json += ',';
    }
    json.back() = '}';
    json += ',';
  }
  if (figures.empty()) return "[]";
  json.back() = ']';
  return json;
}

}  // namespace inloop::collector
