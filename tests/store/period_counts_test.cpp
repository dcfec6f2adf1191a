#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/week_fixture.h"

namespace inloop::store::test {
namespace {

using core::ActivityKind;
using core::Feeling;
using core::SignUpMode;

core::Period const november = core::period_from("2026-11").value();

std::int64_t participations(core::PeriodCounts const& counts, ActivityKind kind) {
  return counts.participations[static_cast<std::size_t>(kind)];
}

core::SessionFacts sessions(core::PeriodCounts const& counts, ActivityKind kind) {
  return counts.sessions[static_cast<std::size_t>(kind)];
}

core::Activity of_kind(ActivityKind kind, SignUpMode mode,
                       std::optional<int> capacity = std::nullopt) {
  auto what = activity(mode, capacity);
  what.kind = kind;
  return what;
}

void sign_up_many(Store& store, core::SessionId session, int people) {
  inloop::test::SeededRandom random(7);
  for (int i = 0; i < people; ++i)
    granted(store.sign_up(wish(session, std::nullopt, core::WhenFull::Wait), random));
}

TEST_CASE("A session counts what the host noted, or else the places held, and not who waited") {
  House const house;
  auto store = house.store();
  auto const noted = add_session(store, of_kind(ActivityKind::Cooking, SignUpMode::Token, 8));
  auto const held = add_session(store, of_kind(ActivityKind::Making, SignUpMode::Token, 2));
  auto const cancelled =
      add_session(store, of_kind(ActivityKind::Making, SignUpMode::Token, 2), at(monday, 15));
  for (auto const session : {noted, held, cancelled}) sign_up_many(store, session, 3);
  need(store.note_attendance(noted, 9));
  need(store.cancel_session(cancelled, ""));

  auto const counts = need(store.period_counts(november));
  CHECK(participations(counts, ActivityKind::Cooking) == 9);
  CHECK(participations(counts, ActivityKind::Making) == 2);
  CHECK(sessions(counts, ActivityKind::Cooking) ==
        core::SessionFacts{.planned = 1, .held = 1, .cancelled = 0});
  CHECK(sessions(counts, ActivityKind::Making) ==
        core::SessionFacts{.planned = 2, .held = 1, .cancelled = 1});
  CHECK(sessions(counts, ActivityKind::Advice) == core::SessionFacts{});
}

TEST_CASE("In a month that runs, a session is held once it has ended, and planned before") {
  House const house;
  auto store = house.store();
  auto const session = add_session(store, of_kind(ActivityKind::Making, SignUpMode::Token, 2));
  sign_up_many(store, session, 2);
  auto const cancelled =
      add_session(store, of_kind(ActivityKind::Making, SignUpMode::Open), at(monday, 15));
  need(store.cancel_session(cancelled, ""));
  auto const late =
      add_session(store, of_kind(ActivityKind::Making, SignUpMode::Open), at(monday, 23), 120);
  need(store.note_attendance(late, 4));
  auto const facts = [&](core::LocalTime const& now) {
    return sessions(need(store.period_counts(november, now)), ActivityKind::Making);
  };
  auto const people = [&](core::LocalTime const& now) {
    return participations(need(store.period_counts(november, now)), ActivityKind::Making);
  };
  CHECK(facts(at(monday, 11, 29)) == core::SessionFacts{.planned = 3, .held = 0, .cancelled = 1});
  CHECK(people(at(monday, 11, 29)) == 0);
  CHECK(facts(at(monday, 11, 30)) == core::SessionFacts{.planned = 3, .held = 1, .cancelled = 1});
  CHECK(people(at(monday, 11, 30)) == 2);
  auto const midnight = at(date("2026-11", 24), 0, 59);
  CHECK(facts(midnight).held == 1);
  auto const after = at(date("2026-11", 24), 1);
  CHECK(facts(after) == core::SessionFacts{.planned = 3, .held = 2, .cancelled = 1});
  CHECK(people(after) == 6);
  CHECK(need(store.period_counts(november, after)) == need(store.period_counts(november)));
}

TEST_CASE("Forgetting the sign-ups, or closing the month, changes no count") {
  House const house;
  auto store = house.store();
  auto const session = add_session(store, of_kind(ActivityKind::Making, SignUpMode::Token, 2));
  sign_up_many(store, session, 3);
  auto const before = need(store.period_counts(november));
  need(close(store, "2026-11"));
  CHECK(need(store.period_counts(november)) == before);
  need(store.forget_sign_ups(date("2026-12", 4), 0));
  CHECK(need(store.period_counts(november)) == before);
  CHECK(need(store.names_of(session)).empty());

  House const other;
  auto forgetful = other.store();
  auto const same = add_session(forgetful, of_kind(ActivityKind::Making, SignUpMode::Token, 2));
  sign_up_many(forgetful, same, 3);
  need(forgetful.forget_sign_ups(date("2026-11", 24), 0));
  CHECK(need(forgetful.period_counts(november)) == before);
  CHECK(need(forgetful.agenda(monday, 1)).front().taken == 2);
  need(close(forgetful, "2026-11"));
  CHECK(need(forgetful.period_counts(november)) == before);
}

TEST_CASE("Each answer to the month's question is counted in its month") {
  House const house;
  {
    auto store = house.store();
    for (auto const feeling : {Feeling::Yes, Feeling::No, Feeling::Yes})
      need(store.add_feeling(november, feeling));
    need(store.add_feeling(core::period_from("2026-12").value(), Feeling::ALittle));
  }
  auto store = house.store();
  CHECK(need(store.period_counts(november)).feelings == std::array<std::int64_t, 3>{2, 0, 1});
}

TEST_CASE("A feeling leaves a counter and nothing else") {
  House const house;
  need(house.store().add_feeling(november, Feeling::ALittle));
  SQLite::Database file(house.file.string());
  SQLite::Statement columns(file,
                            "SELECT group_concat(name, ' ') FROM pragma_table_info('feeling')");
  REQUIRE(columns.executeStep());
  CHECK(columns.getColumn(0).getString() == "month answer times");
}

TEST_CASE("A closed month refuses sessions, attendance, cancellations, sign-ups and feelings") {
  House const house;
  auto store = house.store();
  inloop::test::SeededRandom random(1);
  auto const session = add_session(store, of_kind(ActivityKind::Moving, SignUpMode::Token));
  granted(store.sign_up(wish(session), random));
  need(store.add_feeling(november, Feeling::Yes));
  need(close(store, "2026-11"));
  auto const before = need(store.period_counts(november));

  auto const closed = Catch::Contains("is closed");
  CHECK_THAT(words(store.add_session(1, at(monday, 18), 60).error()), closed);
  CHECK_THAT(words(store.note_attendance(session, 5).error()), closed);
  CHECK_THAT(words(store.cancel_session(session, "").error()), closed);
  CHECK_THAT(words(store.add_feeling(november, Feeling::No).error()), closed);
  CHECK_FALSE(store.sign_up(wish(session), random));
  CHECK(need(store.period_counts(november)) == before);
  CHECK_FALSE(store.is_lost());
  CHECK(store.add_feeling(core::period_from("2026-12").value(), Feeling::No));
}

TEST_CASE("Nothing that was counted in a closed month can be changed, even by hand") {
  House const house;
  {
    auto store = house.store();
    inloop::test::SeededRandom random(1);
    auto const session = add_session(store, of_kind(ActivityKind::Moving, SignUpMode::Token));
    granted(store.sign_up(wish(session), random));
    need(store.add_feeling(november, Feeling::Yes));
    need(close(store, "2026-11"));
  }
  SQLite::Database file(house.file.string(), SQLite::OPEN_READWRITE);
  for (auto const* const change :
       {"UPDATE session SET attendance = 3", "UPDATE session SET places_held = 3",
        "UPDATE session SET date = '2026-12-01'", "UPDATE session SET state = 'cancelled'",
        "DELETE FROM session", "UPDATE activity SET kind = 'cooking'",
        "INSERT INTO session (activity, date, minute, minutes) VALUES (1, '2026-11-02', 600, 60)",
        "INSERT INTO sign_up (session, picture, colour, waited) VALUES (1, 23, 'blue', 0)",
        "UPDATE sign_up SET picture = 23", "UPDATE feeling SET times = 9", "DELETE FROM feeling",
        "INSERT INTO feeling (month, answer, times) VALUES ('2026-11', 'no', 1)",
        "INSERT INTO card_key (month, key) VALUES ('2026-11', zeroblob(32))",
        "INSERT INTO card_month (month, hash) VALUES ('2026-11', zeroblob(32))"}) {
    INFO(change);
    CHECK_THROWS_AS(file.exec(change), SQLite::Exception);
  }
}

TEST_CASE("A month in which only a feeling or an attendance was noted is released, too") {
  House const house;
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Open), at(date("2026-10", 5), 10));
  CHECK(need(store.open_periods(date("2026-11", 2))).empty());
  need(store.add_feeling(november, Feeling::Yes));
  CHECK(need(store.open_periods(date("2026-11", 2))) == std::vector{november});
  need(store.note_attendance(session, 3));
  CHECK(need(store.open_periods(date("2026-11", 2))) ==
        std::vector{core::period_from("2026-10").value(), november});
}

}  // namespace
}  // namespace inloop::store::test
