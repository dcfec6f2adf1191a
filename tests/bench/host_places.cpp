// host_places: what ten years of use cost a host who opens one of the places of the room. Measures
// from the tap to the words on the screen, all but the drawing: rules, desk and store, with nothing
// in the house and with a million visits, 100,000 sign-ups, 20,000 sessions, 119 closed months and
// their stories. Prints one line each, in milliseconds at the median, and how many frames of 60 a
// second the years add.

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/app/host/desk.h"
#include "kiosk/app/host/work.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/screen.h"
#include "kiosk/core/update.h"
#include "kiosk/language/catalogues.h"
#include "kiosk/privacy/sodium_random.h"
#include "kiosk/store/hosts.h"
#include "kiosk/store/pin_vault.h"
#include "tests/app/turned_clock.h"
#include "tests/report/sample_event.h"
#include "tests/support/temporary_folder.h"

namespace inloop::bench {
namespace {

using namespace std::chrono_literals;

constexpr int runs = 100;
constexpr double frame_ms = 1000.0 / 60;
constexpr core::Date today = 2026y / 11 / 23;
constexpr auto first_month = 2016y / 12;
constexpr int closed_months = 119;  // up to October 2026
constexpr int visits = 1'000'000;
constexpr int sessions = 20'000;
constexpr int sign_ups = 100'000;
constexpr int days_of_ten_years = 3'630;
constexpr int stories_a_month = 10;

template <class Value>
Value need(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().what);
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

std::string bytes_of_month(core::Period month, int sequence) {
  auto event = report::sample_event();
  event.id = fmt::format("{:08x}-0000-4000-8000-000000000000", sequence);
  event.period = core::to_string(month);
  event.sequence = sequence;
  event.facts.feeling_question = report::feeling_question_of(event.period);
  return need(report::to_json(event));
}

// A house with its file, its desk and a host who stands in its room.
class House {
 public:
  House() {
    m_clock.set("2026-11-23T09:00:00Z");
    m_memory.database = m_folder.path() / "kiosk" / "kiosk.db";
    m_memory.backups = m_folder.path() / "kiosk" / "backups";
    m_memory.name_key = m_folder.path() / "kiosk" / "names.key";
    m_memory.place_id = "bench";
    m_memory.hatch = {.outbox = m_folder.path() / "outbox",
                      .receipts = m_folder.path() / "receipts"};
    open();
  }

  // Past the store, because a million commits would take an hour.
  void grow_ten_years_old() {
    m_store.reset();
    {
      SQLite::Database file(m_memory.database.string(), SQLite::OPEN_READWRITE);
      SQLite::Transaction transaction(file);
      add_rows(file);
      close_months(file);
      transaction.commit();
    }
    open();
  }

  void begin() {
    core::host::Host const host{
        .picture = 4, .first_name = "Fatima", .role = core::host::Role::Coordinator};
    auto const vault = need(store::PinVault::open(app::pins_key(m_memory)));
    auto const pin = need(vault.seal(host.picture, "204816", m_random));
    need(store::begin_house(*m_store, {.host = host, .pin = pin}, store::SealedCode{}));
    Config config;
    config.place_id = "bench";
    config.settings.place_name = "De Huiskamer";
    config.database = m_memory.database;
    config.time_zone = "Europe/Amsterdam";
    m_desk = std::make_unique<app::host::Desk>(
        app::host::DeskParts{.config = config,
                             .memory = m_memory,
                             .clock = m_house_clock,
                             .words = [this](core::Language language) -> core::Words const& {
                               return m_catalogues.of(language);
                             },
                             .lend =
                                 [this](app::StoreWorker::Loan const& loan) {
                                   loan(&*m_store);
                                   return true;
                                 },
                             .random = m_random},
        m_inbox);
    m_state = core::initial_state(config.settings, m_now);
    m_state.page = core::InRoom{
        Indirect<core::HostRoom>(core::HostRoom{.host = host, .place = core::host::Today{}})};
  }

  // From the tap to the words.
  double open_ms(core::host::PlaceName place) {
    auto const begin = std::chrono::steady_clock::now();
    happen(core::host::tapped(core::host::GoTo{place}));
    (void)core::screen_for(m_state, m_catalogues.of(core::Language::Dutch));
    std::chrono::duration<double, std::milli> const spent =
        std::chrono::steady_clock::now() - begin;
    return spent.count();
  }

 private:
  using Config = app::Config;

  void open() { m_store.emplace(need(app::open_store(m_memory, "20261123T090000Z"))); }

  void happen(core::Action const& action) {
    for (auto const& effect : core::update(m_state, action, m_now))
      if (auto const* const asked = std::get_if<core::AskHostDesk>(&effect)) answer(*asked);
  }

  void answer(core::AskHostDesk const& asked) {
    auto outcome = std::visit(
        [&](auto const& request) {
          return core::HostOutcome{need(app::host::perform(request, *m_desk))};
        },
        asked.what->what);
    happen(core::HostAnswer{asked.request, Indirect<core::HostOutcome>(std::move(outcome))});
  }

  static void add_rows(SQLite::Database& file) {
    constexpr std::string_view numbers =
        "WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {}) ";
    auto const repeat = [&](int times, std::string const& insert) {
      file.exec(fmt::format(fmt::runtime(numbers), times - 1) + insert);
    };
    auto const day =
        fmt::format("date('2026-11-22', format('-%d days', n % {}))", days_of_ten_years);
    repeat(visits,
           "INSERT INTO visit (date, daypart, adults, children, first_time, channel) SELECT " +
               day + ", 'morning', 1, 0, 'no', 'touch' FROM number");
    repeat(50,
           "INSERT INTO activity (title, picture, kind, sign_up, capacity, room, link) "
           "SELECT 'Games ' || n, 'x', 'meeting', 'token', 100, '', '' FROM number");
    repeat(sessions,
           "INSERT INTO session (activity, date, minute, minutes) "
           "SELECT 1 + n % 50, " +
               day + ", 600 + n / 10000, 60 FROM number");
    // Five of each session.
    repeat(sign_ups,
           "INSERT INTO sign_up (session, picture, colour, waited) "
           "SELECT 1 + n / 5, n % 5, 'blue', 0 FROM number");
    file.exec("UPDATE session SET places_held = 5");
    repeat(closed_months * stories_a_month,
           "INSERT INTO story (date, text) SELECT " + day + ", 'A story of that day.' FROM number");
  }

  static void close_months(SQLite::Database& file) {
    SQLite::Statement period(file, "INSERT INTO period (month) VALUES (?)");
    SQLite::Statement release(file, R"sql(
      INSERT INTO release (sequence, period, event_id, bytes, receipt)
      VALUES (?, ?, ?, ?, CAST('{}' AS BLOB))
    )sql");
    auto month = core::Period(first_month);
    for (int sequence = 1; sequence <= closed_months; ++sequence, month += std::chrono::months{1}) {
      auto const name = core::to_string(month);
      period.reset();
      period.bind(1, name);
      period.exec();
      auto const bytes = bytes_of_month(month, sequence);
      release.reset();
      release.bind(1, sequence);
      release.bind(2, name);
      release.bind(3, fmt::format("{:08x}-0000-4000-8000-000000000000", sequence));
      release.bind(4, bytes.data(), static_cast<int>(bytes.size()));
      release.exec();
    }
  }

  test::TemporaryFolder m_folder;
  test::TurnedClock m_clock;
  app::HouseClock m_house_clock = need(app::HouseClock::make(m_clock, "Europe/Amsterdam"));
  language::Catalogues m_catalogues;
  privacy::SodiumRandom m_random = need(privacy::SodiumRandom::start());
  app::Inbox m_inbox{[] {}};
  app::Memory m_memory;
  std::optional<store::Store> m_store;
  std::unique_ptr<app::host::Desk> m_desk;
  core::Now m_now{.local = {.date = today, .minute_of_day = 600}, .uptime_ms = 600'000};
  core::State m_state;
};

double median(std::vector<double> figures) {
  auto const middle = figures.begin() + std::ssize(figures) / 2;
  std::ranges::nth_element(figures, middle);
  return *middle;
}

void measure() {
  House empty;
  House old;
  old.grow_ten_years_old();
  empty.begin();
  old.begin();
  fmt::print("{:<24} {:>8} {:>9} {:>7} {:>12}\n", "place, ms at p50", "empty", "10 years", "ratio",
             "frames more");
  struct Place {
    std::string_view name;
    core::host::PlaceName place;
  };
  using core::host::PlaceName;
  for (auto const& [name, place] :
       {Place{"Vandaag", PlaceName::Today}, Place{"Activiteiten", PlaceName::Programme},
        Place{"Tellingen", PlaceName::Counts}, Place{"Verhaal", PlaceName::Story},
        Place{"Instellingen", PlaceName::Setup}, Place{"Gastvrouwen", PlaceName::Hosts}}) {
    std::vector<double> in_empty;
    std::vector<double> in_old;
    // In turn, so that a disk that is slow for a while is slow for both.
    for (int run = 0; run < runs; ++run) {
      in_empty.push_back(empty.open_ms(place));
      in_old.push_back(old.open_ms(place));
    }
    auto const before = median(in_empty);
    auto const after = median(in_old);
    fmt::print("{:<24} {:>8.2f} {:>9.2f} {:>7.2f} {:>12.2f}\n", name, before, after, after / before,
               (after - before) / frame_ms);
  }
}

}  // namespace
}  // namespace inloop::bench

int main() {
  try {
    inloop::bench::measure();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "host_places: {}\n", error.what());
    return 1;
  }
}
