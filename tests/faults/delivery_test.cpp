// At-least-once from the kiosk, effectively once at the collector, whatever dies in between.

#include <cstdlib>
#include <map>
#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sync/report/receipt.h"
#include "tests/faults/delivery_world.h"

namespace inloop::test {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

constexpr int rounds = 36;
constexpr int longest_calm_ms = 700;  // a courier delivers several events in it

void live_through_faults(DeliveryWorld& world, std::mt19937& random) {
  auto const chance = [&random](unsigned of_ten) { return random() % 10 < of_ten; };
  world.start_collector();
  world.start_courier();
  for (int round = 0; round < rounds; ++round) {
    for (auto count = random() % 4; count > 0; --count) world.publish_next();
    world.let_run(milliseconds{random() % longest_calm_ms});
    bool const kills_collector = chance(5);
    bool const kills_courier = chance(6);
    if (kills_collector) world.kill_collector();
    if (kills_courier) world.kill_courier();
    // Now and then the courier is up for a while without a collector.
    if (kills_courier) world.start_courier();
    if (kills_collector && chance(5)) world.let_run(milliseconds{random() % longest_calm_ms});
    if (kills_collector) world.start_collector();
  }
}

void check_receipts(DeliveryWorld const& world) {
  for (auto const& [event, bytes] : world.published()) {
    CAPTURE(event.sequence);
    auto const receipt = report::receipt_from(world.receipt_for(event));
    REQUIRE(receipt);
    CHECK(receipt->hash == report::content_hash(bytes));
    CHECK(receipt->source == event.source);
  }
}

void check_collector(DeliveryWorld const& world) {
  std::multimap<std::string, std::string> kept;  // id and hash
  for (auto const& text : world.kept_events()) {
    auto const entry = json::parse(text);
    kept.emplace(entry.at("id"), entry.at("inhoudshash"));
  }
  CHECK(kept.size() == world.published().size());
  for (auto const& [event, bytes] : world.published()) {
    CAPTURE(event.sequence);
    REQUIRE(kept.count(event.id) == 1);
    CHECK(kept.find(event.id)->second == report::content_hash(bytes));
  }
}

// Set where another test looks at all that is said: see tests/standards/delivery_test.mjs.
std::optional<Between> between() {
  auto const number = [](char const* name) {
    auto const* const text = std::getenv(name);
    return static_cast<std::uint16_t>(text == nullptr ? 0 : std::atoi(text));
  };
  auto const port = number("INLOOP_BETWEEN_PORT");
  if (port == 0) return std::nullopt;
  return Between{.port = port,
                 .collector_port = number("INLOOP_BETWEEN_COLLECTOR_PORT"),
                 .certificates = std::getenv("INLOOP_BETWEEN_CERTIFICATES")};
}

}  // namespace

TEST_CASE("Whatever dies during delivery, each release is at the collector exactly once") {
  auto const seed = Catch::rngSeed();
  WARN("seed " << seed);
  std::mt19937 random(seed);
  DeliveryWorld world(std::nullopt, between());
  live_through_faults(world, random);
  world.publish_next();

  INFO(world.errors());
  REQUIRE(world.wait_until_delivered(std::chrono::seconds{60}));
  CHECK(world.published().size() >= 24);
  auto const status = json::parse(world.courier_status());
  CHECK(status.at("parked").empty());
  check_receipts(world);
  check_collector(world);
}

}  // namespace inloop::test
