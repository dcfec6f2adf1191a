// Measures the collector's stores and prints one table: what it takes in beside a plain PostgreSQL
// client with the same rows in the same run, and what reading costs as places become more.
// Everything goes through the Api, as a request would after its TLS.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/log.h"
#include "sync/collector/api.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/stores.h"
#include "tests/bench/plain_client.h"
#include "tests/collector/postgres_server.h"
#include "tests/collector/town.h"
#include "tests/support/process.h"

namespace {

using namespace inloop;
using namespace inloop::bench;
using namespace inloop::collector;

constexpr int writers = 4;
constexpr std::size_t rounds = 4;  // of taking in; more would measure how psql starts
constexpr int repeats = 31;
constexpr int sample_place = 25;
constexpr int silent_places = 20;  // have not told of the last month, however many places there are
std::string const key(64, 'a');

class StillClock final : public Clock {
 public:
  UtcTime utc() const override { return std::chrono::sys_days{std::chrono::year{2028} / 1 / 20}; }
  std::int64_t uptime_ms() const override { return 0; }
};

template <class T>
T or_throw(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().what);
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

double seconds_of(std::function<void()> const& work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Calls `work` with 0 .. count - 1, spread over the writers.
void spread(std::size_t count, std::function<void(std::size_t)> const& work) {
  std::vector<std::thread> threads;
  for (std::size_t writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      for (std::size_t i = writer; i < count; i += writers) work(i);
    });
  for (auto& thread : threads) thread.join();
}

void add_places(CountStore& store, int places) {
  for (int place = 0; place < places; ++place) or_throw(store.add_place(town_place(place), key));
}

Question post_of(Arrival const& arrival) {
  return {.method = "POST",
          .path = "/v1/bezoektellingen",
          .content_type = "application/cloudevents+json",
          .content_digest = content_digest_of(arrival.bytes),
          .body = arrival.bytes,
          .key_hash = key};
}

void measure_ingest(test::PostgresServer& server, int events) {
  int const places = std::max(1, events / months_of_a_place);
  std::vector<Arrival> arrivals;
  // Month by month, as they come in.
  for (int month = 0; month < months_of_a_place; ++month)
    for (int place = 0; place < places; ++place) arrivals.push_back(town_arrival(place, month));
  auto const fresh = [&] {
    StoreSettings const settings{.kind = StoreKind::Postgres,
                                 .postgres = {.connection = server.new_database()}};
    or_throw(migrate_store(settings, std::chrono::year{2027}));
    add_places(*or_throw(open_store(settings)), places);
    return settings;
  };
  auto const ours = fresh();
  auto const store = or_throw(open_store(ours));
  StillClock const clock;
  Api const api(*store, clock, {.burst = 1'000'000'000, .per_minute = 1'000'000'000});
  std::vector<Question> questions;
  for (auto const& arrival : arrivals) questions.push_back(post_of(arrival));
  auto const other = or_throw(open_store(fresh()));
  PlainClient const plain(fresh().postgres.connection);
  double taken_in = 0;
  double kept = 0;
  double inserted = 0;
  // They take turns, so that a busy moment is one for all of them.
  auto const share = (arrivals.size() + rounds - 1) / rounds;
  for (std::size_t first = 0; first < arrivals.size(); first += share) {
    auto const count = std::min(share, arrivals.size() - first);
    inserted += plain.insert(std::span(arrivals).subspan(first, count), writers);
    kept += seconds_of([&] {
      spread(count, [&](std::size_t i) { (void)or_throw(other->keep(arrivals[first + i])); });
    });
    taken_in += seconds_of([&] {
      spread(count, [&](std::size_t i) {
        if (api.answer(questions[first + i]).status != 201) throw std::runtime_error("refused");
      });
    });
  }
  double const copied = PlainClient(fresh().postgres.connection).copy(arrivals);

  auto const row = [&](char const* what, double seconds) {
    auto const count = static_cast<double>(arrivals.size());
    fmt::print("{:<58} {:>8.0f} {:>6.2f}\n", what, count / seconds, seconds / inserted);
  };
  fmt::print("{} events of 32 cells, {} at once, PostgreSQL{:>14} {:>6}\n", arrivals.size(),
             writers, "events/s", "time");
  row("psql: a transaction an event, the same rows", inserted);
  row("collector: the store alone (and totals of these rows)", kept);
  row("collector: request to answer (and schema, hash, key)", taken_in);
  row("psql: COPY, one transaction for all", copied);
  std::fflush(stdout);
}

struct Read {
  char const* what;
  char const* path;
  std::vector<std::pair<std::string, std::string>> query;
};

std::vector<Read> reads() {
  return {{"overview: all places together, 24 months", "/v1/totalen", {}},
          {"overview: a district", "/v1/totalen", {{"gemeente", "Gemeente 0"}, {"wijk", "Wijk 1"}}},
          {"overview: 50 places, with a year before", "/v1/plekcijfers", {{"periode", "2027-11"}}},
          {"compare: the 50 largest places",
           "/v1/plekcijfers",
           {{"periode", "2027-11"}, {"sorteer", "-waarde"}}},
          {"compare: the 50 largest districts",
           "/v1/wijkcijfers",
           {{"periode", "2027-11"}, {"sorteer", "-waarde"}}},
          {"list: the first 50 places", "/v1/plekken", {{"paginaGrootte", "50"}}},
          {"overview: who is silent", "/v1/stille-plekken", {{"paginaGrootte", "50"}}},
          {"one place: its 24 months", "/v1/plekken/plek-0025/maanden", {}},
          {"one place: its figures", "/v1/statistieken", {{"plek", "plek-0025"}}},
          {"one month: every place's visits, a page",
           "/v1/statistieken",
           {{"periode", "2027-11"}, {"onderwerp", "bezoeken"}}}};
}

Answer answer_to(Api const& api, Read const& read) {
  auto answer = api.answer(
      {.method = "GET", .path = read.path, .query = read.query, .accept = "application/json"});
  if (answer.status != 200) throw std::runtime_error(answer.body);
  return answer;
}

double time_ms(Api const& api, Read const& read) {
  return 1'000 * seconds_of([&] { (void)answer_to(api, read); });
}

// How many entries the answer shows.
std::size_t shown(Api const& api, Read const& read) {
  return nlohmann::json::parse(answer_to(api, read).body).at("resultaten").size();
}

// What PostgreSQL does by itself within a minute or two: a load leaves many old versions of rows.
void tidy(StoreSettings const& settings) {
  if (settings.kind != StoreKind::Postgres) return;
  auto const done =
      test::run({"/usr/bin/psql",
                 {"--no-psqlrc", "-q", "-c", "VACUUM ANALYZE", settings.postgres.connection},
                 {}});
  if (done.exit_code != 0) throw std::runtime_error(done.errors);
}

std::unique_ptr<CountStore> filled_store(StoreSettings const& settings, int places) {
  or_throw(migrate_store(settings, std::chrono::year{2027}));
  auto store = or_throw(open_store(settings));
  add_places(*store, places);
  auto const count = static_cast<std::size_t>(places) * months_of_a_place;
  std::vector<std::string> bytes;
  for (int month = 0; month < months_of_a_place; ++month)
    bytes.push_back(town_arrival(sample_place, month).bytes);
  double const seconds = seconds_of([&] {
    spread(count, [&](std::size_t i) {
      auto const month = i / static_cast<std::size_t>(places);
      auto const place = static_cast<int>(i) % places;
      if (month + 1 == months_of_a_place && place >= places - silent_places) return;
      // Only the bytes of the place that is read are looked into; making each takes the longest.
      auto const arrival = quick_town_arrival(place, static_cast<int>(month), bytes[month]);
      (void)or_throw(store->keep(arrival));
    });
  });
  fmt::print(stderr, "{} places loaded, {:.0f} events/s\n", places,
             static_cast<double>(count) / seconds);
  tidy(settings);
  return store;
}

// [size][read]: the median. The sizes take turns, so that a busy moment is one for all of them.
std::vector<std::vector<double>> read_in_turn(std::vector<std::unique_ptr<Api>> const& apis) {
  std::vector<std::vector<double>> medians(apis.size());
  for (auto const& read : reads()) {
    std::vector<std::vector<double>> times(apis.size());
    for (int repeat = 0; repeat < repeats; ++repeat)
      for (std::size_t size = 0; size < apis.size(); ++size)
        times[size].push_back(time_ms(*apis[size], read));
    for (std::size_t size = 0; size < apis.size(); ++size) {
      std::ranges::nth_element(times[size], times[size].begin() + repeats / 2);
      medians[size].push_back(times[size][repeats / 2]);
    }
  }
  return medians;
}

void print_reads(std::vector<int> const& sizes, std::vector<std::unique_ptr<Api>> const& apis,
                 char const* name) {
  auto const times = read_in_turn(apis);
  fmt::print("{:<44}", fmt::format("reading, ms (entries), p50 of {}, {}", repeats, name));
  for (int const size : sizes) fmt::print(" {:>14}", size);
  fmt::print("    ratio to {}\n", sizes.front());
  for (std::size_t read = 0; read < reads().size(); ++read) {
    fmt::print("{:<44}", reads()[read].what);
    for (std::size_t size = 0; size < apis.size(); ++size)
      fmt::print(" {:>7.2f} {:>6}", times[size][read],
                 fmt::format("({})", shown(*apis[size], reads()[read])));
    for (std::size_t size = 1; size < times.size(); ++size)
      fmt::print("  {:>5.2f}", times[size][read] / times[0][read]);
    fmt::print("\n");
  }
  std::fflush(stdout);
}

void measure_all_reads(test::PostgresServer& server, StoreKind kind,
                       std::vector<int> const& sizes) {
  test::TemporaryFolder const folder;
  StillClock const clock;
  std::vector<std::unique_ptr<CountStore>> stores;
  std::vector<std::unique_ptr<Api>> apis;
  for (int const places : sizes) {
    StoreSettings settings{
        .kind = kind, .database = folder.path() / fmt::format("{}.db", places), .postgres = {}};
    if (kind == StoreKind::Postgres) settings.postgres.connection = server.new_database();
    stores.push_back(filled_store(settings, places));
    apis.push_back(std::make_unique<Api>(*stores.back(), clock));
  }
  print_reads(sizes, apis, kind == StoreKind::Postgres ? "PostgreSQL" : "SQLite");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App arguments("Measures the collector's stores");
  int events = 4'800;
  arguments.add_option("--events", events, "to take in; 0 leaves that out")->capture_default_str();
  std::vector<int> sizes{50, 500, 5'000};
  bool wants_sqlite = false;
  arguments.add_flag("--sqlite", wants_sqlite, "read from SQLite, instead of PostgreSQL");
  arguments.add_option("--places", sizes, "to read among")->capture_default_str();
  CLI11_PARSE(arguments, argc, argv);
  log_only_warnings();
  try {
    test::PostgresServer server;
    if (events > 0) measure_ingest(server, events);
    measure_all_reads(server, wants_sqlite ? StoreKind::Sqlite : StoreKind::Postgres, sizes);
  } catch (std::exception const& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
