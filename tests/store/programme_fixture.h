#pragma once
// A house with a programme: series to plan, the dates that calendars give them, and what stands in
// the agenda in short words.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kiosk/calendar/occurrences.h"
#include "kiosk/store/programme.h"
#include "tests/store/week_fixture.h"

namespace inloop::store::test {

using namespace std::chrono_literals;

// Monday 23 November 2026, nine o'clock.
inline core::LocalTime const now = at(monday, 9);
inline core::Date const tuesday = date("2026-11", 24);
inline core::Days const horizon{monday, date("2027-12", 28)};

inline Result<std::vector<core::LocalTime>> dates_of(core::Series const& series,
                                                     core::Days const& days) {
  return calendar::occurrences(series, days, "Europe/Amsterdam");
}

inline core::Date later(core::Date date, int days) {
  return core::Date(std::chrono::sys_days(date) + std::chrono::days{days});
}

// Every Tuesday at two, for eight people who hold tokens.
inline core::Series yoga() {
  core::Series series;
  series.activity = activity(core::SignUpMode::Token, 8);
  series.first = at(tuesday, 14);
  series.rule = core::repeating(core::Repeat::Weekly, tuesday);
  return series;
}

inline core::Recurrence& rule(core::Series& series) {
  return std::get<core::Recurrence>(series.rule);
}

// The value of an answer that is no refusal.
template <class Value>
Value done(ProgrammeResult<Value> result) {
  auto answer = need(std::move(result));
  if (auto const* const problem = std::get_if<core::ProgrammeProblem>(&answer))
    FAIL("refused: " << static_cast<int>(*problem));
  return std::get<Value>(answer);
}

template <class Value>
core::ProgrammeProblem problem_of(ProgrammeResult<Value> result) {
  auto const answer = need(std::move(result));
  if (std::holds_alternative<Value>(answer)) FAIL("done");
  return std::get<core::ProgrammeProblem>(answer);
}

struct ProgrammeHouse {
  House house;
  Store store = house.store();
  Programme programme{store, dates_of};

  [[nodiscard]] std::vector<core::ProgrammeSession> sessions(core::Days const& days = horizon) {
    return need(programme.sessions(days));
  }
  [[nodiscard]] core::SessionId on(core::Date date, std::size_t number = 0) {
    auto const found = sessions({date, date});
    if (found.size() <= number) FAIL("no such session");
    return found[number].session.id;
  }
  // "24-11 14:00, 01-12 14:00 cancelled": the first few.
  [[nodiscard]] std::string agenda(std::size_t most = 4) {
    std::string text;
    for (auto const& [session, activity, series, original, lead, slots] : sessions()) {
      if (most-- == 0) break;
      auto const& [date, minute] = session.start;
      text += fmt::format("{}{:02}-{:02} {:02}:{:02}{}", text.empty() ? "" : ", ",
                          unsigned{date.day()}, unsigned{date.month()}, minute / 60, minute % 60,
                          session.state == core::SessionState::Planned ? "" : " cancelled");
    }
    return text;
  }
  void sign_up(core::SessionId session) {
    inloop::test::SeededRandom random(1);
    granted(store.sign_up(wish(session), random));
  }
};

}  // namespace inloop::store::test
