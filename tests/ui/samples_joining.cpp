#include <algorithm>
#include <utility>

#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace std::chrono_literals;

constexpr int hour = 60;

// A session of one of the activities that every place can start from, by its title.
class Agenda {
 public:
  explicit Agenda(Date today) : m_today(today) {}

  Session& add(std::string_view title, int day, int start_minute, int minutes = 90) {
    auto const listed = std::ranges::find(activity_templates, title, &ActivityTemplate::title);
    Activity activity{.title = std::string(listed->title),
                      .picture = std::string(listed->picture),
                      .kind = listed->kind,
                      .sign_up = listed->sign_up,
                      .capacity = std::nullopt,
                      .room = {},
                      .link = {}};
    if (takes_sign_ups(listed->sign_up)) activity.capacity = 8;
    auto const date = Date(std::chrono::sys_days(m_today) + std::chrono::days(day));
    m_sessions.push_back({.id = static_cast<SessionId>(m_sessions.size()) + 1,
                          .activity = std::move(activity),
                          .start = {.date = date, .minute_of_day = start_minute},
                          .minutes = minutes,
                          .reason = {}});
    return m_sessions.back();
  }

  std::vector<Session> take() { return std::move(m_sessions); }

 private:
  Date m_today;
  std::vector<Session> m_sessions;
};

// Numbers of the sessions that have a page of their own below.
constexpr SessionId coffee = 1;
constexpr SessionId language_cafe = 2;
constexpr SessionId meal = 3;
constexpr SessionId sewing = 4;
constexpr SessionId yoga = 5;
constexpr SessionId consulting = 6;
constexpr SessionId film = 7;
constexpr SessionId cycling = 8;
constexpr SessionId lesson = 9;

// A Monday with a session in each standing; it is ten past ten.
void add_today(Agenda& agenda) {
  agenda.add("Coffee and company", 0, 9 * hour + 30, 150);
  agenda.add("Language café", 0, 10 * hour + 30).taken = 2;
  auto& cooked = agenda.add("Eating together", 0, 12 * hour);
  cooked.taken = 4;
  cooked.activity.room = "Keuken";
  agenda.add("Sewing club", 0, 14 * hour);
  auto& full = agenda.add("Moving gently", 0, 15 * hour + 30);
  full.taken = 8;
  full.waiting = 2;
  agenda.add("Consulting hour", 0, 16 * hour).activity.room = "Spreekkamer";
  auto& crowded = agenda.add("Film", 0, 19 * hour + 15);
  crowded.taken = 8;
  crowded.waiting = most_waiting;
  auto& named = agenda.add("Cycling lesson", 0, 19 * hour + 30);
  named.activity.room = "Plein voor de deur";
  named.taken = 7;
  agenda.add("Online lesson", 0, 20 * hour).activity.link = "https://example.org/les/12";
  auto& cancelled = agenda.add("Walking", 0, 20 * hour + 40);
  cancelled.state = SessionState::Cancelled;
  cancelled.reason = "Het is te glad buiten.";
}

void add_days_after(Agenda& agenda) {
  auto const count = static_cast<int>(activity_templates.size());
  for (int i = 0; i < count; ++i)
    agenda
        .add(activity_templates[static_cast<std::size_t>(i)].title, 1 + i % 5,
             9 * hour + 45 * (i % 12))
        .taken = i % 8;
}

std::vector<Token> offered() {
  using enum TokenColour;
  return {{0, Blue}, {1, Green}, {2, Yellow}, {3, Red}, {4, Purple}, {5, Orange}};
}

SignedUp signed_up(Selected const& at, Place place, bool is_new) {
  return {.at = at,
          .token = {.picture = 0, .colour = TokenColour::Blue},
          .place = place,
          .is_new = is_new,
          .waiting = std::nullopt};
}

Selected at(SessionId session) {
  return {.from = Activities{}, .session = session};
}

void add_arriving(Samples& samples) {
  samples.add("home_full", Home{});
  samples.add("home_undone", Home{.note = HomeNote::Undone});
  samples.add("home_checking_in", Home{.check_in = Waiting{.request = 1}});
  samples.state().calls = {{.id = 1, .kind = CallKind::Talk}};
  samples.state().is_reader_ready = true;
  samples.add("home_calls", Home{});
  samples.state().calls.clear();
  auto const speech = std::exchange(samples.state().preferences.speech, Speech::Spoken);
  samples.add("home_spoken", Home{});
  samples.add("activities_spoken", Activities{.span = Span::Week});
  samples.state().preferences.speech = speech;
  Welcome const welcome{.visit = 1, .party = {}, .change = {}};
  samples.add("welcome_next", welcome);
  auto by_card = welcome;
  by_card.channel = Channel::Card;
  by_card.first_time = FirstTime::No;
  samples.add("welcome_card", by_card);
}

void add_looking(Samples& samples) {
  samples.add("activities", Activities{});
  samples.add("activities_more", Activities{.first = 6});
  samples.add("activities_week", Activities{.span = Span::Week, .first = 12});
  samples.add("activities_liked", Activities{.span = Span::Week, .liked = ActivityKind::Cooking});
  samples.add("activities_empty", Activities{.liked = ActivityKind::Helping});
  samples.add("likes", Likes{});
  samples.add("session_open", SessionDetail{.at = at(coffee)});
  samples.add("session_places", SessionDetail{.at = at(meal)});
  samples.add("session_full", SessionDetail{.at = at(yoga)});
  samples.add("session_crowded", SessionDetail{.at = at(film)});
  samples.add("session_named", SessionDetail{.at = at(cycling)});
  samples.add("session_anonymous", SessionDetail{.at = at(consulting)});
  samples.add("session_link", SessionDetail{.at = at(lesson)});
  samples.add("session_cancelled", SessionDetail{.at = at(lesson + 1)});
  samples.add("session_waiting",
              SessionDetail{.at = at(language_cafe), .waiting = Waiting{.request = 1}});
}

void add_signing_up(Samples& samples) {
  TokenChoice const choice{.at = at(meal), .offered = offered()};
  auto fifth = choice;
  fifth.chosen = 4;
  auto to_wait = choice;
  to_wait.when_full = WhenFull::Wait;
  samples.add("token_choice", choice);
  samples.add("token_choice_fifth", fifth);
  samples.add("token_choice_wait", to_wait);
  samples.add("just_full", JustFull{.at = at(yoga), .token = offered()[0]});
  samples.add("just_full_crowded", JustFull{.at = at(film), .token = offered()[0]});
  samples.add("signed_up", signed_up(at(meal), {}, true));
  samples.add("signed_up_waiting", signed_up(at(yoga), {.waiting_number = 3}, true));
  samples.add("signed_up_found", signed_up(at(meal), {}, false));
  samples.add("signed_up_moved_up", signed_up(at(meal), {.has_moved_up = true}, false));
  samples.add("signed_up_gone", signed_up(at(0), {}, false));
  samples.add("sign_up_ended", SignUpEnded{.at = at(meal)});
  samples.add("token_pictures", TokenPictures{.at = at(meal)});
  samples.add("token_pictures_more", TokenPictures{.at = at(meal), .first = 6});
  samples.add("token_colours", TokenColours{.at = at(meal), .picture = 0});
  samples.add("token_colours_unknown",
              TokenColours{.at = at(meal), .picture = 5, .is_unknown = true});
}

}  // namespace

std::vector<Sample> joining_samples(State state, Words const& words) {
  Agenda agenda(state.now.local.date);
  add_today(agenda);
  add_days_after(agenda);
  state.agenda = agenda.take();
  Samples samples(std::move(state), words);
  add_arriving(samples);
  add_looking(samples);
  add_signing_up(samples);
  return samples.take();
}

}  // namespace inloop::test
