#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sync/collector/figures.h"
#include "sync/collector/intake.h"
#include "sync/collector/list_answer.h"
#include "sync/collector/month_tables.h"
#include "sync/collector/months.h"
#include "sync/collector/place_reads.h"
#include "sync/collector/query.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

// What the places of an area told of one month, together.
struct AreaMonth {
  MonthTables tables;
  std::map<std::string, std::int64_t> places_by_subject;

  // A place may leave a subject out, so the subject that most places told of counts.
  [[nodiscard]] std::int64_t places() const {
    std::int64_t most = 0;
    for (auto const& [subject, count] : places_by_subject) most = std::max(most, count);
    return most;
  }
};

// Up to the present month, of which some may have told already.
MonthSpan months_of(std::vector<Lifetime> const& lifetimes, UtcTime now) {
  MonthSpan months{.first = 0, .last = month_number(month_of(now))};
  months.first = months.last + 1;
  for (auto const& lifetime : lifetimes)
    months.first = std::min(months.first, month_number(lifetime.first_period));
  return months;
}

std::int64_t expected_places(std::vector<Lifetime> const& lifetimes, int month) {
  std::int64_t places = 0;
  for (auto const& lifetime : lifetimes)
    if (month_number(lifetime.first_period) <= month &&
        (lifetime.last_period.empty() || month_number(lifetime.last_period) >= month))
      places += lifetime.places;
  return places;
}

std::map<int, AreaMonth> by_month(std::vector<Total> const& totals) {
  std::map<int, AreaMonth> months;
  for (auto const& total : totals) {
    auto& month = months[month_number(total.period)];
    month.tables.add(total.subject, total.group, total.value, total.epsilon, total.cells);
    if (total.group.empty()) month.places_by_subject[total.subject] += total.places;
  }
  return months;
}

Json month_json(int number, AreaMonth const& month, std::int64_t expected,
                HalfWidths& half_widths) {
  auto const period = month_word(number);
  return {{"periode", period},
          {"status", month.tables.is_empty() ? "ontbreekt" : "aanwezig"},
          {"aantalPlekken", month.places()},
          {"verwachtePlekken", std::max(expected, month.places())},
          {"tabellen", month.tables.json(period, half_widths)}};
}

}  // namespace

Answer read_totals(Question const& question, CountStore& store, Clock const& clock) {
  QueryReader query(question);
  auto const area = query.area();
  auto const wanted = query.months();
  auto const subject = query.subject();
  if (auto refused = refusal(query.finish())) return *std::move(refused);
  auto const lifetimes = store.lifetimes(area);
  if (!lifetimes) return store_failure(lifetimes.error());
  auto const months = narrowed(months_of(*lifetimes, clock.utc()), wanted);
  auto results = Json::array();
  if (months.first <= months.last) {
    auto const totals = store.totals({.area = area,
                                      .first_period = month_word(months.first),
                                      .last_period = month_word(months.last),
                                      .subject = subject,
                                      .detail = Detail::Groups});
    if (!totals) return store_failure(totals.error());
    auto told = by_month(*totals);
    int const last_due = month_number(last_due_month(clock.utc()));
    int const last_told = told.empty() ? last_due : told.rbegin()->first;
    int const last = std::min(months.last, std::max(last_due, last_told));
    HalfWidths half_widths;
    for (int month = months.first; month <= last; ++month)
      results.push_back(
          month_json(month, told[month], expected_places(*lifetimes, month), half_widths));
  }
  return json_answer(text_of({{"gemeente", text_or_null(area.municipality)},
                              {"wijk", text_or_null(area.district)},
                              {"resultaten", std::move(results)}}));
}

}  // namespace inloop::collector
