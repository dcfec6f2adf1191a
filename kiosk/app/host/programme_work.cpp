#include <algorithm>
#include <tuple>

#include "kiosk/app/host/programme_agenda.h"
#include "kiosk/app/host/programme_files.h"
#include "kiosk/app/host/work.h"
#include "kiosk/app/programme_of.h"
#include "kiosk/base/log.h"
#include "kiosk/core/reasons.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/hosts.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/the_day.h"

namespace inloop::app::host {
namespace {

using namespace core::host::planning;
using core::ProgrammeChange;
using core::ProgrammeProblem;
using Answer = Result<ProgrammeOutcome>;

// How far around a session the ones before and after it are looked for: a monthly one has both.
constexpr int days_around = 62;

std::vector<std::string> rooms_of(std::vector<core::KnownSeries> const& series) {
  std::vector<std::string> rooms;
  for (auto const& one : series) {
    auto const& room = one.series.activity.room;
    if (rooms.size() == most_known_rooms) break;
    if (!room.empty() && std::ranges::count(rooms, room) == 0) rooms.push_back(room);
  }
  std::ranges::sort(rooms);
  return rooms;
}

bool is_before(core::LocalTime const& one, core::LocalTime const& other) {
  return std::tie(one.date, one.minute_of_day) < std::tie(other.date, other.minute_of_day);
}

// The nearest of the same series on each side.
void find_neighbours(SessionFound& found, std::vector<core::ProgrammeSession> const& around) {
  if (!found.session.series) return;
  auto const& start = found.session.session.start;
  for (auto const& one : around) {  // in order of time
    if (one.series != found.session.series) continue;
    if (is_before(one.session.start, start)) found.previous = one.session.id;
    if (!found.next && is_before(start, one.session.start)) found.next = one.session.id;
  }
}

struct ProgrammeWork {
  Desk& desk;
  ProgrammeRequest const& request;

  Answer operator()(LoadAgenda const& asked) const {
    return with_programme([&](store::Programme& programme, store::Store& store) -> Answer {
      auto sessions = programme.sessions(asked.days);
      if (!sessions) return tl::unexpected(sessions.error());
      auto const series = programme.series_from(request.now.date);
      if (!series) return tl::unexpected(series.error());
      auto const listed = store::hosts(store);
      if (!listed) return tl::unexpected(listed.error());
      AgendaFound found{.sessions = std::move(*sessions), .hosts = {}, .rooms = rooms_of(*series)};
      for (auto const& one : *listed) found.hosts.push_back(one.host);
      return ProgrammeOutcome{std::move(found)};
    });
  }

  Answer operator()(LoadSession asked) const {
    return with_programme([&](store::Programme& programme, store::Store& store) -> Answer {
      auto const session = programme.session(asked.session);
      if (!session) return tl::unexpected(session.error());
      if (!*session) return ProgrammeOutcome{ProgrammeProblem::Gone};
      SessionFound found{.session = **session};
      if (found.session.series) {
        auto const series = programme.series(*found.session.series);
        if (!series) return tl::unexpected(series.error());
        found.series = *series;
      }
      auto const day = found.session.session.start.date;
      auto const around =
          programme.sessions({plus_days(day, -days_around), plus_days(day, days_around)});
      if (!around) return tl::unexpected(around.error());
      find_neighbours(found, *around);
      auto const of_that_day = store::read_day(store, day);
      if (!of_that_day) return tl::unexpected(of_that_day.error());
      for (auto const& one : of_that_day->sessions)
        if (one.session.id == asked.session) found.attended = one.attendance;
      return ProgrammeOutcome{std::move(found)};
    });
  }

  Answer operator()(Plan const& plan) const {
    auto const answer = with_programme([&](store::Programme& programme, store::Store&) -> Answer {
      auto const& [series, session, scope] = plan.draft;
      if (plan.on_clash == OnClash::Warn) {
        auto clashes = programme.clashes(series, request.now, session, scope);
        if (!clashes) return tl::unexpected(clashes.error());
        if (!clashes->empty()) return ProgrammeOutcome{ClashesFound{std::move(*clashes)}};
      }
      return outcome_of(session ? programme.change(*session, scope, series,
                                                   std::string(core::replanned), request.now)
                                : programme.add(series, request.now));
    });
    return noted(answer, core::host::Act::ActivityChanged);
  }

  Answer operator()(RemoveSession asked) const {
    return changed(core::host::Act::ActivityChanged, [&](store::Programme& programme) {
      return programme.remove(asked.session, asked.scope, std::string(core::replanned),
                              request.now);
    });
  }

  Answer operator()(CancelSession const& asked) const {
    return changed(core::host::Act::SessionCancelled, [&](store::Programme& programme) {
      return programme.cancel(asked.session, asked.reason, request.now);
    });
  }

  Answer operator()(CopyWeek asked) const {
    return changed(core::host::Act::ActivityChanged, [&](store::Programme& programme) {
      return programme.copy_week(asked.from, asked.to, request.now);
    });
  }

  Answer operator()(TakeInCalendar const& asked) const {
    return changed(core::host::Act::ProgrammeImported, [&](store::Programme& programme) {
      return programme.take_in(asked.proposal, asked.when_gone, std::string(core::replanned),
                               request.now);
    });
  }

  // As Programme::copy_week will do it; nothing is changed by looking.
  Answer operator()(LoadCopy asked) const {
    return with_programme([&](store::Programme& programme, store::Store&) -> Answer {
      auto const before = programme.sessions({asked.from, plus_days(asked.from, 6)});
      if (!before) return tl::unexpected(before.error());
      auto const there = programme.sessions({asked.to, plus_days(asked.to, 6)});
      if (!there) return tl::unexpected(there.error());
      CopyFound found;
      auto const shift = days_between(asked.from, asked.to);
      for (auto const& one : *before) {
        auto const cared = is_cared_for(programme, one, asked.to);
        if (!cared) return tl::unexpected(cared.error());
        auto session = one.session;
        session.start.date = plus_days(session.start.date, shift);
        auto const is_there = [&](core::ProgrammeSession const& other) {
          return other.activity == one.activity && other.session.start == session.start;
        };
        bool const is_wanted = session.state == core::SessionState::Planned && !*cared &&
                               is_before(request.now, session.start) &&
                               std::ranges::none_of(*there, is_there);
        if (is_wanted) found.sessions.push_back(std::move(session));
      }
      return ProgrammeOutcome{std::move(found)};
    });
  }

  Answer operator()(TakeBackChange asked) const {
    auto const answer = with_programme([&](store::Programme& programme, store::Store&) -> Answer {
      auto const done = programme.take_back(asked.change, std::string(core::replanned));
      if (!done) return tl::unexpected(done.error());
      if (auto const* const problem = std::get_if<ProgrammeProblem>(&*done))
        return ProgrammeOutcome{*problem};
      return ProgrammeOutcome{TakenBack{}};
    });
    return noted(answer, core::host::Act::ActivityChanged);
  }

  Answer operator()(FindCalendars) const { return find_calendars(desk); }

  Answer operator()(ReadCalendar const& asked) const {
    auto const file = read_calendar_file(asked, request.now, desk);
    if (std::holds_alternative<NotACalendar>(file)) return ProgrammeOutcome{NotACalendar{}};
    if (auto const* const trouble = std::get_if<core::host::StickTrouble>(&file))
      return ProgrammeOutcome{*trouble};
    auto const& read = std::get<PartnersCalendar>(file);
    return with_programme([&](store::Programme& programme, store::Store&) -> Answer {
      auto proposal = programme.propose(read.file, read.organiser, request.now);
      if (!proposal) return tl::unexpected(proposal.error());
      return ProgrammeOutcome{CalendarRead{.path = asked.path, .proposal = std::move(*proposal)}};
    });
  }

  Answer operator()(ExportCalendar) const {
    auto const text = coming_agenda_text(request.now, desk);
    if (!text) return tl::unexpected(text.error());
    return write_calendar(*text, desk);
  }

  Answer operator()(PrintPoster const& asked) const {
    auto const agenda = read_agenda({asked.monday, plus_days(asked.monday, 6)}, desk);
    if (!agenda) return tl::unexpected(agenda.error());
    return print_poster(*agenda, asked, desk);
  }

 private:
  template <class Work>
  Answer with_programme(Work const& work) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto programme = programme_of(store, desk.parts().config.time_zone);
      return work(programme, store);
    });
  }

  static Answer outcome_of(store::ProgrammeResult<ProgrammeChange> const& result) {
    if (!result) return tl::unexpected(result.error());
    return std::visit([](auto const& told) { return ProgrammeOutcome{told}; }, *result);
  }

  template <class Change>
  Answer changed(core::host::Act act, Change const& change) const {
    auto const answer = with_programme(
        [&](store::Programme& programme, store::Store&) { return outcome_of(change(programme)); });
    return noted(answer, act);
  }

  // What was changed stands; that it could not be noted is for the log.
  Answer noted(Answer answer, core::host::Act act) const {
    bool const is_done = answer && (std::holds_alternative<ProgrammeChange>(answer->what) ||
                                    std::holds_alternative<TakenBack>(answer->what));
    if (!is_done) return answer;
    auto const done = desk.with_store([&](store::Store& store) {
      return store::note(
          store, {.when = request.now, .host = request.host, .act = act, .about = std::nullopt});
    });
    if (!done) log::error("the audit trail: {}", done.error().what);
    return answer;
  }

  // Whether its series goes on and brings it anyway.
  static Result<bool> is_cared_for(store::Programme& programme, core::ProgrammeSession const& one,
                                   core::Date monday) {
    if (!one.series) return false;
    auto const known = programme.series(*one.series);
    if (!known) return tl::unexpected(known.error());
    if (!*known) return false;
    auto const* const rule = std::get_if<core::Recurrence>(&(*known)->series.rule);
    if (rule == nullptr) return true;
    if (rule->repeat == core::Repeat::Once) return false;
    auto const days = days_between(monday_of(one.session.start.date), monday);
    return !rule->last || *rule->last >= plus_days(one.session.start.date, days);
  }
};

}  // namespace

Result<ProgrammeOutcome> perform(ProgrammeRequest const& request, Desk& desk) {
  return std::visit(ProgrammeWork{desk, request}, request.what);
}

}  // namespace inloop::app::host
