#include "kiosk/core/host/counts.h"

#include "kiosk/core/release_tables.h"
#include "tests/core/host/place_bench.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host::counting;
using host::Notice;
using host::NoticeKind;
using host::PlaceName;
using host::tapped;
using namespace std::chrono_literals;

namespace {

constexpr Period october = 2026y / 10;
constexpr Period november = 2026y / 11;

OpenMonth open_month(Period period, std::int64_t adults, HeldBack held = HeldBack::No) {
  PeriodCounts counts;
  counts.dayparts = {{.date = period / 9,
                      .daypart = Daypart::Morning,
                      .adults = adults,
                      .children = 3,
                      .first_time_skipped = adults}};
  return {.period = period,
          .held = held,
          .tables = release_tables(counts, OpeningSchedule{}, {}),
          .dayparts = counts.dayparts,
          .late = {}};
}

// On 23 November 2026.
struct CountsBench : test::PlaceBench<Counts, CountsRequest, CountsOutcome> {
  CountsBench() : PlaceBench(PlaceName::Counts) {}

  MonthsFound found(HeldBack held = HeldBack::No) {
    return {.grace_days = 3, .months = {open_month(november, 14), open_month(october, 187, held)}};
  }

  void tap(CountsTap tap) { happen(tapped(tap)); }

  template <class View>
  View view() {
    auto const place = screen().place;
    auto const* const counts = std::get_if<CountsScreen>(&place);
    REQUIRE(counts != nullptr);
    REQUIRE(std::holds_alternative<View>(counts->view));
    return std::get<View>(counts->view);
  }
};

}  // namespace

TEST_CASE("the place asks for the months and shows nothing before they are told") {
  CountsBench bench;
  bench.asked<LoadMonths>();
  bench.view<CountsLoading>();
  bench.tap({OpenTable{0}});
  bench.answer(bench.found());
  auto const view = bench.view<MonthView>();
  CHECK(view.months.size() == 2);
  CHECK(view.tables.size() == open_month(november, 1).tables.size());
  CHECK(view.beginning.shown.find("17") != std::string::npos);
  CHECK_FALSE(view.hold.has_value());
}

TEST_CASE("a table says the real number beside what the municipality gets") {
  CountsBench bench;
  bench.answer(bench.found());
  bench.tap({OpenTable{0}});
  auto const table = bench.view<TableView>();
  REQUIRE(table.rows.size() == 2);
  CHECK_THAT(table.rows[0].sentence.shown,
             Catch::Contains("The real number is \u206814\u2069") &&
                 Catch::Contains("between \u206811\u2069 and \u206817\u2069"));
  // Noise may bring a small number below zero, and the file says so; so does this.
  CHECK_THAT(table.rows[1].sent, Catch::Contains("0"));
  CHECK_THAT(table.noise.shown, Catch::Contains("3"));
  bench.happen(TapBack{});
  bench.page<MonthPage>();
}

TEST_CASE("a month that is over can be held and let go, and each taken back") {
  CountsBench bench;
  auto without = bench.found();
  bench.answer(without);
  // In November itself there is nothing to look at yet.
  bench.tap({Hold{HeldBack::Yes}});
  CHECK_FALSE(bench.room().waiting.has_value());

  // In its grace there is.
  bench.now.local.date = 2026y / 12 / 2;
  bench.tap({ChooseMonth{0}});
  bench.tap({Hold{HeldBack::Yes}});
  CHECK(bench.asked<ChangeHold>() == ChangeHold{.month = november, .held = HeldBack::Yes});
  auto held = bench.found();
  held.months[0].held = HeldBack::Yes;
  bench.answer(HoldChanged{.month = november, .held = HeldBack::Yes, .found = held});
  auto const view = bench.view<MonthView>();
  CHECK(view.is_held);
  CHECK_THAT(view.when.shown, Catch::Contains("Friday") && Catch::Contains("25"));
  REQUIRE(bench.room().undo.has_value());
  bench.happen(tapped(host::TakeBack{}));
  CHECK(bench.asked<ChangeHold>() == ChangeHold{.month = november, .held = HeldBack::No});
}

TEST_CASE("what is held too late is told, and shows how it stands") {
  CountsBench bench;
  bench.answer(bench.found());
  bench.now.local.date = 2026y / 12 / 2;
  bench.tap({Hold{HeldBack::Yes}});
  bench.answer(TooLate{bench.found()});
  REQUIRE(bench.room().notice.has_value());
  CHECK(bench.room().notice->kind == NoticeKind::Trouble);
  CHECK_FALSE(bench.room().undo.has_value());
}

TEST_CASE("people from paper are entered for a daypart, corrected and taken back") {
  CountsBench bench;
  bench.answer(bench.found());
  bench.tap({OpenLate{}});
  for (int i = 0; i < 14; ++i) bench.tap({StepDay{-1}});
  CHECK(bench.page<LatePage>().entry.date == 2026y / 11 / 9);
  CHECK_THAT(bench.view<LateView>().known.shown, Catch::Contains("17"));
  bench.tap({SaveLate{}});
  CHECK_FALSE(bench.room().waiting.has_value());
  bench.tap({StepPeople{.who = Who::Adults, .by = 10}});
  bench.tap({StepPeople{.who = Who::Adults, .by = -1}});
  bench.tap({StepPeople{.who = Who::Children, .by = -10}});
  bench.tap({SaveLate{}});
  LateEntry const entry{.date = 2026y / 11 / 9, .daypart = Daypart::Morning, .adults = 9};
  CHECK(bench.asked<PutLateEntry>().entry == entry);
  auto after = bench.found();
  after.months[0].late = {entry};
  after.months[0].dayparts[0].adults += 9;
  auto before = entry;
  before.adults = 0;
  bench.answer(LateEntryPut{.before = before, .entry = entry, .found = after});
  CHECK_FALSE(bench.view<LateView>().save.is_enabled);
  CHECK_THAT(bench.view<LateView>().known.shown, Catch::Contains("17"));
  bench.happen(tapped(host::TakeBack{}));
  CHECK(bench.asked<PutLateEntry>().entry == before);
}

TEST_CASE("nothing is entered for tomorrow or for a month that is closed") {
  CountsBench bench;
  bench.answer(MonthsFound{.grace_days = 3, .months = {open_month(november, 4)}});
  bench.tap({OpenLate{}});
  CHECK_FALSE(bench.view<LateView>().later.is_enabled);
  bench.tap({StepDay{1}});
  CHECK(bench.page<LatePage>().entry.date == 2026y / 11 / 23);
  bench.tap({StepDay{-22}});
  CHECK(bench.page<LatePage>().entry.date == 2026y / 11 / 1);
  CHECK_FALSE(bench.view<LateView>().earlier.is_enabled);
  bench.tap({StepDay{-1}});
  CHECK(bench.page<LatePage>().entry.date == 2026y / 11 / 1);
}

TEST_CASE("what was sent is listed with its receipts, and a missing month is no zero") {
  CountsBench bench;
  bench.answer(bench.found());
  bench.tap({OpenSent{}});
  bench.asked<LoadSent>();
  SentFound sent{
      .sent = {{.period = october, .sequence = 2, .is_received = false},
               {.period = 2026y / 9,
                .sequence = 1,
                .is_received = true,
                .received = LocalTime{.date = 2026y / 10 / 4, .minute_of_day = 247}}},
      .graph = {{.period = 2026y / 8, .sent = std::nullopt},
                {.period = 2026y / 9, .sent = SentVisits{.people = -2, .epsilon = {1, 1}}},
                {.period = october, .sent = SentVisits{.people = 100, .epsilon = {1, 1}}}}};
  bench.answer(sent);
  auto const view = bench.view<SentView>();
  REQUIRE(view.bars.size() == 3);
  CHECK(view.bars[0].is_missing);
  CHECK(view.bars[0].value.empty());
  CHECK_FALSE(view.bars[1].is_missing);
  CHECK_THAT(view.bars[1].value, Catch::Contains("0"));
  CHECK(view.bars[1].high > 0);
  CHECK(view.bars[2].high == Approx(1));
  CHECK(view.bars[2].low < view.bars[2].height);
  CHECK_THAT(view.graph.spoken, Catch::Contains("missing"));
  REQUIRE(view.lines.size() == 2);
  CHECK(view.lines[0].status.shown == "On its way");
  CHECK_THAT(view.lines[1].status.shown, Catch::Contains("October"));

  bench.tap({OpenFile{1}});
  CHECK(bench.asked<LoadSentFile>().sequence == 1);
  bench.answer(SentFile{.month = sent.sent[1], .bytes = std::string(100, 'x')});
  auto const file = bench.view<FileView>();
  std::string all;
  for (auto const& line : file.lines) all += line;
  CHECK(all == std::string(100, 'x'));
  CHECK_THAT(file.facts.shown, Catch::Contains("4:07"));
  bench.happen(TapBack{});
  CHECK(bench.page<SentPage>().first == 1);
  bench.happen(TapBack{});
  bench.page<MonthPage>();
}
