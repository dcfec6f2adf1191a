#include <utility>

#include "kiosk/core/host/programme_steps.h"
#include "kiosk/core/host/programme_words.h"

namespace inloop::core::host::planning {
namespace {

struct OnOutcome {
  ProgrammeStep const& step;

  Effects operator()(AgendaFound const& found) const {
    step.place.sessions = found.sessions;
    step.place.hosts = found.hosts;
    step.place.rooms = found.rooms;
    return {};
  }
  Effects operator()(SessionFound const& found) const {
    step.place.page = SessionPage{found};
    return {};
  }
  Effects operator()(ProgrammeChange const& change) const {
    step.room.undo = HostRequest{request_for(step, TakeBackChange{change.id})};
    auto const page = step.place.page;
    return std::visit([&](auto const& changed) { return after(changed); }, page);
  }
  Effects operator()(ProgrammeProblem problem) const {
    if (auto* const form = step.page<FormPage>(); form != nullptr && problem_has_line(problem)) {
      form->refused = problem;
      return {};
    }
    say(step, NoticeKind::Trouble, message_about(problem));
    if (problem == ProgrammeProblem::Gone)
      return show_agenda(step, step.place.span, step.place.looked_at);
    return {};
  }
  Effects operator()(ClashesFound const& found) const {
    if (auto* const form = step.page<FormPage>()) form->clashes = found.clashes;
    return {};
  }
  Effects operator()(CopyFound const& found) const {
    auto const* const page = step.page<NewPage>();
    if (page == nullptr) return {};
    auto const to = monday_of(page->day);
    step.place.page = CopyPage{.from = plus_days(to, -7), .to = to, .sessions = found.sessions};
    return {};
  }
  Effects operator()(TakenBack) const {
    say(step, NoticeKind::Done, message("Everything is as it was before."));
    if (auto const* const page = step.page<SessionPage>())
      return ask_world(step, LoadSession{page->found.session.session.id});
    return show_agenda(step, step.place.span, step.place.looked_at);
  }
  Effects operator()(CalendarsFound const& found) const {
    if (found.files.empty())
      say(step, NoticeKind::Trouble, message("There is no calendar on the USB stick."));
    else
      step.place.page = CalendarsPage{.files = found.files};
    return {};
  }
  Effects operator()(CalendarRead const& read) const {
    step.place.page = ImportPage{.path = read.path, .proposal = read.proposal};
    return {};
  }
  Effects operator()(CalendarWritten const& written) const {
    step.room.notice = Notice{.kind = NoticeKind::Done,
                              .message = message("It is on the USB stick: {what}"),
                              .what = written.name};
    return {};
  }
  Effects operator()(NotACalendar) const {
    say(step, NoticeKind::Trouble, message("This file is no calendar."));
    return {};
  }
  Effects operator()(StickTrouble trouble) const {
    say(step, NoticeKind::Trouble, message_about(trouble));
    return {};
  }

 private:
  // What was planned is shown where it stands.
  [[nodiscard]] Effects after(FormPage const& form) const {
    if (form.draft.session) {
      say(step, NoticeKind::Done, message("It is changed."));
      return ask_world(step, LoadSession{*form.draft.session});
    }
    say(step, NoticeKind::Done, message("It is in the agenda."));
    return show_agenda(step, AgendaSpan::Week, form.draft.series.first.date);
  }
  [[nodiscard]] Effects after(SessionPage const&) const {
    say(step, NoticeKind::Done, message("It is taken out of the agenda."));
    return leave_session(step);
  }
  [[nodiscard]] Effects after(ReasonPage const& page) const {
    say(step, NoticeKind::Done, message("It is cancelled. Residents can read why."));
    return ask_world(step, LoadSession{page.found.session.session.id});
  }
  [[nodiscard]] Effects after(CopyPage const& page) const {
    say(step, NoticeKind::Done, message("It is in the agenda."));
    return show_agenda(step, AgendaSpan::Week, page.to);
  }
  [[nodiscard]] Effects after(ImportPage const&) const {
    say(step, NoticeKind::Done, message("It is in the agenda."));
    return show_agenda(step, step.place.span, step.place.looked_at);
  }
  [[nodiscard]] Effects after(auto const&) const {
    return show_agenda(step, step.place.span, step.place.looked_at);
  }

  // Said where it can be mended.
  static bool problem_has_line(ProgrammeProblem problem) {
    return problem == ProgrammeProblem::Started || problem == ProgrammeProblem::Occupied ||
           problem == ProgrammeProblem::NoDates || problem == ProgrammeProblem::TooMany;
  }
};

}  // namespace

}  // namespace inloop::core::host::planning

namespace inloop::core::host {

Effects take(State& state, HostRoom& room, Programme& place, ProgrammeOutcome const& outcome) {
  planning::ProgrammeStep const step{state, room, place};
  return std::visit(planning::OnOutcome{step}, outcome.what);
}

}  // namespace inloop::core::host
