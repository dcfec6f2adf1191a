#include "kiosk/store/programme.h"

#include "tests/store/programme_fixture.h"

namespace inloop::store::test {
namespace {

using core::ProgrammeProblem;
using core::Scope;
using core::SessionState;

constexpr char const* sorry = "Fatima is ziek";

TEST_CASE("A weekly series stands in the agenda up to the horizon, but for holidays") {
  ProgrammeHouse house;
  auto series = yoga();
  rule(series).on_holidays = core::OnHolidays::Skip;
  series.lead = 5;
  auto const change = done(house.programme.add(series, now));
  auto const sessions = house.sessions();
  // 58 Tuesdays, of which 27 April 2027 is the King's.
  CHECK(change.added == 57);
  REQUIRE(sessions.size() == 57);
  CHECK(house.agenda(3) == "24-11 14:00, 01-12 14:00, 08-12 14:00");
  CHECK(std::ranges::none_of(
      sessions, [](auto const& one) { return one.session.start.date == date("2027-04", 27); }));
  CHECK(sessions.front().lead == 5);
  CHECK(sessions.front().original == sessions.front().session.start);
  auto const known = need(house.programme.series(sessions.front().series.value()));
  CHECK(known.value().series == series);
}

TEST_CASE("One session alone has no series, and what has begun is not planned") {
  ProgrammeHouse house;
  auto series = yoga();
  series.rule = core::Recurrence{};
  CHECK(done(house.programme.add(series, now)).added == 1);
  CHECK_FALSE(house.sessions().front().series);
  series.first = now;
  CHECK(problem_of(house.programme.add(series, now)) == ProgrammeProblem::NoDates);
  series.first = at(later(tuesday, core::horizon_days), 10);
  CHECK(problem_of(house.programme.add(series, now)) == ProgrammeProblem::NoDates);
}

TEST_CASE("A series that cannot be is refused in words") {
  ProgrammeHouse house;
  auto series = yoga();
  rule(series).weekdays = {};
  CHECK_THAT(words(house.programme.add(series, now).error()), Catch::Contains("no such series"));
  series = yoga();
  series.activity.title = "";
  CHECK_THAT(words(house.programme.add(series, now).error()), Catch::Contains("title is empty"));
  series = yoga();
  series.slots = 3;
  CHECK_THAT(words(house.programme.add(series, now).error()), Catch::Contains("no such series"));
  CHECK(house.sessions().empty());
}

TEST_CASE("A changed session leaves its series alone, and its sign-ups stay") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto const id = house.on(later(tuesday, 7));
  house.sign_up(id);
  auto wanted = yoga();
  wanted.first = at(later(tuesday, 8), 15);
  wanted.activity.capacity = 5;
  done(house.programme.change(id, Scope::ThisOne, wanted, sorry, now));
  CHECK(house.agenda(3) == "24-11 14:00, 02-12 15:00, 08-12 14:00");
  auto const changed = need(house.programme.session(id)).value();
  CHECK(changed.original == at(later(tuesday, 7), 14));
  CHECK(changed.session.taken == 1);
  CHECK(changed.session.activity.capacity == 5);
  CHECK(house.sessions().front().session.activity.capacity == 8);
}

TEST_CASE("From here on a series goes on otherwise, and before it stays as it was") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto const third = house.on(later(tuesday, 14));
  house.sign_up(third);
  auto wanted = yoga();
  wanted.first = at(later(tuesday, 14), 16);
  wanted.activity.title = "Yoga";
  auto const change = done(house.programme.change(third, Scope::FromHereOn, wanted, sorry, now));
  CHECK(change.changed == 56);
  CHECK(change.added + change.removed + change.cancelled == 0);
  CHECK(house.agenda(4) == "24-11 14:00, 01-12 14:00, 08-12 16:00, 15-12 16:00");
  auto const sessions = house.sessions();
  CHECK(sessions[1].series != sessions[2].series);
  CHECK(sessions[1].session.activity.title == "Moving gently");
  CHECK(sessions[2].session.activity.title == "Yoga");
  CHECK(sessions[2].session.id == third);
  CHECK(sessions[2].session.taken == 1);
}

TEST_CASE("On another weekday sessions that people count on are cancelled, others just go") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto const second = house.on(later(tuesday, 7));
  house.sign_up(second);
  auto wanted = yoga();
  wanted.first = at(later(tuesday, 2), 14);
  rule(wanted).weekdays = {std::chrono::Thursday};
  auto const change =
      done(house.programme.change(house.on(tuesday), Scope::All, wanted, sorry, now));
  CHECK(change.cancelled == 1);
  CHECK(house.agenda(4) == "26-11 14:00, 01-12 14:00 cancelled, 03-12 14:00, 10-12 14:00");
  auto const cancelled = need(house.programme.session(second)).value();
  CHECK(cancelled.session.reason == sorry);
  CHECK_FALSE(cancelled.series);
}

TEST_CASE("All that has not begun changes, and nothing that has") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto const later_now = at(later(tuesday, 8), 9);
  auto wanted = yoga();
  wanted.first = at(later(tuesday, 21), 10);
  done(house.programme.change(house.on(later(tuesday, 21)), Scope::All, wanted, sorry, later_now));
  CHECK(house.agenda(4) == "24-11 14:00, 01-12 14:00, 08-12 10:00, 15-12 10:00");
  CHECK(problem_of(house.programme.change(house.on(tuesday), Scope::ThisOne, wanted, sorry,
                                          later_now)) == ProgrammeProblem::Started);
  CHECK(problem_of(house.programme.change(9'999, Scope::All, wanted, sorry, later_now)) ==
        ProgrammeProblem::Gone);
}

TEST_CASE("A series of which nothing has begun stays itself when all of it changes") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto const series = house.sessions().front().series;
  auto wanted = yoga();
  rule(wanted).interval_weeks = 2;
  done(house.programme.change(house.on(tuesday), Scope::All, wanted, sorry, now));
  CHECK(house.agenda(3) == "24-11 14:00, 08-12 14:00, 22-12 14:00");
  CHECK(house.sessions().front().series == series);
}

TEST_CASE("What was changed or taken out alone stays so when all of the series changes") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto alone = yoga();
  alone.first = at(later(tuesday, 7), 18);
  done(house.programme.change(house.on(later(tuesday, 7)), Scope::ThisOne, alone, sorry, now));
  done(house.programme.remove(house.on(later(tuesday, 14)), Scope::ThisOne, sorry, now));
  done(house.programme.cancel(house.on(later(tuesday, 21)), sorry, now));
  auto const known = need(house.programme.series(house.sessions().front().series.value()));
  auto wanted = known.value().series;
  wanted.first = at(tuesday, 15);
  done(house.programme.change(house.on(tuesday), Scope::All, wanted, sorry, now));
  CHECK(house.agenda(4) == "24-11 15:00, 01-12 18:00, 15-12 15:00 cancelled, 22-12 15:00");
}

TEST_CASE("A session that stands alone can begin to repeat") {
  ProgrammeHouse house;
  auto series = yoga();
  series.rule = core::Recurrence{};
  done(house.programme.add(series, now));
  auto const id = house.on(tuesday);
  house.sign_up(id);
  done(house.programme.change(id, Scope::All, yoga(), sorry, now));
  CHECK(house.agenda(2) == "24-11 14:00, 01-12 14:00");
  CHECK(need(house.programme.session(id)).value().session.taken == 1);
}

TEST_CASE("What is taken out is gone, from here on or all, but people are told") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  house.sign_up(house.on(later(tuesday, 21)));
  auto const change =
      done(house.programme.remove(house.on(later(tuesday, 14)), Scope::FromHereOn, sorry, now));
  CHECK(change.removed == 55);
  CHECK(change.cancelled == 1);
  CHECK(house.agenda() == "24-11 14:00, 01-12 14:00, 15-12 14:00 cancelled");
  need(house.programme.extend(later(tuesday, 200)));
  CHECK(house.agenda() == "24-11 14:00, 01-12 14:00, 15-12 14:00 cancelled");
  done(house.programme.remove(house.on(tuesday), Scope::All, sorry, now));
  CHECK(house.agenda() == "15-12 14:00 cancelled");
}

TEST_CASE("Each change can be taken back once, until the next") {
  ProgrammeHouse house;
  auto const added = done(house.programme.add(yoga(), now));
  auto const id = house.on(later(tuesday, 7));
  auto const before = house.sessions();
  auto wanted = yoga();
  wanted.first = at(later(tuesday, 7), 10);
  auto const changed = done(house.programme.change(id, Scope::FromHereOn, wanted, sorry, now));
  CHECK(problem_of(house.programme.take_back(added.id, sorry)) == ProgrammeProblem::ChangedSince);
  done(house.programme.take_back(changed.id, sorry));
  CHECK(house.sessions() == before);
  CHECK(problem_of(house.programme.take_back(changed.id, sorry)) == ProgrammeProblem::ChangedSince);
}

TEST_CASE("Taking back what was planned cancels where somebody signed up meanwhile") {
  ProgrammeHouse house;
  auto const added = done(house.programme.add(yoga(), now));
  house.sign_up(house.on(later(tuesday, 7)));
  need(house.programme.extend(later(tuesday, 30)));
  done(house.programme.take_back(added.id, sorry));
  CHECK(house.agenda() == "01-12 14:00 cancelled");
  CHECK(need(house.programme.series_from(monday)).empty());
}

TEST_CASE("Tidying adds what has come nearer, once, and leaves alone what ended") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto ended = yoga();
  ended.first = at(tuesday, 10);
  rule(ended).last = later(tuesday, 7);
  done(house.programme.add(ended, now));
  auto const count = [&] { return house.sessions({monday, later(monday, 800)}).size(); };
  CHECK(count() == 58 + 2);
  need(house.programme.extend(later(monday, 70)));
  CHECK(count() == 68 + 2);
  need(house.programme.extend(later(monday, 70)));
  CHECK(count() == 68 + 2);
}

TEST_CASE("A werktafel is one slot after the other, each for one token") {
  ProgrammeHouse house;
  auto table = yoga();
  table.activity.kind = core::ActivityKind::Advice;
  table.activity.capacity = 1;
  table.slots = 3;
  table.minutes = 45;
  table.first = at(tuesday, 9);
  done(house.programme.add(table, now));
  CHECK(house.agenda(4) == "24-11 09:00, 24-11 09:45, 24-11 10:30, 01-12 09:00");
  auto const slot = house.on(tuesday, 1);
  house.sign_up(slot);
  CHECK(need(house.programme.session(slot)).value().slots == 3);
  inloop::test::SeededRandom random(2);
  CHECK(refused(house.store.sign_up(wish(slot), random)) == core::SignUpProblem::Full);

  // A slot that was taken out stays out, and one that people hold moves with its table.
  done(house.programme.remove(house.on(tuesday, 2), Scope::ThisOne, sorry, now));
  table.first = at(tuesday, 10);
  done(house.programme.change(house.on(tuesday), Scope::All, table, sorry, now));
  CHECK(house.agenda(4) == "24-11 10:00, 24-11 10:45, 01-12 10:00, 01-12 10:45");
  CHECK(need(house.programme.session(slot)).value().session.start == at(tuesday, 10, 45));
}

TEST_CASE("A werktafel counts as one session a day, and each token as somebody who came") {
  ProgrammeHouse house;
  auto table = yoga();
  table.activity.kind = core::ActivityKind::Advice;
  table.activity.capacity = 1;
  table.slots = 3;
  table.rule = core::Recurrence{};
  done(house.programme.add(table, now));
  house.sign_up(house.on(tuesday, 0));
  house.sign_up(house.on(tuesday, 2));
  done(house.programme.cancel(house.on(tuesday, 1), sorry, now));
  auto const advice = static_cast<std::size_t>(core::ActivityKind::Advice);
  auto const november = core::period_of(tuesday);
  auto counts = need(house.store.period_counts(november));
  CHECK(counts.sessions[advice] == core::SessionFacts{.planned = 1, .held = 1, .cancelled = 0});
  CHECK(counts.participations[advice] == 2);
  for (std::size_t slot = 0; slot < 3; slot += 2)
    done(house.programme.cancel(house.on(tuesday, slot), sorry, now));
  counts = need(house.store.period_counts(november));
  CHECK(counts.sessions[advice] == core::SessionFacts{.planned = 1, .held = 0, .cancelled = 1});
  CHECK(counts.participations[advice] == 0);
}

TEST_CASE("A week is copied where no series takes care of it") {
  ProgrammeHouse house;
  done(house.programme.add(yoga(), now));
  auto film = yoga();
  film.rule = core::Recurrence{};
  film.first = at(later(tuesday, 1), 19);
  film.activity.title = "Film";
  done(house.programme.add(film, now));
  auto const copied = done(house.programme.copy_week(monday, later(monday, 7), now));
  CHECK(copied.added == 1);
  CHECK(house.agenda(4) == "24-11 14:00, 25-11 19:00, 01-12 14:00, 02-12 19:00");
  CHECK(problem_of(house.programme.copy_week(monday, later(monday, 7), now)) ==
        ProgrammeProblem::NoDates);
  done(house.programme.take_back(copied.id, sorry));
  CHECK(house.agenda(3) == "24-11 14:00, 25-11 19:00, 01-12 14:00");
}

TEST_CASE("Rooms and hosts that are wanted twice at one time are named") {
  ProgrammeHouse house;
  auto series = yoga();
  series.activity.room = "zolder";
  series.lead = 3;
  done(house.programme.add(series, now));
  auto wanted = series;
  wanted.rule = core::Recurrence{};
  wanted.activity.title = "Film";
  wanted.activity.room = " Zolder";
  wanted.first = at(later(tuesday, 7), 14, 59);
  auto const clashes = [&] { return need(house.programme.clashes(wanted, now)); };
  REQUIRE(clashes().size() == 2);
  CHECK(clashes()[0].kind == core::ClashKind::Room);
  CHECK(clashes()[1].kind == core::ClashKind::Lead);
  CHECK(clashes()[0].with.start == at(later(tuesday, 7), 14));
  wanted.lead = 4;
  CHECK(clashes().size() == 1);
  wanted.first.minute_of_day += 1;
  CHECK(clashes().empty());
  // The living room itself is shared, and nothing clashes with itself.
  wanted.first = at(tuesday, 14);
  wanted.activity.room = "";
  CHECK(clashes().empty());
  CHECK(need(house.programme.clashes(series, now, house.on(tuesday), Scope::All)).empty());
  CHECK(need(house.programme.clashes(series, now)).size() == core::most_clashes);
}

}  // namespace
}  // namespace inloop::store::test
