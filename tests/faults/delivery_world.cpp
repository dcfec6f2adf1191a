#include "tests/faults/delivery_world.h"

#include <csignal>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace inloop::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path const programs = INLOOP_BINARY_DIR "/bin";
constexpr int page_size = 50;  // the most that the collector gives at once

fs::path made(fs::path folder) {
  fs::create_directories(folder);
  return folder;
}

void require(bool condition, std::string const& what) {
  if (!condition) throw std::runtime_error(what);
}

report::CountEvent event_number(int number) {
  report::CountEvent event;
  event.id = fmt::format("6f9619ff-8b86-4d01-b42d-{:012x}", number);
  event.source = "urn:nld:kvknr:12345678:systeem:kiosk-1";
  event.place = "klooslaan";
  event.time = "2026-11-04T03:00:00Z";
  event.sequence = number;
  event.period = fmt::format("{}-{:02}", 2010 + (number - 1) / 12, (number - 1) % 12 + 1);
  event.tables = {{"bezoeken",
                   "geteldePersoon",
                   {1, 1},
                   {{"volwassenen", 1000 + number}, {"kinderen", -number}}}};
  event.facts = {.dayparts_scheduled = 22,
                 .dayparts_open = 22,
                 .feeling_question = std::string(report::feeling_question_of(event.period)),
                 .sessions = {},
                 .software_version = "0.1.0"};
  for (auto const* kind : {"ontmoeten", "bewegen", "koken", "leren", "maken", "helpen", "advies"})
    event.facts.sessions.push_back({.kind = kind});
  return event;
}

}  // namespace

DeliveryWorld::Way DeliveryWorld::straight(fs::path const& folder) {
  TestCa const ca(folder, "ca");
  auto const server = ca.issue("collector", Purpose::Server);
  auto const port = free_port();
  return {.authority = ca.certificate(),
          .kiosk = ca.issue("kiosk-1", Purpose::Client),
          .port = port,
          .listen = fmt::format(R"([listen]
port = {}
[tls]
certificate = "{}"
private_key = "{}"
client_authority = "{}"
)",
                                port, server.certificate.string(), server.key.string(),
                                ca.certificate().string())};
}

DeliveryWorld::Way DeliveryWorld::through(Between const& between) {
  auto const& folder = between.certificates;
  return {
      .authority = folder / "ca.pem",
      .kiosk = {folder / "kiosk.pem", folder / "kiosk-key.pem"},
      .port = between.port,
      .listen = fmt::format("[listen]\nport = {}\nbehind_proxy = true\n", between.collector_port)};
}

DeliveryWorld::DeliveryWorld(std::optional<outbox::Folders> const& hatch,
                             std::optional<Between> const& between)
    : m_folders(hatch ? *hatch
                      : outbox::Folders{made(m_folder.path() / "outbox"),
                                        made(m_folder.path() / "receipts")}),
      m_way(between ? through(*between) : straight(m_folder.path())) {
  made(path("state"));
  write("collector.toml", m_way.listen + "[store]\ndatabase = \"collector.db\"\n");
  write("sync.toml", fmt::format(R"([collector]
url = "https://localhost:{}/v1/bezoektellingen"
authorities = "{}"
certificate = "{}"
key = "{}"
[folders]
outbox = "{}"
receipts = "{}"
state = "state"
[timing]
poll_seconds = 1
longest_start_delay_seconds = 0
first_retry_seconds = 1
longest_retry_seconds = 1
)",
                                 m_way.port, m_way.authority.string(),
                                 m_way.kiosk.certificate.string(), m_way.kiosk.key.string(),
                                 m_folders.outbox.string(), m_folders.receipts.string()));
  auto const added = run({programs / "inloop-collector",
                          {"--config", path("collector.toml"), "place", "add", "--id", "klooslaan",
                           "--name", "Klooslaan", "--certificate", m_way.kiosk.certificate},
                          {}});
  require(added.exit_code == 0, "the place was not added: " + added.errors);
}

void DeliveryWorld::publish_next() {
  auto const event = event_number(static_cast<int>(m_published.size()) + 1);
  auto const bytes = report::to_json(event).value();
  auto const done = outbox::publish(m_folders, event.sequence, event.id, bytes);
  require(done.has_value(), done ? "" : done.error().what);
  m_published.push_back({event, bytes});
}

void DeliveryWorld::start_collector() {
  m_collector.emplace(
      Command{programs / "inloop-collector", {"--config", path("collector.toml"), "serve"}, {}});
  require(m_collector->wait_for_line("listening on").has_value(),
          "the collector does not listen: " + m_collector->errors());
}

void DeliveryWorld::start_courier() {
  m_courier.emplace(Command{programs / "inloop-sync", {"--config", path("sync.toml"), "run"}, {}});
  require(m_courier->wait_for_line("started").has_value(),
          "the courier does not start: " + m_courier->errors());
}

void DeliveryWorld::kill_collector() {
  m_collector->signal(SIGKILL);
  require(m_collector->wait() == 128 + SIGKILL, "the collector had ended: " + errors());
}

void DeliveryWorld::kill_courier() {
  m_courier->signal(SIGKILL);
  require(m_courier->wait() == 128 + SIGKILL, "the courier had ended: " + errors());
}

void DeliveryWorld::let_run(std::chrono::milliseconds duration) {
  // The courier never ends by itself, so this takes the time that is asked for.
  require(!m_courier->wait(duration), "the courier ended: " + m_courier->errors());
}

bool DeliveryWorld::wait_until_delivered(std::chrono::seconds longest) {
  auto const deadline = std::chrono::steady_clock::now() + longest;
  while (std::chrono::steady_clock::now() < deadline) {
    auto const waiting = json::parse(courier_status()).at("queued").size();
    auto const has_all = [&] {
      for (auto const& one : m_published)
        if (!outbox::has_receipt(m_folders, one.event.id).value()) return false;
      return true;
    };
    if (waiting == 0 && has_all()) return true;
    let_run(std::chrono::milliseconds{200});
  }
  return false;
}

std::string DeliveryWorld::receipt_for(report::CountEvent const& event) const {
  return outbox::read_receipt(m_folders, event.id).value();
}

std::string DeliveryWorld::courier_status() const {
  return run({programs / "inloop-sync", {"--config", path("sync.toml"), "status", "--json"}, {}})
      .output;
}

std::vector<std::string> DeliveryWorld::kept_events() const {
  std::vector<std::string> events;
  for (int page = 1;; ++page) {
    auto const answer = json::parse(
        ask(fmt::format("/v1/bezoektellingen?pagina={}&paginaGrootte={}", page, page_size)));
    for (auto const& entry : answer.at("resultaten")) events.push_back(entry.dump());
    if (answer.at("resultaten").size() < page_size) return events;
  }
}

std::string DeliveryWorld::errors() const {
  return (m_collector ? m_collector->errors() : "") + (m_courier ? m_courier->errors() : "");
}

std::filesystem::path DeliveryWorld::path(std::string_view name) const {
  return m_folder.path() / name;
}

void DeliveryWorld::write(std::string_view name, std::string const& text) const {
  std::ofstream(path(name)) << text;
}

std::string DeliveryWorld::ask(std::string const& path_and_query) const {
  auto const finished = run({"/usr/bin/curl",
                             {"--silent", "--show-error", "--fail", "--cacert", m_way.authority,
                              fmt::format("https://localhost:{}{}", m_way.port, path_and_query)},
                             {}});
  require(finished.exit_code == 0, "the collector does not answer: " + finished.errors);
  return finished.output;
}

}  // namespace inloop::test
