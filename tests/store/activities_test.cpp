#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/sign_ups_table.h"
#include "tests/store/week_fixture.h"

namespace inloop::store::test {
namespace {

using Catch::Contains;
using core::SignUpMode;

std::vector<core::SessionId> ids(std::vector<core::Session> const& sessions) {
  std::vector<core::SessionId> found;
  for (auto const& session : sessions) found.push_back(session.id);
  return found;
}

TEST_CASE(
    "A session comes back with all that its activity says, after the store was opened again") {
  House const house;
  core::Activity const told{.title = "Wat te doen bij schulden?",
                            .picture = "🎧",
                            .kind = core::ActivityKind::Learning,
                            .sign_up = SignUpMode::Token,
                            .capacity = 12,
                            .room = "zolder",
                            .link = "https://example.org/les"};
  core::SessionId id = 0;
  {
    auto store = house.store();
    id = add_session(store, told, at(monday, 13, 15), 90);
  }
  auto store = house.store();
  CHECK(need(store.agenda(monday, 1)) ==
        std::vector<core::Session>{{.id = id,
                                    .activity = told,
                                    .start = at(monday, 13, 15),
                                    .minutes = 90,
                                    .state = core::SessionState::Planned,
                                    .reason = "",
                                    .taken = 0,
                                    .waiting = 0}});
  CHECK(need(store.activities()) == std::vector<KnownActivity>{{1, told}});
}

TEST_CASE("The agenda is in order of time and has the sessions of the days asked for") {
  House const house;
  auto store = house.store();
  auto const open = need(store.add_activity(activity(SignUpMode::Open)));
  auto const on = [&](core::Date date, int hour) {
    return need(store.add_session(open, at(date, hour), 60));
  };
  auto const sunday_next = on(date("2026-11", 29), 14);
  auto const monday_late = on(monday, 19);
  auto const monday_early = on(monday, 9);
  auto const day_before = on(date("2026-11", 22), 23);
  auto const monday_next = on(date("2026-11", 30), 0);
  CHECK(ids(need(store.agenda(monday, 7))) == std::vector{monday_early, monday_late, sunday_next});
  CHECK(ids(need(store.agenda(date("2026-11", 22), 1))) == std::vector{day_before});
  CHECK(ids(need(store.agenda(date("2026-11", 30), 7))) == std::vector{monday_next});
}

TEST_CASE("Beyond its limit the agenda leaves out the latest sessions") {
  House const house;
  need(house.store().add_activity(activity(SignUpMode::Open)));
  {
    SQLite::Database file(house.file.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement many(file, R"sql(
      WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
      INSERT INTO session (activity, date, minute, minutes)
      SELECT 1, date('2026-11-23', format('+%d days', n / 1440)), n % 1440, 60 FROM number
    )sql");
    many.bind(1, static_cast<std::int64_t>(core::most_sessions_in_agenda));
    many.exec();
  }
  auto store = house.store();
  auto const sessions = need(store.agenda(monday, 7));
  REQUIRE(sessions.size() == core::most_sessions_in_agenda);
  CHECK(sessions.front().start == at(monday, 0));
  CHECK(sessions.back().start == at(date("2026-11", 24), 9, 19));
}

TEST_CASE("What an activity may not be is refused in words") {
  House const house;
  auto store = house.store();
  auto const refusal = [&](auto const& change) {
    auto wrong = activity(SignUpMode::Open);
    change(wrong);
    auto const added = store.add_activity(wrong);
    return added ? "accepted" : added.error().what;
  };
  using core::Activity;
  CHECK_THAT(refusal([](Activity& a) { a.title = ""; }), Contains("the title is empty"));
  CHECK_THAT(refusal([](Activity& a) { a.title = std::string(41, 'x'); }),
             Contains("the title has more than 40 characters"));
  CHECK_THAT(refusal([](Activity& a) { a.title = "two\nlines"; }), Contains("control character"));
  CHECK_THAT(refusal([](Activity& a) { a.picture = ""; }), Contains("no emoji"));
  CHECK_THAT(refusal([](Activity& a) { a.room = std::string(31, 'x'); }),
             Contains("the room has more than 30 characters"));
  CHECK_THAT(refusal([](Activity& a) { a.capacity = 0; }), Contains("1 to 100"));
  CHECK_THAT(refusal([](Activity& a) { a.capacity = 101; }), Contains("1 to 100"));
  CHECK_THAT(refusal([](Activity& a) { a.link = "http://example.org"; }), Contains("https://"));
  CHECK_THAT(refusal([](Activity& a) { a.link = "https://"; }), Contains("https://"));
  CHECK_THAT(refusal([](Activity& a) { a.link = "https://" + std::string(300, 'x'); }),
             Contains("at most 300 bytes"));
  CHECK_THAT(refusal([](Activity& a) { a.link = "https://a b"; }), Contains("neither spaces"));
  CHECK(need(store.activities()).empty());
  // Forty letters of Arabic are eighty bytes, and fine.
  std::string forty;
  for (int i = 0; i < 40; ++i) forty += "م";
  CHECK(refusal([&](Activity& a) { a.title = forty; }) == "accepted");
}

TEST_CASE("What a session may not be is refused, twice the same included") {
  House const house;
  auto store = house.store();
  auto const open = need(store.add_activity(activity(SignUpMode::Open)));
  need(store.add_session(open, at(monday, 10), 60));
  CHECK_FALSE(store.add_session(open, at(monday, 10), 90));
  CHECK_FALSE(store.add_session(open + 1, at(monday, 10), 60));
  CHECK_FALSE(store.add_session(open, at(monday, 24), 60));
  CHECK_FALSE(store.add_session(open, at(date("2026-11", 31), 10), 60));
  CHECK_FALSE(store.add_session(open, at(monday, 11), 0));
  CHECK_FALSE(store.add_session(open, at(monday, 11), most_session_minutes + 1));
  CHECK(need(store.agenda(monday, 7)).size() == 1);
  CHECK_FALSE(store.is_lost());
}

TEST_CASE("The file itself refuses activities and sessions beyond the limits") {
  House const house;
  need(house.store().add_activity(activity(SignUpMode::Open)));
  SQLite::Database file(house.file.string(), SQLite::OPEN_READWRITE);
  auto const refuses = [&](std::string const& change) {
    try {
      file.exec(change);
      return false;
    } catch (SQLite::Exception const&) {
      return true;
    }
  };
  CHECK(refuses("UPDATE activity SET title = ''"));
  CHECK(refuses("UPDATE activity SET capacity = 101"));
  CHECK(refuses("UPDATE activity SET link = 'http://example.org'"));
  CHECK(refuses("UPDATE activity SET kind = 'sleeping'"));
  CHECK(
      refuses("INSERT INTO session (activity, date, minute, minutes) "
              "VALUES (1, '2026-02-30', 600, 60)"));
  CHECK(
      refuses("INSERT INTO session (activity, date, minute, minutes, reason) "
              "VALUES (1, '2026-02-28', 600, 60, 'why?')"));
  CHECK_FALSE(refuses("UPDATE activity SET capacity = 100"));
}

TEST_CASE("A session is cancelled once, with a reason, and no other session is") {
  House const house;
  auto store = house.store();
  auto const open = need(store.add_activity(activity(SignUpMode::Open)));
  auto const ill = need(store.add_session(open, at(monday, 10), 60));
  auto const well = need(store.add_session(open, at(date("2026-11", 30), 10), 60));
  CHECK_FALSE(store.cancel_session(ill, std::string(81, 'x')));
  need(store.cancel_session(ill, "Fatima is ziek"));
  CHECK_THAT(words(store.cancel_session(ill, "").error()), Contains("no planned session"));
  auto const sessions = need(store.agenda(monday, 14));
  REQUIRE(ids(sessions) == std::vector{ill, well});
  CHECK(sessions[0].state == core::SessionState::Cancelled);
  CHECK(sessions[0].reason == "Fatima is ziek");
  CHECK(sessions[1].state == core::SessionState::Planned);
}

TEST_CASE("Attendance may be noted again, is 0 to 500, and not of a cancelled session") {
  House const house;
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Anonymous));
  need(store.note_attendance(session, 4));
  need(store.note_attendance(session, 6));
  CHECK_FALSE(store.note_attendance(session, -1));
  CHECK_FALSE(store.note_attendance(session, most_people_at_session + 1));
  auto const counts = need(store.period_counts(core::period_of(monday)));
  CHECK(counts.participations[static_cast<std::size_t>(core::ActivityKind::Moving)] == 6);
  need(store.cancel_session(session, ""));
  CHECK_FALSE(store.note_attendance(session, 3));
}

// Virtual machine instructions, which unlike time are the same in every run.
class Instructions {
 public:
  explicit Instructions(SQLite::Database& file) : m_file(file) {
    auto const count = [](void* instructions) {
      ++*static_cast<std::int64_t*>(instructions);
      return 0;
    };
    constexpr int each_instruction = 1;
    sqlite3_progress_handler(m_file.getHandle(), each_instruction, count, &m_count);
  }
  Instructions(Instructions const&) = delete;
  Instructions& operator=(Instructions const&) = delete;
  ~Instructions() { sqlite3_progress_handler(m_file.getHandle(), 0, nullptr, nullptr); }

  [[nodiscard]] std::int64_t count() const { return m_count; }

 private:
  SQLite::Database& m_file;
  std::int64_t m_count = 0;
};

template <class Work>
std::int64_t instructions_of(SQLite::Database& file, Work const& work) {
  Instructions const instructions(file);
  work();
  return instructions.count();
}

// Ten years of one session every few hours, each with its places written down, before the week.
void add_history(SQLite::Database& file) {
  file.exec(R"sql(
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)
    INSERT INTO session (activity, date, minute, minutes, places_held)
    SELECT 1, date('2016-11-23', format('+%d days', n / 6)), n % 1440, 60, 8 FROM number
    WHERE n / 6 < 3600
  )sql");
}

TEST_CASE("Reading a week and signing up take the same work however long the past") {
  House const house;
  core::SessionId session = 0;
  {
    auto store = house.store();
    session = add_session(store, activity(SignUpMode::Token, 12));
    inloop::test::SeededRandom random(3);
    for (int picture = 1; picture <= 14; ++picture)
      granted(store.sign_up(wish(session, core::Token{.picture = picture}, core::WhenFull::Wait),
                            random));
  }
  SQLite::Database file(house.file.string(), SQLite::OPEN_READWRITE);
  auto const read_week = [&] {
    REQUIRE(sessions_between(file, monday, date("2026-11", 29)).size() == 1);
  };
  auto const sign_up = [&] {
    auto const found = session_of(file, session);
    REQUIRE(found);
    REQUIRE(sign_ups_of(file, *found).size() >= 14);
    (void)insert_sign_up(file, session, {.picture = 0, .colour = core::TokenColour::Blue},
                         Joined::Waiting);
    delete_sign_up(file, file.getLastInsertRowid());
  };
  read_week();  // reading the schema is the work of the first statement only
  auto const week_of_new = instructions_of(file, read_week);
  auto const sign_up_of_new = instructions_of(file, sign_up);
  add_history(file);
  REQUIRE(file.execAndGet("SELECT count(*) FROM session").getInt() > 15'000);
  CHECK(instructions_of(file, read_week) == week_of_new);
  CHECK(instructions_of(file, sign_up) == sign_up_of_new);
}

}  // namespace
}  // namespace inloop::store::test
