#include "tests/language/screen_texts.h"

#include <array>
#include <optional>
#include <type_traits>
#include <variant>

#include "kiosk/core/host/room.h"

namespace inloop::language {
namespace {

using namespace core;

// Takes the parts of a screen apart down to their phrases. A screen without a function here does
// not compile.
class Texts {
 public:
  explicit Texts(std::vector<std::string>& texts) : m_texts(texts) {}

  void take(Phrase const& phrase) {
    m_texts.push_back(phrase.shown);
    if (phrase.spoken != phrase.shown) m_texts.push_back(phrase.spoken);
  }

  template <typename Part>
  void take(std::optional<Part> const& part) {
    if (part) take(*part);
  }

  template <typename Part>
  void take(std::vector<Part> const& parts) {
    for (auto const& part : parts) take(part);
  }

  template <typename Part, std::size_t count>
  void take(std::array<Part, count> const& parts) {
    for (auto const& part : parts) take(part);
  }

  template <typename... Parts>
  void take(std::variant<Parts...> const& one_of) {
    std::visit([this](auto const& part) { take(part); }, one_of);
  }
  void take(std::monostate) {}
  void take(std::string const& text) { m_texts.push_back(text); }

  // A button of the host's room.
  template <typename Button>
  requires requires(Button const& button) { button.phrase, button.tap; }
  void take(Button const& button) { take(button.phrase); }

  // The field keeps whole what was typed; it only says so when nothing was.
  void take_typed(Phrase const& typed) {
    if (typed.shown.empty()) take(typed.spoken);
  }

  template <typename First, typename Second, typename... More>
  void take(First const& first, Second const& second, More const&... more) {
    take(first);
    take(second, more...);
  }

  void take(Tools const& tools) {
    take(tools.listen, tools.repeat, tools.volume, tools.text_size, tools.theme, tools.reach);
  }
  void take(Scroll const& scroll) { take(scroll.up, scroll.more); }
  void take(SessionTile const& tile) { take(tile.title, tile.when, tile.places); }
  void take(SessionHeading const& heading) { take(heading.title, heading.when); }
  void take(KnowledgePoint const& point) { take(point.text); }
  void take(LanguageChoice const& choice) { take(choice.own_name); }
  void take(PartyPreset const& preset) { take(preset.label); }
  void take(Stepper const& stepper) {
    take(stepper.label, stepper.number, stepper.fewer, stepper.more);
  }
  void take(SpanChoice const& choice) { take(choice.label); }
  void take(LikeTile const& tile) { take(tile.label); }
  void take(TokenTile const& tile) { take(tile.label); }
  void take(PictureTile const& tile) { take(tile.label); }
  void take(Keyboard const& keyboard) { take(keyboard.space, keyboard.erase, keyboard.next_keys); }
  void take(CallLine const& line) { take(line.text, line.answer); }
  void take(FeelingChoice const& choice) { take(choice.label); }

  void take(HomeScreen const& screen) {
    take(screen.place_name, screen.date, screen.welcome, screen.invitation, screen.clock,
         screen.check_in, screen.card_hint, screen.open_today, screen.activities, screen.talk,
         screen.help, screen.leave, screen.next, screen.calls, screen.knowledge, screen.languages,
         screen.choose_language);
  }
  void take(WelcomeScreen const& screen) {
    take(screen.title, screen.counted, screen.question, screen.yes, screen.no, screen.more_people,
         screen.mistake, screen.done, screen.next);
  }
  void take(PartyScreen const& screen) {
    take(screen.back, screen.title, screen.adults, screen.children, screen.presets, screen.confirm);
  }
  void take(LanguagesScreen const& screen) { take(screen.back, screen.title, screen.languages); }
  void take(KnowledgeScreen const& screen) {
    take(screen.back, screen.title, screen.points, screen.released);
  }
  void take(TimeOutScreen const& screen) {
    take(screen.title, screen.remaining, screen.still_here);
  }
  void take(ApologyScreen const& screen) { take(screen.title, screen.advice, screen.done); }
  void take(OutOfOrderScreen const& screen) { take(screen.title, screen.advice); }
  void take(ActivitiesScreen const& screen) {
    take(screen.back, screen.likes, screen.title, screen.spans, screen.tiles, screen.scroll,
         screen.empty);
  }
  void take(LikesScreen const& screen) {
    take(screen.back, screen.title, screen.promise, screen.tiles);
  }
  void take(SessionScreen const& screen) {
    take(screen.back, screen.heading, screen.places, screen.facts, screen.join, screen.my_sign_up,
         screen.take_along, screen.link);
  }
  void take(TokenChoiceScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.advice, screen.tiles, screen.others,
         screen.confirm);
  }
  void take(NameScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.promise, screen.problem, screen.keyboard,
         screen.confirm);
    take_typed(screen.typed);
  }
  void take(JustFullScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.advice, screen.wait);
  }
  void take(SignedUpScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.token_label, screen.advice,
         screen.take_along, screen.stop_coming, screen.done);
  }
  void take(SignUpEndedScreen const& screen) {
    take(screen.heading, screen.title, screen.advice, screen.again, screen.done);
  }
  void take(TokenPicturesScreen const& screen) {
    take(screen.back, screen.title, screen.tiles, screen.scroll);
  }
  void take(TokenColoursScreen const& screen) {
    take(screen.back, screen.title, screen.unknown, screen.tiles);
  }
  void take(TakeAlongScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.advice, screen.code_spoken,
         screen.token_label, screen.print, screen.print_note, screen.done);
  }
  void take(CallHeardScreen const& screen) {
    take(screen.title, screen.advice, screen.withdraw, screen.done);
  }
  void take(CallsScreen const& screen) { take(screen.back, screen.title, screen.lines); }
  void take(LeavingScreen const& screen) {
    take(screen.back, screen.title, screen.question, screen.promise, screen.answers, screen.skip);
  }
  void take(ReleasedScreen const& screen) {
    take(screen.back, screen.title, screen.points, screen.raw);
  }
  void take(RawReleaseScreen const& screen) {
    take(screen.back, screen.title, screen.lines_spoken, screen.scroll);
  }
  void take(MessageScreen const& screen) { take(screen.title, screen.advice, screen.done); }

  void take(HostDoorScreen const& screen) {
    take(screen.door->title, screen.door->advice, screen.door->back, screen.door->view);
  }
  void take(HostRoomScreen const& screen) {
    auto const& room = *screen.room;
    take(room.head.title, room.head.subtitle, room.head.back, room.lock, room.tabs, room.notice,
         room.progress, room.place);
  }
  void take(host::PlaceTab const& tab) { take(tab.label, tab.label_short); }
  void take(host::NoticeBar const& notice) { take(notice.text, notice.undo); }
  void take(host::ProgressBar const& progress) { take(progress.text); }

  // The door and the page of the hosts.
  void take(host::HostTile const& tile) { take(tile.label); }
  void take(host::PicturesView const& view) { take(view.tiles, view.scroll); }
  void take(host::Pad const& pad) { take(pad.typed, pad.erase, pad.trouble); }
  void take(host::PadView const& view) { take(view.pad, view.shuffle, view.forgot); }
  void take(host::TypingView const& view) {
    take(view.trouble, view.keyboard, view.go_on);
    take_typed(view.typed);
  }
  void take(host::ReadingView const& view) { take(view.code, view.lines, view.go_on); }
  void take(host::HostsScreen const& screen) { take(screen.advice, screen.view); }
  void take(host::HostAsTile const& tile) { take(tile.label); }
  void take(host::HostListView const& view) { take(view.tiles, view.scroll, view.add, view.trail); }
  void take(host::HostButton const& button) { take(button.label); }
  void take(host::OneHostView const& view) { take(view.label, view.locked, view.buttons); }
  void take(host::HostPicturesView const& view) { take(view.tiles, view.scroll); }
  void take(host::HostNameView const& view) {
    take(view.trouble, view.keyboard, view.go_on);
    take_typed(view.typed);
  }
  void take(host::TrailLine const& line) { take(line.what, line.when); }
  void take(host::TrailView const& view) { take(view.altered, view.lines, view.scroll); }

  // Vandaag.
  void take(host::TodayScreen const& screen) { take(screen.page); }
  void take(host::shift::Steps const& steps) {
    take(steps.label, steps.label_short, steps.note, steps.number, steps.fewer, steps.more);
  }
  void take(host::shift::CallRow const& row) { take(row.text, row.since, row.answer); }
  void take(host::shift::SessionRow const& row) {
    take(row.title, row.details, row.details_short, row.line, row.who);
  }
  void take(host::shift::DaypartTile const& tile) {
    take(tile.label, tile.opening, tile.opening_short, tile.people);
  }
  void take(host::shift::HouseRow const& row) { take(row.text, row.advice); }
  void take(host::shift::OverviewScreen const& screen) {
    take(screen.inside, screen.volunteers, screen.calls, screen.sessions_title, screen.sessions,
         screen.scroll, screen.nothing_on, screen.plan, screen.dayparts, screen.light_text,
         screen.light_short, screen.name_me);
  }
  void take(host::shift::DaypartScreen const& screen) {
    take(screen.counted, screen.child, screen.volunteers, screen.question, screen.open,
         screen.closed);
  }
  void take(host::shift::HeadCountScreen const& screen) {
    take(screen.heading, screen.places, screen.people, screen.digits, screen.erase, screen.save,
         screen.change);
  }
  void take(host::shift::NameRow const& row) { take(row.label); }
  void take(host::shift::NameListScreen const& screen) {
    take(screen.heading, screen.advice, screen.names, screen.scroll, screen.others, screen.save,
         screen.change);
  }
  void take(host::shift::HouseScreen const& screen) { take(screen.rows, screen.name_me); }

  // Activiteiten.
  void take(host::ProgrammeScreen const& screen) { take(screen.view); }
  void take(host::planning::AgendaTile const& tile) { take(tile.title, tile.time, tile.note); }
  void take(host::planning::AgendaDay const& day) { take(day.name, day.note, day.tiles, day.more); }
  void take(host::planning::WeekView const& week) { take(week.days, week.scroll); }
  void take(host::planning::MonthView const& month) { take(month.weekdays, month.weeks); }
  void take(host::planning::AgendaView const& agenda) {
    take(agenda.title, agenda.previous, agenda.next, agenda.summary, agenda.add, agenda.span,
         agenda.files, agenda.view);
  }
  void take(host::planning::ProgrammeTile const& tile) {
    take(tile.label, tile.detail, tile.brief, tile.problem);
  }
  void take(host::planning::StepRow const& row) {
    take(row.label, row.value, row.brief, row.much_less, row.less, row.more, row.much_more);
  }
  void take(host::planning::ProgrammeFact const& fact) { take(fact.text); }
  void take(host::planning::PageView const& page) {
    take(page.heading, page.facts, page.advice, page.warning, page.steps, page.tiles, page.scroll,
         page.aside, page.main);
  }
  void take(host::planning::ProgrammeTyping const& typing) {
    take(typing.advice, typing.trouble, typing.keyboard, typing.go_on);
    take_typed(typing.typed);
  }

  // Tellingen.
  void take(host::CountsScreen const& screen) { take(screen.view); }
  void take(host::counting::CountsLoading const& loading) { take(loading.text); }
  void take(host::counting::TableTile const& tile) { take(tile.name, tile.number, tile.button); }
  void take(host::counting::MonthView const& month) {
    take(month.months, month.when, month.beginning, month.tables, month.hold, month.late,
         month.sent);
  }
  void take(host::counting::NumberRow const& row) {
    take(row.label, row.exact, row.sent, row.sentence);
  }
  void take(host::counting::TableView const& table) {
    take(table.meaning, table.noise, table.epsilon, table.exact_head, table.sent_head, table.rows,
         table.scroll);
  }
  void take(host::counting::PeopleView const& people) {
    take(people.label, people.number, people.steps);
  }
  void take(host::counting::LateView const& late) {
    take(late.earlier, late.day, late.later, late.dayparts, late.known, late.adults, late.children,
         late.save);
  }
  void take(host::counting::GraphBar const& bar) { take(bar.label, bar.value); }
  void take(host::counting::SentLine const& line) { take(line.month, line.status, line.button); }
  void take(host::counting::SentView const& sent) {
    take(sent.graph, sent.bars, sent.lines, sent.empty, sent.scroll);
  }
  void take(host::counting::FileView const& file) {
    take(file.facts, file.lines_spoken, file.scroll);
  }

  // Verhaal.
  void take(host::StoryScreen const& screen) { take(screen.view); }
  void take(host::telling::StoryTile const& tile) { take(tile.day, tile.beginning, tile.button); }
  void take(host::telling::StoriesView const& stories) {
    take(stories.earlier, stories.month, stories.later, stories.tiles, stories.empty,
         stories.scroll, stories.write, stories.take_page);
  }
  void take(host::telling::ReadView const& read) { take(read.text, read.edit, read.drop); }
  void take(host::telling::WriteView const& write) {
    take(write.advice, write.keyboard, write.keep);
    take_typed(write.typed);
  }

  // Instellingen.
  void take(host::SetupTile const& tile) { take(tile.label); }
  void take(host::OpeningRow const& row) { take(row.day, row.dayparts); }
  void take(host::SetupStepper const& stepper) { take(stepper.value, stepper.less, stepper.more); }
  void take(host::SetupField const& field) {
    take(field.trouble, field.keyboard);
    take_typed(field.typed);
  }
  void take(host::SetupScreen const& screen) {
    take(screen.lines, screen.tiles, screen.week, screen.days, screen.stepper, screen.field,
         screen.main);
  }

 private:
  std::vector<std::string>& m_texts;
};

}  // namespace

std::vector<std::string> texts_of(Screen const& screen) {
  std::vector<std::string> texts{screen.states.chosen, screen.states.unavailable};
  Texts collector(texts);
  collector.take(screen.tools);
  std::visit([&](auto const& content) { collector.take(content); }, screen.content);
  return texts;
}

}  // namespace inloop::language
