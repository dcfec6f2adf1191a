#include "kiosk/core/the_day.h"

#include <catch2/catch.hpp>

#include "tests/core/sample_sessions.h"

using namespace inloop::core;
using inloop::test::session_at;

namespace {

constexpr Date monday = std::chrono::year{2026} / 11 / 23;

LocalTime at(int hour, int minute = 0) {
  return {.date = monday, .minute_of_day = hour * 60 + minute};
}

OpeningSchedule mornings_and_afternoons() {
  OpeningSchedule schedule;
  schedule.set_open(std::chrono::Monday, Daypart::Morning);
  schedule.set_open(std::chrono::Monday, Daypart::Afternoon);
  return schedule;
}

TheDay day_of(std::int64_t morning, std::int64_t left, std::int64_t evening = 0) {
  TheDay day{.date = monday};
  day.at(Daypart::Morning) = {.people = morning, .left = left};
  day.at(Daypart::Evening).people = evening;
  return day;
}

}  // namespace

TEST_CASE("inside is who came less who left, and never less than nobody") {
  auto const schedule = mornings_and_afternoons();
  CHECK(people_inside(day_of(14, 3), schedule, at(11)) == 11);
  CHECK(people_inside(day_of(14, 3), schedule, at(16, 59)) == 11);
  CHECK(people_inside(day_of(2, 5), schedule, at(11)) == 0);
}

TEST_CASE("after the last daypart everybody has gone, but for who comes in later") {
  auto const schedule = mornings_and_afternoons();
  CHECK(people_inside(day_of(14, 3), schedule, at(17)) == 0);
  CHECK(people_inside(day_of(14, 3, 2), schedule, at(19)) == 2);
}

TEST_CASE("a session that goes on keeps the people of the day inside") {
  auto const schedule = mornings_and_afternoons();
  auto day = day_of(14, 3);
  day.sessions = {{.session = session_at(1, 23, 18 * 60)}};
  CHECK(people_inside(day, schedule, at(17)) == 11);
  day.sessions[0].session.state = SessionState::Cancelled;
  CHECK(people_inside(day, schedule, at(17)) == 0);
}

TEST_CASE("on a closed day who came in stays inside until they leave") {
  CHECK(people_inside(day_of(4, 1), OpeningSchedule{}, at(23)) == 3);
}

TEST_CASE("what the host says of a daypart goes before the schedule") {
  auto const schedule = mornings_and_afternoons();
  auto day = day_of(3, 0);
  CHECK(is_open(day, Daypart::Morning, schedule));
  CHECK_FALSE(is_open(day, Daypart::Evening, schedule));
  day.at(Daypart::Morning).opening = Opening::Closed;
  day.at(Daypart::Evening).opening = Opening::Open;
  CHECK_FALSE(is_open(day, Daypart::Morning, schedule));
  CHECK(last_daypart_of(day, schedule) == Daypart::Evening);
  CHECK(people_inside(day, schedule, at(22)) == 3);
}

TEST_CASE("people are counted now, or at the end of a daypart that is over, and never ahead") {
  CHECK(counted_at(Daypart::Afternoon, at(14)) == at(14));
  CHECK(counted_at(Daypart::Morning, at(14)) == at(11, 59));
  CHECK(counted_at(Daypart::Afternoon, at(20)) == at(16, 59));
  CHECK_FALSE(counted_at(Daypart::Evening, at(14)));
}

TEST_CASE("the dayparts that were open follow the schedule and what was noted, each once") {
  auto const november = std::chrono::year{2026} / 11;
  auto const schedule = mornings_and_afternoons();
  CHECK(dayparts_open(november, schedule, {}) == 2 * 5);
  std::vector<NotedOpening> noted{
      {monday, Daypart::Morning, Opening::Closed},
      {monday, Daypart::Morning, Opening::Closed},
      {monday, Daypart::Afternoon, Opening::Open},
      {monday, Daypart::Evening, Opening::Open},
      {std::chrono::year{2026} / 11 / 24, Daypart::Evening, Opening::Closed},
      {std::chrono::year{2026} / 12 / 1, Daypart::Evening, Opening::Open}};
  CHECK(dayparts_open(november, schedule, noted) == 2 * 5);  // one less, one more
}
