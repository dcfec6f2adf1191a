// A host plans on the screen what a place has every week, with nothing but the screen's own words,
// while the rules, the desk and the store are real.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/app/host/work.h"
#include "kiosk/calendar/occurrences.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/screen.h"
#include "kiosk/core/update.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/the_day.h"
#include "tests/app/host/desk_fixture.h"

using namespace inloop;
using namespace inloop::core::host::planning;
using namespace std::chrono_literals;
using app::host::test::HouseWithDesk;
using app::host::test::need;

namespace {

constexpr core::Date monday = 2026y / 11 / 23;

struct Button {
  std::string words;
  core::Action action;
};

struct Buttons {
  std::vector<Button> all;

  void add(std::string const& words, core::Action action) {
    all.push_back({words, std::move(action)});
  }
  void add(ProgrammeButton const& button) {
    if (button.is_enabled) add(button.phrase.spoken, core::host::tapped(button.tap));
  }
  void add(std::optional<ProgrammeButton> const& button) {
    if (button) add(*button);
  }

  void look_at(AgendaView const& agenda) {
    for (auto const* const button :
         {&agenda.previous, &agenda.next, &agenda.add, &agenda.span, &agenda.files})
      add(*button);
    auto const* const week = std::get_if<WeekView>(&agenda.view);
    if (week == nullptr) return;
    for (auto const& day : week->days)
      for (auto const& tile : day.tiles)
        add(day.name.spoken + ": " + tile.title.spoken,
            core::host::tapped(core::host::ProgrammeTap{OpenSession{tile.session}}));
  }
  void look_at(PageView const& page) {
    for (auto const& step : page.steps) {
      add(step.much_less);
      add(step.less);
      add(step.more);
      add(step.much_more);
    }
    add(page.aside);
    add(page.main);
    // What stands on the first page of the smallest glass, without scrolling.
    constexpr std::size_t least_shown = 15;
    auto const shown = std::min(page.tiles.size(), least_shown);
    for (std::size_t i = 0; i < shown; ++i)
      add(page.tiles[i].label.spoken, core::host::tapped(page.tiles[i].tap));
  }
  void look_at(ProgrammeTyping const& typing) { add(typing.go_on); }
};

// The marks that keep numbers and names whole are not seen.
std::string seen(std::string text) {
  for (std::string_view const mark : {"\u2068", "\u2069"})
    for (auto place = text.find(mark); place != std::string::npos; place = text.find(mark))
      text.erase(place, mark.size());
  return text;
}

class HostAtWork {
 public:
  HostAtWork() : m_desk(m_house.parts(), m_house.inbox) {
    m_house.config.time_zone = "Europe/Amsterdam";
    m_state = core::initial_state({.place_name = "De Huiskamer"}, m_now);
    m_state.page = core::InRoom{Indirect<core::HostRoom>(
        core::HostRoom{.host = {.picture = 4}, .place = core::host::Today{}})};
    m_state.last_touch_ms = m_now.uptime_ms;
  }

  // As the foot of the room offers it.
  void go_to_activities() {
    ++m_taps;
    happen(core::host::tapped(core::host::GoTo{core::host::PlaceName::Programme}));
  }

  void tap(std::string const& words) {
    ++m_taps;
    auto const buttons = look();
    for (auto const& button : buttons.all)
      if (seen(button.words) == words) return happen(button.action);
    std::string all;
    for (auto const& button : buttons.all) all += "\n  " + seen(button.words);
    FAIL("there is no \"" << words << "\" on the screen, but" << all);
  }

  void undo() { happen(core::host::tapped(core::host::TakeBack{})); }

  [[nodiscard]] int taps() const { return m_taps; }
  [[nodiscard]] core::HostRoom& room() { return *std::get<core::InRoom>(m_state.page).room; }

  std::vector<core::ProgrammeSession> sessions(core::Days const& days) {
    store::Programme programme(m_house.store(),
                               [](core::Series const& series, core::Days const& wanted) {
                                 return calendar::occurrences(series, wanted, "Europe/Amsterdam");
                               });
    return need(programme.sessions(days));
  }

  [[nodiscard]] ProgrammeScreen screen() {
    auto const drawn = core::screen_for(m_state, m_words);
    auto const& content = std::get<core::HostRoomScreen>(drawn.content);
    return std::get<core::host::ProgrammeScreen>(content.room->place);
  }

 private:
  Buttons look() {
    Buttons buttons;
    std::visit([&](auto const& view) { buttons.look_at(view); }, screen().view);
    return buttons;
  }

  void happen(core::Action const& action) {
    m_now.uptime_ms += 1'000;
    for (auto const& effect : core::update(m_state, action, m_now))
      if (auto const* const asked = std::get_if<core::AskHostDesk>(&effect)) perform(*asked);
  }

  // As the desk does it, on the test's thread.
  void perform(core::AskHostDesk const& asked) {
    auto const* const request = std::get_if<core::host::ProgrammeRequest>(&asked.what->what);
    if (request == nullptr) return happen(core::StoreRefused{asked.request});
    auto outcome = need(app::host::perform(*request, m_desk));
    happen(core::HostAnswer{asked.request,
                            Indirect<core::HostOutcome>(core::HostOutcome{std::move(outcome)})});
  }

  HouseWithDesk m_house;
  app::host::Desk m_desk;
  app::host::test::PlainWords m_words;
  core::Now m_now{.local = {.date = monday, .minute_of_day = 9 * 60}, .uptime_ms = 600'000};
  core::State m_state;
  int m_taps = 0;
};

core::Session const& session_on(std::vector<core::ProgrammeSession> const& sessions,
                                core::Date date) {
  auto const found = std::ranges::find_if(
      sessions, [&](auto const& one) { return one.session.start.date == date; });
  REQUIRE(found != sessions.end());
  return found->session;
}

}  // namespace

TEST_CASE("from the PIN to a weekly activity with 8 places, an exception and a cancelled session") {
  HostAtWork host;
  host.go_to_activities();
  host.tap("New");
  host.tap("Eating together");
  host.tap("Places");
  host.tap("8");
  host.tap("Save");
  host.tap("Monday 23 November: Eating together");
  host.tap("Call it off");
  host.tap("The host is ill.");
  host.tap("The next time");
  host.tap("Not on this date");
  INFO("taps: " << host.taps());
  CHECK(host.taps() <= 12);

  auto const sessions = host.sessions({monday, 2026y / 12 / 14});
  REQUIRE(sessions.size() == 3);
  CHECK(session_on(sessions, monday).state == core::SessionState::Cancelled);
  CHECK(session_on(sessions, monday).reason == "The host is ill.");
  CHECK(session_on(sessions, 2026y / 12 / 7).activity.capacity == 8);
  CHECK(session_on(sessions, 2026y / 12 / 14).state == core::SessionState::Planned);
}

TEST_CASE("what was done last can be taken back with one tap") {
  HostAtWork host;
  host.go_to_activities();
  host.tap("New");
  host.tap("Games");
  host.tap("Save");
  REQUIRE_FALSE(host.sessions({monday, 2026y / 12 / 14}).empty());
  host.undo();
  CHECK(host.sessions({monday, 2026y / 12 / 14}).empty());
  CHECK_FALSE(host.room().undo);
}

TEST_CASE("a room that is taken warns, and does not forbid") {
  HostAtWork host;
  auto const plan = [&](std::string const& what) {
    host.tap("New");
    host.tap(what);
    host.tap("Room");
    host.tap("Another room");
    auto& form = std::get<FormPage>(std::get<core::host::Programme>(host.room().place).page);
    form.entry->text = "Keuken";
    host.tap("Done");
    host.tap("Save");
  };
  host.go_to_activities();
  plan("Games");
  plan("Film");
  auto const screen = host.screen();
  CHECK(std::get<PageView>(screen.view).warning);
  host.tap("Save it anyway");
  CHECK(host.sessions({monday, monday}).size() == 2);
}

TEST_CASE("a week is put into the next one as the preview says") {
  HostAtWork host;
  host.go_to_activities();
  host.tap("New");
  host.tap("Games");
  host.tap("Repeat");
  host.tap("Once");
  host.tap("Done");
  host.tap("Save");
  host.tap("Later");
  host.tap("New");
  host.tap("As last week");
  auto const screen = host.screen();
  CHECK(std::get<PageView>(screen.view).facts.size() == 1);
  host.tap("Put it in");
  CHECK(host.sessions({2026y / 11 / 30, 2026y / 12 / 6}).size() == 1);
}

TEST_CASE("one of a series can be changed without the others") {
  HostAtWork host;
  host.go_to_activities();
  host.tap("New");
  host.tap("Games");
  host.tap("Save");
  host.tap("Monday 23 November: Games");
  host.tap("Change");
  host.tap("Only this one");
  host.tap("When");
  host.tap("An hour later");
  host.tap("Done");
  host.tap("Save");
  auto const sessions = host.sessions({monday, 2026y / 11 / 30});
  REQUIRE(sessions.size() == 2);
  CHECK(session_on(sessions, monday).start.minute_of_day == 11 * 60);
  CHECK(session_on(sessions, 2026y / 11 / 30).start.minute_of_day == 10 * 60);
}
