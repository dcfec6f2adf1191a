#include "kiosk/core/the_day.h"

#include <algorithm>

namespace inloop::core {
namespace {

constexpr int minutes_a_day = 24 * 60;

int last_minute_of(Daypart daypart) {
  switch (daypart) {
    case Daypart::Morning:
      return noon_minute - 1;
    case Daypart::Afternoon:
      return evening_minute - 1;
    case Daypart::Evening:
      break;
  }
  return minutes_a_day - 1;
}

// What goes on after midnight still ends in this evening.
Daypart daypart_of_end(Session const& session) {
  auto const end = session.start.minute_of_day + session.minutes - 1;
  return daypart_at(std::min(end, minutes_a_day - 1));
}

}  // namespace

bool is_open(TheDay const& day, Daypart daypart, OpeningSchedule const& schedule) {
  auto const& noted = day.at(daypart).opening;
  return noted ? *noted == Opening::Open : schedule.is_open(day.date, daypart);
}

std::optional<Daypart> last_daypart_of(TheDay const& day, OpeningSchedule const& schedule) {
  std::optional<Daypart> last;
  for (auto const daypart : all_dayparts)
    if (is_open(day, daypart, schedule)) last = daypart;
  for (auto const& one : day.sessions)
    if (one.session.state == SessionState::Planned)
      last = std::max(last.value_or(Daypart::Morning), daypart_of_end(one.session));
  return last;
}

std::int64_t people_inside(TheDay const& day, OpeningSchedule const& schedule,
                           LocalTime const& now) {
  auto const last = last_daypart_of(day, schedule);
  bool const is_over = last && daypart_at(now.minute_of_day) > *last;
  std::int64_t inside = 0;
  for (auto const daypart : all_dayparts) {
    if (is_over && daypart <= *last) continue;
    inside += day.at(daypart).people - day.at(daypart).left;
  }
  return std::max<std::int64_t>(inside, 0);
}

std::optional<LocalTime> counted_at(Daypart daypart, LocalTime const& now) {
  auto const present = daypart_at(now.minute_of_day);
  if (daypart > present) return std::nullopt;
  if (daypart == present) return now;
  return LocalTime{.date = now.date, .minute_of_day = last_minute_of(daypart)};
}

}  // namespace inloop::core
