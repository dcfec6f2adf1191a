#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "kiosk/core/isolate.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/reasons.h"
#include "kiosk/core/screen_keyboard.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/screen_sessions.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core {
namespace {

bool is_within(Span span, Date date, Date today) {
  auto const days = (std::chrono::sys_days(date) - std::chrono::sys_days(today)).count();
  switch (span) {
    case Span::Today:
      return days == 0;
    case Span::Tomorrow:
      return days == 1;
    case Span::Week:
      return days >= 0 && days < agenda_days;
  }
  return false;
}

std::vector<Session const*> wanted_sessions(Activities const& page, State const& state) {
  auto const& now = state.now.local;
  std::vector<Session const*> wanted;
  for (auto const& session : state.agenda)
    if (is_within(page.span, session.start.date, now.date) &&
        standing_of(session, now) != Standing::Over &&
        (!page.liked || session.activity.kind == *page.liked))
      wanted.push_back(&session);
  return wanted;
}

LikeTile like_tile(ActivityKind kind, std::string_view picture, std::string label) {
  return {.kind = kind, .picture = picture, .label = phrase(std::move(label))};
}

std::string note_on_mode(SignUpMode mode, Words const& words) {
  switch (mode) {
    case SignUpMode::Open:
      return words.text("You can just walk in.");
    case SignUpMode::Token:
      return words.text("You choose a picture. No name is needed.");
    case SignUpMode::Name:
      return words.text("You give your first name. Only the host sees it.");
    case SignUpMode::Anonymous:
      return words.text("You do not have to say who you are.");
  }
  return {};
}

std::vector<KnowledgePoint> facts_of(Session const& session, Words const& words) {
  std::vector<KnowledgePoint> facts;
  if (session.state == SessionState::Cancelled) {
    facts.push_back({"🚫", phrase(words.text("This is cancelled."))});
    if (!session.reason.empty())
      facts.push_back({"💬", phrase(isolated(reason_in_words(session.reason, words)))});
    return facts;
  }
  auto const end = clock_in_words(end_of(session).minute_of_day, words);
  facts.push_back({"🕐", phrase(filled(words.text("It ends {time}."), {{"time", end}}))});
  if (!session.activity.room.empty())
    facts.push_back({"📍", phrase(filled(words.text("The place: {room}."),
                                        {{"room", isolated(session.activity.room)}}))});
  if (!session.activity.organiser.empty())
    facts.push_back({"🤝", phrase(filled(words.text("From: {partner}"),
                                           {{"partner", isolated(session.activity.organiser)}}))});
  facts.push_back({"🙂", phrase(note_on_mode(session.activity.sign_up, words))});
  return facts;
}

std::optional<Phrase> join_label(Standing standing, Words const& words) {
  if (standing == Standing::HasPlaces) return phrase(words.text("I join"));
  if (standing == Standing::Full) return phrase(words.text("On the waiting list"));
  return std::nullopt;
}

Phrase confirm_label(WhenFull when_full, Words const& words) {
  return phrase(when_full == WhenFull::Wait ? words.text("On the waiting list")
                                            : words.text("I join"));
}

TokenTile token_tile(Token const& token, Words const& words) {
  return {.token = token,
          .picture = token_pictures[static_cast<std::size_t>(token.picture)].emoji,
          .label = phrase(token_in_words(token, words))};
}

Phrase typed(std::string const& name, Words const& words) {
  auto const letters = count_characters(name);
  // Whoever hears it is not alone in the room: the name itself is not said.
  auto spoken =
      letters == 0
          ? words.text("Nothing is typed yet.")
          : counted(words.plural("One letter is typed.", "{count} letters are typed.", letters),
                    letters);
  return {.shown = name, .spoken = std::move(spoken)};
}

std::optional<Phrase> problem(std::optional<NameProblem> problem, Words const& words) {
  if (!problem) return std::nullopt;
  switch (*problem) {
    case NameProblem::Empty:
      return phrase(words.text("Please type your first name."));
    case NameProblem::TooLong:
      return phrase(words.text("This name is too long."));
    case NameProblem::NotAName:
      return phrase(words.text("Only letters, please."));
  }
  return std::nullopt;
}

// An activity that went from the agenda while somebody looked at it.
MessageScreen gone(Words const& words) {
  return {.picture = "🗓️",
          .title = phrase(words.text("This activity is over.")),
          .advice = phrase(words.text("There is more to do here. Have a look.")),
          .done = phrase(words.text("All right"))};
}

}  // namespace

ActivitiesScreen screen_of(Activities const& page, State const& state, Words const& words) {
  auto const wanted = wanted_sessions(page, state);
  auto const total = static_cast<int>(wanted.size());
  auto const first = std::clamp(page.first, 0, std::max(total - 1, 0));
  auto const span = [&](Span one, std::string label) {
    return SpanChoice{
        .span = one, .label = phrase(std::move(label)), .is_chosen = page.span == one};
  };
  ActivitiesScreen screen{.back = phrase(words.text("Back")),
                          .likes = phrase(page.liked ? words.text("All activities")
                                                     : words.text("What makes you happy?")),
                          .is_filtered = page.liked.has_value(),
                          .title = phrase(words.text("Activities")),
                          .spans = {span(Span::Today, words.text("Today")),
                                    span(Span::Tomorrow, words.text("Tomorrow")),
                                    span(Span::Week, words.text("This week"))},
                          .tiles = {},
                          .scroll = {.first = first,
                                     .total = total,
                                     .up = phrase(words.text("Up")),
                                     .more = phrase(words.text("More"))},
                          .empty = std::nullopt};
  auto const last =
      std::min<std::size_t>(wanted.size(), static_cast<std::size_t>(first) + most_items_shown);
  for (auto i = static_cast<std::size_t>(first); i < last; ++i)
    screen.tiles.push_back(tile_of(*wanted[i], state.now.local, words));
  if (wanted.empty())
    screen.empty = phrase(words.text("Nothing is planned here. Look at another day."));
  return screen;
}

LikesScreen screen_of(Likes const&, State const&, Words const& words) {
  using enum ActivityKind;
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("What makes you happy?")),
          .promise = phrase(words.text("We keep nothing of this.")),
          .tiles = {like_tile(Meeting, "🧑🏽‍🤝‍🧑🏻", words.text("Meeting people")),
                    like_tile(Moving, "🚶🏽", words.text("Moving")),
                    like_tile(Cooking, "🍲", words.text("Cooking and eating")),
                    like_tile(Learning, "📖", words.text("Learning")),
                    like_tile(Making, "🎨", words.text("Making things")),
                    like_tile(Helping, "🌱", words.text("Helping"))}};
}

Content screen_of(SessionDetail const& page, State const& state, Words const& words) {
  auto const* const session = find_session(state, page.at.session);
  if (session == nullptr) return gone(words);
  auto const standing = standing_of(*session, state.now.local);
  SessionScreen screen{.back = phrase(words.text("Back")),
                       .heading = heading_of(*session, state.now.local, words),
                       .standing = standing,
                       .places = phrase(places_in_words(*session, standing, words)),
                       .facts = facts_of(*session, words),
                       .join = join_label(standing, words),
                       .my_sign_up = std::nullopt,
                       .take_along = std::nullopt,
                       .link = std::nullopt,
                       .link_address = {},
                       .is_waiting = page.waiting.has_value()};
  bool const is_to_come = standing != Standing::Cancelled && standing != Standing::Over;
  if (is_to_come && takes_sign_ups(session->activity.sign_up))
    screen.my_sign_up = phrase(words.text("I have a picture already"));
  if (is_to_come) screen.take_along = phrase(words.text("Take home"));
  if (is_to_come && !session->activity.link.empty()) {
    screen.link = phrase(words.text("Listen or watch with your phone"));
    screen.link_address = session->activity.link;
  }
  return screen;
}

Content screen_of(TokenChoice const& page, State const& state, Words const& words) {
  auto const* const session = find_session(state, page.at.session);
  if (session == nullptr) return gone(words);
  TokenChoiceScreen screen{.back = phrase(words.text("Back")),
                           .heading = heading_of(*session, state.now.local, words),
                           .title = phrase(words.text("Choose your picture")),
                           .advice = phrase(words.text("Remember the picture. No name is needed.")),
                           .tiles = {},
                           .others = phrase(words.text("Other pictures")),
                           .confirm = confirm_label(page.when_full, words),
                           .is_waiting = page.waiting.has_value()};
  for (auto const& token : page.offered) screen.tiles.push_back(token_tile(token, words));
  screen.tiles.at(static_cast<std::size_t>(page.chosen)).is_chosen = true;
  return screen;
}

Content screen_of(NameEntry const& page, State const& state, Words const& words) {
  auto const* const session = find_session(state, page.at.session);
  if (session == nullptr) return gone(words);
  return NameScreen{
      .back = phrase(words.text("Back")),
      .heading = heading_of(*session, state.now.local, words),
      .title = phrase(words.text("What is your first name?")),
      .promise = phrase(words.text("Only the host sees it. We delete it after the activity.")),
      .typed = typed(page.typed, words),
      .problem = problem(page.problem, words),
      .keyboard = keyboard_screen({.typed = page.typed,
                                   .layer = page.has_more_keys ? KeyLayer::More : KeyLayer::Letters,
                                   .first_key = page.first_key},
                                  state.preferences.language, words),
      .confirm = confirm_label(page.when_full, words),
      .is_waiting = page.waiting.has_value()};
}

Content screen_of(JustFull const& page, State const& state, Words const& words) {
  auto const* const session = find_session(state, page.at.session);
  if (session == nullptr) return gone(words);
  bool const can_wait = session->waiting < most_waiting;
  return JustFullScreen{
      .back = phrase(words.text("Back")),
      .heading = heading_of(*session, state.now.local, words),
      .title = phrase(words.text("It is full now.")),
      .advice = phrase(words.text("Somebody took the last place a moment ago.")),
      .wait = can_wait ? std::optional(phrase(words.text("On the waiting list"))) : std::nullopt,
      .is_waiting = page.waiting.has_value()};
}

}  // namespace inloop::core
