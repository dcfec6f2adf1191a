#include "sync/report/count_event_rules.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/assert.h"
#include "sync/report/count_event.h"

namespace inloop::report {
namespace {

using nlohmann::json;

int number_in(std::string_view text, std::size_t position, std::size_t digits) {
  int number = 0;
  std::from_chars(text.data() + position, text.data() + position + digits, number);
  return number;
}

Objections objections_to_groups(json const& table, std::size_t table_index) {
  Objections objections;
  std::set<std::string> groups;
  std::size_t index = 0;
  for (auto const& cell : table.at("cellen")) {
    if (!groups.insert(cell.at("groep").get<std::string>()).second)
      objections.push_back(fmt::format("/data/tabellen/{}/cellen/{}/groep: deze groep staat er al",
                                       table_index, index));
    ++index;
  }
  return objections;
}

Objections objections_to_sessions(json const& sessions) {
  Objections objections;
  std::set<std::string> kinds;
  std::size_t index = 0;
  for (auto const& fact : sessions) {
    auto const number = [&fact](char const* name) { return fact.at(name).get<std::int64_t>(); };
    if (!kinds.insert(fact.at("soort").get<std::string>()).second)
      objections.push_back(
          fmt::format("/data/feiten/bijeenkomsten/{}/soort: deze soort staat er al", index));
    if (number("gehouden") + number("afgelast") > number("gepland"))
      objections.push_back(fmt::format(
          "/data/feiten/bijeenkomsten/{}/gepland: dit is minder dan gehouden en afgelast samen",
          index));
    ++index;
  }
  return objections;
}

}  // namespace

bool is_moment(std::string_view time) {
  if (time.size() != std::string_view("2026-02-30T03:00:00Z").size()) return false;
  std::chrono::year_month_day const date{
      std::chrono::year{number_in(time, 0, 4)},
      std::chrono::month{static_cast<unsigned>(number_in(time, 5, 2))},
      std::chrono::day{static_cast<unsigned>(number_in(time, 8, 2))}};
  return date.ok() && number_in(time, 11, 2) < 24;
}

std::string_view feeling_question_of(std::string_view period) {
  constexpr std::array<std::string_view, 3> in_turn{"gezien", "gedragen", "gesteund"};
  INLOOP_ASSERT(period.size() == std::string_view("2026-11").size());
  auto const month = number_in(period, 5, 2);
  INLOOP_ASSERT(month >= 1 && month <= 12);
  return in_turn[static_cast<std::size_t>(month - 1) % in_turn.size()];
}

Objections objections_to_meaning(json const& event) {
  Objections objections;
  auto const& data = event.at("data");
  if (data.at("plek") != event.at("subject"))
    objections.emplace_back("/data/plek: hier hoort de plek die in subject staat");
  if (!is_moment(event.at("time").get<std::string>()))
    objections.emplace_back("/time: dit moment bestaat niet");

  std::set<std::string> subjects;
  std::size_t index = 0;
  for (auto const& table : data.at("tabellen")) {
    if (!subjects.insert(table.at("onderwerp").get<std::string>()).second)
      objections.push_back(
          fmt::format("/data/tabellen/{}/onderwerp: dit onderwerp staat er al", index));
    for (auto& objection : objections_to_groups(table, index))
      objections.push_back(std::move(objection));
    ++index;
  }
  auto const& facts = data.at("feiten");
  auto const question = feeling_question_of(data.at("periode").get<std::string>());
  // Events from before feelings and sessions were counted go on being read.
  if (facts.value("gevoelsvraag", std::string(question)) != question)
    objections.push_back(
        fmt::format("/data/feiten/gevoelsvraag: hier hoort de vraag van deze maand: {}", question));
  for (auto& objection : objections_to_sessions(facts.value("bijeenkomsten", json::array())))
    objections.push_back(std::move(objection));
  return objections;
}

}  // namespace inloop::report
