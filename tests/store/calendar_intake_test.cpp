#include "kiosk/calendar/calendar_reader.h"
#include "tests/store/programme_fixture.h"

namespace inloop::store::test {
namespace {

using core::WhenGone;

constexpr char const* sorry = "Niet meer in de agenda";
constexpr char const* partner = "Taalhuis Noord";

std::string event(int number, std::string_view lines) {
  return fmt::format("BEGIN:VEVENT\nUID:{0}\nSUMMARY:Les {0}\n{1}END:VEVENT\n", number, lines);
}

core::CalendarFile calendar_of(std::string const& events, core::LocalTime const& at = now) {
  return need(calendar::read_calendar(
      "BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n",
      {.now = at, .time_zone = "Europe/Amsterdam", .own_uid_ending = "@huis"}));
}

constexpr char const* weekly = "DTSTART:20261124T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n";
constexpr char const* once = "DTSTART:20261126T190000\nDURATION:PT2H\nLOCATION:zolder\n";

struct Intake : ProgrammeHouse {
  core::CalendarProposal propose(std::string const& events) {
    return need(programme.propose(calendar_of(events), partner, now));
  }
  core::ProgrammeChange take_in(std::string const& events, WhenGone when_gone = WhenGone::TakeOut) {
    return done(programme.take_in(propose(events), when_gone, sorry, now));
  }
};

TEST_CASE("A partner's events come into the agenda as theirs, and a second time change nothing") {
  Intake house;
  auto const events = event(1, weekly) + event(2, once);
  auto const proposal = house.propose(events);
  CHECK(proposal.added.size() == 2);
  CHECK(house.sessions().empty());
  auto const change = house.take_in(events);
  CHECK(change.added == 58 + 1);
  CHECK(house.agenda(3) == "24-11 10:00, 26-11 19:00, 01-12 10:00");
  auto const sessions = house.sessions();
  CHECK(sessions[1].session.activity.organiser == partner);
  CHECK(sessions[1].session.activity.room == "zolder");
  CHECK(sessions[1].session.minutes == 120);

  auto const again = house.propose(events);
  CHECK(again.unchanged == 2);
  CHECK((again.added.empty() && again.changed.empty() && again.gone.empty()));
  house.take_in(events);
  CHECK(house.sessions() == sessions);
}

TEST_CASE("A changed event changes its sessions, and who signed up stays") {
  Intake house;
  house.take_in(event(1, weekly) + event(2, once));
  auto const second = house.on(later(tuesday, 7));
  {
    // How people take part in a partner's activity is the host's to say.
    auto const row = need(house.programme.series(house.sessions()[0].series.value())).value();
    auto wanted = row.series;
    wanted.activity.sign_up = core::SignUpMode::Token;
    wanted.first = at(later(tuesday, 7), 10);
    done(house.programme.change(second, core::Scope::ThisOne, wanted, sorry, now));
  }
  house.sign_up(second);
  auto const moved =
      "DTSTART:20261124T113000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n"
      "EXDATE:20261208T113000\n";
  auto const proposal = house.propose(event(1, moved) + event(2, once));
  CHECK(proposal.changed.size() == 1);
  CHECK(proposal.unchanged == 1);
  house.take_in(event(1, moved) + event(2, once));
  // The rule names other times, so the sessions are others; who signed up is told.
  CHECK(house.agenda(4) == "24-11 11:30, 26-11 19:00, 01-12 10:00 cancelled, 01-12 11:30");
  CHECK(need(house.programme.session(second)).value().session.taken == 1);
}

TEST_CASE("A single session that the partner moved or cancelled does so here") {
  Intake house;
  house.take_in(event(1, weekly));
  auto const second = house.on(later(tuesday, 7));
  auto const exceptions = event(1, "RECURRENCE-ID:20261201T100000\nDTSTART:20261202T150000\n") +
                          event(1,
                                "RECURRENCE-ID:20261208T100000\nDTSTART:20261208T100000\n"
                                "STATUS:CANCELLED\n");
  house.take_in(event(1, weekly) + exceptions);
  CHECK(house.agenda(4) == "24-11 10:00, 02-12 15:00, 08-12 10:00 cancelled, 15-12 10:00");
  CHECK(need(house.programme.session(second)).value().session.start == at(later(tuesday, 8), 15));
}

TEST_CASE("What was cancelled here stays cancelled when the partner sends the event anew") {
  Intake house;
  house.take_in(event(1, weekly));
  done(house.programme.remove(house.on(later(tuesday, 7)), core::Scope::ThisOne, sorry, now));
  house.take_in(event(1, std::string(weekly) + "LOCATION:keuken\n"));
  CHECK(house.agenda(3) == "24-11 10:00, 01-12 10:00 cancelled, 08-12 10:00");
  CHECK(house.sessions()[0].session.activity.room == "keuken");
}

TEST_CASE("What is gone from the file goes or stays, as the host says") {
  Intake house;
  house.take_in(event(1, weekly) + event(2, once));
  auto const proposal = house.propose(event(1, weekly));
  REQUIRE(proposal.gone.size() == 1);
  CHECK(proposal.gone[0].series.activity.title == "Les 2");
  house.take_in(event(1, weekly), WhenGone::Keep);
  CHECK(house.agenda(2) == "24-11 10:00, 26-11 19:00");
  house.take_in(event(1, weekly), WhenGone::TakeOut);
  CHECK(house.agenda(2) == "24-11 10:00, 01-12 10:00");
  // Another partner's events are not this one's to miss.
  CHECK(need(house.programme.propose(calendar_of(event(3, once)), "Koor", now)).gone.empty());
}

TEST_CASE("Taking a calendar in can be taken back whole") {
  Intake house;
  house.take_in(event(1, weekly) + event(2, once));
  auto const before = house.sessions();
  auto const changed = "DTSTART:20261124T113000\nDURATION:PT3H\nRRULE:FREQ=WEEKLY;INTERVAL=2\n";
  auto const change = house.take_in(event(1, changed) + event(3, weekly));
  CHECK(house.sessions() != before);
  done(house.programme.take_back(change.id, sorry));
  CHECK(house.sessions() == before);
  CHECK(house.propose(event(1, weekly) + event(2, once)).unchanged == 2);
}

TEST_CASE("A partner's series is changed by the partner, and one session of it by the host") {
  Intake house;
  house.take_in(event(1, weekly));
  auto const first = house.sessions()[0];
  auto wanted = need(house.programme.series(first.series.value())).value().series;
  CHECK(problem_of(house.programme.change(first.session.id, core::Scope::All, wanted, sorry,
                                          now)) == core::ProgrammeProblem::OfPartner);
  wanted.first = at(tuesday, 16);
  done(house.programme.change(first.session.id, core::Scope::ThisOne, wanted, sorry, now));
  CHECK(house.agenda(2) == "24-11 16:00, 01-12 10:00");
  done(house.programme.remove(first.session.id, core::Scope::All, sorry, now));
  CHECK(house.sessions().empty());
  CHECK(house.propose(event(1, weekly)).added.size() == 1);
}

TEST_CASE("Tidying goes on with a partner's rule as the file gave it") {
  Intake house;
  house.take_in(event(1, weekly));
  need(house.programme.extend(later(monday, 14)));
  auto const sessions = house.sessions({monday, later(monday, 500)});
  CHECK(sessions.size() == 60);
  CHECK(sessions.back().session.start == at(later(tuesday, 59 * 7), 10));
}

TEST_CASE("A calendar that brings what cannot be is refused whole, in words") {
  Intake house;
  auto proposal = house.propose(event(1, weekly) + event(2, once));
  proposal.added[1].sessions[0].minutes = 0;
  auto const refused = house.programme.take_in(proposal, WhenGone::Keep, sorry, now);
  REQUIRE_FALSE(refused);
  CHECK_THAT(words(refused.error()), Catch::Contains("1 to 1440 minutes"));
  CHECK(house.sessions().empty());
}

TEST_CASE("A calendar of five thousand events is taken in, and again, and taken back") {
  std::string events;
  for (int i = 0; i < 5'000; ++i)
    events += event(i, fmt::format("DTSTART:2027{:02}{:02}T{:02}{:02}00\n", i % 11 + 1, i % 28 + 1,
                                   i % 24, i % 60));
  Intake house;
  auto const change = house.take_in(events);
  CHECK(change.added == 5'000);
  CHECK(house.propose(events).unchanged == 5'000);
  done(house.programme.take_back(change.id, sorry));
  CHECK(house.sessions().empty());
}

}  // namespace
}  // namespace inloop::store::test
