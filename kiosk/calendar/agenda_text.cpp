#include "kiosk/calendar/agenda_text.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "kiosk/calendar/content_lines.h"
#include "kiosk/calendar/occurrences.h"
#include "kiosk/calendar/rule_set.h"
#include "kiosk/calendar/zone_text.h"

namespace inloop::calendar {
namespace {

using core::ProgrammeSession;

constexpr int minutes_a_day = 24 * 60;

core::LocalTime end_of(core::LocalTime const& start, int minutes) {
  auto const minute = start.minute_of_day + minutes;
  auto const days = std::chrono::days{minute / minutes_a_day};
  return {core::Date(std::chrono::sys_days(start.date) + days), minute % minutes_a_day};
}

std::string utc_text(Moment moment) {
  auto const day = std::chrono::floor<std::chrono::days>(moment);
  return time_text({core::Date(day), static_cast<int>((moment - day).count())}) + "Z";
}

std::pair<core::Date, int> key(core::LocalTime const& time) {
  return {time.date, time.minute_of_day};
}

// What an event says besides its times.
struct Facts {
  core::Activity const& activity;
  int minutes = 60;
  core::SessionState state = core::SessionState::Planned;
};

class Writer {
 public:
  Writer(Zone zone, core::Days const& days, AgendaOptions const& options, core::Words const& words)
      : m_zone(zone), m_days(days), m_options(options), m_words(words) {}

  std::string run(std::vector<ProgrammeSession> const& sessions,
                  std::vector<core::KnownSeries> const& series) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Inloop//NL");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + escaped(m_options.place_name));
    m_text += zone_text(m_zone, m_days);
    std::map<core::SeriesId, std::vector<ProgrammeSession>> of_series;
    for (auto const& session : sessions)
      if (session.series)
        of_series[*session.series].push_back(session);
      else
        write_alone(session);
    for (auto const& one : series)
      if (auto const found = of_series.find(one.id); found != of_series.end()) {
        write_series(one, found->second);
        of_series.erase(found);
      }
    for (auto const& [id, rest] : of_series)
      for (auto const& session : rest) write_alone(session);
    line("END:VCALENDAR");
    return std::move(m_text);
  }

 private:
  void line(std::string_view content) { m_text += folded(content); }

  [[nodiscard]] std::string zoned(std::string_view name, core::LocalTime const& time) const {
    return fmt::format("{};TZID={}:{}", name, m_zone.name(), time_text(time));
  }

  void begin_event(std::string const& uid, core::LocalTime const& start, Facts const& facts) {
    line("BEGIN:VEVENT");
    line("UID:" + uid);
    line("DTSTAMP:" + utc_text(m_zone.moment_of(m_options.now)));
    line(zoned("DTSTART", start));
    line(zoned("DTEND", end_of(start, facts.minutes)));
    line("SUMMARY:" + escaped(core::title_in_words(facts.activity, m_words)));
    auto const& room = facts.activity.room;
    line("LOCATION:" +
         escaped(room.empty() ? m_options.place_name : room + ", " + m_options.place_name));
    if (!facts.activity.link.empty()) line("URL:" + facts.activity.link);
    if (!facts.activity.organiser.empty()) {
      line("CONTACT:" + escaped(facts.activity.organiser));
      line("DESCRIPTION:" + escaped(facts.activity.organiser));
    }
    bool const is_cancelled = facts.state == core::SessionState::Cancelled;
    line(is_cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  }

  void end_event() { line("END:VEVENT"); }

  static Facts facts_of(ProgrammeSession const& session) {
    return {session.session.activity, session.session.minutes, session.session.state};
  }

  void write_alone(ProgrammeSession const& session) {
    begin_event(std::to_string(session.session.id) + own_uid_ending(m_options.place_id),
                session.session.start, facts_of(session));
    end_event();
  }

  // Only what a host chose here can be told as a rule that every program understands.
  void write_series(core::KnownSeries const& known, std::vector<ProgrammeSession> const& sessions) {
    auto const* const rule = std::get_if<core::Recurrence>(&known.series.rule);
    bool const is_rule =
        rule != nullptr && rule->repeat != core::Repeat::Once && known.series.slots == 1;
    auto const times = is_rule ? times_of_rule(rule_of(*rule), known.series.first, days_of(*rule))
                               : Result<std::vector<core::LocalTime>>();
    if (!is_rule || !times || times->empty()) {
      for (auto const& session : sessions) write_alone(session);
      return;
    }
    std::map<std::pair<core::Date, int>, ProgrammeSession const*> by_original;
    for (auto const& session : sessions) by_original.emplace(key(session.original), &session);
    auto const uid = fmt::format("series-{}{}", known.id, own_uid_ending(m_options.place_id));
    write_rule(known.series, *rule, *times, by_original, uid);
    for (auto const& time : *times) {
      auto const session = by_original.extract(key(time));
      if (!session.empty()) write_exception(known.series, *session.mapped(), uid);
    }
    for (auto const& [original, session] : by_original) write_alone(*session);
  }

  [[nodiscard]] core::Days days_of(core::Recurrence const& rule) const {
    auto days = m_days;
    if (rule.last) days.last = std::min(days.last, *rule.last);
    return days;
  }

  void write_rule(core::Series const& series, core::Recurrence const& rule,
                  std::vector<core::LocalTime> const& times,
                  std::map<std::pair<core::Date, int>, ProgrammeSession const*> const& by_original,
                  std::string const& uid) {
    begin_event(uid, times.front(), {series.activity, series.minutes});
    line(fmt::format("RRULE:{};UNTIL={}", rule_of(rule), utc_text(m_zone.moment_of(times.back()))));
    for (auto const& time : times)
      if (!by_original.contains(key(time))) line(zoned("EXDATE", time));
    end_event();
  }

  void write_exception(core::Series const& series, ProgrammeSession const& session,
                       std::string const& uid) {
    auto const facts = facts_of(session);
    bool const is_as_planned =
        session.session.start == session.original && facts.minutes == series.minutes &&
        facts.activity == series.activity && facts.state == core::SessionState::Planned;
    if (is_as_planned) return;
    begin_event(uid, session.session.start, facts);
    line(zoned("RECURRENCE-ID", session.original));
    end_event();
  }

  Zone m_zone;
  core::Days m_days;
  AgendaOptions const& m_options;
  core::Words const& m_words;
  std::string m_text;
};

}  // namespace

std::string own_uid_ending(std::string const& place_id) {
  return "@" + place_id;
}

Result<std::string> agenda_text(std::vector<ProgrammeSession> const& sessions,
                                std::vector<core::KnownSeries> const& series,
                                core::Days const& days, AgendaOptions const& options,
                                core::Words const& words) {
  auto const zone = Zone::named(options.time_zone);
  if (!zone) return tl::unexpected(zone.error());
  return Writer(*zone, days, options, words).run(sessions, series);
}

}  // namespace inloop::calendar
