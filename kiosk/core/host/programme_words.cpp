#include "kiosk/core/host/programme_words.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/reasons.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host::planning {
namespace {

constexpr std::size_t most_dates_said = 3;

struct Listed {
  std::string_view message;
};

constexpr std::array weekdays{Listed{message("Monday")},    Listed{message("Tuesday")},
                              Listed{message("Wednesday")}, Listed{message("Thursday")},
                              Listed{message("Friday")},    Listed{message("Saturday")},
                              Listed{message("Sunday")}};

constexpr std::array months{
    Listed{message("January")}, Listed{message("February")}, Listed{message("March")},
    Listed{message("April")},   Listed{message("May")},      Listed{message("June")},
    Listed{message("July")},    Listed{message("August")},   Listed{message("September")},
    Listed{message("October")}, Listed{message("November")}, Listed{message("December")}};

constexpr std::array short_weekdays{
    Listed{message("Mo")}, Listed{message("Tu")}, Listed{message("We")}, Listed{message("Th")},
    Listed{message("Fr")}, Listed{message("Sa")}, Listed{message("Su")}};

// In the order of ProgrammeProblem.
constexpr std::array problems{Listed{message("It is not there any more.")},
                              Listed{message("It has begun already.")},
                              Listed{message("It is already there at that time.")},
                              Listed{message("There is no date left for it.")},
                              Listed{message("That is more than fits in the agenda.")},
                              Listed{message("It is from a partner. Change one date only.")},
                              Listed{message("Something was changed after it.")}};

std::string month_in_words(Date date, Words const& words) {
  auto const& listed = months[unsigned{date.month()} - 1];
  return words.text(listed.message);
}

std::string number(int value) {
  return isolated(fmt::format("{}", value));
}

std::string joined(std::vector<std::string> const& parts, Words const& words) {
  std::string text;
  for (auto const& part : parts)
    text = text.empty() ? part
                        : filled(words.text("{one} and {other}"), {{"one", text}, {"other", part}});
  return text;
}

std::string weekday_before(Date date, Words const& words) {
  auto const weekday = std::chrono::weekday(std::chrono::sys_days(date));
  return short_weekday(weekday.iso_encoding(), words) + " ";
}

std::string days_of(Recurrence const& recurrence, Words const& words) {
  std::vector<std::string> names;
  for (auto const day : recurrence.weekdays.in_order())
    names.push_back(weekday_in_words(day.iso_encoding(), words));
  return joined(names, words);
}

std::string nth_in_words(Recurrence const& recurrence, Words const& words) {
  auto const sentence = [&] {
    switch (recurrence.nth) {
      case 1:
        return words.text("The first {day} of the month");
      case 2:
        return words.text("The second {day} of the month");
      case 3:
        return words.text("The third {day} of the month");
      case 4:
        return words.text("The fourth {day} of the month");
      default:
        return words.text("The last {day} of the month");
    }
  };
  return filled(sentence(), {{"day", days_of(recurrence, words)}});
}

std::string left_out_in_words(std::vector<Date> const& dates, Words const& words) {
  std::vector<std::string> names;
  for (auto const date : dates) {
    if (names.size() == most_dates_said) {
      auto const rest = static_cast<std::int64_t>(dates.size() - most_dates_said);
      names.push_back(counted(words.text("{count} more"), rest));
      break;
    }
    names.push_back(day_and_month(date, words));
  }
  return joined(names, words);
}

}  // namespace

std::string weekday_in_words(unsigned iso_day, Words const& words) {
  auto const& listed = weekdays[(iso_day + 6) % weekdays.size()];
  return words.text(listed.message);
}

std::string day_and_month(Date date, Words const& words) {
  return filled(words.text("{day} {month}"),
                {{"day", number(static_cast<int>(unsigned{date.day()}))},
                 {"month", month_in_words(date, words)}});
}

std::string month_and_year(Date date, Words const& words) {
  return filled(words.text("{month} {year}"),
                {{"month", month_in_words(date, words)}, {"year", number(int{date.year()})}});
}

std::string hours_in_words(int start_minute, int minutes) {
  constexpr int minutes_a_day = 24 * 60;
  return isolated(time_of_day(start_minute) + " – " +
                  time_of_day((start_minute + minutes) % minutes_a_day));
}

std::string length_in_words(int minutes, Words const& words) {
  return filled(words.text("{time} hours"), {{"time", isolated(time_of_day(minutes))}});
}

std::string repeat_in_words(Recurrence const& recurrence, Words const& words) {
  switch (recurrence.repeat) {
    case Repeat::Once:
      return words.text("Once");
    case Repeat::Weekly:
      if (recurrence.interval_weeks == 1)
        return filled(words.text("Every {days}"), {{"days", days_of(recurrence, words)}});
      return filled(
          words.text("Every {count} weeks on {days}"),
          {{"count", number(recurrence.interval_weeks)}, {"days", days_of(recurrence, words)}});
    case Repeat::MonthlyByWeekday:
      return nth_in_words(recurrence, words);
    case Repeat::MonthlyByDate:
      return filled(words.text("Every month on day {day}"),
                    {{"day", number(recurrence.day_of_month)}});
  }
  return {};
}

std::string rule_in_words(Series const& series, Words const& words) {
  auto const time = clock_in_words(series.first.minute_of_day, words);
  auto const* const rule = std::get_if<Recurrence>(&series.rule);
  if (rule == nullptr) return words.text("As in the calendar of the partner");
  if (rule->repeat == Repeat::Once)
    return filled(words.text("{day}, {time}"),
                  {{"day", date_in_words(series.first.date, words)}, {"time", time}});
  auto text =
      filled(words.text("{day}, {time}"), {{"day", repeat_in_words(*rule, words)}, {"time", time}});
  if (rule->last)
    text = filled(words.text("{rule}, until {date}"),
                  {{"rule", text}, {"date", day_and_month(*rule->last, words)}});
  if (!rule->left_out.empty())
    text = filled(words.text("{rule}, not on {dates}"),
                  {{"rule", text}, {"dates", left_out_in_words(rule->left_out, words)}});
  if (rule->on_holidays != OnHolidays::Meet)
    text = filled(words.text("{rule}, not on public holidays"), {{"rule", text}});
  return text;
}

std::string kind_in_words(ActivityKind kind, Words const& words) {
  switch (kind) {
    case ActivityKind::Meeting:
      return words.text("Meeting people");
    case ActivityKind::Moving:
      return words.text("Moving");
    case ActivityKind::Cooking:
      return words.text("Cooking and eating");
    case ActivityKind::Learning:
      return words.text("Learning");
    case ActivityKind::Making:
      return words.text("Making things");
    case ActivityKind::Helping:
      return words.text("Helping");
    case ActivityKind::Advice:
      return words.text("Advice");
  }
  return {};
}

std::string_view picture_of(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::Meeting:
      return "☕";
    case ActivityKind::Moving:
      return "🚶🏽";
    case ActivityKind::Cooking:
      return "🍲";
    case ActivityKind::Learning:
      return "📖";
    case ActivityKind::Making:
      return "🎨";
    case ActivityKind::Helping:
      return "🔧";
    case ActivityKind::Advice:
      return "🤝";
  }
  return {};
}

std::string sign_up_in_words(SignUpMode mode, Words const& words) {
  switch (mode) {
    case SignUpMode::Open:
      return words.text("Just walk in");
    case SignUpMode::Token:
      return words.text("With a picture");
    case SignUpMode::Name:
      return words.text("With a first name");
    case SignUpMode::Anonymous:
      return words.text("Without a name, by law");
  }
  return {};
}

std::string places_in_words(std::optional<int> capacity, Words const& words) {
  if (!capacity) return words.text("No limit");
  return number(*capacity);
}

std::string room_in_words(std::string const& room, Words const& words) {
  return room.empty() ? words.text("Living room") : isolated(room);
}

std::string holidays_in_words(OnHolidays on_holidays, Words const& words) {
  switch (on_holidays) {
    case OnHolidays::Meet:
      return words.text("Also on public holidays");
    case OnHolidays::Skip:
      return words.text("Not on public holidays");
    case OnHolidays::SkipLiberationDayToo:
      return words.text("Not on public holidays and 5 May");
  }
  return {};
}

std::string week_in_words(Date monday, Words const& words) {
  auto const sunday = plus_days(monday, 6);
  auto const first = monday.month() == sunday.month()
                         ? number(static_cast<int>(unsigned{monday.day()}))
                         : day_and_month(monday, words);
  return filled(words.text("{first} to {last}"),
                {{"first", first}, {"last", day_and_month(sunday, words)}});
}

std::string short_weekday(unsigned iso_day, Words const& words) {
  auto const& listed = short_weekdays[(iso_day + 6) % short_weekdays.size()];
  return words.text(listed.message);
}

std::string short_day(Date date, Words const& words) {
  return weekday_before(date, words) + number(static_cast<int>(unsigned{date.day()}));
}

std::string short_date(Date date, Words const& words) {
  return weekday_before(date, words) + day_and_month(date, words);
}

std::string week_line(Session const& session, Words const& words) {
  auto const& listed = short_weekdays[static_cast<std::size_t>(
      days_between(monday_of(session.start.date), session.start.date))];
  return fmt::format("{} {} {} {}", words.text(listed.message), unsigned{session.start.date.day()},
                     time_of_day(session.start.minute_of_day),
                     title_in_words(session.activity, words));
}

std::string poster_day_name(Date date, Words const& words) {
  return date_in_words(date, words);
}

std::string poster_detail(Session const& session, Words const& words) {
  if (session.state == SessionState::Cancelled)
    return session.reason.empty() ? words.text("is cancelled")
                                  : reason_in_words(session.reason, words);
  auto text = hours_in_words(session.start.minute_of_day, session.minutes);
  if (!session.activity.room.empty()) text += " · " + isolated(session.activity.room);
  return text;
}

std::string poster_caption(Words const& words) {
  return words.text("Take our week along on your phone.");
}

std::string problem_in_words(DraftProblem problem, Words const& words) {
  switch (problem) {
    case DraftProblem::NoTitle:
      return words.text("Please give it a name.");
    case DraftProblem::InThePast:
      return words.text("That time is over already.");
    case DraftProblem::NoWeekday:
      return words.text("Choose at least one day.");
    case DraftProblem::EndsTooEarly:
      return words.text("It ends before it begins.");
    case DraftProblem::BadLink:
      return filled(words.text("A link begins with {start}"), {{"start", isolated("https://")}});
    case DraftProblem::Private:
      return words.text("No numbers or addresses of people, please.");
    case DraftProblem::PastMidnight:
      return words.text("It does not fit in the day.");
  }
  return {};
}

std::string_view message_about(ProgrammeProblem problem) {
  return problems[static_cast<std::size_t>(problem)].message;
}

std::string problem_in_words(ProgrammeProblem problem, Words const& words) {
  auto const& listed = problems[static_cast<std::size_t>(problem)];
  return words.text(listed.message);
}

std::string clash_in_words(Clash const& clash, Words const& words) {
  auto const what = filled(words.text("{day}, {time}"),
                           {{"day", day_and_month(clash.wanted.date, words)},
                            {"time", clock_in_words(clash.with.start.minute_of_day, words)}});
  auto const sentence = clash.kind == ClashKind::Room
                            ? words.text("The room is taken: {what}, {when}.")
                            : words.text("The host is busy: {what}, {when}.");
  return filled(sentence,
                {{"what", isolated(title_in_words(clash.with.activity, words))}, {"when", what}});
}

std::string refusal_in_words(CalendarRefusal refusal, Words const& words) {
  switch (refusal) {
    case CalendarRefusal::AllDay:
      return words.text("takes the whole day");
    case CalendarRefusal::TooLong:
      return words.text("lasts too long");
    case CalendarRefusal::UnknownZone:
      return words.text("has an unknown time zone");
    case CalendarRefusal::Broken:
      return words.text("cannot be read");
    case CalendarRefusal::TooOften:
      return words.text("comes too often");
    case CalendarRefusal::TooMany:
      return words.text("is too much at once");
    case CalendarRefusal::Private:
      return words.text("is private");
    case CalendarRefusal::OurOwn:
      return words.text("is our own");
  }
  return {};
}

}  // namespace inloop::core::host::planning
