#include "kiosk/core/times_in_words.h"

#include <catch2/catch.hpp>

#include "kiosk/core/isolate.h"
#include "tests/core/english.h"
#include "tests/core/sample_sessions.h"

using namespace inloop::core;
using inloop::test::session_at;

namespace {

inloop::test::English const words;

LocalTime at(int day, int minute_of_day) {
  return {.date = Date{std::chrono::year{2026} / 11 / day}, .minute_of_day = minute_of_day};
}

std::string when(Session const& session, LocalTime const& now) {
  return when_in_words(session, now, words);
}

}  // namespace

TEST_CASE("quarters of an hour are said as on the face of a clock") {
  CHECK(clock_in_words(14 * 60, words) == "at " + isolated("2") + " o'clock");
  CHECK(clock_in_words(15 * 60 + 15, words) == "at a quarter past " + isolated("3"));
  CHECK(clock_in_words(15 * 60 + 30, words) == "at half past " + isolated("3"));
  CHECK(clock_in_words(12 * 60 + 45, words) == "at a quarter to " + isolated("1"));
  CHECK(clock_in_words(10 * 60 + 40, words) == "at " + isolated("10:40"));
}

TEST_CASE("midnight and noon are both twelve on the face") {
  CHECK(clock_in_words(0, words) == "at " + isolated("12") + " o'clock");
  CHECK(clock_in_words(12 * 60, words) == "at " + isolated("12") + " o'clock");
  CHECK(clock_in_words(23 * 60 + 45, words) == "at a quarter to " + isolated("12"));
}

TEST_CASE("near days have names, far ones a date") {
  auto const today = at(23, 0).date;
  CHECK(day_in_words(today, today, words) == "today");
  CHECK(day_in_words(at(24, 0).date, today, words) == "tomorrow");
  CHECK(day_in_words(at(25, 0).date, today, words) == "Wednesday " + isolated("25") + " November");
}

TEST_CASE("a session is now, soon, later today or on a day") {
  auto const session = session_at(1, 23, 14 * 60);
  auto const at_two = "at " + isolated("2") + " o'clock";
  CHECK(when(session, at(23, 14 * 60)) == "now");
  CHECK(when(session, at(23, 12 * 60)) == "soon, " + at_two);
  CHECK(when(session, at(23, 9 * 60)) == "today, " + at_two);
  CHECK(when(session, at(22, 9 * 60)) == "tomorrow, " + at_two);
  CHECK(when(session, at(23, 15 * 60 + 30)) == "today, " + at_two);  // over, and not "now"
}

TEST_CASE("a cancelled session is never on now") {
  auto session = session_at(1, 23, 14 * 60);
  session.state = SessionState::Cancelled;
  CHECK(when(session, at(23, 14 * 60 + 5)) == "today, at " + isolated("2") + " o'clock");
}
