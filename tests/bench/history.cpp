// history: what ten years of use cost those who look at the week or sign up. Measures the store
// with nothing in it, with a week of 300 sessions, and with ten years of such weeks and of visits
// behind it. Prints one line each, in microseconds at the median, and the ratio that the years
// make.

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/calendar/occurrences.h"
#include "kiosk/privacy/sodium_random.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/store.h"
#include "tests/support/temporary_folder.h"

namespace inloop::bench {
namespace {

using namespace std::chrono_literals;

constexpr int runs = 200;
constexpr int sessions_a_week = 300;
constexpr int weeks_of_ten_years = 520;
constexpr int visits_of_ten_years = 300'000;
constexpr core::Date monday = 2026y / 11 / 23;

template <class Value>
Value need(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().what);
  return std::move(*result);
}

// A kiosk's file that is filled past the store, because a million commits would take an hour.
class House {
 public:
  House() { need(store::Store::open(options())); }

  // One session of each of the activities in each of the weeks up to the one of `monday`.
  void add_weeks(int weeks) const {
    SQLite::Database file(m_file.string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(file);
    file.exec(fmt::format(R"sql(
      WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {})
      INSERT INTO activity (title, picture, kind, sign_up, capacity, room, link)
      SELECT 'Games ' || n, 'x', 'meeting', 'token', 100, '', '' FROM number
    )sql",
                          sessions_a_week - 1));
    file.exec(fmt::format(R"sql(
      WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {})
      INSERT INTO session (activity, date, minute, minutes, places_held)
      SELECT 1 + n % {}, date('2026-11-23', format('%+d days', n % 7 - n / {} * 7)),
             600 + n % 600, 60, CASE WHEN n >= {} THEN 8 END
      FROM number
    )sql",
                          sessions_a_week * weeks - 1, sessions_a_week, sessions_a_week,
                          sessions_a_week));
    transaction.commit();
  }

  void add_visits() const {
    SQLite::Database file(m_file.string(), SQLite::OPEN_READWRITE);
    file.exec(fmt::format(R"sql(
      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {})
      INSERT INTO visit (date, daypart, adults, children, first_time, channel)
      SELECT date('2026-11-22', format('-%d days', n / 83)), 'morning', 1, 0, 'no', 'touch'
      FROM number
    )sql",
                          visits_of_ten_years));
  }

  [[nodiscard]] store::Store store() const { return need(store::Store::open(options())); }

 private:
  [[nodiscard]] store::Options options() const { return {.file = m_file, .place = "bench"}; }

  test::TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder.path() / "kiosk.db";
};

template <class Work>
double spent_us(Work const& work) {
  auto const begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin)
      .count();
}

double median(std::vector<double> figures) {
  auto const middle = figures.begin() + std::ssize(figures) / 2;
  std::ranges::nth_element(figures, middle);
  return *middle;
}

void read_agenda(store::Store& store) {
  constexpr int days_a_week = 7;
  (void)need(store.agenda(monday, days_a_week));
}

// Signing up and cancelling in turn, so that each run finds the same session.
class Joining {
 public:
  explicit Joining(store::Store& store) : m_store(store) {
    auto const activity = need(store.add_activity(
        {.title = "Film", .picture = "🎬", .sign_up = core::SignUpMode::Token, .capacity = 20}));
    m_wish = {.session = need(store.add_session(activity, {monday, 1170}, 120)),
              .token = core::Token{},
              .first_name = std::nullopt,
              .when_full = core::WhenFull::Refuse,
              .now = {.date = monday}};
  }

  void sign_up_and_cancel() {
    (void)need(m_store.sign_up(m_wish, m_random));
    (void)need(m_store.cancel_sign_up(m_wish.session, *m_wish.token));
  }

 private:
  store::Store& m_store;
  privacy::SodiumRandom m_random = need(privacy::SodiumRandom::start());
  store::SignUpWish m_wish;
};

Result<std::vector<core::LocalTime>> dates_of(core::Series const& series, core::Days const& days) {
  return calendar::occurrences(series, days, "Europe/Amsterdam");
}

void read_programme(store::Store& store) {
  (void)need(store::Programme(store, dates_of).sessions({monday, 2026y / 11 / 29}));
}

// A weekly activity that began ten years ago, planned up to the horizon; then it is taken back, so
// that each run finds the same.
void plan_and_take_back(store::Store& store) {
  store::Programme programme(store, dates_of);
  core::Series series;
  series.activity = {.title = "Walking", .picture = "🚶🏽"};
  series.first = {2016y / 11 / 22, 540};
  series.rule = core::repeating(core::Repeat::Weekly, series.first.date);
  auto const planned = need(programme.add(series, {monday, 540}));
  (void)need(programme.take_back(std::get<core::ProgrammeChange>(planned).id, ""));
}

// The stores take turns, so that a disk that is slow for a while is slow for all of them.
template <class Work>
void report(std::string_view what, Work const& work) {
  constexpr std::size_t stores = 3;
  std::array<std::vector<double>, stores> spent;
  for (int run = 0; run < runs; ++run)
    for (std::size_t i = 0; i < stores; ++i) spent[i].push_back(spent_us([&] { work(i); }));
  auto const week = median(spent[1]);
  auto const years = median(spent[2]);
  fmt::print("{:<42} {:>8.0f} {:>8.0f} {:>8.0f} {:>8.2f}\n", what, median(spent[0]), week, years,
             years / week);
}

void measure() {
  House const empty;
  House const week;
  week.add_weeks(1);
  House const years;
  years.add_weeks(weeks_of_ten_years);
  years.add_visits();

  std::array stores{empty.store(), week.store(), years.store()};
  fmt::print("{:<42} {:>8} {:>8} {:>8} {:>8}\n", "store, microseconds at p50", "empty", "a week",
             "10 years", "ratio");
  report("agenda of the week", [&](std::size_t i) { read_agenda(stores[i]); });
  report("programme of the week for the host", [&](std::size_t i) { read_programme(stores[i]); });
  report("planning a weekly series, and taking it back",
         [&](std::size_t i) { plan_and_take_back(stores[i]); });
  std::array joining{Joining(stores[0]), Joining(stores[1]), Joining(stores[2])};
  report("signing up and cancelling, durably",
         [&](std::size_t i) { joining[i].sign_up_and_cancel(); });
}

}  // namespace
}  // namespace inloop::bench

int main() {
  try {
    inloop::bench::measure();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "history: {}\n", error.what());
    return 1;
  }
}
