#include <catch2/catch.hpp>

#include "kiosk/core/host/places.h"
#include "kiosk/core/screen.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"
#include "tests/core/sample_sessions.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host;
using namespace inloop::core::host::shift;
using inloop::test::Bench;

namespace {

constexpr Date monday = std::chrono::year{2026} / 11 / 23;

TheDay busy_morning() {
  TheDay day{.date = monday};
  day.at(Daypart::Morning) = {.people = 14, .left = 3};
  day.sessions = {
      {.session = inloop::test::session_at(1, 23, 600)},
      {.session = inloop::test::session_at(2, 23, 720, SignUpMode::Name), .attendance = 5}};
  day.sessions[0].session.taken = 7;
  return day;
}

// A host on Vandaag, on a Monday morning at nine.
struct Shift : Bench {
  explicit Shift(TheDay const& day = busy_morning()) {
    state.settings.opening.set_open(std::chrono::Monday, Daypart::Morning);
    state.page = InRoom{Indirect<HostRoom>(
        HostRoom{.host = {.picture = 4, .first_name = "Fatima"}, .place = Today{.day = day}})};
    state.last_touch_ms = now.uptime_ms;
  }

  HostRoom& room() { return *std::get<InRoom>(state.page).room; }
  Today& today() { return std::get<Today>(room().place); }

  template <class Tap>
  void tap(Tap what) {
    happen(tapped(TodayTap{what}));
  }

  template <class Wanted>
  Wanted asked() {
    auto const request = std::get<TodayRequest>(last<AskHostDesk>().what->what);
    CHECK(request.host == 4);
    CHECK(request.now == now.local);
    REQUIRE(std::holds_alternative<Wanted>(request.what));
    return std::get<Wanted>(request.what);
  }

  void answer(TodayOutcome outcome) {
    happen(HostAnswer{last<AskHostDesk>().request,
                      Indirect<HostOutcome>(HostOutcome{std::move(outcome)})});
  }

  TodayScreen screen() {
    auto const drawn = screen_for(state, inloop::test::English{});
    return std::get<TodayScreen>(std::get<HostRoomScreen>(drawn.content).room->place);
  }
  OverviewScreen overview() { return std::get<OverviewScreen>(screen().page); }
};

DayChanged changed(ChangeKind change, std::optional<Wish> undo = std::nullopt) {
  return {.now = {.day = busy_morning(), .house = {}}, .change = change, .undo = std::move(undo)};
}

}  // namespace

TEST_CASE("Vandaag shows about how many are inside, and counts one more and one gone") {
  Shift shift;
  CHECK(shift.overview().inside.number.shown == "11");
  shift.tap(*std::get_if<SomebodyCame>(&shift.overview().inside.when_more->what));
  auto const wish = shift.asked<AddPeople>();
  CHECK(wish.when == shift.now.local);
  CHECK(wish.party == Party{1, 0});
  shift.answer({changed(ChangeKind::Added, RemoveVisit{77})});
  CHECK(shift.room().notice.has_value());
  shift.tap(SomebodyLeft{});
  static_cast<void>(shift.asked<NoteLeaving>());
}

TEST_CASE("before the day was read no number is invented, and its sessions stand there already") {
  Shift shift;
  shift.state.agenda = {inloop::test::session_at(1, 23, 600), inloop::test::session_at(2, 24, 600)};
  shift.today().day.reset();
  CHECK(shift.overview().inside.number == Phrase{{}, "…"});
  CHECK(shift.overview().sessions.size() == 1);
}

TEST_CASE("what was tapped by mistake is taken back with one tap") {
  Shift shift;
  shift.tap(SomebodyCame{Daypart::Morning, {.adults = 1}});
  shift.answer({changed(ChangeKind::Added, RemoveVisit{77})});
  shift.happen(tapped(TakeBack{}));
  CHECK(shift.asked<RemoveVisit>().visit == 77);
  shift.answer({changed(ChangeKind::TakenBack)});
  CHECK_FALSE(shift.room().undo);
  CHECK(shift.room().notice->kind == NoticeKind::Done);
}

TEST_CASE("nobody can leave an empty house, and nobody is counted ahead") {
  Shift shift(TheDay{.date = monday});
  CHECK_FALSE(shift.overview().inside.when_fewer);
  shift.tap(SomebodyCame{Daypart::Evening, {.adults = 1}});
  CHECK(shift.count<AskHostDesk>() == 0);
}

TEST_CASE("volunteers are a number from none to thirty") {
  Shift shift;
  CHECK_FALSE(shift.overview().volunteers.when_fewer);
  shift.tap(SetVolunteers{Daypart::Morning, most_volunteers + 1});
  shift.tap(SetVolunteers{Daypart::Morning, -1});
  CHECK(shift.count<AskHostDesk>() == 0);
  shift.tap(SetVolunteers{Daypart::Morning, 1});
  CHECK(shift.asked<NoteVolunteers>().volunteers == 1);
  shift.answer({changed(ChangeKind::Volunteers)});
  CHECK_FALSE(shift.room().notice);  // the number itself says it
}

TEST_CASE("a closed daypart in which people were counted asks kindly") {
  Shift shift;
  CHECK_FALSE(shift.overview().dayparts[0].is_odd);
  shift.today().day->at(Daypart::Morning).opening = Opening::Closed;
  CHECK(shift.overview().dayparts[0].is_odd);
  shift.tap(ShowDaypart{Daypart::Morning});
  auto const page = std::get<DaypartScreen>(shift.screen().page);
  CHECK(page.is_odd);
  CHECK(page.question.shown == "People were counted here. Were you open after all?");
  shift.tap(SetOpening{Daypart::Morning, Opening::Open});
  CHECK(shift.asked<NoteOpening>().opening == Opening::Open);
}

TEST_CASE("who waits is shown with how long, and is answered with one tap") {
  Shift shift;
  shift.state.calls = {{.id = 3, .since_ms = shift.now.uptime_ms - 125'000}, {.id = 4}};
  REQUIRE(shift.overview().calls.size() == 2);
  CHECK(shift.overview().calls[0].since.shown.find("minutes ago") != std::string::npos);
  shift.tap(GoToCaller{3});
  REQUIRE(shift.state.calls.size() == 1);
  CHECK(shift.state.calls[0].id == 4);
  CHECK(shift.count<AskHostDesk>() == 0);
}

TEST_CASE("attendance begins with who signed up and is typed or stepped") {
  Shift shift;
  shift.tap(ShowSession{1});
  CHECK(std::get<HeadCount>(shift.today().page).people == 7);
  shift.tap(TypeDigit{1});
  shift.tap(TypeDigit{2});
  CHECK(std::get<HeadCount>(shift.today().page).people == 12);
  shift.tap(TypeDigit{9});
  shift.tap(TypeDigit{9});
  CHECK(std::get<HeadCount>(shift.today().page).people == 129);  // no room has so many
  shift.tap(core::host::shift::EraseDigit{});
  shift.tap(SetPeople{13});
  shift.tap(SaveAttendance{});
  CHECK(shift.asked<NoteAttendance>() == NoteAttendance{1, 13});
  shift.answer({changed(ChangeKind::Attendance, NoteAttendance{1, std::nullopt})});
  CHECK(std::holds_alternative<Overview>(shift.today().page));
  shift.happen(tapped(TakeBack{}));
  CHECK(shift.asked<NoteAttendance>() == NoteAttendance{1, std::nullopt});
}

TEST_CASE("where names are kept who is there is ticked, and only the number is noted") {
  Shift shift;
  shift.tap(ShowSession{2});
  CHECK(shift.asked<ReadNames>().session == 2);
  shift.answer({NamesRead{.session = 2,
                          .listed = {{.token = {0}, .first_name = "Ans"},
                                     {.token = {1}, .first_name = "Piet"},
                                     {.token = {2}, .first_name = ""}}}});
  shift.tap(TickName{0});
  shift.tap(TickName{2});
  shift.tap(TickName{2});
  shift.tap(TickName{1});
  shift.tap(TickName{99});
  shift.tap(SetOthers{2});
  shift.tap(SaveAttendance{});
  CHECK(shift.asked<NoteAttendance>() == NoteAttendance{2, 4});
}

TEST_CASE("names go with the page on which they stood") {
  Shift shift;
  shift.tap(ShowSession{2});
  shift.answer({NamesRead{.session = 2, .listed = {{.token = {0}, .first_name = "Ans"}}}});
  shift.happen(TapBack{});
  CHECK(std::holds_alternative<Overview>(shift.today().page));
}

TEST_CASE("nobody is counted at a cancelled session") {
  auto day = busy_morning();
  day.sessions[0].session.state = SessionState::Cancelled;
  Shift shift(day);
  CHECK_FALSE(shift.overview().sessions[0].can_count);
  shift.tap(ShowSession{1});
  CHECK(std::holds_alternative<Overview>(shift.today().page));
}

TEST_CASE("a host who wants to be named is named to residents, for this day") {
  Shift shift;
  CHECK_FALSE(shift.overview().is_named);
  shift.tap(NameMe{});
  CHECK(shift.overview().is_named);
  CHECK(shift.last<StoreHostToday>() ==
        StoreHostToday{.date = shift.now.local.date, .picture = shift.room().host.picture});
  shift.happen(TapLock{});
  auto const home = screen_for(shift.state, inloop::test::English{});
  CHECK(std::get<HomeScreen>(home.content).invitation.shown.find("Fatima") != std::string::npos);
  shift.happen(Tick{});
  shift.now.local.date = std::chrono::year{2026} / 11 / 24;
  shift.happen(Tick{});
  CHECK(shift.state.host_today.empty());
}

TEST_CASE("who hosts is known again after a start, and takes it back with the next tap") {
  Shift shift;
  shift.happen(AgendaLoaded{shift.now.local.date, {}, "Fatima"});
  CHECK(shift.overview().is_named);
  shift.tap(NameMe{});
  CHECK_FALSE(shift.overview().is_named);
  CHECK(shift.last<StoreHostToday>() ==
        StoreHostToday{.date = shift.now.local.date, .picture = std::nullopt});
}

TEST_CASE("all is well in one green line, and what is not comes first with a way out") {
  Shift shift;
  shift.today().house = {.last_received = std::chrono::year{2026} / 11 / 4,
                         .free_bytes = 10'000'000'000};
  CHECK(shift.overview().light == Light::Green);
  CHECK(shift.overview().light_text.shown.find("November") != std::string::npos);

  shift.today().house.oldest_unsent = std::chrono::year{2026} / 10;
  CHECK(shift.overview().light == Light::Red);
  shift.today().house.oldest_unsent = std::chrono::year{2026} / 11;
  CHECK(shift.overview().light == Light::Green);  // it was closed a moment ago
  shift.state.settings.has_card_reader = true;
  CHECK(shift.overview().light == Light::Orange);
  shift.state.is_reader_ready = true;
  shift.today().house.free_bytes = 1'000'000;
  shift.tap(ShowHouse{});
  auto const rows = std::get<HouseScreen>(shift.screen().page).rows;
  CHECK(rows.front().light == Light::Red);
  CHECK(rows.front().advice.has_value());
  CHECK(rows.back().light == Light::Green);
}

TEST_CASE("who leaves is one fewer inside, whether the question was answered or not") {
  Bench answered;
  answered.happen(TapLeave{});
  answered.happen(TapFeeling{Feeling::Yes});
  CHECK(answered.count<StoreLeaving>() == 1);

  Bench skipped;
  skipped.happen(TapLeave{});
  skipped.happen(TapDone{});
  skipped.happen(TapDone{});
  CHECK(skipped.count<StoreLeaving>() == 1);

  Bench changed_mind;
  changed_mind.happen(TapLeave{});
  changed_mind.happen(TapBack{});
  CHECK(changed_mind.count<StoreLeaving>() == 0);
}
