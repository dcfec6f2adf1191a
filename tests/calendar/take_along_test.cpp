#include "kiosk/calendar/take_along.h"

#include <memory>

#include <catch2/catch.hpp>
#include <libical/ical.h>

#include "kiosk/qr/qr_code.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using calendar::calendar_text;
using calendar::CalendarEntry;
using namespace std::chrono_literals;

constexpr char const* amsterdam = "Europe/Amsterdam";

CalendarEntry yoga() {
  return {.uid = "2026-11-24-1400-yoga@klooslaan",
          .title = "Yoga op de stoel",
          .start = {.date = 2026y / 11 / 24, .minute_of_day = 14 * 60},
          .minutes = 90,
          .place = "Buurtkamer, Willem Klooslaan 1, Leiden"};
}

std::string text_of(CalendarEntry const& entry) {
  auto const text = calendar_text(entry, amsterdam);
  INFO((text ? std::string() : text.error().what));
  REQUIRE(text.has_value());
  return *text;
}

// What a program that shares no code with us makes of it, a line for each property.
std::string read_elsewhere(std::string const& text) {
  test::TemporaryFolder const folder;
  auto const done = test::run({.program = "/usr/bin/python3",
                               .arguments = {INLOOP_SOURCE_DIR "/tests/calendar/read_entry.py",
                                             folder.write("entry.ics", text).string()},
                               .environment = {"PYTHONIOENCODING=utf-8"}});
  INFO(done.errors);
  REQUIRE(done.exit_code == 0);
  return done.output;
}

// The same by libical.
class Parsed {
 public:
  explicit Parsed(std::string const& text) : m_calendar(icalparser_parse_string(text.c_str())) {
    REQUIRE(m_calendar);
    REQUIRE(icalcomponent_count_errors(m_calendar.get()) == 0);
    m_event = icalcomponent_get_first_component(m_calendar.get(), ICAL_VEVENT_COMPONENT);
    REQUIRE(m_event != nullptr);
  }

  std::string title() const { return icalcomponent_get_summary(m_event); }
  std::string place() const { return icalcomponent_get_location(m_event); }
  std::string note() const { return icalcomponent_get_description(m_event); }
  std::string start() const { return icaltime_as_ical_string(icalcomponent_get_dtstart(m_event)); }
  std::string end() const { return icaltime_as_ical_string(icalcomponent_get_dtend(m_event)); }

 private:
  struct Release {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  };

  std::unique_ptr<icalcomponent, Release> m_calendar;
  icalcomponent* m_event = nullptr;
};

TEST_CASE("An entry is one event with its moments in UTC, and nothing besides") {
  CHECK(text_of(yoga()) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Inloop//NL\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:2026-11-24-1400-yoga@klooslaan\r\n"
        "DTSTAMP:20261124T130000Z\r\n"
        "DTSTART:20261124T130000Z\r\n"
        "DTEND:20261124T143000Z\r\n"
        "SUMMARY:Yoga op de stoel\r\n"
        "LOCATION:Buurtkamer\\, Willem Klooslaan 1\\, Leiden\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("An ordinary entry is short enough for a code that is read from 30 cm") {
  auto entry = yoga();
  entry.note = "Neem gemakkelijke kleren mee.";
  auto const text = text_of(entry);
  CHECK(text.size() < 400);
  CHECK(qr::qr_code(text)->side <= 77);
}

TEST_CASE("The longest entry still fits a code") {
  using namespace calendar;
  CalendarEntry const entry{.uid = std::string(longest_uid_bytes, 'u'),
                            .title = std::string(longest_title_bytes, ';'),
                            .start = yoga().start,
                            .minutes = longest_entry_minutes,
                            .place = std::string(longest_place_bytes, ','),
                            .note = std::string(longest_note_bytes, '\n')};
  auto const text = text_of(entry);
  CHECK(text.size() <= qr::longest_text_bytes);
  Parsed const parsed(text);
  CHECK(parsed.title() == entry.title);
  CHECK(parsed.place() == entry.place);
  CHECK(parsed.note() == entry.note);
}

TEST_CASE("Another program reads every property back") {
  auto entry = yoga();
  entry.title = "Koken; proeven, praten \\ en lachen";
  entry.note = "Eerste regel\nTweede regel";
  CHECK(read_elsewhere(text_of(entry)) ==
        "EVENTS=1\n"
        "VERSION=2.0\n"
        "PRODID=-//Inloop//NL\n"
        "UID=2026-11-24-1400-yoga@klooslaan\n"
        "DTSTAMP=2026-11-24 13:00 UTC\n"
        "DTSTART=2026-11-24 13:00 UTC\n"
        "DTEND=2026-11-24 14:30 UTC\n"
        "SUMMARY=Koken; proeven, praten \\ en lachen\n"
        "LOCATION=Buurtkamer, Willem Klooslaan 1, Leiden\n"
        "DESCRIPTION=Eerste regel|Tweede regel\n");
}

TEST_CASE("Titles in every script come back whole, however their lines are folded") {
  for (std::string const title :
       {"يوغا على الكرسي مع القهوة والشاي والحديث الطيب بين الجيران كل ثلاثاء",
        "یوگا روی صندلی، همراه با چای و گفت‌وگو",
        "Йога на стільці та розмова за кавою", "ዮጋ ኣብ ወንበር ምስ ቡን", "Çay ve sohbet: şiir, öykü",
        "Żółć i gęś; świąteczne gotowanie"}) {
    INFO(title);
    auto entry = yoga();
    entry.title = title;
    auto const text = text_of(entry);
    CHECK(Parsed(text).title() == title);
    CHECK(read_elsewhere(text).find("SUMMARY=" + title + "\n") != std::string::npos);
  }
}

std::string start_of(core::LocalTime const& start) {
  auto entry = yoga();
  entry.start = start;
  entry.minutes = 60;
  Parsed const parsed(text_of(entry));
  return parsed.start() + " " + parsed.end();
}

TEST_CASE("Summer time, winter time and the nights between them give the right moment") {
  CHECK(start_of({2026y / 7 / 1, 14 * 60}) == "20260701T120000Z 20260701T130000Z");
  // Forward: 02:30 does not come on 29 March; the clock goes from 02:00 to 03:00.
  CHECK(start_of({2026y / 3 / 29, 90}) == "20260329T003000Z 20260329T013000Z");
  CHECK(start_of({2026y / 3 / 29, 150}) == "20260329T010000Z 20260329T020000Z");
  CHECK(start_of({2026y / 3 / 29, 180}) == "20260329T010000Z 20260329T020000Z");
  // Back: 02:30 comes twice on 25 October.
  CHECK(start_of({2026y / 10 / 25, 150}) == "20261025T003000Z 20261025T013000Z");
  CHECK(start_of({2026y / 10 / 25, 180}) == "20261025T020000Z 20261025T030000Z");
  CHECK(start_of({2026y / 12 / 31, 23 * 60 + 30}) == "20261231T223000Z 20261231T233000Z");
}

TEST_CASE("What cannot become an entry is refused in words") {
  auto const why = [](auto const change) {
    auto entry = yoga();
    change(entry);
    auto const text = calendar_text(entry, amsterdam);
    return text ? "made: " + *text : text.error().what;
  };
  CHECK(why([](auto& entry) { entry.title.clear(); }) == "a calendar entry has no title");
  CHECK(why([](auto& entry) { entry.uid.clear(); }) == "a calendar entry has no uid");
  CHECK(why([](auto& entry) { entry.title.assign(161, 'a'); }) ==
        "the title of a calendar entry has at most 160 bytes, not 161");
  CHECK(why([](auto& entry) { entry.place = "a\x01"; }) ==
        "the place of a calendar entry holds a control character");
  CHECK(why([](auto& entry) { entry.note = std::string("a\0b", 3); }) ==
        "the note of a calendar entry holds a control character");
  CHECK(why([](auto& entry) { entry.minutes = 0; }) ==
        "a calendar entry takes 1 to 1440 minutes, not 0");
  auto const elsewhere = calendar_text(yoga(), "Europe/Klooslaan");
  REQUIRE_FALSE(elsewhere.has_value());
  CHECK(elsewhere.error().what ==
        "there is no time zone \"Europe/Klooslaan\" on this machine (package tzdata)");
}

}  // namespace
}  // namespace inloop
