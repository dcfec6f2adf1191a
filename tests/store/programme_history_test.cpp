#include <iostream>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/programme_fixture.h"

namespace inloop::store::test {
namespace {

using core::Scope;

constexpr unsigned first_seed = 20261122;
constexpr char const* sorry = "Anders dan gepland";

// A host who plans and changes for weeks, and takes back every third change.
class Host {
 public:
  explicit Host(unsigned seed) : m_chance(seed) {}

  int below(int bound) { return static_cast<int>(m_chance() % static_cast<unsigned>(bound)); }

  core::Series any_series(core::LocalTime const& now) {
    core::Series series;
    series.activity = activity(core::SignUpMode::Token, 4 + below(3));
    series.activity.title = fmt::format("Activity {}", below(4));
    series.first = {later(now.date, 1 + below(14)), 60 * (8 + below(12))};
    series.minutes = 30 * (1 + below(4));
    auto recurrence = core::repeating(static_cast<core::Repeat>(below(4)), series.first.date);
    if (below(3) == 0) recurrence.weekdays = core::Weekdays::from_bits(1U << below(7));
    if (below(3) == 0) recurrence.last = later(series.first.date, 20 + below(60));
    recurrence.on_holidays = static_cast<core::OnHolidays>(below(3));
    series.rule = recurrence;
    if (below(4) == 0) {
      series.activity.kind = core::ActivityKind::Advice;
      series.activity.capacity = 1;
      series.slots = 1 + below(3);
    }
    return series;
  }

  core::SessionId any_session(ProgrammeHouse& house, core::LocalTime const& now) {
    auto const sessions = house.sessions({now.date, later(now.date, 60)});
    if (sessions.empty()) return 0;
    return sessions[static_cast<std::size_t>(below(static_cast<int>(sessions.size())))].session.id;
  }

  ProgrammeResult<core::ProgrammeChange> change(ProgrammeHouse& house, core::LocalTime const& now) {
    auto const scope = static_cast<Scope>(below(3));
    auto const session = any_session(house, now);
    switch (below(8)) {
      case 0:
      case 1:
        return house.programme.add(any_series(now), now);
      case 2:
        return house.programme.remove(session, scope, sorry, now);
      case 3:
        return house.programme.cancel(session, sorry, now);
      case 4:
        return house.programme.copy_week(later(now.date, -7), later(now.date, 7 * below(3)), now);
      default: {
        auto wanted = any_series(now);
        auto const found = need(house.programme.session(session));
        if (found && below(2) == 0) wanted.first.date = found->session.start.date;
        if (found && found->series && below(2) == 0) {
          wanted = need(house.programme.series(*found->series)).value().series;
          wanted.first = {found->session.start.date, 60 * (8 + below(12))};
        }
        return house.programme.change(session, scope, wanted, sorry, now);
      }
    }
  }

 private:
  std::mt19937 m_chance;
};

// All of it that can be put back, row by row.
std::string rows_of(std::filesystem::path const& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
  std::string text;
  for (auto const* const table : {"session", "series", "sign_up"}) {
    SQLite::Statement rows(database, fmt::format("SELECT * FROM {} ORDER BY id", table));
    while (rows.executeStep()) {
      text += table;
      for (int i = 0; i < rows.getColumnCount(); ++i) text += "|" + rows.getColumn(i).getString();
      text += "\n";
    }
  }
  return text;
}

TEST_CASE("Whatever a host changes, it can be taken back to the last row, and no sign-up is lost") {
  int changed = 0;
  int taken_back = 0;
  for (auto seed = first_seed; seed < first_seed + 8; ++seed) {
    CAPTURE(seed);
    Host host(seed);
    ProgrammeHouse house;
    // The store holds its file alone, so the rows are read from a copy.
    auto const rows = [&] {
      need(house.store.back_up(house.house.folder.path()));
      return rows_of(house.house.folder.path() / "kiosk.db.1");
    };
    inloop::test::SeededRandom random(seed);
    auto today = now;
    std::size_t sign_ups = 0;
    for (int step = 0; step < 60; ++step) {
      CAPTURE(step);
      if (host.below(5) == 0) today.date = later(today.date, host.below(4));
      if (host.below(6) == 0) need(house.programme.extend(today.date));
      if (auto const session = host.any_session(house, today); session != 0 && host.below(2) == 0) {
        auto asked = wish(session);
        asked.now = today;
        auto const answer = need(house.store.sign_up(asked, random));
        if (std::holds_alternative<SignedUp>(answer)) ++sign_ups;
      }
      auto const before = rows();
      auto const past = house.sessions({monday, later(today.date, -1)});
      auto const outcome = host.change(house, today);
      if (!outcome) {
        CHECK_THAT(words(outcome.error()), Catch::Contains("no such series"));
        REQUIRE(rows() == before);
        continue;
      }
      auto const& answer = *outcome;
      CHECK(house.sessions({monday, later(today.date, -1)}) == past);
      auto const* const change = std::get_if<core::ProgrammeChange>(&answer);
      if (change == nullptr) {
        REQUIRE(rows() == before);
        continue;
      }
      ++changed;
      std::size_t kept = 0;
      for (auto const& session : house.sessions({monday, later(monday, 900)}))
        kept += static_cast<std::size_t>(session.session.taken + session.session.waiting);
      REQUIRE(kept == sign_ups);
      if (host.below(3) != 0) continue;
      ++taken_back;
      done(house.programme.take_back(change->id, sorry));
      REQUIRE(rows() == before);
    }
    CHECK(need(house.store.find_damage()).empty());
  }
  std::cout << fmt::format("programme: seeds from {}, {} changes, {} taken back\n", first_seed,
                           changed, taken_back);
  CHECK(changed > 200);
  CHECK(taken_back > 60);
}

}  // namespace
}  // namespace inloop::store::test
