#pragma once
// An event as it arrives, for tests to change one thing in.

#include <stdexcept>
#include <string>
#include <utility>

#include "kiosk/base/clock.h"
#include "sync/collector/count_store.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"

namespace inloop::collector {

// The facts of a place without activities.
[[nodiscard]] inline report::Facts sample_facts(std::string_view period) {
  report::Facts facts{.dayparts_scheduled = 22,
                      .dayparts_open = 22,
                      .feeling_question = std::string(report::feeling_question_of(period)),
                      .sessions = {},
                      .software_version = "0.1.0"};
  for (auto const* kind : {"ontmoeten", "bewegen", "koken", "leren", "maken", "helpen", "advies"})
    facts.sessions.push_back({.kind = kind});
  return facts;
}

// The event as it would be if it told of another month.
[[nodiscard]] inline report::CountEvent in_month(std::string period, report::CountEvent event) {
  event.facts = sample_facts(period);
  event.period = std::move(period);
  return event;
}

// Place "klooslaan" in November 2026, two tables; the eight digits tell events apart.
[[nodiscard]] inline report::CountEvent sample_event(int number = 1) {
  report::CountEvent event;
  event.id = fmt::format("{:08}-8f0a-4c7d-9b1e-2f6a7d8c9e01", number);
  event.source = "urn:nld:kvknr:12345678:systeem:kiosk-1";
  event.place = "klooslaan";
  event.time = "2026-12-04T03:00:00Z";
  event.sequence = number;
  event.period = "2026-11";
  event.tables = {
      {"bezoeken", "geteldePersoon", {1, 1}, {{"volwassenen", 187}, {"kinderen", -1}}},
      {"eersteKeer", "antwoord", {1, 2}, {{"ja", 52}, {"nee", 90}, {"overgeslagen", 33}}}};
  event.facts = sample_facts(event.period);
  return event;
}

[[nodiscard]] inline std::string bytes_of(report::CountEvent const& event) {
  auto bytes = report::to_json(event);
  if (!bytes) throw std::runtime_error(bytes.error().what);
  return *std::move(bytes);
}

// The moment at which it arrives.
class StillClock final : public Clock {
 public:
  UtcTime utc() const override {
    using namespace std::chrono;
    return UtcTime{sys_days{2026y / December / 4} + 3h + 7s};
  }
  std::int64_t uptime_ms() const override { return 0; }
};

inline StillClock const still_clock;

[[nodiscard]] inline Arrival arrival_of(report::CountEvent const& event,
                                        std::string received_at = "2026-12-04T03:00:07Z") {
  auto bytes = bytes_of(event);
  auto hash = report::content_hash(bytes);
  return {event, std::move(bytes), std::move(hash), std::move(received_at)};
}

[[nodiscard]] inline report::CountEvent told_by(std::string place, std::string period, int number) {
  auto event = in_month(std::move(period), sample_event(number));
  event.place = std::move(place);
  return event;
}

}  // namespace inloop::collector
