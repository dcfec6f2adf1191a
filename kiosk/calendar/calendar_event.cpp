#include "kiosk/calendar/calendar_event.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <tuple>

#include <fmt/format.h>

#include "kiosk/calendar/calendar_reader.h"
#include "kiosk/calendar/rule_set.h"

namespace inloop::calendar {
namespace {

using core::CalendarEvent;
using core::CalendarRefusal;
using core::CalendarSession;

constexpr int minutes_a_day = 24 * 60;
constexpr char const* utc = "Etc/UTC";
// A partner's activity until the host says more about it.
constexpr char const* usual_picture = "📅";

auto order(core::LocalTime const& time) {
  return std::tie(time.date, time.minute_of_day);
}

core::Date moved(core::Date date, int days) {
  return core::Date(std::chrono::sys_days(date) + std::chrono::days{days});
}

// What is more than two days, in either direction, is two days: nobody asks for more.
int minutes_between(core::LocalTime const& from, core::LocalTime const& until) {
  auto const days = std::chrono::sys_days(until.date) - std::chrono::sys_days(from.date);
  auto const count = static_cast<int>(std::clamp<std::int64_t>(days.count(), -2, 2));
  return count * minutes_a_day + until.minute_of_day - from.minute_of_day;
}

// One event while it is put together. `m_there` is the zone in which its rules are meant.
class Assembly {
 public:
  Assembly(EventPart const& master, Zone there, EventContext const& context)
      : m_master(master), m_there(there), m_context(context) {
    m_set.start = m_master.start.time;
  }

  std::variant<CalendarEvent, CalendarRefusal> run(std::vector<EventPart const*> const& overrides,
                                                   std::vector<EventPart const*> const& singles) {
    auto const minutes = length_of(m_master);
    if (!minutes) return m_refusal;
    m_minutes = *minutes;
    if (auto const problem = read_rules()) return *problem;
    for (auto const* const single : singles) {
      auto const start = there(single->start);
      if (!start) return CalendarRefusal::UnknownZone;
      m_set.added.push_back(*start);
    }
    auto const text = source_text(overrides);
    auto const times = times_of(m_set, {moved(m_context.days.first, -1), horizon_there()});
    if (!times) return CalendarRefusal::TooOften;
    for (auto const& time : *times) {
      auto const start = here(time);
      m_sessions.push_back({.original = start,
                            .start = start,
                            .minutes = m_minutes,
                            .state = m_master.state,
                            .title = "",
                            .room = ""});
    }
    for (auto const* const part : overrides)
      if (auto const problem = replace(*part)) return *problem;
    return finish(text);
  }

 private:
  [[nodiscard]] core::Date horizon_there() const { return moved(m_context.days.last, 1); }

  [[nodiscard]] core::LocalTime here(core::LocalTime const& time) const {
    if (m_there.name() == m_context.house.name()) return time;
    return m_context.house.local_of(m_there.moment_of(time));
  }

  // On the wall where the rules are meant; nothing when the zone of the value is unknown.
  [[nodiscard]] std::optional<core::LocalTime> there(TimeValue const& value) const {
    if (value.kind == TimeKind::Date || value.kind == TimeKind::Floating) return value.time;
    auto const zone =
        value.kind == TimeKind::Utc ? m_context.zones.find(utc) : m_context.zones.find(value.zone);
    if (!zone) return std::nullopt;
    if (zone->name() == m_there.name()) return value.time;
    return m_there.local_of(zone->moment_of(value.time));
  }

  // Nothing where it is refused, with the reason in m_refusal.
  [[nodiscard]] std::optional<int> length_of(EventPart const& part) {
    auto const start = there(part.start);
    auto const end = part.end ? there(*part.end) : start;
    if (!start || !end) {
      m_refusal = CalendarRefusal::UnknownZone;
      return std::nullopt;
    }
    auto minutes = part.minutes.value_or(part.end ? minutes_between(here(*start), here(*end)) : 0);
    if (minutes == 0) minutes = usual_minutes;
    bool const is_all_day = here(*start).minute_of_day == 0 && minutes % minutes_a_day == 0;
    if (minutes < 0) m_refusal = CalendarRefusal::Broken;
    if (minutes > minutes_a_day) m_refusal = CalendarRefusal::TooLong;
    if (is_all_day) m_refusal = CalendarRefusal::AllDay;
    if (minutes < 0 || minutes > minutes_a_day || is_all_day) return std::nullopt;
    return minutes;
  }

  [[nodiscard]] std::optional<CalendarRefusal> read_rules() {
    for (auto const& rule : m_master.rules) {
      auto const kept = kept_rule(rule, m_there);
      if (!kept)
        return kept.error() == RuleProblem::TooOften ? CalendarRefusal::TooOften
                                                     : CalendarRefusal::Broken;
      m_set.rules.push_back(*kept);
    }
    for (auto const& value : m_master.added) {
      auto const time = there(value);
      if (!time) return CalendarRefusal::UnknownZone;
      // A day without a time has that of the event.
      bool const is_day = value.kind == TimeKind::Date;
      m_set.added.push_back({time->date, is_day ? m_set.start.minute_of_day : time->minute_of_day});
    }
    for (auto const& value : m_master.left_out) {
      auto const time = there(value);
      if (!time) return CalendarRefusal::UnknownZone;
      if (value.kind == TimeKind::Date)
        m_set.days_left_out.push_back(time->date);
      else
        m_set.left_out.push_back(*time);
    }
    return std::nullopt;
  }

  // Puts one session in the place of another, or cancels it.
  [[nodiscard]] std::optional<CalendarRefusal> replace(EventPart const& part) {
    auto const replaced = there(*part.replaces);
    auto const start = there(part.start);
    if (!replaced || !start) return CalendarRefusal::UnknownZone;
    auto const minutes = length_of(part);
    if (!minutes) return m_refusal;
    auto const is_it = [&](CalendarSession const& session) {
      if (part.replaces->kind == TimeKind::Date) return session.original.date == replaced->date;
      return session.original == here(*replaced);
    };
    auto found = std::ranges::find_if(m_sessions, is_it);
    if (found == m_sessions.end()) {
      keep_beyond(part, *replaced, *start);
      found = m_sessions.insert(m_sessions.end(), {.original = here(*replaced)});
    }
    found->start = here(*start);
    found->minutes = *minutes;
    found->state = part.state == core::SessionState::Cancelled ? part.state : m_master.state;
    found->title = part.title == m_master.title ? std::string() : part.title;
    found->room = part.room == m_master.room ? std::string() : part.room;
    return std::nullopt;
  }

  // What is replaced beyond the horizon is remembered in the rule.
  void keep_beyond(EventPart const& part, core::LocalTime const& replaced,
                   core::LocalTime const& start) {
    if (replaced.date <= horizon_there()) return;
    m_set.left_out.push_back(replaced);
    if (part.state == core::SessionState::Planned && start.date > horizon_there())
      m_set.added.push_back(start);
  }

  // All that the file says, whatever day it is read on.
  [[nodiscard]] std::string source_text(std::vector<EventPart const*> const& overrides) const {
    auto text =
        fmt::format("{}|{}|{}|{}|{}|{}|{}", m_master.title, m_master.room, m_master.link,
                    m_there.name(), m_minutes, static_cast<int>(m_master.state), lines_of(m_set));
    for (auto const* const part : overrides)
      text += fmt::format(
          "{}|{}|{}|{}|{}|{}|{}|{}|{}\n", time_text(part->replaces->time), part->replaces->zone,
          time_text(part->start.time), part->start.zone, static_cast<int>(part->start.kind),
          part->end ? time_text(part->end->time) : std::to_string(part->minutes.value_or(0)),
          static_cast<int>(part->state), part->title, part->room);
    return text;
  }

  // Exceptions of the past make the rule longer and change nothing.
  void forget_past() {
    auto const since = moved(m_context.days.first, -2);
    auto const is_past = [since](core::LocalTime const& time) { return time.date < since; };
    std::erase_if(m_set.added, is_past);
    std::erase_if(m_set.left_out, is_past);
    std::erase_if(m_set.days_left_out, [since](core::Date date) { return date < since; });
  }

  std::variant<CalendarEvent, CalendarRefusal> finish(std::string const& source) {
    std::erase_if(m_sessions, [&](CalendarSession const& session) {
      return order(session.start) <= order(m_context.now) ||
             session.start.date > m_context.days.last;
    });
    auto const twice = [&](auto projection) {
      std::ranges::stable_sort(m_sessions, {}, projection);
      auto const is_same = [&](CalendarSession const& one, CalendarSession const& other) {
        return projection(one) == projection(other);
      };
      m_sessions.erase(std::unique(m_sessions.begin(), m_sessions.end(), is_same),
                       m_sessions.end());
    };
    twice([](CalendarSession const& session) { return order(session.start); });
    twice([](CalendarSession const& session) { return order(session.original); });
    forget_past();
    bool const is_here = m_there.name() == m_context.house.name();
    core::ForeignRule const rule{lines_of(m_set), is_here ? std::string() : m_there.name()};
    if (rule.lines.size() > core::greatest_rule_bytes) return CalendarRefusal::TooOften;
    CalendarEvent event;
    event.series.activity = {.title = m_master.title,
                             .picture = usual_picture,
                             .room = m_master.room,
                             .link = m_master.link};
    event.series.first = here(m_master.start.time);
    event.series.minutes = m_minutes;
    event.series.rule = rule;
    event.series.uid = m_master.uid;
    event.sessions = std::move(m_sessions);
    event.fingerprint = fingerprint_of(source);
    return event;
  }

  EventPart const& m_master;
  Zone m_there;
  EventContext m_context;
  RuleSet m_set;
  int m_minutes = usual_minutes;
  std::vector<CalendarSession> m_sessions;
  CalendarRefusal m_refusal = CalendarRefusal::Broken;
};

}  // namespace

std::variant<CalendarEvent, CalendarRefusal> calendar_event(std::vector<EventPart> const& parts,
                                                            EventContext const& context) {
  EventPart const* master = nullptr;
  std::vector<EventPart const*> overrides;
  for (auto const& part : parts) {
    if (part.refusal) return *part.refusal;
    if (part.replaces)
      overrides.push_back(&part);
    else if (master == nullptr || part.sequence >= master->sequence)
      master = &part;
  }
  // Sessions of a series that is not in the file: who was invited to some of them has these.
  std::vector<EventPart const*> singles;
  if (master == nullptr) {
    singles.assign(overrides.begin() + 1, overrides.end());
    master = overrides.front();
    overrides.clear();
    if (master->title.empty()) return CalendarRefusal::Broken;
  }
  auto there = std::optional(context.house);
  if (master->start.kind == TimeKind::Utc) there = context.zones.find(utc);
  if (master->start.kind == TimeKind::Zoned) there = context.zones.find(master->start.zone);
  if (!there) return CalendarRefusal::UnknownZone;
  return Assembly(*master, *there, context).run(overrides, singles);
}

}  // namespace inloop::calendar
