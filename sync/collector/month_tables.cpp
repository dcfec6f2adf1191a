#include "sync/collector/month_tables.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "sync/collector/definitions.h"
#include "sync/collector/list_answer.h"
#include "sync/collector/place_json.h"
#include "sync/report/count_event.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

// The epsilon of a table, unless it was changed between the tables that were added up.
Json common_epsilon(EpsilonCounts const& counts) {
  if (counts.size() != 1) return nullptr;
  auto const [numerator, denominator] = counts.begin()->first;
  return epsilon_json({numerator, denominator});
}

}  // namespace

void MonthTables::add(std::string_view subject, std::string_view group, std::int64_t value,
                      report::Epsilon epsilon, std::int64_t cells) {
  auto& at = table(subject);
  auto* sum = &at.whole;
  if (!group.empty()) {
    auto const found = std::ranges::find(at.groups, group, &Sum::group);
    sum = found == at.groups.end() ? &at.groups.emplace_back(Sum{.group = std::string(group)})
                                   : &*found;
  }
  sum->value += value;
  sum->epsilons[{epsilon.numerator, epsilon.denominator}] += cells;
}

Json MonthTables::json(std::string_view period, HalfWidths& half_widths) const {
  auto tables = Json::array();
  for (auto const& table : m_tables) {
    auto const* const definition = definition_of(table.subject);
    auto const question = table.subject == "gevoel" ? report::feeling_question_of(period) : "";
    auto groups = Json::array();
    for (auto const& group : table.groups) {
      Json cell{{"groep", group.group}};
      cell.update(figure_json(group.value, group.epsilons, half_widths));
      groups.push_back(std::move(cell));
    }
    tables.push_back({{"onderwerp", table.subject},
                      {"eenheid", text_or_null(definition ? definition->unit : "")},
                      {"vraag", text_or_null(question)},
                      {"epsilon", common_epsilon(table.whole.epsilons)},
                      {"totaal", figure_json(table.whole.value, table.whole.epsilons, half_widths)},
                      {"cellen", std::move(groups)}});
  }
  return tables;
}

MonthTables::Table& MonthTables::table(std::string_view subject) {
  auto const found = std::ranges::find(m_tables, subject, &Table::subject);
  if (found != m_tables.end()) return *found;
  m_tables.push_back({.subject = std::string(subject), .whole = {}, .groups = {}});
  return m_tables.back();
}

}  // namespace inloop::collector
