#include "kiosk/app/closing.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "kiosk/app/housekeeping.h"
#include "kiosk/core/holds.h"
#include "kiosk/store/holds.h"
#include "kiosk/store/the_day.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"
#include "tests/app/seeded_random.h"
#include "tests/app/turned_clock.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::app;

namespace {

constexpr core::Date day_in_october = std::chrono::year{2026} / 10 / 5;
constexpr core::Date day_of_grace = std::chrono::year{2026} / 11 / 3;
constexpr core::Date day_of_closing = std::chrono::year{2026} / 11 / 4;
constexpr core::Date day_of_closing_the_year = std::chrono::year{2027} / 1 / 4;
constexpr core::Date day_of_next_closing = std::chrono::year{2026} / 12 / 4;

ReleaseRules rules() {
  core::OpeningSchedule opening;
  opening.set_open(std::chrono::Monday, core::Daypart::Morning);
  opening.set_open(std::chrono::Thursday, core::Daypart::Afternoon);
  return {.place_id = "leiden-klooslaan",
          .source = "urn:nld:kvknr:12345678:systeem:klooslaan-1",
          .opening = opening};
}

// Epsilon 1/2: an error of more than this comes once in 10^10 draws.
constexpr std::int64_t greatest_noise_at_half = 50;

// A house with two visits in October: one adult on a Monday morning, a family outside of hours.
struct House {
  inloop::test::TemporaryFolder folder;
  test::TurnedClock clock;
  test::SeededRandom random{7};
  HouseClock wall = std::move(*HouseClock::make(clock, "Europe/Amsterdam"));
  outbox::Folders hatch{folder.path() / "outbox", folder.path() / "receipts"};
  store::Store store = open();

  House() {
    for (auto const& path : {hatch.outbox / "new", hatch.outbox / "sent", hatch.receipts})
      std::filesystem::create_directories(path);
    REQUIRE(
        store.add_visit({.arrived = {day_in_october, 600}, .first_time = core::FirstTime::Yes}));
    REQUIRE(store.add_visit({.arrived = {day_in_october, 1200}, .party = {2, 2}}));
  }

  store::Store open() const {
    auto opened = store::Store::open(
        {.file = folder.path() / "kiosk" / "kiosk.db", .place = rules().place_id});
    if (!opened) FAIL(opened.error().what);
    return std::move(*opened);
  }

  Memory memory() const {
    return {.database = folder.path() / "kiosk" / "kiosk.db",
            .backups = folder.path() / "kiosk" / "backups",
            .place_id = rules().place_id,
            .hatch = hatch};
  }

  Closing closing(RandomSource& source) const { return {rules(), wall, source}; }

  std::vector<store::PublishedRelease> releases() {
    auto found = store.releases();
    REQUIRE(found);
    return *found;
  }

  core::SessionId plan_session(core::ActivityKind kind) {
    auto const activity = store.add_activity({.title = "Samen", .picture = "☕", .kind = kind});
    REQUIRE(activity);
    auto const session = store.add_session(*activity, {day_in_october, 600}, 60);
    REQUIRE(session);
    return *session;
  }

  void hold_session(core::ActivityKind kind, int people) {
    REQUIRE(store.note_attendance(plan_session(kind), people));
  }

  void feel(core::Feeling feeling, int times) {
    for (int answer = 0; answer < times; ++answer)
      REQUIRE(store.add_feeling(core::period_of(day_in_october), feeling));
  }

  report::CountEvent close() {
    REQUIRE(closing(random).close_due(store, day_of_closing));
    auto const event = report::count_event_from(releases().at(0).bytes);
    if (!event) FAIL(event.error().what);
    return *event;
  }

  // The courier brings the town hall's answer to the first release.
  std::string receive() {
    auto const release = releases().at(0);
    auto const receipt = report::to_json({.id = release.event_id,
                                          .source = rules().source,
                                          .hash = report::content_hash(release.bytes),
                                          .received_at = "2026-11-04T03:02:11Z"});
    REQUIRE(outbox::write_receipt(hatch, release.event_id, receipt));
    return receipt;
  }
};

report::CountEvent without_values(report::CountEvent event) {
  for (auto& table : event.tables)
    for (auto& cell : table.cells) cell.value = 0;
  return event;
}

// By how much each cell that differs has grown.
std::vector<std::int64_t> differences(report::CountEvent const& before,
                                      report::CountEvent const& after) {
  REQUIRE(without_values(before) == without_values(after));
  std::vector<std::int64_t> grown;
  for (std::size_t table = 0; table < before.tables.size(); ++table)
    for (std::size_t cell = 0; cell < before.tables[table].cells.size(); ++cell) {
      auto const growth =
          after.tables[table].cells[cell].value - before.tables[table].cells[cell].value;
      if (growth != 0) grown.push_back(growth);
    }
  return grown;
}

}  // namespace

TEST_CASE("a month stays open in its days of grace and is closed once after them") {
  House house;
  CHECK(house.closing(house.random).close_due(house.store, day_of_grace) == 0);
  CHECK(house.releases().empty());
  CHECK(house.closing(house.random).close_due(house.store, day_of_closing) == 1);
  auto const first = house.releases();
  REQUIRE(first.size() == 1);
  CHECK(house.closing(house.random).close_due(house.store, day_of_closing) == 0);
  CHECK(house.releases() == first);
}

TEST_CASE("the event holds the tables of the month with noise, and the facts without") {
  House house;
  REQUIRE(house.closing(house.random).close_due(house.store, day_of_closing));
  auto const event = report::count_event_from(house.releases().at(0).bytes);
  if (!event) FAIL(event.error().what);
  CHECK(event->place == "leiden-klooslaan");
  CHECK(event->period == "2026-10");
  CHECK(event->sequence == 1);
  CHECK(event->time == "2026-11-04T03:00:00Z");
  CHECK(event->facts.dayparts_scheduled == 4 + 5);  // Mondays and Thursdays of October 2026
  CHECK(event->facts.feeling_question == "gezien");
  REQUIRE(event->tables.size() == 6);
  CHECK(event->tables[0].subject == "bezoeken");
  // Epsilon 1: an error of more than 25 comes once in 10^10 draws.
  CHECK(std::abs(event->tables[0].cells[0].value - 3) <= 25);
  CHECK(event->tables[1].cells.back().group == "buitenOpeningstijd");
}

TEST_CASE("attendances and feelings are released with noise, the number of sessions without") {
  House house;
  house.hold_session(core::ActivityKind::Cooking, 340);
  auto const called_off = house.plan_session(core::ActivityKind::Cooking);
  REQUIRE(house.store.cancel_session(called_off, "De kok is ziek"));
  house.feel(core::Feeling::ALittle, 400);
  auto const event = house.close();

  auto const& attendances = event.tables.at(3);
  REQUIRE(attendances.subject == "deelnames");
  REQUIRE(attendances.cells.size() == 7);
  for (auto const& cell : attendances.cells)
    CHECK(std::abs(cell.value - (cell.group == "koken" ? 340 : 0)) <= greatest_noise_at_half);
  auto const& feelings = event.tables.at(5);
  REQUIRE(feelings.subject == "gevoel");
  REQUIRE(feelings.cells.size() == 3);
  for (auto const& cell : feelings.cells)
    CHECK(std::abs(cell.value - (cell.group == "eenBeetje" ? 400 : 0)) <= greatest_noise_at_half);

  REQUIRE(event.facts.sessions.size() == 7);
  for (auto const& sessions : event.facts.sessions)
    CHECK(sessions == (sessions.kind == "koken" ? report::SessionFact{"koken", 2, 1, 1}
                                                : report::SessionFact{.kind = sessions.kind}));
}

TEST_CASE("volunteers are released with noise, and the dayparts that were open without") {
  House house;
  auto const afternoon = core::Daypart::Afternoon;
  for (unsigned day = 1; day <= 31; ++day)
    REQUIRE(store::note_volunteers(house.store, std::chrono::year{2026} / 10 / day, afternoon, 10));
  using enum core::Opening;
  REQUIRE(store::note_opening(house.store, day_in_october, core::Daypart::Morning, Closed));
  REQUIRE(store::note_opening(house.store, day_in_october, core::Daypart::Evening, Open));
  REQUIRE(store::note_opening(house.store, day_in_october, afternoon, Open));
  auto const event = house.close();

  auto const& volunteers = event.tables.at(4);
  REQUIRE(volunteers.subject == "vrijwilligers");
  REQUIRE(volunteers.cells.size() == 1);
  CHECK(std::abs(volunteers.cells[0].value - 310) <= greatest_noise_at_half);
  CHECK(event.facts.dayparts_scheduled == 4 + 5);
  CHECK(event.facts.dayparts_open == 4 + 5 + 1);
}

TEST_CASE("each month tells the question that was asked in it") {
  House house;
  REQUIRE(house.closing(house.random).close_due(house.store, day_of_closing_the_year));
  auto const releases = house.releases();
  REQUIRE(releases.size() == 3);
  for (auto const& release : releases)
    CHECK(report::count_event_from(release.bytes)->facts.feeling_question ==
          core::question_word(core::feeling_question_of(release.period)));
}

TEST_CASE("the shape of an event is the same however many came, joined and answered") {
  House quiet;
  quiet.hold_session(core::ActivityKind::Moving, 0);
  House busy;
  busy.hold_session(core::ActivityKind::Moving, 25);
  busy.feel(core::Feeling::No, 9);
  for (int visit = 0; visit < 40; ++visit)
    REQUIRE(busy.store.add_visit({.arrived = {day_in_october, 600}}));
  CHECK(without_values(busy.close()) == without_values(quiet.close()));
}

TEST_CASE("one attendance more changes one figure of the whole event by one, and so a feeling") {
  House before;
  before.hold_session(core::ActivityKind::Making, 11);
  House after;
  SECTION("an attendance") {
    after.hold_session(core::ActivityKind::Making, 12);
  }
  SECTION("a feeling") {
    after.hold_session(core::ActivityKind::Making, 11);
    after.feel(core::Feeling::Yes, 1);
  }
  // The same seed draws the same noise, so what differs is what was counted.
  CHECK(differences(before.close(), after.close()) == std::vector<std::int64_t>{1});
}

TEST_CASE("the noise differs from cell to cell and from source to source") {
  auto const draw = [](std::uint32_t seed) {
    House house;
    test::SeededRandom source(seed);
    REQUIRE(house.closing(source).close_due(house.store, day_of_closing));
    return report::count_event_from(house.releases().at(0).bytes)->tables;
  };
  CHECK(draw(1) == draw(1));
  CHECK(draw(1) != draw(2));
}

TEST_CASE("without randomness nothing is closed and nothing is left behind") {
  House house;
  test::DryRandom dry;
  CHECK_FALSE(house.closing(dry).close_due(house.store, day_of_closing));
  CHECK(house.releases().empty());
  CHECK(house.closing(house.random).close_due(house.store, day_of_closing) == 1);
}

TEST_CASE("tidying publishes the very bytes of the store, again if they are gone") {
  House house;
  Housekeeping housekeeping(house.closing(house.random), house.memory());
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  auto const listing = outbox::list_new(house.hatch);
  REQUIRE(listing);
  REQUIRE(listing->events.size() == 1);
  CHECK(outbox::read_event(listing->events[0]) == house.releases()[0].bytes);

  std::filesystem::remove(listing->events[0].path);
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(outbox::list_new(house.hatch)->events.size() == 1);
}

TEST_CASE("tidying says how the card reader is, where there is somebody to ask") {
  House house;
  auto reader = outbox::ReaderState::Works;
  Housekeeping housekeeping(house.closing(house.random), house.memory(), [&] { return reader; });
  auto const said = [&] { return outbox::read_reader_state(house.hatch, system_clock().utc()); };
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(said() == outbox::ReaderState::Works);
  reader = outbox::ReaderState::Missing;
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(said() == outbox::ReaderState::Missing);
}

TEST_CASE("a receipt is kept and its event leaves the queue") {
  House house;
  Housekeeping housekeeping(house.closing(house.random), house.memory());
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  auto const receipt = house.receive();
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(house.releases()[0].receipt == receipt);
  CHECK(outbox::list_new(house.hatch)->events.empty());
}

TEST_CASE("a delivered event that could not leave the queue leaves it at the next tidying") {
  House house;
  Housekeeping housekeeping(house.closing(house.random), house.memory());
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  auto const receipt = house.receive();

  auto const sent = house.hatch.outbox / "sent";
  std::filesystem::remove(sent);
  house.folder.write("outbox/sent", "not a folder");
  CHECK_FALSE(housekeeping.tidy(house.store, day_of_closing));
  REQUIRE(outbox::list_new(house.hatch)->events.size() == 1);

  std::filesystem::remove(sent);
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(outbox::list_new(house.hatch)->events.empty());
  CHECK(outbox::list_published(house.hatch)->events.size() == 1);
  CHECK(house.releases()[0].receipt == receipt);
}

TEST_CASE(
    "an event that left the queue just before the power failed gets its receipt all the same") {
  House house;
  Housekeeping housekeeping(house.closing(house.random), house.memory());
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  auto const receipt = house.receive();
  auto const release = house.releases()[0];
  REQUIRE(outbox::move_to_sent(house.hatch, release.sequence, release.event_id));
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(house.releases()[0].receipt == receipt);
  CHECK(outbox::list_new(house.hatch)->events.empty());
}

TEST_CASE("a receipt for other bytes proves nothing to the house") {
  House house;
  Housekeeping housekeeping(house.closing(house.random), house.memory());
  REQUIRE(housekeeping.tidy(house.store, day_of_closing));
  auto const release = house.releases().at(0);
  house.folder.write("receipts/" + release.event_id + ".json",
                     report::to_json({.id = release.event_id,
                                      .source = rules().source,
                                      .hash = report::content_hash("other bytes"),
                                      .received_at = "2026-11-04T03:02:11Z"}));
  CHECK_FALSE(housekeeping.tidy(house.store, day_of_closing));
  CHECK_FALSE(house.releases().at(0).receipt);
  auto const listing = outbox::list_new(house.hatch);
  REQUIRE(listing);
  CHECK(listing->events.size() == 1);
  CHECK_FALSE(outbox::has_receipt(house.hatch, release.event_id).value());
}

TEST_CASE("a bad receipt is told and holds no later release back") {
  House house;
  REQUIRE(house.closing(house.random).close_due(house.store, day_of_closing));
  auto const bad_receipt = "receipts/" + house.releases().at(0).event_id + ".json";
  house.folder.write(bad_receipt, "<html>");

  Housekeeping housekeeping(house.closing(house.random), house.memory());
  auto const tidied = housekeeping.tidy(house.store, day_of_next_closing);
  REQUIRE_FALSE(tidied);
  CHECK_THAT(tidied.error().what, Catch::Contains(bad_receipt));
  CHECK(house.releases().size() == 2);
  CHECK(outbox::list_new(house.hatch)->events.size() == 2);
}

TEST_CASE("a release that cannot be published is not overtaken by a later one") {
  House house;
  REQUIRE(house.closing(house.random).close_due(house.store, day_of_next_closing));
  auto const first = house.releases().at(0);
  auto const in_its_way = "outbox/new/7-" + first.event_id + ".json";
  house.folder.write(in_its_way, first.bytes);

  Housekeeping housekeeping(house.closing(house.random), house.memory());
  CHECK_FALSE(housekeeping.tidy(house.store, day_of_closing));
  CHECK(outbox::list_new(house.hatch)->events.size() == 1);
}

TEST_CASE("a month that a host holds back is not closed until it is let go, nor overtaken") {
  House house;
  auto const october = core::period_of(day_in_october);
  REQUIRE(store::hold_month(house.store, october));
  CHECK(house.closing(house.random).close_due(house.store, day_of_closing) == 0);
  CHECK(house.releases().empty());
  REQUIRE(store::let_month_go(house.store, october));
  CHECK(house.closing(house.random).close_due(house.store, day_of_closing) == 1);
}

TEST_CASE("a hold ends by itself, so that no month is forgotten") {
  House house;
  auto const october = core::period_of(day_in_october);
  REQUIRE(store::hold_month(house.store, october));
  auto const end = std::chrono::sys_days(core::hold_end(october, rules().grace_days));
  auto const eve = core::Date(end - std::chrono::days{1});
  CHECK(house.closing(house.random).close_due(house.store, eve) == 0);
  CHECK(house.closing(house.random).close_due(house.store, core::Date(end)) == 1);
  auto const held = store::held_months(house.store);
  REQUIRE(held);
  CHECK(held->empty());
}
