#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "kiosk/core/host/places.h"
#include "kiosk/core/host/today_rules.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_sessions.h"
#include "kiosk/core/scrolled.h"

namespace inloop::core::host {
namespace shift {
namespace {

Daypart now_daypart(State const& state) {
  return daypart_at(state.now.local.minute_of_day);
}

// What is known before the store has answered: the agenda, and that nobody said anything.
TheDay day_of(Today const& place, State const& state) {
  if (place.day && place.day->date == state.now.local.date) return *place.day;
  TheDay day{.date = state.now.local.date};
  for (auto const& session : state.agenda)
    if (session.start.date == day.date) day.sessions.push_back({.session = session});
  return day;
}

std::string number_or_dots(Today const& place, std::int64_t number) {
  return place.day ? fmt::format("{}", number) : "…";
}

std::string counted_in_words(Daypart daypart, std::string const& number, Words const& words) {
  auto const sentence = [&](std::string text) {
    return filled(std::move(text), {{"number", isolated(number)}});
  };
  switch (daypart) {
    case Daypart::Morning:
      return sentence(words.text("Counted this morning: {number}"));
    case Daypart::Afternoon:
      return sentence(words.text("Counted this afternoon: {number}"));
    case Daypart::Evening:
      return sentence(words.text("Counted this evening: {number}"));
  }
  return {};
}

Steps inside(Today const& place, TheDay const& day, State const& state, Words const& words) {
  auto const people = people_inside(day, state.settings.opening, state.now.local);
  auto const daypart = now_daypart(state);
  auto const counted = number_or_dots(place, day.at(daypart).people);
  Steps steps{.label = phrase(words.text("In the house now, about")),
              .label_short = phrase(words.text("Inside")),
              .note = phrase(counted_in_words(daypart, counted, words)),
              .number = {place.day ? fmt::format("{}", people) : std::string(),
                         number_or_dots(place, people)},
              .fewer = {isolated("−1"), words.text("Somebody has left.")},
              .more = {isolated("+1"), words.text("One person more.")},
              .when_fewer = std::nullopt,
              .when_more = TodayTap{SomebodyCame{daypart, {.adults = 1}}}};
  if (people > 0) steps.when_fewer = TodayTap{SomebodyLeft{}};
  return steps;
}

CallRow row_of(Call const& call, State const& state, Words const& words) {
  constexpr std::int64_t minute_ms = 60'000;
  auto const minutes = (state.now.uptime_ms - call.since_ms) / minute_ms;
  auto const since =
      minutes < 1
          ? words.text("just now")
          : counted(words.plural("one minute ago", "{count} minutes ago", minutes), minutes);
  bool const is_talk = call.kind == CallKind::Talk;
  return {.call = call.id,
          .picture = is_talk ? "💬" : "🌱",
          .text = phrase(is_talk ? words.text("Somebody wants to talk.")
                                 : words.text("Somebody wants to do something.")),
          .since = phrase(since),
          .answer = phrase(words.text("I am going"))};
}

std::string times_of(Session const& session) {
  auto const end = end_of(session).minute_of_day;
  return isolated(
      fmt::format("{} – {}", time_of_day(session.start.minute_of_day), time_of_day(end)));
}

std::string places_of(Session const& session, State const& state, Words const& words) {
  auto const standing = standing_of(session, state.now.local);
  bool const is_list = takes_sign_ups(session.activity.sign_up);
  if (standing == Standing::Cancelled || !is_list)
    return places_in_words(session, standing == Standing::Over ? Standing::Welcome : standing,
                           words);
  auto const taken = isolated(fmt::format("{}", session.taken));
  if (!session.activity.capacity)
    return filled(words.text("Signed up: {number}"), {{"number", taken}});
  return filled(
      words.text("{taken} of {places}"),
      {{"taken", taken}, {"places", isolated(fmt::format("{}", *session.activity.capacity))}});
}

SessionRow row_of(DaySession const& one, State const& state, Words const& words) {
  auto const& session = one.session;
  auto const places = places_of(session, state, words);
  auto const who = one.attendance
                       ? filled(words.text("Counted: {number}"),
                                {{"number", isolated(fmt::format("{}", *one.attendance))}})
                       : words.text("Who is here?");
  return {
      .session = session.id,
      .picture = session.activity.picture,
      .kind = session.activity.kind,
      .title = phrase(isolated(title_in_words(session.activity, words))),
      .details = phrase(times_of(session) + " · " + places),
      .details_short = phrase(isolated(time_of_day(session.start.minute_of_day)) + " · " + places),
      .line = phrase(isolated(time_of_day(session.start.minute_of_day)) + " " +
                     isolated(title_in_words(session.activity, words))),
      .who = phrase(who),
      .is_counted = one.attendance.has_value(),
      .can_count = session.state == SessionState::Planned};
}

DaypartTile tile_of(Daypart daypart, TheDay const& day, State const& state, Words const& words) {
  auto const people = day.at(daypart).people;
  bool const is_open = core::is_open(day, daypart, state.settings.opening);
  bool const is_odd = !is_open && people > 0;
  return {.daypart = daypart,
          .label = phrase(daypart_title(daypart, words)),
          .opening = phrase(is_odd    ? words.text("Open after all?")
                            : is_open ? words.text("Open")
                                      : words.text("Closed")),
          .opening_short = phrase(is_odd    ? words.text("Open?")
                                  : is_open ? words.text("Open")
                                            : words.text("Closed")),
          .people = phrase(isolated(fmt::format("{}", people))),
          .is_open = is_open,
          .is_now = daypart == now_daypart(state),
          .is_odd = is_odd};
}

std::optional<Phrase> name_me(HostRoom const& room, Words const& words) {
  if (room.host.first_name.empty()) return std::nullopt;
  return phrase(filled(words.text("Residents see: {name} is here."),
                       {{"name", isolated(room.host.first_name)}}));
}

bool is_named(HostRoom const& room, State const& state) {
  return !room.host.first_name.empty() && state.host_today == room.host.first_name;
}

OverviewScreen overview(Today const& place, HostRoom const& room, State const& state,
                        Words const& words) {
  auto const day = day_of(place, state);
  auto const daypart = now_daypart(state);
  auto const light = house_in_a_line(place.house, state, words);
  OverviewScreen screen{.inside = inside(place, day, state, words),
                        .volunteers = volunteer_steps(day, daypart, words),
                        .calls = {},
                        .sessions_title = phrase(words.text("Sessions")),
                        .sessions = {},
                        .scroll = {},
                        .nothing_on = std::nullopt,
                        .plan = phrase(words.text("Plan")),
                        .dayparts = {tile_of(Daypart::Morning, day, state, words),
                                     tile_of(Daypart::Afternoon, day, state, words),
                                     tile_of(Daypart::Evening, day, state, words)},
                        .light = light.light,
                        .light_text = light.text,
                        .light_short = light.light == Light::Green
                                           ? phrase(words.text("All works."))
                                           : phrase(words.text("Please look here.")),
                        .name_me = name_me(room, words),
                        .is_named = is_named(room, state)};
  for (auto const& call : state.calls) screen.calls.push_back(row_of(call, state, words));
  for (auto const& one : day.sessions) screen.sessions.push_back(row_of(one, state, words));
  screen.scroll = scrolled(std::get<Overview>(place.page).first, screen.sessions, words);
  if (day.sessions.empty()) screen.nothing_on = phrase(words.text("Nothing is planned today."));
  return screen;
}

struct ScreenOf {
  Today const& place;
  HostRoom const& room;
  State const& state;
  Words const& words;

  TodayScreen operator()(Overview const&) const { return {overview(place, room, state, words)}; }
  TodayScreen operator()(DaypartPage const& page) const {
    return {daypart_screen(page, day_of(place, state), state, words)};
  }
  TodayScreen operator()(HeadCount const& page) const {
    return {head_count_screen(page, place, state, words)};
  }
  TodayScreen operator()(NameList const& page) const {
    return {name_list_screen(page, place, state, words)};
  }
  TodayScreen operator()(HousePage const&) const {
    return {HouseScreen{.rows = house_rows(place.house, state, words),
                        .name_me = name_me(room, words),
                        .is_named = is_named(room, state)}};
  }
};

std::string title_of(Today const& place, Words const& words) {
  if (auto const* const page = std::get_if<DaypartPage>(&place.page))
    return daypart_title(page->daypart, words);
  if (std::holds_alternative<HousePage>(place.page)) return words.text("Does everything work?");
  if (std::holds_alternative<Overview>(place.page)) return words.text("Today");
  return words.text("Who is here?");
}

}  // namespace

std::string daypart_title(Daypart daypart, Words const& words) {
  switch (daypart) {
    case Daypart::Morning:
      return words.text("Morning");
    case Daypart::Afternoon:
      return words.text("Afternoon");
    case Daypart::Evening:
      return words.text("Evening");
  }
  return {};
}

Steps volunteer_steps(TheDay const& day, Daypart daypart, Words const& words) {
  auto const volunteers = day.at(daypart).volunteers.value_or(0);
  Steps steps{.label = phrase(words.text("Volunteers")),
              .label_short = phrase(words.text("Helpers")),
              .note = std::nullopt,
              .number = phrase(fmt::format("{}", volunteers)),
              .fewer = {"−", words.text("One volunteer less")},
              .more = {"+", words.text("One volunteer more")},
              .when_fewer = std::nullopt,
              .when_more = std::nullopt};
  if (volunteers > 0) steps.when_fewer = TodayTap{SetVolunteers{daypart, volunteers - 1}};
  if (volunteers < most_volunteers)
    steps.when_more = TodayTap{SetVolunteers{daypart, volunteers + 1}};
  return steps;
}

}  // namespace shift

RoomHead head_of(Today const& place, HostRoom const& room, State const& state, Words const& words) {
  RoomHead head{.title = phrase(shift::title_of(place, words)),
                .subtitle = day_and_host(room, state, words),
                .back = std::nullopt};
  if (!std::holds_alternative<shift::Overview>(place.page)) {
    head.back = phrase(words.text("Back"));
    head.subtitle = phrase(date_in_words(state.now.local.date, words));
  }
  return head;
}

TodayScreen screen_of(Today const& place, HostRoom const& room, State const& state,
                      Words const& words) {
  return std::visit(shift::ScreenOf{place, room, state, words}, place.page);
}

INLOOP_COMPILE_INNER(TodayTap, What);
INLOOP_COMPILE_INNER(TodayScreen, Page);

}  // namespace inloop::core::host
