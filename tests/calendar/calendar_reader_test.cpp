#include "kiosk/calendar/calendar_reader.h"

#include <algorithm>
#include <random>

#include "kiosk/calendar/occurrences.h"
#include "tests/calendar/reading.h"

namespace inloop::calendar::test {
namespace {

using Catch::Contains;
using core::CalendarRefusal;

core::CalendarFile read(std::string const& text) {
  auto const file = read_calendar(text, options);
  INFO((file ? std::string() : file.error().what));
  REQUIRE(file.has_value());
  return *file;
}

std::string event(std::string_view lines) {
  return fmt::format("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Yoga\r\n{}END:VEVENT\r\n", lines);
}

std::string calendar(std::string const& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

// Every file of the corpus with the words that it should come to.
TEST_CASE("Files as other programs write them are read as they are meant") {
  auto const name = GENERATE(as<std::string>(), "google", "outlook", "apple", "nextcloud",
                             "thunderbird", "evolution", "windows_letters", "careless");
  CAPTURE(name);
  CHECK(in_words(read(content(corpus() / (name + ".ics")))) ==
        content(corpus() / (name + ".expected")));
}

TEST_CASE("The rule that is kept gives the sessions that the file gave") {
  for (auto const* const name : {"google", "outlook", "apple", "nextcloud", "evolution"}) {
    CAPTURE(name);
    for (auto const& one : read(content(corpus() / (std::string(name) + ".ics"))).events) {
      CAPTURE(one.series.activity.title);
      auto const times =
          occurrences(one.series, {2026y / 11 / 23, 2027y / 12 / 28}, options.time_zone);
      REQUIRE(times.has_value());
      std::vector<core::LocalTime> originals;
      for (auto const& session : one.sessions) originals.push_back(session.original);
      CHECK(originals == *times);
    }
  }
}

TEST_CASE("A file that is cut off anywhere is refused, and nothing of it counts") {
  auto const name = GENERATE(as<std::string>(), "google", "outlook", "thunderbird", "careless");
  auto const whole = content(corpus() / (name + ".ics"));
  auto const file = read(whole);
  auto const last = whole.find_last_not_of("\r\n") + 1;
  CAPTURE(name);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    auto const cut = read_calendar(std::string_view(whole).substr(0, length), options);
    CAPTURE(length);
    if (length < last)
      REQUIRE_FALSE(cut.has_value());
    else
      REQUIRE(cut.value() == file);
  }
}

TEST_CASE("A file with bytes that were damaged is read or refused, and no session is odd") {
  constexpr unsigned seed = 20261123;
  std::mt19937 chance(seed);
  INFO("seed " << seed);
  for (auto const* const name : {"google", "outlook", "apple", "nextcloud"}) {
    auto const whole = content(corpus() / (std::string(name) + ".ics"));
    for (int run = 0; run < 300; ++run) {
      auto damaged = whole;
      for (unsigned i = 0; i <= chance() % 8; ++i)
        damaged[chance() % damaged.size()] = static_cast<char>(chance() % 256);
      auto const file = read_calendar(damaged, options);
      if (!file) continue;
      for (auto const& one : file->events) {
        REQUIRE_FALSE(one.series.uid.empty());
        for (auto const& session : one.sessions) {
          REQUIRE(session.start.date.ok());
          REQUIRE((session.minutes > 0 && session.minutes <= 24 * 60));
        }
      }
    }
  }
}

TEST_CASE("Five thousand events are read, and what is more is refused by name") {
  std::string events;
  for (int i = 0; i < 5'003; ++i)
    events += fmt::format(
        "BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:Nummer {0}\r\nDTSTART:2027{1:02}{2:02}T{3:02}0000Z\r\n"
        "DURATION:PT1H\r\nEND:VEVENT\r\n",
        i, i % 11 + 1, i % 28 + 1, i % 24);
  auto const file = read(calendar(events));
  CHECK(file.events.size() == core::most_calendar_events);
  CHECK(file.refused == std::vector<core::RefusedEvent>{{CalendarRefusal::TooMany, "Nummer 5000"},
                                                        {CalendarRefusal::TooMany, "Nummer 5001"},
                                                        {CalendarRefusal::TooMany, "Nummer 5002"}});
}

TEST_CASE("More sessions than a place can have are refused by the event") {
  std::string events;
  for (int i = 0; i < 60; ++i)
    events += fmt::format(
        "BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:Dagelijks {0}\r\nDTSTART:20261201T{1:02}0000\r\n"
        "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n",
        i, i % 24);
  auto const file = read(calendar(events));
  CHECK(file.events.size() == core::most_calendar_sessions / 393);
  CHECK(file.refused.size() == 60 - file.events.size());
}

TEST_CASE("What is no calendar is refused in words") {
  auto const refusal = [](std::string const& text) {
    auto const file = read_calendar(text, options);
    return file ? "accepted" : file.error().what;
  };
  CHECK_THAT(refusal(""), Contains("no calendar"));
  CHECK_THAT(refusal("%PDF-1.7\n"), Contains("no calendar"));
  CHECK_THAT(refusal(std::string("BEGIN\0:", 7)), Contains("no text"));
  CHECK_THAT(refusal("BEGIN:VCARD\nEND:VCARD\n"), Contains("VCARD"));
  CHECK_THAT(refusal("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n"), Contains("did not begin"));
  CHECK_THAT(refusal(std::string(core::greatest_calendar_bytes + 1, ' ')), Contains("at most"));
  std::string deep;
  for (int i = 0; i < 20; ++i) deep += "BEGIN:VEVENT\n";
  CHECK_THAT(refusal(deep), Contains("deep"));
  CHECK(refusal(calendar("")) == "accepted");
}

TEST_CASE("In the nights in which the clock changes, a zone elsewhere moves and ours does not") {
  auto const of = [](std::string const& zone) {
    auto const start = fmt::format("DTSTART;TZID={}:20270327T023000\r\n", zone);
    auto const file = read(calendar(event(start + "RRULE:FREQ=DAILY;COUNT=3\r\n")));
    std::string text;
    for (auto const& session : file.events.at(0).sessions)
      text += test::in_words(session.start) + "; ";
    return text;
  };
  CHECK(of("Europe/Amsterdam") == "2027-03-27 02:30; 2027-03-28 02:30; 2027-03-29 02:30; ");
  // There the hour that does not come is told as the one after it.
  CHECK(of("Europe/Berlin") == "2027-03-27 02:30; 2027-03-28 03:30; 2027-03-29 02:30; ");
  CHECK(of("Europe/London") == "2027-03-27 03:30; 2027-03-28 03:30; 2027-03-29 03:30; ");
  CHECK(of("America/New_York") == "2027-03-27 07:30; 2027-03-28 08:30; 2027-03-29 08:30; ");
}

TEST_CASE("An event has the same fingerprint whenever it is read, and another when it changed") {
  auto const weekly = event("DTSTART:20261001T100000\r\nRRULE:FREQ=WEEKLY\r\n");
  auto const print = [](std::string const& text, core::Date date) {
    auto at = options;
    at.now.date = date;
    auto const file = read_calendar(calendar(text), at);
    REQUIRE(file.has_value());
    return file->events.at(0).fingerprint;
  };
  auto const today = 2026y / 11 / 23;
  CHECK(print(weekly, today) == print(weekly, 2027y / 5 / 1));
  for (auto const* const other :
       {"DTSTART:20261001T110000\r\nRRULE:FREQ=WEEKLY\r\n",
        "DTSTART:20261001T100000\r\nRRULE:FREQ=WEEKLY\r\nLOCATION:zolder\r\n",
        "DTSTART:20261001T100000\r\nRRULE:FREQ=WEEKLY\r\nDURATION:PT2H\r\n",
        "DTSTART:20261001T100000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2\r\n",
        "DTSTART:20261001T100000\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:20261210T100000\r\n"})
    CHECK(print(event(other), today) != print(weekly, today));
}

TEST_CASE("Titles are one line of at most forty letters, in whatever way they are written") {
  auto const title = [](std::string const& summary) {
    auto const file =
        read(calendar("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261201T100000\r\nSUMMARY:" + summary +
                      "\r\nEND:VEVENT\r\n"));
    return file.events.at(0).series.activity.title;
  };
  CHECK(title("Eten\\, drinken\\; praten\\nen meer") == "Eten, drinken; praten en meer");
  CHECK(title("  Veel   ruimte\\t ") == "Veel ruimtet");
  CHECK(title(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(title(std::string(41, 'x')) == std::string(39, 'x') + "…");
  CHECK(title("C:\\\\temp") == "C:\\temp");
}

}  // namespace
}  // namespace inloop::calendar::test
