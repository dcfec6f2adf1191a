#include <catch2/catch.hpp>

#include "kiosk/app/host/work.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/the_day.h"
#include "sync/report/receipt.h"
#include "tests/app/host/desk_fixture.h"

using namespace inloop;
using namespace inloop::app;
using namespace inloop::app::host::test;
using namespace inloop::core::host::shift;
using core::Daypart;
using core::host::Act;

namespace {

// A host at work on Monday 23 November, at ten in the morning.
struct Work {
  HouseWithDesk house;
  app::host::Desk desk{house.parts(), house.inbox};
  core::LocalTime now = moment(23, 600);

  TodayOutcome perform(Wish what) {
    return need(
        app::host::perform(TodayRequest{.what = std::move(what), .now = now, .host = 3}, desk));
  }

  DayChanged change(Wish what) {
    auto const outcome = perform(std::move(what));
    REQUIRE(std::holds_alternative<DayChanged>(outcome.what));
    return std::get<DayChanged>(outcome.what);
  }

  DayRead look() { return std::get<DayRead>(perform(LookAtDay{}).what); }

  std::vector<Act> noted() {
    std::vector<Act> acts;
    for (auto const& row : need(store::audit_rows(house.store(), std::nullopt, 20))) {
      CHECK(row.deed.host == 3);
      acts.push_back(row.deed.act);
    }
    return acts;
  }

  core::SessionId plan(core::SignUpMode mode) {
    auto const activity = need(house.store().add_activity(
        {.title = "Samen", .picture = "☕", .sign_up = mode, .capacity = 8}));
    return need(house.store().add_session(activity, moment(23, 630), 60));
  }
};

}  // namespace

TEST_CASE("one more and one gone are durable, and each is taken back by its own undo") {
  Work work;
  auto const added = work.change(AddPeople{.when = work.now, .party = {1, 0}});
  CHECK(added.change == ChangeKind::Added);
  CHECK(added.now.day.at(Daypart::Morning).people == 1);
  auto const left = work.change(NoteLeaving{});
  CHECK(left.change == ChangeKind::Left);
  CHECK(left.now.day.at(Daypart::Morning).left == 1);
  REQUIRE(left.undo);
  CHECK(work.change(*left.undo).now.day.at(Daypart::Morning).left == 0);
  REQUIRE(added.undo);
  CHECK(work.change(*added.undo).now.day.at(Daypart::Morning).people == 0);
  CHECK(work.change(NoteLeaving{}).change == ChangeKind::NobodyInside);
  CHECK(work.noted().empty());
}

TEST_CASE("a smaller count leaves its trace, and comes back as it was") {
  Work work;
  work.change(AddPeople{.when = work.now, .party = {1, 0}});
  auto const taken = work.change(TakeOneOut{Daypart::Morning});
  CHECK(taken.change == ChangeKind::TakenOut);
  CHECK(taken.now.day.at(Daypart::Morning).people == 0);
  CHECK(work.change(TakeOneOut{Daypart::Morning}).change == ChangeKind::NobodyCounted);
  CHECK(work.noted() == std::vector{Act::CountCorrected, Act::CountCorrected});
  REQUIRE(taken.undo);
  CHECK(work.change(*taken.undo).now.day.at(Daypart::Morning).people == 1);
}

TEST_CASE("an opening is noted with its trace, and taken back to what it was before") {
  Work work;
  auto const closed = work.change(NoteOpening{Daypart::Morning, core::Opening::Closed});
  CHECK(closed.change == ChangeKind::Closed);
  CHECK(closed.now.day.at(Daypart::Morning).opening == core::Opening::Closed);
  CHECK(work.noted() == std::vector{Act::OpeningChanged});
  REQUIRE(closed.undo);
  CHECK_FALSE(work.change(*closed.undo).now.day.at(Daypart::Morning).opening);
}

TEST_CASE("attendance is written down and taken back to nobody having counted") {
  Work work;
  auto const session = work.plan(core::SignUpMode::Open);
  auto const noted = work.change(NoteAttendance{session, 9});
  REQUIRE(noted.now.day.sessions.size() == 1);
  CHECK(noted.now.day.sessions[0].attendance == 9);
  REQUIRE(noted.undo);
  CHECK_FALSE(work.change(*noted.undo).now.day.sessions[0].attendance);
}

TEST_CASE("who looks at names leaves a trace, and gets the names and nothing else") {
  Work work;
  auto const session = work.plan(core::SignUpMode::Name);
  inloop::test::SeededRandom random(5);
  REQUIRE(work.house.store().sign_up({.session = session,
                                      .token = std::nullopt,
                                      .first_name = "Ans",
                                      .when_full = core::WhenFull::Refuse,
                                      .now = work.now},
                                     random));
  auto const outcome = work.perform(ReadNames{session});
  auto const& read = std::get<NamesRead>(outcome.what);
  REQUIRE(read.listed.size() == 1);
  CHECK(read.listed[0].first_name == "Ans");
  CHECK_FALSE(read.listed[0].is_here);
  CHECK(work.noted() == std::vector{Act::NamesShown});
}

TEST_CASE("the day tells what the town hall confirmed last, and how much room there is") {
  Work work;
  CHECK_FALSE(work.look().house.last_received);
  CHECK(work.look().house.free_bytes > 0);
  auto& store = work.house.store();
  REQUIRE(store.add_visit({.arrived = {std::chrono::year{2026} / 9 / 7, 600}}));
  for (auto const* month : {"2026-09", "2026-10"})
    need(store.close_period(*core::period_from(month),
                            [](auto const&, std::int64_t sequence) -> Result<store::Release> {
                              return store::Release{.event_id = "event-" + std::to_string(sequence),
                                                    .bytes = "{}",
                                                    .ledger = {{.subject = "bezoeken"}}};
                            }));
  auto const receipt = report::to_json({.id = "0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01",
                                        .source = "urn:nld:kvknr:12345678:systeem:kiosk-1",
                                        .hash = report::content_hash("{}"),
                                        .received_at = "2026-10-04T03:02:11Z"});
  need(store.keep_receipt("event-1", receipt));
  auto const house = work.look().house;
  CHECK(house.last_received == core::Date{std::chrono::year{2026} / 10 / 4});
  CHECK(house.oldest_unsent == core::period_from("2026-10"));
}

TEST_CASE("a store that is not open answers that it does not work, and changes nothing") {
  Work work;
  work.house.close();
  CHECK_FALSE(app::host::perform(
      TodayRequest{.what = AddPeople{.when = work.now, .party = {1, 0}}, .now = work.now},
      work.desk));
  work.house.open();
  CHECK(work.look().day.at(Daypart::Morning).people == 0);
}
