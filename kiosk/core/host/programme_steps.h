#pragma once
// What the files of Activiteiten share among themselves: asking the world, and going from page to
// page. Pure.

#include <string_view>

#include "kiosk/core/host/places.h"

namespace inloop::core::host::planning {

using Asked = decltype(ProgrammeRequest::what);

// Everything that a step of Activiteiten works on.
struct ProgrammeStep {
  State& state;
  HostRoom& room;
  Programme& place;

  [[nodiscard]] Date today() const { return state.now.local.date; }

  template <class PageKind>
  [[nodiscard]] PageKind* page() const {
    return std::get_if<PageKind>(&place.page);
  }
};

[[nodiscard]] ProgrammeRequest request_for(ProgrammeStep const& step, Asked what);
[[nodiscard]] Effects ask_world(ProgrammeStep const& step, Asked what);
[[nodiscard]] Effects load_shown_days(ProgrammeStep const& step);

// The week or month with that day, and the agenda as the page.
[[nodiscard]] Effects show_agenda(ProgrammeStep const& step, AgendaSpan span, Date day);

// What lies below the page of a session.
[[nodiscard]] Effects leave_session(ProgrammeStep const& step);

void say(ProgrammeStep const& step, NoticeKind kind, std::string_view message);

// The taps of the form: programme_form.cpp.
Effects begin_form(ProgrammeStep const& step, Draft draft);
Effects on_form(ProgrammeStep const& step, OpenLine tap);
Effects on_form(ProgrammeStep const& step, TypeLine const& tap);
Effects on_form(ProgrammeStep const& step, MakeEdit const& tap);
Effects on_form(ProgrammeStep const& step, SaveDraft tap);
Effects close_line(ProgrammeStep const& step);
Effects leave_form(ProgrammeStep const& step);

[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace inloop::core::host::planning
