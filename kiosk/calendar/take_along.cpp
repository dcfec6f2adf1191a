#include "kiosk/calendar/take_along.h"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <date/date.h>
#include <date/tz.h>
#include <libical/ical.h>

#include "kiosk/base/assert.h"

namespace inloop::calendar {
namespace {

struct ComponentRelease {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

struct TextRelease {
  void operator()(char* text) const { std::free(text); }
};

using Component = std::unique_ptr<icalcomponent, ComponentRelease>;
using Moment = date::sys_time<std::chrono::minutes>;

enum class Need { Required, Optional };

struct Field {
  std::string_view name;
  std::string const& text;
  std::size_t longest_bytes;
  Need need;
};

bool is_control(char byte) {
  constexpr char delete_sign = 0x7F;
  return (byte >= 0 && byte < ' ' && byte != '\n') || byte == delete_sign;
}

Result<> check(Field const& field) {
  if (field.need == Need::Required && field.text.empty())
    return failure("a calendar entry has no {}", field.name);
  if (field.text.size() > field.longest_bytes)
    return failure("the {} of a calendar entry has at most {} bytes, not {}", field.name,
                   field.longest_bytes, field.text.size());
  for (char const byte : field.text)
    if (is_control(byte))
      return failure("the {} of a calendar entry holds a control character", field.name);
  return {};
}

Result<> check(CalendarEntry const& entry) {
  for (auto const& field : {Field{"uid", entry.uid, longest_uid_bytes, Need::Required},
                            Field{"title", entry.title, longest_title_bytes, Need::Required},
                            Field{"place", entry.place, longest_place_bytes, Need::Optional},
                            Field{"note", entry.note, longest_note_bytes, Need::Optional}})
    if (auto const checked = check(field); !checked) return checked;
  if (entry.minutes < 1 || entry.minutes > longest_entry_minutes)
    return failure("a calendar entry takes 1 to {} minutes, not {}", longest_entry_minutes,
                   entry.minutes);
  return {};
}

Result<Moment> moment_of(core::LocalTime const& local, std::string const& time_zone) {
  INLOOP_ASSERT(local.date.ok());
  auto const day =
      date::local_days(date::days(std::chrono::local_days(local.date).time_since_epoch().count()));
  try {
    auto const utc = date::locate_zone(time_zone)->to_sys(
        day + std::chrono::minutes(local.minute_of_day), date::choose::earliest);
    return date::floor<std::chrono::minutes>(utc);
  } catch (std::runtime_error const&) {
    return failure("there is no time zone \"{}\" on this machine (package tzdata)", time_zone);
  }
}

icaltimetype utc(Moment moment) {
  auto const seconds = std::chrono::seconds(moment.time_since_epoch()).count();
  return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

void add(icalcomponent* component, icalproperty* property) {
  icalcomponent_add_property(component, property);
}

}  // namespace

Result<std::string> calendar_text(CalendarEntry const& entry, std::string const& time_zone) {
  if (auto const checked = check(entry); !checked) return tl::unexpected(checked.error());
  auto const start = moment_of(entry.start, time_zone);
  if (!start) return tl::unexpected(start.error());

  // The calendar owns the event, and both own their properties.
  Component const calendar(icalcomponent_new_vcalendar());
  add(calendar.get(), icalproperty_new_version("2.0"));
  add(calendar.get(), icalproperty_new_prodid("-//Inloop//NL"));
  auto* const event = icalcomponent_new_vevent();
  icalcomponent_add_component(calendar.get(), event);
  add(event, icalproperty_new_uid(entry.uid.c_str()));
  // When the entry was made is nobody's business, and would make each code another one.
  add(event, icalproperty_new_dtstamp(utc(*start)));
  add(event, icalproperty_new_dtstart(utc(*start)));
  // A duration is shorter, but not every telephone understands it.
  add(event, icalproperty_new_dtend(utc(*start + std::chrono::minutes(entry.minutes))));
  add(event, icalproperty_new_summary(entry.title.c_str()));
  if (!entry.place.empty()) add(event, icalproperty_new_location(entry.place.c_str()));
  if (!entry.note.empty()) add(event, icalproperty_new_description(entry.note.c_str()));

  std::unique_ptr<char, TextRelease> const text(icalcomponent_as_ical_string_r(calendar.get()));
  if (!text) return failure("a calendar entry: {}", icalerror_strerror(icalerrno));
  return std::string(text.get());
}

}  // namespace inloop::calendar
