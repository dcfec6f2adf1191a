#include <catch2/catch.hpp>

#include "kiosk/core/host/places.h"
#include "kiosk/core/hosts.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host;
using inloop::test::Bench;

namespace {

inloop::test::English const english;

struct SetupBench : Bench {
  SetupBench() {
    state.page = InRoom{};
    state.last_touch_ms = now.uptime_ms;
    happen(tapped(GoTo{PlaceName::Setup}));
  }

  HostRoom& room() {
    auto* const page = std::get_if<InRoom>(&state.page);
    REQUIRE(page != nullptr);
    return *page->room;
  }

  template <class Page>
  Page& page_of_setup() {
    auto* const page = std::get_if<Page>(&std::get<Setup>(room().place).page);
    REQUIRE(page != nullptr);
    return *page;
  }

  template <class Tap>
  void tap(Tap const& what) {
    happen(tapped(SetupTap{what}));
  }

  template <class Wanted>
  Wanted asked() const {
    auto const request = std::get<SetupRequest>(last<AskHostDesk>().what->what);
    REQUIRE(std::holds_alternative<Wanted>(request.what));
    return std::get<Wanted>(request.what);
  }

  template <class Outcome>
  void answer(Outcome const& outcome) {
    happen(HostAnswer{.request = last<AskHostDesk>().request,
                      .outcome = Indirect<HostOutcome>({SetupOutcome{outcome}})});
  }

  SetupScreen screen() { return screen_of(std::get<Setup>(room().place), room(), state, english); }
};

}  // namespace

TEST_CASE("a setting holds once it is kept, and can be taken back") {
  SetupBench bench;
  bench.tap(OpenSetupPage{SetupPageName::Languages});
  bench.tap(ToggleLanguage{Language::Arabic});
  CHECK(bench.state.settings.languages == std::vector{Language::Dutch});
  auto const kept = bench.asked<KeepSettings>();
  CHECK(kept.settings.languages == std::vector{Language::Dutch, Language::Arabic});
  bench.answer(SettingsKept{kept.settings});
  CHECK(bench.state.settings.languages == std::vector{Language::Dutch, Language::Arabic});
  bench.happen(tapped(TakeBack{}));
  CHECK(bench.asked<KeepSettings>().settings.languages == std::vector{Language::Dutch});
}

TEST_CASE("the last language cannot be switched off") {
  SetupBench bench;
  bench.tap(ToggleLanguage{Language::Dutch});
  CHECK(bench.count<AskHostDesk>() == 0);
}

TEST_CASE("the kiosk rests in its first language") {
  SetupBench bench;
  bench.tap(ToggleLanguage{Language::Turkish});
  bench.answer(SettingsKept{bench.asked<KeepSettings>().settings});
  bench.tap(ToggleLanguage{Language::Dutch});
  bench.answer(SettingsKept{bench.asked<KeepSettings>().settings});
  CHECK(bench.state.settings.resting.language == Language::Turkish);
}

TEST_CASE("a daypart is opened and closed, and the others stay as they are") {
  SetupBench bench;
  bench.state.settings.opening.set_open(std::chrono::Monday, Daypart::Morning);
  bench.tap(ToggleDaypart{7, Daypart::Evening});
  auto const opened = bench.asked<KeepSettings>().settings;
  CHECK(opened.opening.is_open(std::chrono::Sunday, Daypart::Evening));
  CHECK(opened.opening.is_open(std::chrono::Monday, Daypart::Morning));
  bench.answer(SettingsKept{opened});
  bench.tap(ToggleDaypart{7, Daypart::Evening});
  CHECK_FALSE(
      bench.asked<KeepSettings>().settings.opening.is_open(std::chrono::Sunday, Daypart::Evening));
}

TEST_CASE("sound goes no further than it can") {
  SetupBench bench;
  for (int i = 0; i < 6; ++i) {
    auto const before = bench.count<AskHostDesk>();
    bench.tap(ChangeVolume{1});
    if (bench.count<AskHostDesk>() > before)
      bench.answer(SettingsKept{bench.asked<KeepSettings>().settings});
  }
  CHECK(bench.state.settings.resting.volume == greatest_volume);
}

TEST_CASE("the frame for the bank card is as large as a card on glass of the chosen size") {
  SetupBench bench;
  bench.tap(OpenSetupPage{SetupPageName::Size});
  bench.asked<AskAbout>();
  CHECK_FALSE(bench.screen().outline);
  bench.answer(AboutFound{{.diagonal_mm = 500}});
  REQUIRE(bench.screen().outline);
  CHECK(bench.screen().outline->width_mm == Approx(bank_card_width_mm));
  // Glass that is larger than it was taken for draws everything too large: the frame gets smaller.
  bench.tap(ChangeSize{1});
  CHECK(bench.page_of_setup<SizePage>().chosen_mm == 502);
  CHECK(bench.screen().outline->width_mm < bank_card_width_mm);
  bench.tap(KeepSize{});
  CHECK(bench.asked<KeepDiagonal>().diagonal_mm == 502);
  bench.answer(SizeKept{});
  bench.page_of_setup<SetupMenu>();
}

TEST_CASE("the first backup asks for the code on the paper, and the next does not") {
  SetupBench bench;
  bench.tap(OpenSetupPage{SetupPageName::Backup});
  bench.tap(StartBackup{});
  CHECK_FALSE(bench.asked<MakeBackup>().code);
  bench.answer(CodeNeeded{});
  auto& entry = bench.page_of_setup<BackupPage>().code;
  REQUIRE(entry);
  CHECK(field_of(std::get<Setup>(bench.room().place)) == &*entry);
  entry->text = "abc";
  bench.tap(UseCode{});
  CHECK(bench.page_of_setup<BackupPage>().is_wrong);
  bench.page_of_setup<BackupPage>().code->text = "k7mq2 xptw4 hnr8v cbj3d";
  bench.tap(UseCode{});
  CHECK(bench.asked<MakeBackup>().code == "K7MQ2XPTW4HNR8VCBJ3D");
  bench.answer(CodeNeeded{true});
  CHECK(bench.page_of_setup<BackupPage>().is_wrong);
  bench.page_of_setup<BackupPage>().code->text = "k7mq2 xptw4 hnr8v cbj3d";
  bench.tap(UseCode{});
  bench.answer(BackupMade{"inloop-huis-20261123-0900.inloop"});
  CHECK_FALSE(bench.page_of_setup<BackupPage>().code);
  CHECK(bench.room().notice->kind == NoticeKind::Done);
}

TEST_CASE("a backup is put back only with a code, after choosing which") {
  SetupBench bench;
  bench.tap(OpenSetupPage{SetupPageName::Backup});
  bench.tap(LookForBackups{});
  bench.asked<FindBackups>();
  bench.answer(BackupsFound{{{.name = "/a"}, {.name = "/b"}}});
  bench.tap(UseCode{});
  bench.tap(ChooseBackup{2});
  bench.tap(ChooseBackup{1});
  bench.page_of_setup<RestorePage>().code.text = "K7MQ2XPTW4HNR8VCBJ3D";
  bench.tap(UseCode{});
  CHECK(bench.asked<RestoreBackup>() == RestoreBackup{"/b", "K7MQ2XPTW4HNR8VCBJ3D"});
  bench.answer(BackupRefused{});
  bench.page_of_setup<BackupPage>();
  CHECK(bench.room().notice->kind == NoticeKind::Trouble);
}

TEST_CASE("a stick without backups, or no stick at all, is said") {
  SetupBench bench;
  bench.tap(LookForBackups{});
  bench.answer(BackupsFound{});
  CHECK(bench.room().notice->message == "There is no backup on this USB stick.");
  bench.tap(StartExport{});
  bench.answer(StickFailed{StickTrouble::None});
  CHECK(bench.room().notice->message == "Put a USB stick into the kiosk first.");
}

TEST_CASE("the whole screen is tried square by square") {
  SetupBench bench;
  bench.tap(OpenSetupPage{SetupPageName::Touch});
  for (int i = 0; i < touch_squares; ++i) {
    CHECK(bench.screen().lines.front().shown == "Tap every square.");
    bench.tap(TouchSquare{i});
  }
  bench.tap(TouchSquare{touch_squares});
  bench.tap(TouchSquare{-1});
  CHECK(bench.screen().lines.front().shown == "The screen works everywhere.");
}

TEST_CASE("every page of the settings has a title, a way back and something to read or tap") {
  for (auto const page : {SetupPageName::Languages, SetupPageName::Opening, SetupPageName::Looks,
                          SetupPageName::Size, SetupPageName::Touch, SetupPageName::Devices,
                          SetupPageName::Backup, SetupPageName::Export, SetupPageName::About}) {
    SetupBench bench;
    bench.tap(OpenSetupPage{page});
    if (bench.room().waiting)
      bench.answer(AboutFound{{.version = "1", .place_id = "x", .diagonal_mm = 500}});
    auto const& place = std::get<Setup>(bench.room().place);
    auto const head = head_of(place, bench.room(), bench.state, english);
    CHECK_FALSE(head.title.shown.empty());
    CHECK(head.back);
    auto const screen = bench.screen();
    CHECK((!screen.lines.empty() || !screen.tiles.empty()));
    bench.happen(TapBack{});
    bench.page_of_setup<SetupMenu>();
  }
}
