#include "sync/courier/commands.h"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>

#include "kiosk/base/log.h"
#include "kiosk/base/service_notify.h"
#include "sync/courier/kernel_random.h"
#include "sync/courier/signals.h"
#include "sync/courier/worker.h"

namespace inloop::courier {
namespace {

using std::chrono::milliseconds;

std::unique_ptr<Http> http_to(std::string url, CollectorConfig const& collector, Signals& signals) {
  return curl_http({.url = std::move(url),
                    .authority_file = collector.authorities,
                    .client_certificate_file = collector.certificate,
                    .client_key_file = collector.key,
                    .pinned_public_keys = collector.pinned_keys,
                    .proxy = collector.proxy,
                    .least_tls = collector.least_tls,
                    .is_stop_asked = [&signals] { return signals.is_stop_asked(); }});
}

// Everything a worker needs, in the order in which it must be made and outlived.
struct Workshop {
  FolderLock lock;
  Signals signals;
  std::unique_ptr<Files> files;
  std::unique_ptr<Http> http;
  std::unique_ptr<Http> health_http;
  KernelRandom random;
};

Result<std::unique_ptr<Workshop>> open_workshop(Config const& config) {
  auto lock = FolderLock::take(config.state);
  if (!lock) return tl::unexpected(lock.error());
  auto signals = Signals::take();
  if (!signals) return tl::unexpected(signals.error());
  // On the heap, because the http of it refers to the signals of it.
  auto workshop = std::make_unique<Workshop>(Workshop{*std::move(lock),
                                                      *std::move(signals),
                                                      folder_files(config.folders(), config.state),
                                                      {},
                                                      {},
                                                      {}});
  auto const& collector = config.collector;
  workshop->http = http_to(collector.url, collector, workshop->signals);
  workshop->health_http = http_to(health_url(collector.url), collector, workshop->signals);
  return workshop;
}

Result<Worker> worker_in(Workshop& workshop, ScheduleRules const& rules) {
  return Worker::start({*workshop.files, *workshop.http, system_clock(), workshop.random}, rules);
}

Result<std::int64_t> free_mib_in(std::filesystem::path const& folder) {
  std::error_code trouble;
  auto const space = std::filesystem::space(folder, trouble);
  if (trouble) return failure("cannot see the room in {}: {}", folder.string(), trouble.message());
  return static_cast<std::int64_t>(space.available / (1'024 * 1'024));
}

outbox::ReaderState reader_state_in(outbox::Folders const& folders) {
  auto const state = outbox::read_reader_state(folders, system_clock().utc());
  if (!state) log::warn("the card reader is unknown: {}", state.error().what);
  return state.value_or(outbox::ReaderState::Unknown);
}

HealthReporter reporter_in(Workshop& workshop, Config const& config) {
  return {config.kiosk,
          {.http = *workshop.health_http,
           .clock = system_clock(),
           .random = workshop.random,
           .free_mib = [folder = config.outbox] { return free_mib_in(folder); },
           .reader_state = [folders = config.folders()] { return reader_state_in(folders); }}};
}

Wellbeing wellbeing_of(Worker const& worker, Status const& status) {
  return {.waiting_events = std::ssize(status.queued) + std::ssize(status.parked),
          .clock_skew = worker.measured_clock_skew()};
}

int not_begun(Error const& error) {
  log::error("cannot begin: {}", error.what);
  return exit_not_begun;
}

// Says each alarm and each trouble of the disk once, when it begins.
class Watch {
 public:
  void look_at(Result<Step> const& step, Status const& status) {
    std::string const trouble = step ? std::string() : step.error().what;
    if (trouble != m_trouble && !trouble.empty()) log::error("{}", trouble);
    m_trouble = trouble;
    for (auto const& alarm : status.alarms)
      if (std::none_of(m_alarms.begin(), m_alarms.end(),
                       [&](Alarm const& old) { return old.kind == alarm.kind; }))
        log::warn("alarm: {}", alarm.text);
    m_alarms = status.alarms;
  }

 private:
  std::string m_trouble;
  std::vector<Alarm> m_alarms;
};

void tell(Result<> const& sent) {
  if (!sent) log::warn("the service manager does not hear us: {}", sent.error().what);
}

milliseconds pause_after(Result<Step> const& step, Status const& status, milliseconds longest) {
  if (step && (*step == Step::Delivered || *step == Step::Parked)) return milliseconds{0};
  if (!step || !status.next_attempt) return longest;
  constexpr milliseconds shortest{1000};
  return std::clamp<milliseconds>(*status.next_attempt - system_clock().utc(), shortest,
                                  std::max(shortest, longest));
}

void serve(Workshop& workshop, Worker& worker, HealthReporter& reporter,
           milliseconds longest_pause) {
  auto const service = ServiceNotify::from_environment();
  Watch watch;
  tell(service.ready());
  while (!workshop.signals.is_stop_asked()) {
    // Before the attempt as well as after it, so that a pause and an attempt never add up.
    tell(service.alive());
    auto const step = worker.step();
    auto const status = worker.status();
    watch.look_at(step, status);
    tell(service.alive());
    // Only when no count waits for its turn.
    if (step && *step == Step::Rested) reporter.look_at(wellbeing_of(worker, status));
    tell(service.alive());
    tell(service.status(fmt::format("{} queued, {} parked, {} alarms", status.queued.size(),
                                    status.parked.size(), status.alarms.size())));
    workshop.signals.wait(pause_after(step, status, longest_pause));
    if (!workshop.signals.take_retry_wish()) continue;
    log::info("asked to try everything again now");
    if (auto const forgotten = worker.forget_waits(); !forgotten)
      log::error("{}", forgotten.error().what);
  }
  tell(service.stopping());
}

int exit_code_for(Status const& status) {
  if (!status.alarms.empty()) return exit_alarm;
  return status.queued.empty() ? exit_good : exit_waiting;
}

}  // namespace

int run(Config const& config) {
  auto const workshop = open_workshop(config);
  if (!workshop) return not_begun(workshop.error());
  auto worker = worker_in(**workshop, config.schedule);
  if (!worker) return not_begun(worker.error());
  milliseconds longest_pause = config.poll;
  // Half of what the service manager allows. An attempt is not shortened: the limit in the unit is
  // well above total_timeout.
  if (auto const limit = watchdog_limit_from_environment())
    longest_pause = std::min(longest_pause, std::chrono::duration_cast<milliseconds>(*limit) / 2);
  log::info("started");
  auto reporter = reporter_in(**workshop, config);
  serve(**workshop, *worker, reporter, longest_pause);
  log::info("stopped");
  return exit_good;
}

int run_once(Config const& config) {
  auto const workshop = open_workshop(config);
  if (!workshop) return not_begun(workshop.error());
  auto rules = config.schedule;
  rules.longest_start_delay = seconds{0};
  auto worker = worker_in(**workshop, rules);
  if (!worker) return not_begun(worker.error());
  Watch watch;
  while (!(*workshop)->signals.is_stop_asked()) {
    auto const step = worker->step();
    watch.look_at(step, worker->status());
    if (!step) return exit_not_begun;
    if (*step == Step::Rested || *step == Step::Failed) break;
  }
  return exit_code_for(worker->status());
}

int print_status(Config const& config, StatusForm form) {
  auto const files = folder_files(config.folders(), config.state);
  auto const stock = take_stock(*files);
  if (!stock) return not_begun(stock.error());
  auto const text = files->read_state();
  if (!text) return not_begun(text.error());
  auto state = *text ? state_from(**text) : State{};
  if (!state) return not_begun(state.error());
  auto const now = system_clock().utc();
  state->known = known_among(stock->waiting, state->known, now);
  auto const status = status_of(*state, stock->foreign, now);
  if (form == StatusForm::Json) {
    std::cout << to_json(status);
  } else {
    if (!FolderLock::is_taken(config.state)) std::cout << "inloop-sync is not running.\n";
    std::cout << to_text(status);
  }
  return exit_code_for(status);
}

}  // namespace inloop::courier
