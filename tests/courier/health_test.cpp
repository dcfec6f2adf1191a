#include "sync/courier/health.h"

#include <catch2/catch.hpp>

#include "sync/report/health_event.h"
#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;

KioskIdentity const klooslaan{.place = "klooslaan",
                              .source = "urn:nld:kvknr:12345678:systeem:kiosk-1"};

// Remembers what it is told and answers as it is set to.
class HealthHttp final : public Http {
 public:
  HttpOutcome outcome = answer_of(204, "", "");
  std::vector<std::string> sent;

  HttpOutcome post(Request const& request) override {
    sent.emplace_back(request.body);
    return outcome;
  }
};

struct Courier {
  HealthHttp http;
  FakeClock clock;
  SeededRandom random{1};
  KioskIdentity identity = klooslaan;
  HealthReporter reporter{identity,
                          {.http = http,
                           .clock = clock,
                           .random = random,
                           .free_mib = [] { return 18'432; },
                           .reader_state = [this] { return reader; }}};
  outbox::ReaderState reader = outbox::ReaderState::Unknown;

  void look_after(std::chrono::minutes pause, Wellbeing const& wellbeing = {}) {
    clock.now += pause;
    reporter.look_at(wellbeing);
  }
};

using namespace std::chrono_literals;

TEST_CASE("health is told at start and then once a day, in an event that the schema allows") {
  Courier courier;
  courier.look_after(0h, {.waiting_events = 3, .clock_skew = seconds{-2}});
  REQUIRE(courier.http.sent.size() == 1);
  auto const event = report::health_event_from(courier.http.sent.front());
  REQUIRE(event);
  CHECK(event->place == "klooslaan");
  CHECK(event->source == klooslaan.source);
  CHECK(event->outbox_events == 3);
  CHECK(event->disk_free_mib == 18'432);
  CHECK(event->clock_skew_s == -2);
  CHECK(event->reader_state == "onbekend");
  courier.look_after(23h);
  CHECK(courier.http.sent.size() == 1);
  courier.look_after(1h);
  REQUIRE(courier.http.sent.size() == 2);
  CHECK(report::health_event_from(courier.http.sent.back())->id != event->id);
}

TEST_CASE("a card reader that changes is told within the hour, and then a day passes again") {
  Courier courier;
  courier.look_after(0h);
  courier.reader = outbox::ReaderState::Missing;
  courier.look_after(59min);
  CHECK(courier.http.sent.size() == 1);
  courier.look_after(1min);
  REQUIRE(courier.http.sent.size() == 2);
  CHECK(report::health_event_from(courier.http.sent.back())->reader_state == "storing");
  courier.look_after(23h);
  CHECK(courier.http.sent.size() == 2);
  courier.look_after(1h);
  CHECK(courier.http.sent.size() == 3);
}

TEST_CASE("health that does not arrive is tried again hours later, not at once") {
  Courier courier;
  courier.http.outcome = GENERATE(HttpOutcome(NoAnswer{Trouble::Connection, "no way"}),
                                  HttpOutcome(answer_of(404, "application/problem+json", "{}")));
  courier.look_after(0h);
  courier.look_after(5h);
  CHECK(courier.http.sent.size() == 1);
  courier.look_after(1h);
  CHECK(courier.http.sent.size() == 2);
}

TEST_CASE("a courier that does not know its kiosk, or what day it is, tells nothing") {
  Courier courier;
  HealthReporter nameless(
      {}, {.http = courier.http, .clock = courier.clock, .random = courier.random, .free_mib = [] {
             return 1;
           }});
  nameless.look_at({});
  courier.clock.now = UtcTime{};
  courier.reporter.look_at({});
  CHECK(courier.http.sent.empty());
}

TEST_CASE("health goes to the neighbour of the address that counts go to") {
  CHECK(health_url("https://host/v1/bezoektellingen") == "https://host/v1/zuilgezondheid");
}

}  // namespace
