#include <algorithm>

#include <fmt/format.h>

#include "kiosk/core/holidays.h"
#include "kiosk/core/host/programme_screens.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host::planning {
namespace {

Phrase short_name(Date date, Words const& words) {
  return {.shown = short_day(date, words), .spoken = date_in_words(date, words)};
}

AgendaTile tile_for(Session const& session, LocalTime const& now, Words const& words) {
  return {.session = session.id,
          .picture = session.activity.picture,
          .kind = session.activity.kind,
          .title = phrase(isolated(title_in_words(session.activity, words))),
          .time = {.shown = isolated(time_of_day(session.start.minute_of_day)),
                   .spoken = clock_in_words(session.start.minute_of_day, words)},
          .note = standing_in_words(session, words),
          .standing = standing_of(session, now)};
}

struct Totals {
  int planned = 0;
  int held = 0;
  int cancelled = 0;
};

Totals totals_of(ProgrammeWriter const& writer) {
  Totals totals;
  for (auto const& one : writer.place.sessions) {
    ++totals.planned;
    auto const standing = standing_of(one.session, writer.state.now.local);
    if (standing == Standing::Cancelled) ++totals.cancelled;
    if (standing == Standing::Over) ++totals.held;
  }
  return totals;
}

Phrase summary_of(ProgrammeWriter const& writer) {
  auto const totals = totals_of(writer);
  auto const number = [](int count) { return isolated(std::to_string(count)); };
  return phrase(filled(writer.words.text("{planned} planned, {held} held, {cancelled} cancelled"),
                       {{"planned", number(totals.planned)},
                        {"held", number(totals.held)},
                        {"cancelled", number(totals.cancelled)}}));
}

std::vector<Session const*> sessions_on(ProgrammeWriter const& writer, Date date) {
  std::vector<Session const*> sessions;
  for (auto const& one : writer.place.sessions)
    if (one.session.start.date == date) sessions.push_back(&one.session);
  return sessions;
}

WeekView week_of(ProgrammeWriter const& writer, AgendaPage const& page) {
  auto const& [place, state, words] = writer;
  WeekView week{.days = {}, .scroll = scroll_of(page.first, week.days.size(), words)};
  for (std::size_t i = 0; i < week.days.size(); ++i) {
    auto const date = plus_days(place.day, static_cast<int>(i));
    auto& day = week.days[i];
    day = {.date = date,
           .name = short_name(date, words),
           .note = {},
           .is_today = date == state.now.local.date,
           .is_holiday = is_holiday(date, LiberationDay::Ordinary),
           .tiles = {},
           .more = phrase(words.text("More"))};
    if (day.is_today)
      day.note = phrase(words.text("today"));
    else if (day.is_holiday)
      day.note = phrase(words.text("public holiday"));
    for (auto const* const session : sessions_on(writer, date))
      day.tiles.push_back(tile_for(*session, state.now.local, words));
    if (day.tiles.size() > most_items_shown) day.tiles.resize(most_items_shown);
  }
  return week;
}

MonthView month_of(ProgrammeWriter const& writer) {
  auto const& [place, state, words] = writer;
  constexpr std::size_t most_pictures = 8;
  MonthView month;
  for (unsigned iso_day = 1; iso_day <= month.weekdays.size(); ++iso_day)
    month.weekdays[iso_day - 1] = {.shown = short_weekday(iso_day, words),
                                   .spoken = weekday_in_words(iso_day, words)};
  auto const days = shown_days(place);
  for (auto monday = days.first; monday < days.last; monday = plus_days(monday, 7)) {
    MonthWeek week{.phrase = {}, .days = {}, .tap = {ShowAgenda{AgendaSpan::Week, monday}}};
    std::int64_t planned = 0;
    for (int i = 0; i < 7; ++i) {
      auto const date = plus_days(monday, i);
      auto& day = week.days[static_cast<std::size_t>(i)];
      day = {.number = std::to_string(unsigned{date.day()}),
             .is_in_month = date.month() == place.day.month(),
             .is_today = date == state.now.local.date,
             .pictures = {}};
      if (day.is_today) week.tap = {ShowAgenda{AgendaSpan::Week, date}};
      for (auto const* const session : sessions_on(writer, date)) {
        ++planned;
        if (session->state == SessionState::Planned && day.pictures.size() < most_pictures)
          day.pictures.push_back(session->activity.picture);
      }
    }
    week.phrase.spoken = filled(
        words.text("The week of {day}, {count} planned"),
        {{"day", day_and_month(monday, words)}, {"count", isolated(std::to_string(planned))}});
    month.weeks.push_back(std::move(week));
  }
  return month;
}

std::string title_of(ProgrammeWriter const& writer) {
  auto const& place = writer.place;
  if (place.span == AgendaSpan::Month) return month_and_year(place.day, writer.words);
  return week_in_words(place.day, writer.words);
}

// Where the arrows go: today's day where it is in that week, so that it opens there.
ShowAgenda beside(ProgrammeWriter const& writer, int steps) {
  auto const& place = writer.place;
  auto const today = writer.state.now.local.date;
  if (place.span == AgendaSpan::Month)
    return {AgendaSpan::Month,
            Date((place.day.year() / place.day.month() + std::chrono::months(steps)) /
                 std::chrono::day{1})};
  auto const monday = plus_days(place.day, steps * 7);
  return {AgendaSpan::Week, monday_of(today) == monday ? today : monday};
}

// What is new begins on the day that the host looks at, and never in the past.
Date day_to_plan(ProgrammeWriter const& writer) {
  auto const today = writer.state.now.local.date;
  auto const days = shown_days(writer.place);
  bool const has_today = days.first <= today && today <= days.last;
  return has_today ? today : std::max(writer.place.day, today);
}

}  // namespace

Phrase standing_in_words(Session const& session, Words const& words) {
  if (session.state == SessionState::Cancelled) return phrase(words.text("is cancelled"));
  if (!takes_sign_ups(session.activity.sign_up)) return {};
  auto const people = session.taken + session.waiting;
  if (!session.activity.capacity)
    return people == 0 ? Phrase{}
                       : Phrase{.shown = isolated(std::to_string(people)),
                                .spoken = counted(words.text("Signed up: {count}."), people)};
  return {.shown = isolated(fmt::format("{} / {}", session.taken, *session.activity.capacity)),
          .spoken = filled(words.text("{taken} of {places} places"),
                           {{"taken", isolated(std::to_string(session.taken))},
                            {"places", isolated(std::to_string(*session.activity.capacity))}})};
}

AgendaView agenda_view(ProgrammeWriter const& writer, AgendaPage const& page) {
  auto const& words = writer.words;
  bool const is_week = writer.place.span == AgendaSpan::Week;
  auto const today = writer.state.now.local.date;
  auto const days = shown_days(writer.place);
  bool const has_today = days.first <= today && today <= days.last;
  AgendaView view{.title = phrase(title_of(writer)),
                  .previous = button(words.text("Earlier"), {beside(writer, -1)}),
                  .next = button(words.text("Later"), {beside(writer, 1)}),
                  .summary = summary_of(writer),
                  .add = button(words.text("New"), {StartNew{day_to_plan(writer)}}),
                  .span = {},
                  .files = button(words.text("Poster and files"), {ShowFiles{}}),
                  .view = {}};
  auto const day = has_today ? today : writer.place.day;
  if (is_week) {
    view.span = button(words.text("Month"), {ShowAgenda{AgendaSpan::Month, day}});
    view.view = week_of(writer, page);
  } else {
    view.span = button(words.text("Week"), {ShowAgenda{AgendaSpan::Week, day}});
    view.view = month_of(writer);
  }
  return view;
}

PageView day_view(ProgrammeWriter const& writer, DayPage const& page) {
  auto const& [place, state, words] = writer;
  PageView view{.shape = TileShape::Lines};
  for (auto const* const session : sessions_on(writer, page.day)) {
    auto const tile = tile_for(*session, state.now.local, words);
    auto detail = hours_in_words(session->start.minute_of_day, session->minutes);
    auto brief = tile.time.shown;
    if (!tile.note.shown.empty()) {
      detail += " · " + tile.note.shown;
      brief += " · " + tile.note.shown;
    }
    view.tiles.push_back(
        {.id = "session_" + std::to_string(session->id),
         .picture = tile.picture,
         .label = tile.title,
         .detail = {.shown = std::move(detail),
                    .spoken = tile.time.spoken + ", " + tile.note.spoken},
         .brief = phrase(std::move(brief)),
         .leading = Leading::Label,
         .problem = std::nullopt,
         .kind = tile.standing == Standing::Cancelled ? std::nullopt : std::optional(tile.kind),
         .tap = {OpenSession{session->id}}});
  }
  if (view.tiles.empty()) view.advice = phrase(words.text("Nothing is planned on this day."));
  view.scroll = scrolled(page.first, view.tiles, words);
  if (page.day >= state.now.local.date) view.main = button(words.text("New"), {StartNew{page.day}});
  return view;
}

}  // namespace inloop::core::host::planning
