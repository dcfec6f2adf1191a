#include "kiosk/core/activities.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "tests/core/english.h"
#include "tests/core/sample_sessions.h"

using namespace inloop::core;
using inloop::test::session_at;

namespace {

LocalTime at(int day, int minute_of_day) {
  return {.date = Date{std::chrono::year{2026} / 11 / day}, .minute_of_day = minute_of_day};
}

}  // namespace

TEST_CASE("a session stands as its places and the time make it stand") {
  auto session = session_at(1, 23, 12 * 60);
  CHECK(standing_of(session, at(23, 9 * 60)) == Standing::HasPlaces);
  session.taken = 8;
  CHECK(standing_of(session, at(23, 9 * 60)) == Standing::Full);
  session.waiting = most_waiting;
  CHECK(standing_of(session, at(23, 9 * 60)) == Standing::Crowded);
  CHECK(standing_of(session, at(23, 12 * 60)) == Standing::Started);
  CHECK(standing_of(session, at(23, 13 * 60 + 30)) == Standing::Over);
  session.state = SessionState::Cancelled;
  CHECK(standing_of(session, at(23, 9 * 60)) == Standing::Cancelled);
}

TEST_CASE("a session without sign-up welcomes everybody, one without names says so") {
  CHECK(standing_of(session_at(1, 23, 720, SignUpMode::Open), at(23, 600)) == Standing::Welcome);
  CHECK(standing_of(session_at(1, 23, 720, SignUpMode::Anonymous), at(23, 600)) ==
        Standing::Anonymous);
}

TEST_CASE("a session that runs past midnight ends on the next day") {
  auto session = session_at(1, 30, 23 * 60);
  CHECK(end_of(session) ==
        LocalTime{.date = Date{std::chrono::year{2026} / 12 / 1}, .minute_of_day = 30});
  CHECK(standing_of(session, at(30, 23 * 60 + 59)) == Standing::Started);
}

TEST_CASE("places left never go below zero") {
  auto session = session_at(1, 23, 720);
  session.taken = 9;  // the host has made the session smaller
  CHECK(places_left(session) == 0);
}

TEST_CASE("the templates of activities fit the limits and are all different") {
  std::set<std::string_view> titles;
  for (auto const& one : activity_templates) {
    titles.insert(one.title);
    CHECK(one.title.size() <= static_cast<std::size_t>(most_title_characters));
    CHECK((one.kind == ActivityKind::Advice) == (one.sign_up == SignUpMode::Anonymous));
  }
  CHECK(titles.size() == activity_templates.size());
}

TEST_CASE("a host's own title stays as it was typed") {
  inloop::test::English const words;
  CHECK(title_in_words({.title = "Back"}, words) == "Back");
  CHECK(title_in_words({.title = "Sewing club"}, words) == "Sewing club");
}
