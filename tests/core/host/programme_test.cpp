#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/core/host/places.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/reasons.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host::planning;
using namespace std::chrono_literals;
using core::host::Notice;
using inloop::test::Bench;

namespace {

constexpr Date monday = 2026y / 11 / 23;
constexpr Date tuesday = 2026y / 11 / 24;
LocalTime const at_nine{.date = monday, .minute_of_day = 9 * 60};

Draft weekly_draft() {
  return draft_from(activity_templates[9], tuesday, at_nine);
}

Recurrence const& rule_of(Draft const& draft) {
  return *draft.recurrence();
}

Draft after(Draft draft, std::vector<Edit> const& edits) {
  for (auto const& edit : edits) draft = edited(std::move(draft), edit, monday);
  return draft;
}

bool has_problem(Draft const& draft, FormLine line, DraftProblem problem) {
  return std::ranges::count(problems_of(draft, at_nine), LineProblem{line, problem}) > 0;
}

std::string said(Draft const& draft) {
  std::string text;
  // Marks that keep numbers whole are of no interest here.
  for (auto const letter : rule_in_words(draft.series, inloop::test::English())) text += letter;
  for (std::string_view const mark : {"\u2068", "\u2069"})
    for (auto place = text.find(mark); place != std::string::npos; place = text.find(mark))
      text.erase(place, mark.size());
  return text;
}

// A host on Activiteiten, on a Monday morning at nine.
struct Planning : Bench {
  Planning() {
    now.local = at_nine;
    state.now = now;
    state.page = InRoom{Indirect<HostRoom>(
        HostRoom{.host = {.picture = 4, .first_name = "Fatima"}, .place = Programme{}})};
    state.last_touch_ms = now.uptime_ms;
    place().day = place().looked_at = monday;
  }

  HostRoom& room() { return *std::get<InRoom>(state.page).room; }
  Programme& place() { return std::get<Programme>(room().place); }

  template <class Tap>
  void tap(Tap what) {
    happen(host::tapped(ProgrammeTap{std::move(what)}));
  }

  template <class Wanted>
  Wanted asked() {
    auto const request = std::get<ProgrammeRequest>(last<AskHostDesk>().what->what);
    CHECK(request.host == 4);
    CHECK(request.now == at_nine);
    REQUIRE(std::holds_alternative<Wanted>(request.what));
    return std::get<Wanted>(request.what);
  }

  void answer(ProgrammeOutcome outcome) {
    happen(HostAnswer{last<AskHostDesk>().request,
                      Indirect<HostOutcome>(HostOutcome{std::move(outcome)})});
  }

  template <class PageKind>
  PageKind& page() {
    REQUIRE(std::holds_alternative<PageKind>(place().page));
    return std::get<PageKind>(place().page);
  }
};

SessionFound session_found() {
  SessionFound found;
  found.session.session = {.id = 7,
                           .activity = weekly_draft().series.activity,
                           .start = {.date = tuesday, .minute_of_day = 600}};
  found.session.original = found.session.session.start;
  found.session.series = 3;
  found.series = KnownSeries{.id = 3, .series = weekly_draft().series};
  return found;
}

}  // namespace

TEST_CASE("a rule is said as people say it") {
  auto draft = weekly_draft();
  CHECK(said(draft) == "Every Tuesday, at 10 o'clock");
  draft = after(draft, {ToggleLeftOut{2026y / 12 / 8}});
  CHECK(said(draft) == "Every Tuesday, at 10 o'clock, not on 8 December");
  CHECK(said(after(draft, {SetRepeat{Repeat::Weekly, 2}})) ==
        "Every 2 weeks on Tuesday, at 10 o'clock");
  CHECK(said(after(draft, {SetRepeat{Repeat::MonthlyByWeekday, 1}})) ==
        "The fourth Tuesday of the month, at 10 o'clock");
  CHECK(said(after(draft, {SetRepeat{Repeat::MonthlyByDate, 1}})) ==
        "Every month on day 24, at 10 o'clock");
  CHECK(said(after(draft, {SetRepeat{Repeat::Once, 1}})) == "Tuesday 24 November, at 10 o'clock");
  draft = after(weekly_draft(), {StepUntil{}, SetHolidays{OnHolidays::Skip}, ToggleWeekday{4}});
  CHECK(said(draft) ==
        "Every Tuesday and Thursday, at 10 o'clock, until 16 February, not on public holidays");
}

TEST_CASE("nothing that is planned anew begins in the past") {
  CHECK((draft_from(activity_templates[0], 2026y / 11 / 1, at_nine).series.first ==
         LocalTime{monday, 600}));
  LocalTime const afternoon{.date = monday, .minute_of_day = 14 * 60 + 20};
  CHECK((empty_draft(monday, afternoon).series.first == LocalTime{monday, 15 * 60}));
  LocalTime const evening{.date = monday, .minute_of_day = 20 * 60 + 1};
  CHECK((empty_draft(monday, evening).series.first == LocalTime{tuesday, 600}));
  CHECK(after(weekly_draft(), {StepDay{-1}}).series.first.date == monday);
  CHECK(after(weekly_draft(), {StepDay{-7}}).series.first.date == tuesday);
}

TEST_CASE("a day takes what its rule says of it along") {
  auto const moved = after(weekly_draft(), {StepDay{2}});
  CHECK(rule_of(moved).weekdays == Weekdays{std::chrono::Thursday});
  auto const monthly = after(weekly_draft(), {SetRepeat{Repeat::MonthlyByWeekday, 1}, StepDay{7}});
  CHECK(rule_of(monthly).nth == 1);
  CHECK(rule_of(monthly).weekdays == Weekdays{std::chrono::Tuesday});
}

TEST_CASE("times go by quarters of an hour within the day") {
  CHECK(after(weekly_draft(), {StepTime{}}).series.first.minute_of_day == 615);
  auto odd = weekly_draft();
  odd.series.first.minute_of_day = 607;
  CHECK(after(odd, {StepTime{}}).series.first.minute_of_day == 615);
  CHECK(after(odd, {StepTime{-step_minutes}}).series.first.minute_of_day == 600);
  auto const many = std::vector<Edit>(30, StepTime{-60});
  CHECK(after(weekly_draft(), many).series.first.minute_of_day == 0);
  CHECK(after(weekly_draft(), std::vector<Edit>(9, StepLength{-step_minutes})).series.minutes ==
        step_minutes);
}

TEST_CASE("a number of places asks for tokens, and walking in for none") {
  auto const open = draft_from(activity_templates[0], tuesday, at_nine);
  REQUIRE(open.series.activity.sign_up == SignUpMode::Open);
  auto const eight = after(open, {SetPlaces{8}});
  CHECK(eight.series.activity.capacity == 8);
  CHECK(eight.series.activity.sign_up == SignUpMode::Token);
  CHECK(after(eight, {StepPlaces{-1}}).series.activity.capacity == 7);
  CHECK(after(eight, {SetPlaces{}}).series.activity.capacity == std::nullopt);
}

TEST_CASE("what is anonymous by obligation gets a name that tells nothing") {
  auto draft = empty_draft(tuesday, at_nine);
  draft.series.activity.title = "Schuldhulp";
  draft = after(draft, {SetPlaces{8}, SetSignUp{SignUpMode::Anonymous}});
  CHECK(draft.series.activity.title == "Consulting hour");
  CHECK(draft.series.activity.kind == ActivityKind::Advice);
  CHECK(draft.series.activity.capacity == std::nullopt);
}

TEST_CASE("a table with slots is for one token each") {
  auto const draft = slots_draft(tuesday, at_nine);
  CHECK(draft.series.slots == 3);
  CHECK(problem_with(draft.series) == std::nullopt);
  CHECK(std::ranges::count(lines_of(draft), FormLine::Slots) == 1);
  CHECK(after(draft, {SetPlaces{8}}).series.slots == 1);
  CHECK(after(draft, {SetKind{ActivityKind::Making}}).series.slots == 1);
  for (auto const& one : activity_templates)
    CHECK(problem_with(draft_from(one, tuesday, at_nine).series) == std::nullopt);
}

TEST_CASE("what is wrong with a draft is said at its line") {
  auto draft = weekly_draft();
  CHECK(problems_of(draft, at_nine).empty());
  draft.series.activity.title = "  ";
  CHECK(has_problem(draft, FormLine::Title, DraftProblem::NoTitle));
  draft.series.activity.title = "Bel 06-12345678";
  CHECK(has_problem(draft, FormLine::Title, DraftProblem::Private));
  draft.series.activity.link = "http://example.org";
  CHECK(has_problem(draft, FormLine::Link, DraftProblem::BadLink));
  CHECK(has_problem(after(draft, {ToggleWeekday{2}}), FormLine::Repeat, DraftProblem::NoWeekday));
  auto ended = after(draft, {StepUntil{}});
  ended = after(ended, {StepDay{7 * 20}});
  CHECK(has_problem(ended, FormLine::Repeat, DraftProblem::EndsTooEarly));
  auto past = after(weekly_draft(), {SetRepeat{Repeat::Once, 1}});
  past.series.first = {.date = monday, .minute_of_day = 8 * 60};
  CHECK(has_problem(past, FormLine::When, DraftProblem::InThePast));
}

TEST_CASE("one session can be changed without its rule, and a series from where its rule has it") {
  auto const found = session_found();
  auto const one = draft_of(found.session, found.series, Scope::ThisOne);
  CHECK(rule_of(one).repeat == Repeat::Once);
  CHECK(std::ranges::count(lines_of(one), FormLine::Repeat) == 0);
  auto moved = found.session;
  moved.session.start.date = 2026y / 11 / 25;
  auto const all = draft_of(moved, found.series, Scope::All);
  CHECK(all.series.first.date == tuesday);
  CHECK(std::ranges::count(lines_of(all), FormLine::Repeat) == 1);
}

TEST_CASE("usual reasons are read in the visitor's language, typed ones as they are") {
  struct Shouting final : Words {
    std::string text(std::string_view) const override { return "!"; }
    std::string plural(std::string_view, std::string_view, std::int64_t) const override {
      return "!";
    }
  };
  CHECK(reason_in_words("The host is ill.", Shouting()) == "!");
  CHECK(reason_in_words("Lekkage", Shouting()) == "Lekkage");
}

TEST_CASE("a draft that cannot be saved asks nothing of the store") {
  Planning host;
  host.tap(StartNew{.day = tuesday});
  host.tap(UseNothing{});
  host.tap(SaveDraft{});
  CHECK(host.page<FormPage>().was_tried);
  CHECK_FALSE(host.room().waiting);
}

TEST_CASE("a saved draft is shown in its week and can be taken back") {
  Planning host;
  host.tap(StartNew{.day = 2026y / 12 / 9});
  host.tap(UseTemplate{9});
  host.tap(SaveDraft{});
  CHECK(host.asked<Plan>().draft.series.first.date == Date(2026y / 12 / 9));
  host.answer({ProgrammeChange{.id = 5, .added = 40}});
  CHECK((host.asked<host::planning::LoadAgenda>().days == Days{2026y / 12 / 7, 2026y / 12 / 13}));
  CHECK(host.page<AgendaPage>().first == 2);
  host.answer({AgendaFound{}});
  REQUIRE(host.room().undo);
  host.happen(host::tapped(host::TakeBack{}));
  CHECK(host.asked<TakeBackChange>().change == 5);
  host.answer({TakenBack{}});
  CHECK_FALSE(host.room().undo);
}

TEST_CASE("a clash warns once and then gives way") {
  Planning host;
  host.tap(StartNew{.day = tuesday});
  host.tap(UseTemplate{9});
  host.tap(SaveDraft{});
  CHECK(host.asked<Plan>().on_clash == OnClash::Warn);
  host.answer({ClashesFound{{Clash{.kind = ClashKind::Room}}}});
  CHECK(host.page<FormPage>().clashes.size() == 1);
  host.tap(SaveDraft{OnClash::PlanAnyway});
  CHECK(host.asked<Plan>().on_clash == OnClash::PlanAnyway);
}

TEST_CASE("an edit after a clash asks anew") {
  Planning host;
  host.tap(StartNew{.day = tuesday});
  host.tap(UseTemplate{9});
  host.tap(SaveDraft{});
  host.answer({ClashesFound{{Clash{.kind = ClashKind::Room}}}});
  host.tap(MakeEdit{SetRoom{"Keuken"}});
  CHECK(host.page<FormPage>().clashes.empty());
}

TEST_CASE("a title that was not touched stays a message") {
  Planning host;
  host.tap(StartNew{.day = tuesday});
  host.tap(UseTemplate{9});
  host.tap(TypeLine{FormLine::Title, "Samen eten"});
  host.tap(CloseLine{});
  CHECK(host.page<FormPage>().draft.series.activity.title == "Eating together");
  host.tap(TypeLine{FormLine::Title, "Samen eten"});
  host.happen(TapKey{"!"});
  host.tap(CloseLine{});
  CHECK(host.page<FormPage>().draft.series.activity.title == "Samen eten!");
}

TEST_CASE("a session of a partner is changed alone") {
  Planning host;
  auto found = session_found();
  found.series->series.uid = "abc@library";
  host.place().page = SessionPage{found};
  host.tap(ChangeSession{});
  CHECK(host.page<FormPage>().draft.scope == Scope::ThisOne);
}

TEST_CASE("who changes a series says what is meant") {
  Planning host;
  host.place().page = SessionPage{session_found()};
  host.tap(ChangeSession{});
  host.tap(ChooseScope{Scope::FromHereOn});
  CHECK(host.page<FormPage>().draft.scope == Scope::FromHereOn);
  host.happen(TapBack{});
  CHECK(host.page<SessionPage>().found == session_found());
}

TEST_CASE("a reason with a telephone number calls nothing off") {
  Planning host;
  host.place().page = ReasonPage{.found = session_found(), .entry = std::nullopt};
  host.tap(TypeReason{});
  host.page<ReasonPage>().entry->text = "Bel 06 12345678";
  host.tap(CloseLine{});
  CHECK_FALSE(host.room().waiting);
  host.page<ReasonPage>().entry->text = " Lekkage ";
  host.tap(CloseLine{});
  CHECK(host.asked<CancelSession>().reason == "Lekkage");
}

TEST_CASE("what is gone brings back the agenda, and says so") {
  Planning host;
  host.tap(OpenSession{12});
  CHECK(host.asked<LoadSession>().session == 12);
  host.answer({ProgrammeProblem::Gone});
  REQUIRE(host.room().notice);
  CHECK(host.room().notice->message == "It is not there any more.");
  CHECK(host.asked<host::planning::LoadAgenda>().days.first == monday);
}

TEST_CASE("every page leads back to the agenda") {
  Planning host;
  host.tap(ShowDay{tuesday});
  host.tap(OpenSession{7});
  host.answer({session_found()});
  host.tap(CallOff{});
  host.happen(TapBack{});
  host.happen(TapBack{});
  host.answer({AgendaFound{}});
  CHECK(host.page<DayPage>().day == tuesday);
  host.happen(TapBack{});
  host.answer({AgendaFound{}});
  CHECK(std::holds_alternative<AgendaPage>(host.place().page));
}

TEST_CASE("the month shows whole weeks and leads to each of them") {
  Planning host;
  host.tap(ShowAgenda{AgendaSpan::Month, monday});
  CHECK((host.asked<host::planning::LoadAgenda>().days == Days{2026y / 10 / 26, 2026y / 12 / 6}));
}
