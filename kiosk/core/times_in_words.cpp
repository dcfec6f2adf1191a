#include "kiosk/core/times_in_words.h"

#include <fmt/format.h>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"

namespace inloop::core {
namespace {

constexpr int soon_minutes = 3 * 60;

// On the face of a clock: 1 to 12.
std::string hour_on_face(int hour) {
  return isolated(fmt::format("{}", (hour + 11) % 12 + 1));
}

}  // namespace

std::string daypart_in_words(Daypart daypart, Words const& words) {
  switch (daypart) {
    case Daypart::Morning:
      return words.text("morning");
    case Daypart::Afternoon:
      return words.text("afternoon");
    case Daypart::Evening:
      return words.text("evening");
  }
  return {};
}

std::string clock_in_words(int minute_of_day, Words const& words) {
  auto const hour = minute_of_day / 60;
  // Each language takes what it needs: the hour before, the hour to come, or digits.
  auto const in_words = [&](std::string sentence) {
    return filled(std::move(sentence), {{"hour", hour_on_face(hour)},
                                        {"next", hour_on_face(hour + 1)},
                                        {"time", isolated(time_of_day(minute_of_day))}});
  };
  switch (minute_of_day % 60) {
    case 0:
      return in_words(words.text("at {hour} o'clock"));
    case 15:
      return in_words(words.text("at a quarter past {hour}"));
    case 30:
      return in_words(words.text("at half past {hour}"));
    case 45:
      return in_words(words.text("at a quarter to {next}"));
    default:
      return in_words(words.text("at {time}"));
  }
}

std::string day_in_words(Date date, Date today, Words const& words) {
  auto const days = std::chrono::sys_days(date) - std::chrono::sys_days(today);
  if (days == std::chrono::days{0}) return words.text("today");
  if (days == std::chrono::days{1}) return words.text("tomorrow");
  return date_in_words(date, words);
}

std::string when_in_words(Session const& session, LocalTime const& now, Words const& words) {
  auto const time = clock_in_words(session.start.minute_of_day, words);
  if (session.start.date == now.date) {
    auto const minutes = session.start.minute_of_day - now.minute_of_day;
    auto const standing = standing_of(session, now);
    bool const is_on = standing != Standing::Over && standing != Standing::Cancelled;
    if (minutes <= 0 && is_on) return words.text("now");
    if (minutes > 0 && minutes <= soon_minutes)
      return filled(words.text("soon, {time}"), {{"time", time}});
  }
  return filled(words.text("{day}, {time}"),
                {{"day", day_in_words(session.start.date, now.date, words)}, {"time", time}});
}

}  // namespace inloop::core
