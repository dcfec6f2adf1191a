// Asks the real collector as a bad day does: many clients that send a byte a second, and beside
// them kiosks that mean well and stay within every limit. Prints how these were served, whether any
// of them was refused or cut off, how much memory the collector took, and whether everything it
// acknowledged is there.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <httplib.h>

#include "sync/collector/client_key.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/count_store_sqlite.h"
#include "tests/collector/raw_client.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_ca.h"

namespace {

using namespace inloop;
using namespace inloop::collector;
using namespace std::chrono_literals;
using Watch = std::chrono::steady_clock;

struct Options {
  std::filesystem::path collector;
  int dribbling = 100;
  int well_meaning = 100;
  int seconds = 60;
  int threads = 128;
};

// What the well-meaning clients saw.
class Tally {
 public:
  void add(httplib::Result const& answer, Watch::duration duration) {
    std::lock_guard const guard(m_mutex);
    if (!answer)
      ++(answer.error() == httplib::Error::Connection ? m_not_connected : m_cut_off);
    else if (answer->status == 429 || answer->status == 503)
      ++(answer->status == 429 ? m_too_often : m_busy);
    else if (answer->status >= 300)
      ++m_objected_to;
    else
      m_durations.push_back(std::chrono::duration<double, std::milli>(duration).count());
  }

  void print() {
    std::ranges::sort(m_durations);
    auto const at = [this](double share) {
      if (m_durations.empty()) return 0.0;
      auto const last = static_cast<double>(m_durations.size() - 1);
      return m_durations.at(static_cast<std::size_t>(last * share));
    };
    fmt::print("answered {}; ms: median {:.1f}, 99 % {:.1f}, longest {:.1f}\n", m_durations.size(),
               at(0.5), at(0.99), at(1));
    fmt::print("refused by a limit {}: too often (429) {}, busy (503) {}, not connected {}\n",
               m_too_often + m_busy + m_not_connected, m_too_often, m_busy, m_not_connected);
    fmt::print("cut off {}; answered with an objection {}\n", m_cut_off, m_objected_to);
  }

  std::atomic<std::int64_t> stored{0};
  std::atomic<std::int64_t> dribblers_cut{0};

 private:
  std::mutex m_mutex;
  std::vector<double> m_durations;
  std::int64_t m_too_often = 0;
  std::int64_t m_busy = 0;
  std::int64_t m_not_connected = 0;
  std::int64_t m_cut_off = 0;
  std::int64_t m_objected_to = 0;
};

std::string place_of(int client) {
  return fmt::format("plek-{}", client);
}

report::CountEvent event_of(int client, int number) {
  auto event = in_month(fmt::format("20{:02}-{:02}", 20 + number / 12 % 6, number % 12 + 1),
                        sample_event(client * 1'000 + number + 1));
  event.place = place_of(client);
  return event;
}

// A byte a second of a request that never ends; anew when it is cut off.
void dribble(int port, std::atomic<bool> const& is_over, Tally& tally) {
  while (!is_over) {
    try {
      RawClient client(port);
      client.write("GET /v1/plekken HTTP/1.1\r\nX-Slow: ");
      while (!is_over && client.write("a")) std::this_thread::sleep_for(1s);
      if (!is_over) ++tally.dribblers_cut;
    } catch (std::exception const&) {
      ++tally.dribblers_cut;
      std::this_thread::sleep_for(1s);
    }
  }
}

// Posts a month and reads a list in turn, each on a connection of its own, with a rest between.
void mean_well(int client, int port, test::TestCa const& ca, test::Identity const& kiosk,
               std::atomic<bool> const& is_over, Tally& tally) {
  for (int number = 0; !is_over; ++number) {
    httplib::SSLClient connection("127.0.0.1", port, kiosk.certificate, kiosk.key);
    connection.set_ca_cert_path(ca.certificate().c_str());
    connection.set_read_timeout(30s);
    auto const bytes = bytes_of(event_of(client, number % 72));
    auto const began = Watch::now();
    auto const answer =
        number % 2 == 0
            ? connection.Post("/v1/bezoektellingen",
                              httplib::Headers{{"Content-Digest", content_digest_of(bytes)}}, bytes,
                              "application/cloudevents+json; charset=utf-8")
            : connection.Get("/v1/plekken?paginaGrootte=10");
    tally.add(answer, Watch::now() - began);
    if (answer && answer->status == 201) ++tally.stored;
    std::this_thread::sleep_for(500ms);
  }
}

std::int64_t peak_memory_kib(int process) {
  std::ifstream status(fmt::format("/proc/{}/status", process));
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6));
  return 0;
}

int run(Options const& options) {
  test::TemporaryFolder const folder;
  test::TestCa const ca(folder.path(), "ca");
  auto const server = ca.issue("collector", test::Purpose::Server);
  std::vector<test::Identity> kiosks;  // each its own: what a key may send is limited
  {
    auto const store = open_sqlite_store(folder.path() / "collector.db").value();
    for (int client = 0; client < options.well_meaning; ++client) {
      kiosks.push_back(ca.issue(fmt::format("kiosk-{}", client), test::Purpose::Client));
      auto const key = key_hash_of_file(kiosks.back().certificate).value();
      if (!store->add_place({place_of(client), "Plek", "2020-01-01T00:00:00Z"}, key)) return 1;
    }
  }
  auto const settings = folder.write(
      "collector.toml",
      fmt::format("[listen]\nport = 0\n[tls]\ncertificate = \"{}\"\nprivate_key = \"{}\"\n"
                  "client_authority = \"{}\"\n[store]\ndatabase = \"collector.db\"\n"
                  "[limits]\nthreads = {}\n",
                  server.certificate.string(), server.key.string(), ca.certificate().string(),
                  options.threads));
  test::Process collector({options.collector, {"--config", settings.string(), "serve"}, {}});
  auto const line = collector.wait_for_line("listening on");
  if (!line) return 1;
  int const port = std::stoi(line->substr(line->rfind(' ') + 1));

  Tally tally;
  std::atomic<bool> is_over{false};
  std::vector<std::thread> clients;
  for (int client = 0; client < options.dribbling; ++client)
    clients.emplace_back([&] { dribble(port, is_over, tally); });
  std::this_thread::sleep_for(2s);  // they take their places first
  for (int client = 0; client < options.well_meaning; ++client)
    clients.emplace_back([&, client] {
      mean_well(client, port, ca, kiosks[static_cast<std::size_t>(client)], is_over, tally);
    });
  std::this_thread::sleep_for(std::chrono::seconds(options.seconds));
  is_over = true;
  for (auto& client : clients) client.join();

  auto const memory_kib = peak_memory_kib(collector.id());
  collector.signal(SIGTERM);
  static_cast<void>(collector.wait());
  auto const kept = open_sqlite_store(folder.path() / "collector.db").value()->count_events({});
  fmt::print("{} dribbling, {} well-meaning clients, {} threads, {} s\n", options.dribbling,
             options.well_meaning, options.threads, options.seconds);
  tally.print();
  fmt::print("dribblers cut off {} times; peak memory {} MiB\n", tally.dribblers_cut.load(),
             memory_kib / 1'024);
  fmt::print("acknowledged {} new events, kept {}: {}\n", tally.stored.load(), *kept,
             *kept >= tally.stored ? "nothing lost" : "LOST");
  return *kept >= tally.stored ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App arguments("Measures how the collector bears slow clients");
  arguments.add_option("--collector", options.collector, "the program")->required();
  arguments.add_option("--dribbling", options.dribbling)->capture_default_str();
  arguments.add_option("--well-meaning", options.well_meaning)->capture_default_str();
  arguments.add_option("--seconds", options.seconds)->capture_default_str();
  arguments.add_option("--threads", options.threads, "of the collector")->capture_default_str();
  CLI11_PARSE(arguments, argc, argv);
  std::signal(SIGPIPE, SIG_IGN);
  return run(options);
}
