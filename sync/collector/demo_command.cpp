#include "sync/collector/demo_command.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <httplib.h>

#include "kiosk/base/log.h"
#include "kiosk/privacy/release.h"
#include "sync/collector/client_key.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/figures.h"
#include "sync/collector/server.h"
#include "sync/collector/simulated_places.h"
#include "sync/collector/throwaway_identity.h"
#include "sync/collector/timestamp.h"
#include "sync/report/health_event.h"

namespace inloop::collector {
namespace {

using namespace std::chrono;

// Known to everybody who knows the seed, so it protects nobody; here nobody is to be protected.
class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::mt19937_64& chance) : m_chance(chance) {}

  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::byte>(m_chance() >> 56U);
    return {};
  }

 private:
  std::mt19937_64& m_chance;
};

year_month month_from(std::string_view word) {  // "2026-10", as last_due_month() gives it
  return year{std::stoi(std::string(word.substr(0, 4)))} /
         month{static_cast<unsigned>(std::stoi(std::string(word.substr(5, 2))))};
}

std::string word_of(year_month month) {
  return fmt::format("{:04}-{:02}", int{month.year()}, unsigned{month.month()});
}

std::string new_id(std::mt19937_64& chance) {  // UUID version 4
  auto const high = chance();
  auto const low = chance();
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU,
                     high & 0xFFFU, 0x8000U | ((low >> 48U) & 0x3FFFU), low & 0xFFFF'FFFF'FFFFU);
}

std::vector<report::Table> wire_tables(std::vector<privacy::ReleasedTable> const& released) {
  std::vector<report::Table> tables;
  for (auto const& one : released) {
    report::Table table{
        one.subject, one.unit, {one.epsilon.numerator, one.epsilon.denominator}, {}};
    for (auto const& cell : one.cells) table.cells.push_back({cell.group, cell.value});
    tables.push_back(std::move(table));
  }
  return tables;
}

// The kiosk of one place: it counts, draws the noise once and numbers its releases.
class SimulatedKiosk {
 public:
  SimulatedKiosk(SimulatedPlace const& place, std::uint64_t seed)
      : m_place(place), m_chance(seeded(place, seed)) {}

  [[nodiscard]] Result<report::CountEvent> close(year_month month, int months_ago) {
    constexpr privacy::Rational budget{7, 2};
    auto counted = simulated_month(m_place, month, months_ago, m_chance);
    SeededRandom random(m_chance);
    auto const released = privacy::release(counted.tables, budget, random);
    if (!released) return within(m_place.id, released.error());
    report::CountEvent event;
    event.id = new_id(m_chance);
    event.source = source();
    event.place = m_place.id;
    event.time = word_of(month + months{1}) + "-04T03:00:00Z";
    event.sequence = ++m_sequence;
    event.period = word_of(month);
    event.tables = wire_tables(*released);
    event.facts = std::move(counted.facts);
    return event;
  }

  // The one that fell silent has a disk that is nearly full.
  [[nodiscard]] report::HealthEvent health(UtcTime now) {
    int const waiting = m_place.history.silent_since_months_ago;
    return {.id = new_id(m_chance),
            .source = source(),
            .place = std::string(m_place.id),
            .time = timestamp(now),
            .software_version = INLOOP_VERSION,
            .outbox_events = waiting,
            .disk_free_mib = waiting > 0 ? 120 : 41'000,
            .clock_skew_s = 0,
            .reader_state = "werkt"};
  }

 private:
  [[nodiscard]] std::string source() const {
    return fmt::format("urn:nld:kvknr:00000000:systeem:{}", m_place.id);
  }
  static std::mt19937_64 seeded(SimulatedPlace const& place, std::uint64_t seed) {
    std::vector<std::uint64_t> words(place.id.begin(), place.id.end());
    words.push_back(seed & 0xFFFF'FFFFU);
    words.push_back(seed >> 32U);
    std::seed_seq mixed(words.begin(), words.end());
    return std::mt19937_64(mixed);
  }

  SimulatedPlace const& m_place;
  std::mt19937_64 m_chance;
  std::int64_t m_sequence = 0;
};

Result<> post(httplib::SSLClient& client, char const* path, std::string const& bytes) {
  auto const answer =
      client.Post(path, httplib::Headers{{"Content-Digest", content_digest_of(bytes)}}, bytes,
                  "application/cloudevents+json; charset=utf-8");
  if (!answer) return failure("the collector gives no answer: {}", to_string(answer.error()));
  if (answer->status != 201 && answer->status != 204)
    return failure("the collector refuses an event: {} {}", answer->status, answer->body);
  return {};
}

bool is_lost(SimulatedHistory const& history, int months_ago) {
  return months_ago < history.silent_since_months_ago ||
         std::ranges::find(history.lost_months_ago, months_ago) != history.lost_months_ago.end();
}

// Gives how many events arrived.
Result<std::size_t> fill_place(SimulatedPlace const& place, std::uint64_t seed, year_month last,
                               UtcTime now, httplib::SSLClient& client) {
  SimulatedKiosk kiosk(place, seed);
  std::size_t arrived = 0;
  for (int ago = std::min(place.history.opened_months_ago, demo_months - 1); ago >= 0; --ago) {
    auto const event = kiosk.close(last - months{ago}, ago);
    if (!event) return tl::unexpected<Error>(event.error());
    if (is_lost(place.history, ago)) continue;
    auto const bytes = report::to_json(*event);
    if (!bytes) return within(place.id, bytes.error());
    if (auto const posted = post(client, "/v1/bezoektellingen", *bytes); !posted)
      return within(place.id, posted.error());
    ++arrived;
  }
  auto const health = report::to_json(kiosk.health(now));
  if (!health) return within(place.id, health.error());
  if (auto const posted = post(client, "/v1/zuilgezondheid", *health); !posted)
    return within(place.id, posted.error());
  return arrived;
}

Result<> refuse_when_used(CountStore& store) {
  auto const places = store.places();
  if (!places) return tl::unexpected<Error>(places.error());
  auto const events = store.count_events({});
  if (!events) return tl::unexpected<Error>(events.error());
  if (!places->empty() || *events > 0)
    return failure(
        "this store holds {} places and {} events; the demo fills only an empty one: "
        "name another in store.database",
        places->size(), *events);
  return {};
}

Result<> add_places(CountStore& store, std::string const& key_hash, year_month last) {
  for (auto const& place : simulated_places()) {
    auto const opened = last - months{std::min(place.history.opened_months_ago, demo_months - 1)};
    auto const added = store.add_place({.id = std::string(place.id),
                                        .name = std::string(place.name),
                                        .since = word_of(opened) + "-01T00:00:00Z",
                                        .municipality = "Demostad",
                                        .district = std::string(place.district)},
                                       key_hash);
    if (!added) return within(place.id, added.error());
  }
  return {};
}

}  // namespace

Result<DemoFilling> fill_with_demo(CountStore& store, std::uint64_t seed, Clock const& clock,
                                   std::function<void(DemoFilling const&)> const& progress) {
  if (auto const unused = refuse_when_used(store); !unused)
    return tl::unexpected<Error>(unused.error());
  auto const identity = ThrowawayIdentity::make();
  if (!identity) return tl::unexpected<Error>(identity.error());
  auto const key_hash = key_hash_of_file(identity->certificate());
  if (!key_hash) return tl::unexpected<Error>(key_hash.error());
  auto const last = month_from(last_due_month(clock.utc()));
  if (auto const added = add_places(store, *key_hash, last); !added)
    return tl::unexpected<Error>(added.error());

  Api const api(store, clock);
  ServerSettings settings;
  settings.tls = {.certificate = identity->certificate(),
                  .private_key = identity->private_key(),
                  .client_authority = identity->certificate()};
  auto const server = Server::start(settings, api, clock, [] {});
  if (!server) return tl::unexpected<Error>(server.error());
  httplib::SSLClient client("127.0.0.1", server->port(), identity->certificate().string(),
                            identity->private_key().string());
  client.set_ca_cert_path(identity->certificate().c_str());
  client.enable_server_certificate_verification(true);

  DemoFilling filling;
  for (auto const& place : simulated_places()) {
    auto const arrived = fill_place(place, seed, last, clock.utc(), client);
    if (!arrived) return tl::unexpected<Error>(arrived.error());
    ++filling.places;
    filling.events += *arrived;
    progress(filling);
  }
  // The throwaway key must open no door later.
  auto const revoked = store.revoke_key("", *key_hash, timestamp(clock.utc()));
  if (!revoked) return tl::unexpected<Error>(revoked.error());
  return filling;
}

int demo(Settings const& settings, std::uint64_t seed) {
  auto store = open_store(settings.store);
  if (!store) {
    log::error("{}", store.error().what);
    return EXIT_FAILURE;
  }
  log_only_warnings();  // a line for each event would hide the progress
  auto const filled = fill_with_demo(**store, seed, system_clock(), [](DemoFilling const& so_far) {
    fmt::print("{:2} of {} places, {} months\n", so_far.places, simulated_places().size(),
               so_far.events);
    std::fflush(stdout);
  });
  if (!filled) {
    log::error("{}", filled.error().what);
    return EXIT_FAILURE;
  }
  fmt::print("Now start \"serve\" with the same settings and open its address in a browser.\n");
  return EXIT_SUCCESS;
}

}  // namespace inloop::collector
