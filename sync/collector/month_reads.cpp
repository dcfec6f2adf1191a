#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/collector/figures.h"
#include "sync/collector/intake.h"
#include "sync/collector/list_answer.h"
#include "sync/collector/month_tables.h"
#include "sync/collector/months.h"
#include "sync/collector/place_json.h"
#include "sync/collector/place_reads.h"
#include "sync/collector/query.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

// What one place told of one month: the regular release, and what came late as its own.
struct ToldMonth {
  MonthTables tables;
  Json facts;
  Json kinds = Json::array();
  std::string received_at;
};

// From the first month a place told of, or in which it was added, to the last that should be here.
MonthSpan months_of(PlaceState const& state, UtcTime now) {
  MonthSpan months{
      .first = month_number(state.first_period.empty() ? state.place.since : state.first_period),
      .last = month_number(last_due_month(now))};
  if (!state.place.retired_at.empty())
    months.last = std::min(months.last, month_number(state.place.retired_at));
  if (!state.last_period.empty())
    months.last = std::max(months.last, month_number(state.last_period));
  return months;
}

Json facts_json(report::Facts const& facts) {
  auto sessions = Json::array();
  for (auto const& session : facts.sessions)
    sessions.push_back({{"soort", session.kind},
                        {"gepland", session.planned},
                        {"gehouden", session.held},
                        {"afgelast", session.cancelled}});
  return {{"dagdelenGepland", facts.dayparts_scheduled},
          {"dagdelenOpen", facts.dayparts_open ? Json(*facts.dayparts_open) : Json()},
          {"bijeenkomsten", std::move(sessions)},
          {"softwareversie", facts.software_version}};
}

void add_event(ToldMonth& month, KeptEvent const& kept, std::string_view subject) {
  auto const event = report::count_event_let_through(kept.bytes);
  if (!event) return;  // a store that was filled by other hands
  for (auto const& table : event->tables) {
    if (!subject.empty() && subject != table.subject) continue;
    for (auto const& cell : table.cells) {
      month.tables.add(table.subject, cell.group, cell.value, table.epsilon, 1);
      month.tables.add(table.subject, "", cell.value, table.epsilon, 1);
    }
  }
  if (kept.release.kind == "regulier" || month.facts.is_null())
    month.facts = facts_json(event->facts);
  month.kinds.push_back(kept.release.kind);
  month.received_at = std::max(month.received_at, kept.release.received_at);
}

Json month_json(int number, ToldMonth const* told, HalfWidths& half_widths) {
  auto const period = month_word(number);
  if (told == nullptr)
    return {{"periode", period},        {"status", "ontbreekt"},     {"ontvangenOp", nullptr},
            {"soorten", Json::array()}, {"tabellen", Json::array()}, {"feiten", nullptr}};
  return {{"periode", period},
          {"status", "aanwezig"},
          {"ontvangenOp", told->received_at},
          {"soorten", told->kinds},
          {"tabellen", told->tables.json(period, half_widths)},
          {"feiten", told->facts}};
}

// The id in "/v1/plekken/{plek}" and below it.
std::string place_in(std::string_view path) {
  constexpr std::string_view before = "/v1/plekken/";
  path.remove_prefix(before.size());
  return std::string(path.substr(0, path.find('/')));
}

Answer no_such_place() {
  return answer_with({.status = 404,
                      .type = "onbekende-plek",
                      .title = "Onbekende plek",
                      .detail = "Deze plek bestaat niet."});
}

}  // namespace

Answer read_place(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const id = place_in(question.path);
  if (!is_place_id(id)) return no_such_place();
  auto const states = store.states({.place = id}, {.offset = 0, .limit = 1});
  if (!states) return store_failure(states.error());
  if (states->empty()) return no_such_place();
  return json_answer(text_of(place_json(states->front(), last_due_month(clock.utc()))));
}

Answer read_months(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  auto const wanted = query.months();
  auto const subject = query.subject();
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const id = place_in(question.path);
  if (!is_place_id(id)) return no_such_place();
  auto const states = store.states({.place = id}, {.offset = 0, .limit = 1});
  if (!states) return store_failure(states.error());
  if (states->empty()) return no_such_place();
  auto const& state = states->front();
  auto const now = clock.utc();
  auto const months = narrowed(months_of(state, now), wanted);

  // Of every month there is at most one release of each of two kinds.
  constexpr std::int64_t most_releases = std::int64_t{2} * 12 * 100;
  auto const events = store.events({.place = id}, {.offset = 0, .limit = most_releases});
  if (!events) return store_failure(events.error());
  std::map<int, ToldMonth> told;
  for (auto const& event : *events) {
    int const month = month_number(event.release.period);
    if (month >= months.first && month <= months.last) add_event(told[month], event, subject);
  }
  HalfWidths half_widths;
  auto results = Json::array();
  for (int month = months.first; month <= months.last; ++month) {
    auto const found = told.find(month);
    results.push_back(
        month_json(month, found == told.end() ? nullptr : &found->second, half_widths));
  }
  return json_answer(text_of(
      {{"plek", place_json(state, last_due_month(now))}, {"resultaten", std::move(results)}}));
}

}  // namespace inloop::collector
