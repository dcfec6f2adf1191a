#include "kiosk/calendar/agenda_text.h"

#include <libical/ical.h>

#include "kiosk/calendar/occurrences.h"
#include "tests/calendar/reading.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop::calendar::test {
namespace {

class English final : public core::Words {
 public:
  [[nodiscard]] std::string text(std::string_view message) const override {
    return std::string(message);
  }
  [[nodiscard]] std::string plural(std::string_view one, std::string_view,
                                   std::int64_t) const override {
    return std::string(one);
  }
};

core::Days const days{2026y / 11 / 23, 2027y / 1 / 31};
AgendaOptions const house{.place_id = "de-huiskamer",
                          .place_name = "De Huiskamer, Leiden",
                          .time_zone = "Europe/Amsterdam",
                          .now = {2026y / 11 / 23, 9 * 60}};

core::Series weekly() {
  core::Series series;
  series.activity = {.title = "Yoga; rustig", .picture = "🧘🏽", .room = "zolder"};
  series.first = {2026y / 11 / 24, 14 * 60};
  auto recurrence = core::repeating(core::Repeat::Weekly, series.first.date);
  recurrence.left_out = {2026y / 12 / 15};
  series.rule = recurrence;
  return series;
}

// What the store makes of a series, without a store.
std::vector<core::ProgrammeSession> sessions_of(core::Series const& series, core::SeriesId id) {
  std::vector<core::ProgrammeSession> sessions;
  auto const times = occurrences(series, days, house.time_zone);
  REQUIRE(times.has_value());
  for (auto const& time : *times) {
    core::ProgrammeSession one{.series = id, .original = time};
    one.session.id = id * 100 + static_cast<core::SessionId>(sessions.size());
    one.session.activity = series.activity;
    one.session.start = time;
    one.session.minutes = series.minutes;
    sessions.push_back(one);
  }
  return sessions;
}

struct Agenda {
  std::vector<core::ProgrammeSession> sessions;
  std::vector<core::KnownSeries> series;

  [[nodiscard]] std::string text() const {
    auto const text = agenda_text(sessions, series, days, house, English());
    REQUIRE(text.has_value());
    return *text;
  }
};

// A series with a session moved, one cancelled and one renamed, and a session that stands alone.
Agenda agenda() {
  Agenda all{sessions_of(weekly(), 7), {{7, weekly()}}};
  all.sessions[1].session.start = {2026y / 12 / 2, 15 * 60};
  all.sessions[2].session.state = core::SessionState::Cancelled;
  all.sessions[4].session.activity.title = "Yoga met kerstmuziek";
  core::ProgrammeSession film;
  film.session.id = 900;
  film.session.activity = {.title = "Film", .picture = "🎬", .organiser = "Taalhuis, Noord"};
  film.session.start = film.original = {2026y / 11 / 27, 23 * 60 + 30};
  film.session.minutes = 90;
  all.sessions.push_back(film);
  return all;
}

TEST_CASE("The agenda that goes out comes back as the same sessions") {
  auto theirs = options;
  theirs.own_uid_ending = "@elsewhere";
  auto const file = read_calendar(agenda().text(), theirs);
  REQUIRE(file.has_value());
  CHECK(file->name == "De Huiskamer, Leiden");
  CHECK(file->refused.empty());
  REQUIRE(file->events.size() == 2);
  auto const& film = file->events[0];
  CHECK(film.series.activity.title == "Film");
  CHECK(film.series.uid == "900@de-huiskamer");
  CHECK(film.sessions.front().minutes == 90);
  auto const& yoga = file->events[1];
  CHECK(yoga.series.uid == "series-7@de-huiskamer");
  CHECK(yoga.series.activity.title == "Yoga; rustig");
  std::string text;
  for (auto const& session : yoga.sessions) text += test::in_words(session);
  CHECK(text ==
        "  2026-11-24 14:00 60 min\n"
        "  2026-12-02 15:00 60 min, instead of 2026-12-01 14:00\n"
        "  2026-12-08 14:00 60 min, cancelled\n"
        "  2026-12-22 14:00 60 min\n"
        "  2026-12-29 14:00 60 min, \"Yoga met kerstmuziek\"\n"
        "  2027-01-05 14:00 60 min\n"
        "  2027-01-12 14:00 60 min\n"
        "  2027-01-19 14:00 60 min\n"
        "  2027-01-26 14:00 60 min\n");
}

TEST_CASE("This place does not take in its own agenda") {
  auto const file = read_calendar(agenda().text(), options);
  REQUIRE(file.has_value());
  CHECK(file->events.empty());
  CHECK(file->refused.size() == 2);
}

TEST_CASE("Other programs read the agenda without an objection") {
  auto const text = agenda().text();
  std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> const parsed(
      icalparser_parse_string(text.c_str()), icalcomponent_free);
  REQUIRE(parsed);
  CHECK(icalcomponent_count_errors(parsed.get()) == 0);
  CHECK(icalcomponent_count_components(parsed.get(), ICAL_VEVENT_COMPONENT) == 5);

  ::inloop::test::TemporaryFolder const folder;
  auto const done =
      ::inloop::test::run({.program = "/usr/bin/python3",
                           .arguments = {INLOOP_SOURCE_DIR "/tests/calendar/read_agenda.py",
                                         folder.write("agenda.ics", text).string()},
                           .environment = {"PYTHONIOENCODING=utf-8"}});
  INFO(done.errors);
  REQUIRE(done.exit_code == 0);
  CHECK(done.output ==
        "Film | De Huiskamer, Leiden | Taalhuis, Noord\n"
        "  2026-11-27 22:30 to 2026-11-28 00:00\n"
        "Yoga; rustig | zolder, De Huiskamer, Leiden | \n"
        "  2026-11-24 13:00 to 2026-11-24 14:00\n"
        "  2026-12-01 13:00 replaced by 2026-12-02 14:00\n"
        "  2026-12-08 13:00 cancelled\n"
        "  2026-12-22 13:00 to 2026-12-22 14:00\n"
        "  2026-12-29 13:00 replaced by 2026-12-29 13:00\n"
        "  2027-01-05 13:00 to 2027-01-05 14:00\n"
        "  2027-01-12 13:00 to 2027-01-12 14:00\n"
        "  2027-01-19 13:00 to 2027-01-19 14:00\n"
        "  2027-01-26 13:00 to 2027-01-26 14:00\n");
}

TEST_CASE("Lines are at most seventy-five bytes, end in CR LF and tear no letter apart") {
  auto all = agenda();
  all.sessions.back().session.activity.title = "Ça été, de ééééééééééééééééééééééé film";
  all.sessions.back().session.activity.room = "ééééééééééééééééééééééééééé";
  auto const text = all.text();
  std::size_t begin = 0;
  for (auto end = text.find("\r\n"); end != text.npos; end = text.find("\r\n", begin)) {
    REQUIRE(end - begin <= 75);
    REQUIRE((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U);
    begin = end + 2;
  }
  CHECK(begin == text.size());
  CHECK(text.find('\n') == text.find("\r\n") + 1);
}

}  // namespace
}  // namespace inloop::calendar::test
