#include "sync/collector/figures_text.h"

#include <map>
#include <string_view>

#include <nlohmann/json.hpp>

#include "kiosk/base/assert.h"
#include "sync/collector/definitions.h"
#include "sync/collector/query.h"
#include "sync/collector/spreadsheet.h"
#include "sync/report/count_event.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

using PlaceNames = std::map<std::string_view, std::string_view>;

PlaceNames names_of(std::span<Place const> places) {
  PlaceNames names;
  for (auto const& place : places) names.emplace(place.id, place.name);
  return names;
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

// Answers to different questions are no one figure, so the question stands beside them.
std::string_view question_of(Figure const& figure) {
  if (figure.subject != "gevoel" || !is_month(figure.period)) return "";
  return report::feeling_question_of(figure.period);
}

// Its keys, in this order, are also the columns of the CSV.
Json row_of(Figure const& figure, PlaceNames const& names) {
  auto const name = names.find(figure.place);
  auto const* const definition = definition_of(figure.subject);
  Json row{{"plek", text_or_null(figure.place)},
           {"plekNaam", text_or_null(name == names.end() ? "" : name->second)},
           {"periode", text_or_null(figure.period)},
           {"onderwerp", text_or_null(figure.subject)},
           {"groep", text_or_null(figure.group)},
           {"niveau", word_for(figure.level)},
           {"status", figure.estimate ? "aanwezig" : "ontbreekt"},
           {"waarde", Json()},
           {"getoond", Json()},
           {"ondergrens95", Json()},
           {"bovengrens95", Json()},
           {"halveBreedte95", Json()},
           {"methode", Json()},
           {"aantalCellen", figure.cells},
           {"aantalPlekken", figure.places},
           {"toelichting", text_or_null(figure.remark)},
           {"vraag", text_or_null(question_of(figure))},
           {"eenheid", text_or_null(definition ? definition->unit : "")},
           {"definitie", text_or_null(definition ? definition->meaning : "")}};
  if (auto const& estimate = figure.estimate) {
    row["waarde"] = estimate->raw;
    row["getoond"] = estimate->shown;
    row["ondergrens95"] = estimate->low;
    row["bovengrens95"] = estimate->high;
    row["halveBreedte95"] = estimate->half_width.counts;
    row["methode"] = word_for(estimate->half_width.method);
  }
  return row;
}

std::string csv_field(Json const& value) {
  if (value.is_null()) return "";
  if (!value.is_string()) return value.dump();
  auto const& text = value.get_ref<std::string const&>();
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const character : text) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted + '"';
}

template <class FieldOf>
std::string csv_line(Json const& row, FieldOf field_of) {
  std::string line;
  for (auto const& column : row.items()) {
    if (!line.empty() || column.key() != row.begin().key()) line += ',';
    line += field_of(column);
  }
  return line + "\r\n";
}

Spreadsheet::Cell sheet_cell(Json const& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return std::string_view(value.get_ref<std::string const&>());
  return value.get<std::int64_t>();
}

}  // namespace

Result<std::string> figures_spreadsheet(std::span<Figure const> figures,
                                        std::span<Place const> places) {
  INLOOP_ASSERT(figures.size() <= most_sheet_rows);
  auto const names = names_of(places);
  Spreadsheet sheet("statistieken");
  std::vector<Spreadsheet::Cell> cells;
  auto const columns = row_of({}, names);
  for (auto const& column : columns.items()) cells.emplace_back(std::string_view(column.key()));
  sheet.add_row(cells);
  for (auto const& figure : figures) {
    auto const row = row_of(figure, names);
    cells.clear();
    for (auto const& value : row) cells.push_back(sheet_cell(value));
    sheet.add_row(cells);
  }
  return sheet.finish();
}

std::string figures_csv(std::span<Figure const> figures, std::span<Place const> places) {
  auto const names = names_of(places);
  std::string csv = csv_line(row_of({}, names), [](auto const& column) { return column.key(); });
  for (auto const& figure : figures)
    csv += csv_line(row_of(figure, names),
                    [](auto const& column) { return csv_field(column.value()); });
  return csv;
}

std::string figures_json(std::span<Figure const> figures, std::span<Place const> places) {
  auto const names = names_of(places);
  auto rows = Json::array();
  for (auto const& figure : figures) rows.push_back(row_of(figure, names));
  // A name in a store that was filled by other hands need not be UTF-8.
  return rows.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace inloop::collector
