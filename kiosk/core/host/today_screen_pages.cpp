#include <algorithm>

#include <fmt/format.h>

#include "kiosk/core/host/today_rules.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_sessions.h"
#include "kiosk/core/scrolled.h"

namespace inloop::core::host::shift {
namespace {

Phrase number(std::int64_t count) {
  return phrase(fmt::format("{}", count));
}

SessionHeading heading_for(Today const& place, SessionId session, State const& state,
                           Words const& words) {
  auto const* const found = find_today(place, session);
  return found != nullptr ? heading_of(found->session, state.now.local, words) : SessionHeading{};
}

}  // namespace

DaypartScreen daypart_screen(DaypartPage const& page, TheDay const& day, State const& state,
                             Words const& words) {
  auto const daypart = page.daypart;
  auto const people = day.at(daypart).people;
  bool const has_come = counted_at(daypart, state.now.local).has_value();
  bool const is_open = core::is_open(day, daypart, state.settings.opening);
  bool const is_odd = !is_open && people > 0;
  Steps counted{.label = phrase(words.text("People counted")),
                .label_short = phrase(words.text("Counted")),
                .note = std::nullopt,
                .number = number(people),
                .fewer = {isolated("−1"), words.text("One person less.")},
                .more = {isolated("+1"), words.text("One person more.")},
                .when_fewer = std::nullopt,
                .when_more = std::nullopt};
  if (people > 0) counted.when_fewer = TodayTap{OneLess{daypart}};
  if (has_come) counted.when_more = TodayTap{SomebodyCame{daypart, {.adults = 1}}};
  return {
      .counted = std::move(counted),
      .child = has_come ? std::optional(phrase(words.text("One child more"))) : std::nullopt,
      .add_child = {SomebodyCame{daypart, {.adults = 0, .children = 1}}},
      .volunteers = volunteer_steps(day, daypart, words),
      .question = phrase(is_odd ? words.text("People were counted here. Were you open after all?")
                                : words.text("Is the place open in this part of the day?")),
      .is_odd = is_odd,
      .open = phrase(words.text("Open")),
      .closed = phrase(words.text("Closed")),
      .is_open = is_open,
      .daypart = daypart};
}

HeadCountScreen head_count_screen(HeadCount const& page, Today const& place, State const& state,
                                  Words const& words) {
  auto const* const found = find_today(place, page.session);
  HeadCountScreen screen{.heading = heading_for(place, page.session, state, words),
                         .places = {},
                         .people = {.label = phrase(words.text("How many people came?")),
                                    .label_short = phrase(words.text("People")),
                                    .note = std::nullopt,
                                    .number = number(page.people),
                                    .fewer = {"−", words.text("One person less.")},
                                    .more = {"+", words.text("One person more.")},
                                    .when_fewer = std::nullopt,
                                    .when_more = TodayTap{SetPeople{page.people + 1}}},
                         .digits = {},
                         .erase = phrase(words.text("Erase")),
                         .save = phrase(words.text("Write down")),
                         .change = phrase(words.text("Change or call off"))};
  if (page.people > 0) screen.people.when_fewer = TodayTap{SetPeople{page.people - 1}};
  for (std::size_t digit = 0; digit < screen.digits.size(); ++digit)
    screen.digits[digit] = number(static_cast<std::int64_t>(digit));
  if (found != nullptr && takes_sign_ups(found->session.activity.sign_up))
    screen.places = phrase(filled(words.text("Signed up: {number}"),
                                  {{"number", isolated(fmt::format("{}", found->session.taken))}}));
  return screen;
}

NameListScreen name_list_screen(NameList const& page, Today const& place, State const& state,
                                Words const& words) {
  auto const here = std::ranges::count_if(page.listed, &Listed::is_here);
  auto const people = here + page.others;
  NameListScreen screen{.heading = heading_for(place, page.session, state, words),
                        .advice = phrase(words.text("Tap who is here. Only the number is kept.")),
                        .names = {},
                        .scroll = {},
                        .others = {.label = phrase(words.text("Not on the list")),
                                   .label_short = phrase(words.text("Others")),
                                   .note = std::nullopt,
                                   .number = number(page.others),
                                   .fewer = {"−", words.text("One person less.")},
                                   .more = {"+", words.text("One person more.")},
                                   .when_fewer = std::nullopt,
                                   .when_more = std::nullopt},
                        .save = phrase(filled(words.text("Write down: {number}"),
                                              {{"number", isolated(fmt::format("{}", people))}})),
                        .change = phrase(words.text("Change or call off"))};
  if (page.others > 0) screen.others.when_fewer = TodayTap{SetOthers{page.others - 1}};
  if (page.others < greatest_others) screen.others.when_more = TodayTap{SetOthers{page.others + 1}};
  for (std::size_t i = 0; i < page.listed.size(); ++i) {
    auto const& one = page.listed[i];
    auto const label =
        one.first_name.empty() ? token_in_words(one.token, words) : isolated(one.first_name);
    screen.names.push_back(
        {.index = static_cast<int>(i),
         .picture = token_pictures[static_cast<std::size_t>(one.token.picture)].emoji,
         .colour = one.token.colour,
         .label = phrase(label),
         .is_here = one.is_here});
  }
  screen.scroll = scrolled(page.first, screen.names, words);
  return screen;
}

}  // namespace inloop::core::host::shift
