#include "kiosk/core/activities.h"

#include <algorithm>
#include <chrono>

namespace inloop::core {
namespace {

constexpr int minutes_a_day = 24 * 60;

std::int64_t absolute_minutes(LocalTime const& time) {
  auto const days = std::chrono::sys_days(time.date).time_since_epoch().count();
  return std::int64_t{days} * minutes_a_day + time.minute_of_day;
}

}  // namespace

LocalTime end_of(Session const& session) {
  auto const end = session.start.minute_of_day + session.minutes;
  auto const date =
      std::chrono::sys_days(session.start.date) + std::chrono::days(end / minutes_a_day);
  return {.date = Date(date), .minute_of_day = end % minutes_a_day};
}

Standing standing_of(Session const& session, LocalTime const& now) {
  if (session.state == SessionState::Cancelled) return Standing::Cancelled;
  auto const minute = absolute_minutes(now);
  if (minute >= absolute_minutes(end_of(session))) return Standing::Over;
  if (session.activity.sign_up == SignUpMode::Anonymous) return Standing::Anonymous;
  if (minute >= absolute_minutes(session.start)) return Standing::Started;
  if (!takes_sign_ups(session.activity.sign_up)) return Standing::Welcome;
  if (places_left(session) > 0) return Standing::HasPlaces;
  return session.waiting < most_waiting ? Standing::Full : Standing::Crowded;
}

std::string title_in_words(Activity const& activity, Words const& words) {
  auto const listed =
      std::ranges::find(activity_templates, activity.title, &ActivityTemplate::title);
  return listed == activity_templates.end() ? activity.title : words.text(listed->title);
}

}  // namespace inloop::core
