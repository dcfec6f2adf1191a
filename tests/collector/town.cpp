#include "tests/collector/town.h"

#include <stdexcept>

#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

using report::Table;

std::string id_of(int place) {
  return fmt::format("plek-{:04}", place);
}

std::string period_of(int month) {
  return fmt::format("{}-{:02}", 2026 + month / 12, month % 12 + 1);
}

// Any figures do; these are never the same twice in a row.
std::int64_t figure(int place, int month, std::size_t cell) {
  return (place * 7 + month * 13 + static_cast<int>(cell) * 5) % 200 - 3;
}

std::vector<report::Cell> cells(std::vector<std::string> const& groups, int place, int month) {
  std::vector<report::Cell> cells;
  for (auto const& group : groups) cells.push_back({group, figure(place, month, cells.size())});
  return cells;
}

// Open on weekdays, all three dayparts.
std::vector<std::string> opening() {
  std::vector<std::string> groups;
  for (auto const* day : {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"})
    for (auto const* daypart : {"Ochtend", "Middag", "Avond"})
      groups.push_back(std::string(day) + daypart);
  groups.emplace_back("buitenOpeningstijd");
  return groups;
}

std::vector<std::string> const activities{"ontmoeten", "bewegen", "koken", "leren",
                                          "maken",     "helpen",  "advies"};

report::Facts facts_of(std::string const& period) {
  report::Facts facts{.dayparts_scheduled = 66,
                      .feeling_question = std::string(report::feeling_question_of(period)),
                      .sessions = {},
                      .software_version = "0.1.0"};
  for (auto const& kind : activities) facts.sessions.push_back({.kind = kind});
  return facts;
}

report::CountEvent event_of(int place, int month) {
  report::CountEvent event;
  event.id = fmt::format("{:08x}-{:04x}-4c7d-9b1e-2f6a7d8c9e01", place, month);
  event.source = fmt::format("urn:nld:kvknr:12345678:systeem:kiosk-{}", place);
  event.place = id_of(place);
  event.time = period_of(month + 1) + "-04T03:00:00Z";
  event.sequence = month + 1;
  event.period = period_of(month);
  event.tables = {
      Table{"bezoeken", "geteldePersoon", {1, 1}, cells({"volwassenen", "kinderen"}, place, month)},
      Table{"drukte", "geteldePersoon", {1, 2}, cells(opening(), place, month)},
      Table{"eersteKeer", "antwoord", {1, 2}, cells({"ja", "nee", "overgeslagen"}, place, month)},
      Table{"deelnames", "deelname", {1, 2}, cells(activities, place, month)},
      Table{"vrijwilligers", "vrijwilligerDagdeel", {1, 2}, cells({"vrijwilligers"}, place, month)},
      Table{"gevoel", "antwoord", {1, 2}, cells({"ja", "eenBeetje", "nee"}, place, month)}};
  event.facts = facts_of(event.period);
  return event;
}

}  // namespace

Place town_place(int place) {
  int const district = place / places_of_a_district;
  return {.id = id_of(place),
          .name = fmt::format("Huis {}", place),
          .since = "2026-01-01T00:00:00Z",
          .municipality = fmt::format("Gemeente {}", district / 10),
          .district = fmt::format("Wijk {}", district % 10),
          .retired_at = {}};
}

Arrival town_arrival(int place, int month) {
  auto event = event_of(place, month);
  auto bytes = report::to_json(event);
  if (!bytes) throw std::runtime_error(bytes.error().what);
  auto hash = report::content_hash(*bytes);
  return {.event = std::move(event),
          .bytes = *std::move(bytes),
          .hash = std::move(hash),
          .received_at = "2028-01-04T03:00:07Z"};
}

Arrival quick_town_arrival(int place, int month, std::string bytes) {
  auto hash = report::content_hash(bytes);
  return {.event = event_of(place, month),
          .bytes = std::move(bytes),
          .hash = std::move(hash),
          .received_at = "2028-01-04T03:00:07Z"};
}

}  // namespace inloop::collector
