#include "tests/language/sample_pages.h"

#include <chrono>
#include <variant>

namespace inloop::language {
namespace {

using namespace core;
using namespace std::chrono_literals;

constexpr LocalTime monday_morning{.date = 2026y / 11 / 23, .minute_of_day = 10 * 60 + 10};

Session session(SessionId id, LocalTime const& start, Activity activity) {
  return {.id = id, .activity = std::move(activity), .start = start, .taken = 3};
}

// A session for each way to say a time, a place and a standing.
std::vector<Session> agenda() {
  auto const at = [](int days, int minute_of_day) {
    return LocalTime{
        .date = Date(std::chrono::sys_days(monday_morning.date) + std::chrono::days(days)),
        .minute_of_day = minute_of_day};
  };
  Activity const own{.title = "Wijkwandeling 55+",
                     .picture = "🚶🏽",
                     .sign_up = SignUpMode::Token,
                     .capacity = 9,
                     .room = "Zaal 2",
                     .link = "https://example.org/1"};
  Activity const listed{.title = "Sewing club",
                        .picture = "🧵",
                        .sign_up = SignUpMode::Name,
                        .capacity = 4,
                        .room = "Keuken"};
  Activity const advice{
      .title = "Consulting hour", .picture = "🤝", .sign_up = SignUpMode::Anonymous};
  std::vector<Session> sessions{
      session(1, at(0, 10 * 60), own),         session(2, at(0, 11 * 60 + 15), own),
      session(3, at(0, 14 * 60 + 40), listed), session(4, at(0, 18 * 60 + 30), advice),
      session(5, at(1, 12 * 60 + 45), own),    session(6, at(1, 13 * 60), listed),
      session(7, at(3, 9 * 60 + 30), own),     session(8, at(3, 15 * 60), own)};
  sessions[4].taken = 9;
  sessions[7].state = SessionState::Cancelled;
  sessions[7].reason = "De gastvrouw is 2 dagen ziek";
  return sessions;
}

State house(Language language) {
  Settings settings{.place_name = "BOP Willem Klooslaan 12",
                    .opening = {},
                    .languages = {},
                    .resting = {},
                    .has_printer = true};
  for (auto const& one : all_languages) settings.languages.push_back(one.language);
  settings.opening.set_open(std::chrono::Monday, Daypart::Morning);
  settings.opening.set_open(std::chrono::Monday, Daypart::Afternoon);
  auto state = initial_state(std::move(settings), {.local = monday_morning, .uptime_ms = 600'000});
  state.preferences.language = language;
  state.preferences.speech = Speech::Spoken;
  state.is_reader_ready = true;
  state.agenda = agenda();
  for (CallId id = 1; id <= 4; ++id)
    state.calls.push_back({.id = id, .kind = id % 2 == 0 ? CallKind::Talk : CallKind::Help});
  return state;
}

std::vector<Page> arriving_pages() {
  Welcome const family{.visit = 1, .party = {.adults = 2, .children = 9}, .change = {}};
  return {Home{},
          Home{.note = HomeNote::Undone},
          Home{.note = HomeNote::AlreadyCounted},
          Welcome{.visit = 1, .change = {}},
          family,
          PartyChoice{.welcome = family, .chosen = family.party},
          Languages{},
          Knowledge{},
          Apology{},
          OutOfOrder{}};
}

std::vector<Page> joining_pages() {
  Selected const at{.from = Activities{}, .session = 2};
  Token const owl{.picture = 0, .colour = TokenColour::Blue};
  SignedUp const signed_up{.at = at, .token = owl};
  std::vector<Page> pages{Activities{},
                          Activities{.span = Span::Tomorrow},
                          Activities{.span = Span::Week},
                          Activities{.liked = ActivityKind::Cooking},
                          Likes{},
                          TokenChoice{.at = at, .offered = {owl}},
                          NameEntry{.at = at, .typed = "Fatima"},
                          NameEntry{.at = at, .problem = NameProblem::Empty},
                          JustFull{.at = at},
                          signed_up,
                          SignedUp{.at = at, .token = owl, .place = {.waiting_number = 3}},
                          SignedUp{.at = at, .token = owl, .place = {.has_moved_up = true}},
                          SignUpEnded{.at = at},
                          TokenPictures{.at = at},
                          TokenColours{.at = at, .is_unknown = true},
                          TakeAlong{.at = at, .signed_up = signed_up},
                          TakeAlong{.at = at, .printing = Printing::Done},
                          TakeAlong{.at = at, .printing = Printing::Failed},
                          SessionDetail{.at = {.session = 99}}};
  for (auto const& one : agenda()) pages.emplace_back(SessionDetail{.at = {.session = one.id}});
  return pages;
}

std::vector<Page> talking_pages() {
  ReleasedMonth const month{.period = period_of(2026y / 10 / 1),
                            .adults = 187,
                            .children = -1,
                            .is_received = true,
                            .bytes = R"({"specversion":"1.0"})"};
  return {CallHeard{.kind = CallKind::Talk},
          CallHeard{.kind = CallKind::Help},
          Calls{},
          Leaving{},
          Farewell{},
          Released{.month = month},
          Released{.month = month, .is_raw = true},
          Released{},
          CardNotRead{},
          NoVoice{}};
}

}  // namespace

std::vector<State> states_of_all_pages(Language language) {
  auto const resting = house(language);
  std::vector<State> states;
  for (auto const& pages : {arriving_pages(), joining_pages(), talking_pages()})
    for (auto const& page : pages) {
      states.push_back(resting);
      states.back().page = page;
    }
  states.push_back(resting);
  states.back().warned_at_ms = resting.now.uptime_ms - 6'000;
  return states;
}

}  // namespace inloop::language
