#include "sync/report/health_event.h"

#include <catch2/catch.hpp>

namespace {

using namespace inloop::report;

HealthEvent sample_health() {
  return {.id = "0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01",
          .source = "urn:nld:kvknr:12345678:systeem:kiosk-1",
          .place = "klooslaan",
          .time = "2026-12-05T06:00:00Z",
          .software_version = "0.1.0",
          .outbox_events = 2,
          .disk_free_mib = 18'432,
          .clock_skew_s = -1,
          .reader_state = "werkt"};
}

std::string changed(std::string_view from, std::string_view to) {
  auto bytes = to_json(sample_health()).value();
  bytes.replace(bytes.find(from), from.size(), to);
  return bytes;
}

TEST_CASE("a health event is read back as it was written, with and without a measured clock") {
  auto event = sample_health();
  if (GENERATE(false, true)) event.clock_skew_s.reset();
  auto const bytes = to_json(event);
  REQUIRE(bytes);
  CHECK(health_event_from(*bytes) == event);
}

TEST_CASE("a health event says nothing that its schema does not list") {
  CHECK(objections_to_health(changed("\"kaartlezer\"", "\"bezoekers\": 12, \"kaartlezer\"")) ==
        std::vector<std::string>{"/data/bezoekers: hoort hier niet"});
  CHECK(objections_to_health(changed("\"werkt\"", "\"Jan\"")).size() == 1);
  CHECK(objections_to_health(changed("0.1.0", "Jan was hier")).size() == 1);
}

TEST_CASE("a health event of another place than its subject, or of no moment, is refused") {
  CHECK(objections_to_health(changed("\"plek\": \"klooslaan\"", "\"plek\": \"elders\"")).size() ==
        1);
  CHECK(objections_to_health(changed("2026-12-05T06", "2026-02-30T06")).size() == 1);
  CHECK(objections_to_health("{").size() == 1);
}

TEST_CASE("a health event that breaks its schema is not written") {
  auto event = sample_health();
  event.place = "Klooslaan 1";
  CHECK_FALSE(to_json(event));
}

}  // namespace
