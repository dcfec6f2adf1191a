#include "kiosk/core/host/programme_draft.h"

#include <algorithm>
#include <chrono>

#include "kiosk/core/host/free_text.h"

namespace inloop::core::host::planning {
namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr int usual_start_minute = 10 * 60;
constexpr int latest_start_minute = 20 * 60;
constexpr int usual_minutes = 60;
constexpr int usual_slots = 3;
constexpr int usual_slot_minutes = 45;
constexpr int usual_weeks = 12;

std::chrono::weekday weekday_of(Date date) {
  return std::chrono::weekday(std::chrono::sys_days(date));
}

// Steps go from one multiple to the next, also from between them.
int stepped(int minute, int step) {
  auto const rest = minute % step_minutes;
  if (rest == 0) return minute + step;
  return step > 0 ? minute - rest + step : minute - rest + step + step_minutes;
}

// What a rule says of its day goes along with the day.
void move_rule(Recurrence& recurrence, Date from, Date to) {
  auto const fresh = repeating(recurrence.repeat, to);
  if (recurrence.repeat == Repeat::Weekly) {
    recurrence.weekdays.remove(weekday_of(from));
    recurrence.weekdays.add(weekday_of(to));
  } else {
    recurrence.weekdays = fresh.weekdays;
    recurrence.nth = fresh.nth;
    recurrence.day_of_month = fresh.day_of_month;
  }
}

void set_slots(Series& series, int slots) {
  series.slots = std::clamp(slots, 1, most_slots);
  if (series.slots == 1) return;
  series.activity.kind = ActivityKind::Advice;
  series.activity.sign_up = SignUpMode::Token;
  series.activity.capacity = 1;
}

void set_sign_up(Series& series, SignUpMode sign_up) {
  series.activity.sign_up = sign_up;
  if (sign_up != SignUpMode::Token) series.slots = 1;
  if (sign_up != SignUpMode::Anonymous) return;
  // Health, debts, coaching: whoever passes the screen must not read what it is about.
  auto const& neutral = activity_templates.back();
  series.activity.title = neutral.title;
  series.activity.picture = neutral.picture;
  series.activity.kind = neutral.kind;
  series.activity.capacity.reset();
}

struct Apply {
  Series& series;
  Date today;

  void operator()(SetPicture const& edit) const { series.activity.picture = edit.picture; }
  void operator()(SetKind edit) const {
    series.activity.kind = edit.kind;
    if (edit.kind != ActivityKind::Advice) series.slots = 1;
  }
  void operator()(StepDay edit) const {
    auto const to = plus_days(series.first.date, edit.days);
    if (to < today || days_between(today, to) >= horizon_days) return;
    if (auto* const rule = recurrence()) move_rule(*rule, series.first.date, to);
    series.first.date = to;
  }
  void operator()(StepTime edit) const {
    auto const minute = stepped(series.first.minute_of_day, edit.minutes);
    if (minute >= 0 && minute < minutes_a_day) series.first.minute_of_day = minute;
  }
  void operator()(StepLength edit) const {
    auto const minutes = stepped(series.minutes, edit.minutes);
    if (minutes >= step_minutes && minutes <= longest_minutes) series.minutes = minutes;
  }
  void operator()(SetRepeat edit) const {
    auto const* const before = recurrence();
    auto rule = repeating(edit.repeat, series.first.date);
    rule.interval_weeks = edit.interval_weeks;
    if (before != nullptr && edit.repeat != Repeat::Once) {
      if (edit.repeat == before->repeat) rule.weekdays = before->weekdays;
      rule.last = before->last;
      rule.on_holidays = before->on_holidays;
    }
    series.rule = std::move(rule);
  }
  void operator()(ToggleWeekday edit) const {
    auto* const rule = recurrence();
    if (rule == nullptr || edit.iso_day < 1 || edit.iso_day > 7) return;
    std::chrono::weekday const day{edit.iso_day};
    if (rule->weekdays.has(day))
      rule->weekdays.remove(day);
    else
      rule->weekdays.add(day);
  }
  void operator()(StepUntil edit) const {
    auto* const rule = recurrence();
    if (rule == nullptr) return;
    auto const usual = plus_days(series.first.date, usual_weeks * 7);
    auto const last = rule->last ? plus_days(*rule->last, edit.days) : usual;
    if (last >= series.first.date) rule->last = last;
  }
  void operator()(SetOpenEnd) const {
    if (auto* const rule = recurrence()) rule->last.reset();
  }
  void operator()(SetHolidays edit) const {
    if (auto* const rule = recurrence()) rule->on_holidays = edit.on_holidays;
  }
  void operator()(ToggleLeftOut edit) const {
    auto* const rule = recurrence();
    if (rule == nullptr) return;
    auto& out = rule->left_out;
    if (auto const place = std::ranges::find(out, edit.date); place != out.end())
      out.erase(place);
    else if (out.size() < most_left_out)
      *rule = leaving_out(std::move(*rule), edit.date);
  }
  void operator()(SetPlaces edit) const { set_places(edit.places); }
  void operator()(StepPlaces edit) const {
    auto const places = series.activity.capacity.value_or(0) + edit.places;
    if (places >= 1 && places <= most_capacity) set_places(places);
  }
  void operator()(SetSignUp edit) const { set_sign_up(series, edit.sign_up); }
  void operator()(SetRoom const& edit) const { series.activity.room = edit.room; }
  void operator()(SetLead edit) const { series.lead = edit.lead; }
  void operator()(SetSlots edit) const { set_slots(series, edit.slots); }

 private:
  [[nodiscard]] Recurrence* recurrence() const { return std::get_if<Recurrence>(&series.rule); }

  // Places can only run out where they are taken, so a number of them asks for tokens.
  void set_places(std::optional<int> places) const {
    series.activity.capacity = places;
    if (places && series.activity.sign_up == SignUpMode::Open)
      series.activity.sign_up = SignUpMode::Token;
    if (places != 1) series.slots = 1;
  }
};

LocalTime first_start(Date day, LocalTime const& now) {
  auto const date = std::max(day, now.date);
  if (date > now.date || now.minute_of_day < usual_start_minute)
    return {.date = date, .minute_of_day = usual_start_minute};
  auto const next_hour = (now.minute_of_day / 60 + 1) * 60;
  if (next_hour <= latest_start_minute) return {.date = date, .minute_of_day = next_hour};
  return {.date = plus_days(date, 1), .minute_of_day = usual_start_minute};
}

Draft weekly(Activity activity, LocalTime const& start) {
  return {.series = {.activity = std::move(activity),
                     .first = start,
                     .minutes = usual_minutes,
                     .slots = 1,
                     .rule = repeating(Repeat::Weekly, start.date),
                     .lead = std::nullopt,
                     .uid = {}},
          .session = std::nullopt,
          .scope = Scope::All};
}

bool is_day_of(Recurrence const& recurrence, Date first, Date date) {
  switch (recurrence.repeat) {
    case Repeat::Once:
      return date == first;
    case Repeat::Weekly: {
      auto const weeks = days_between(monday_of(first), monday_of(date)) / 7;
      return weeks % recurrence.interval_weeks == 0 && recurrence.weekdays.has(weekday_of(date));
    }
    case Repeat::MonthlyByWeekday: {
      if (!recurrence.weekdays.has(weekday_of(date))) return false;
      if (recurrence.nth == last_in_month) return plus_days(date, 7).month() != date.month();
      return (static_cast<int>(unsigned{date.day()}) + 6) / 7 == recurrence.nth;
    }
    case Repeat::MonthlyByDate:
      return static_cast<int>(unsigned{date.day()}) == recurrence.day_of_month;
  }
  return false;
}

}  // namespace

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

Date plus_days(Date date, int days) {
  return Date(std::chrono::sys_days(date) + std::chrono::days(days));
}

Date monday_of(Date date) {
  return plus_days(date, 1 - static_cast<int>(weekday_of(date).iso_encoding()));
}

Draft edited(Draft draft, Edit const& edit, Date today) {
  std::visit(Apply{draft.series, today}, edit);
  return draft;
}

bool is_done_with(Edit const& edit) {
  return std::holds_alternative<SetPicture>(edit) || std::holds_alternative<SetKind>(edit) ||
         std::holds_alternative<SetHolidays>(edit) || std::holds_alternative<SetPlaces>(edit) ||
         std::holds_alternative<SetSignUp>(edit) || std::holds_alternative<SetRoom>(edit) ||
         std::holds_alternative<SetLead>(edit) || std::holds_alternative<SetSlots>(edit) ||
         std::holds_alternative<SetOpenEnd>(edit);
}

std::optional<FormLine> parent_of(FormLine line) {
  switch (line) {
    case FormLine::Weekdays:
    case FormLine::Until:
    case FormLine::Holidays:
    case FormLine::LeftOut:
      return FormLine::Repeat;
    case FormLine::NewRoom:
      return FormLine::Room;
    default:
      return std::nullopt;
  }
}

std::vector<FormLine> lines_of(Draft const& draft) {
  std::vector<FormLine> lines{FormLine::Title, FormLine::Picture, FormLine::When};
  // One session has no rule of its own.
  bool const has_rule = !draft.session || draft.scope != Scope::ThisOne;
  if (has_rule && draft.recurrence() != nullptr) lines.push_back(FormLine::Repeat);
  lines.push_back(FormLine::Places);
  lines.push_back(FormLine::SignUp);
  lines.push_back(FormLine::Room);
  lines.push_back(FormLine::Lead);
  lines.push_back(FormLine::Kind);
  auto const& activity = draft.series.activity;
  if (has_rule && activity.kind == ActivityKind::Advice && activity.sign_up == SignUpMode::Token)
    lines.push_back(FormLine::Slots);
  lines.push_back(FormLine::Link);
  return lines;
}

Draft draft_from(ActivityTemplate const& from, Date day, LocalTime const& now) {
  return weekly({.title = std::string(from.title),
                 .picture = std::string(from.picture),
                 .kind = from.kind,
                 .sign_up = from.sign_up},
                first_start(day, now));
}

Draft empty_draft(Date day, LocalTime const& now) {
  return weekly({.title = {}, .picture = "🗓️"}, first_start(day, now));
}

Draft slots_draft(Date day, LocalTime const& now) {
  auto draft = draft_from(activity_templates.back(), day, now);
  draft.series.minutes = usual_slot_minutes;
  draft.series.rule = Recurrence{};
  set_slots(draft.series, usual_slots);
  return draft;
}

Draft draft_of(ProgrammeSession const& session, std::optional<KnownSeries> const& series,
               Scope scope) {
  auto const& known = session.session;
  Draft draft{.series = {.activity = known.activity,
                         .first = known.start,
                         .minutes = known.minutes,
                         .slots = 1,
                         .rule = Recurrence{},
                         .lead = session.lead,
                         .uid = {}},
              .session = known.id,
              .scope = scope};
  if (!series || scope == Scope::ThisOne) return draft;
  draft.series = series->series;
  // Where its series has it: what moved one session alone moves no others.
  draft.series.first.date = session.original.date;
  return draft;
}

std::vector<LineProblem> problems_of(Draft const& draft, LocalTime const& now) {
  std::vector<LineProblem> problems;
  auto const& series = draft.series;
  auto const& link = series.activity.link;
  if (series.activity.title.find_first_not_of(' ') == std::string::npos)
    problems.push_back({FormLine::Title, DraftProblem::NoTitle});
  if (find_private_words(series.activity.title))
    problems.push_back({FormLine::Title, DraftProblem::Private});
  if (find_private_words(series.activity.room))
    problems.push_back({FormLine::Room, DraftProblem::Private});
  auto const is_past =
      series.first.date < now.date ||
      (series.first.date == now.date && series.first.minute_of_day <= now.minute_of_day);
  auto const* const rule = draft.recurrence();
  bool const is_once = rule == nullptr || rule->repeat == Repeat::Once;
  if (is_past && is_once) problems.push_back({FormLine::When, DraftProblem::InThePast});
  if (series.first.minute_of_day + (series.slots - 1) * series.minutes >= minutes_a_day)
    problems.push_back({FormLine::When, DraftProblem::PastMidnight});
  if (rule != nullptr) {
    auto const problem = problem_with(*rule, series.first.date);
    if (problem == RecurrenceProblem::NoWeekday)
      problems.push_back({FormLine::Repeat, DraftProblem::NoWeekday});
    if (problem == RecurrenceProblem::EndsBeforeItBegins)
      problems.push_back({FormLine::Repeat, DraftProblem::EndsTooEarly});
  }
  constexpr std::string_view secure = "https://";
  if (!link.empty() && (!link.starts_with(secure) || link.size() == secure.size() ||
                        link.find(' ') != std::string::npos))
    problems.push_back({FormLine::Link, DraftProblem::BadLink});
  return problems;
}

std::vector<Date> coming_dates(Recurrence const& recurrence, Date first, std::size_t most) {
  std::vector<Date> dates;
  for (int day = 0; day < horizon_days && dates.size() < most; ++day) {
    auto const date = plus_days(first, day);
    if (recurrence.last && date > *recurrence.last) break;
    if (is_day_of(recurrence, first, date)) dates.push_back(date);
  }
  return dates;
}

}  // namespace inloop::core::host::planning
