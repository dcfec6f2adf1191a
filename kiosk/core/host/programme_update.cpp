#include <algorithm>
#include <chrono>
#include <utility>

#include "kiosk/core/host/free_text.h"
#include "kiosk/core/host/programme_steps.h"
#include "kiosk/core/reasons.h"

namespace inloop::core::host::planning {
namespace {

Date first_of_month(Date day) {
  return day.year() / day.month() / std::chrono::day{1};
}

int day_of_week(Date day) {
  return days_between(monday_of(day), day);
}

struct OnTap {
  ProgrammeStep const& step;

  Effects operator()(ShowAgenda tap) const { return show_agenda(step, tap.span, tap.day); }
  Effects operator()(ShowDay tap) const {
    if (step.page<AgendaPage>() == nullptr) return {};
    step.place.page = DayPage{.day = tap.day};
    return {};
  }
  Effects operator()(OpenSession tap) const {
    if (auto const* const day = step.page<DayPage>())
      step.place.opened_day = day->day;
    else if (step.page<AgendaPage>() != nullptr)
      step.place.opened_day.reset();
    else if (step.page<SessionPage>() == nullptr)
      return {};
    return ask_world(step, LoadSession{tap.session});
  }

  Effects operator()(StartNew tap) const {
    step.place.page = NewPage{.day = tap.day};
    return {};
  }
  Effects operator()(UseTemplate tap) const {
    auto const* const page = step.page<NewPage>();
    if (page == nullptr || tap.index >= activity_templates.size()) return {};
    return begin_form(step,
                      draft_from(activity_templates[tap.index], page->day, step.state.now.local));
  }
  Effects operator()(UseNothing) const {
    auto const* const page = step.page<NewPage>();
    if (page == nullptr) return {};
    return begin_form(step, empty_draft(page->day, step.state.now.local));
  }
  Effects operator()(UseSlots) const {
    auto const* const page = step.page<NewPage>();
    if (page == nullptr) return {};
    return begin_form(step, slots_draft(page->day, step.state.now.local));
  }
  Effects operator()(LookAtCopy) const {
    auto const* const page = step.page<NewPage>();
    if (page == nullptr) return {};
    auto const to = monday_of(page->day);
    return ask_world(step, LoadCopy{.from = plus_days(to, -7), .to = to});
  }
  Effects operator()(MakeCopy) const {
    auto const* const page = step.page<CopyPage>();
    if (page == nullptr || page->sessions.empty()) return {};
    return ask_world(step, CopyWeek{.from = page->from, .to = page->to});
  }

  Effects operator()(OpenLine tap) const { return on_form(step, tap); }
  Effects operator()(TypeLine const& tap) const { return on_form(step, tap); }
  Effects operator()(MakeEdit const& tap) const { return on_form(step, tap); }
  Effects operator()(SaveDraft tap) const { return on_form(step, tap); }
  Effects operator()(CloseLine) const {
    if (auto* const page = step.page<ReasonPage>()) return call_off_as_typed(*page);
    if (auto* const page = step.page<ImportPage>()) return look_again(*page);
    return close_line(step);
  }

  Effects operator()(ChangeSession) const {
    auto* const page = step.page<SessionPage>();
    if (page == nullptr) return {};
    if (!page->found.series)
      return begin_form(step, draft_of(page->found.session, std::nullopt, Scope::All));
    // What a partner plans is theirs: only one date of it can be changed here.
    if (!page->found.series->series.uid.empty())
      return begin_form(step, draft_of(page->found.session, page->found.series, Scope::ThisOne));
    step.place.page = ScopePage{std::move(page->found)};
    return {};
  }
  Effects operator()(ChooseScope tap) const {
    auto const* const page = step.page<ScopePage>();
    if (page == nullptr) return {};
    return begin_form(step, draft_of(page->found.session, page->found.series, tap.scope));
  }
  Effects operator()(TakeOut tap) const {
    auto const* const page = step.page<SessionPage>();
    if (page == nullptr) return {};
    return ask_world(step, RemoveSession{page->found.session.session.id, tap.scope});
  }
  Effects operator()(CallOff) const {
    if (auto* const page = step.page<SessionPage>()) {
      auto found = std::move(page->found);
      step.place.page = ReasonPage{.found = std::move(found), .entry = std::nullopt};
    }
    return {};
  }
  Effects operator()(ChooseReason tap) const {
    auto const* const page = step.page<ReasonPage>();
    if (page == nullptr || tap.index >= reasons_to_choose) return {};
    return ask_world(step, CancelSession{page->found.session.session.id,
                                         std::string(usual_reasons[tap.index].message)});
  }
  Effects operator()(TypeReason) const {
    if (auto* const page = step.page<ReasonPage>())
      page->entry = TextEntry{.most_characters = most_reason_characters};
    return {};
  }

  Effects operator()(ShowFiles) const {
    step.place.page = TakeAwayPage{};
    return {};
  }
  Effects operator()(LookForFiles) const { return ask_world(step, FindCalendars{}); }
  Effects operator()(LookIntoFile const& tap) const {
    if (step.page<CalendarsPage>() == nullptr) return {};
    return ask_world(step, ReadCalendar{.path = tap.path, .organiser = {}});
  }
  Effects operator()(TypeOrganiser) const {
    if (auto* const page = step.page<ImportPage>())
      page->entry =
          TextEntry{.text = page->proposal.organiser, .most_characters = most_organiser_characters};
    return {};
  }
  Effects operator()(TakeIn tap) const {
    auto const* const page = step.page<ImportPage>();
    if (page == nullptr) return {};
    return ask_world(step, TakeInCalendar{page->proposal, tap.when_gone});
  }
  Effects operator()(WriteCalendar) const { return ask_world(step, ExportCalendar{}); }
  Effects operator()(ShowPoster) const {
    step.place.page = PosterPage{};
    return {};
  }
  Effects operator()(ChoosePosterLanguage tap) const {
    if (auto* const page = step.page<PosterPage>()) page->second = tap.language;
    return {};
  }
  Effects operator()(MakePoster tap) const {
    auto const* const page = step.page<PosterPage>();
    if (page == nullptr) return {};
    std::vector<Language> languages{step.state.preferences.language};
    if (page->second) languages.push_back(*page->second);
    return ask_world(step, PrintPoster{.monday = monday_of(step.place.day),
                                       .paper = tap.paper,
                                       .languages = std::move(languages)});
  }

 private:
  [[nodiscard]] Effects call_off_as_typed(ReasonPage const& page) const {
    if (!page.entry) return {};
    auto reason = trimmed(page.entry->text);
    if (reason.empty() || find_private_words(reason)) return {};
    return ask_world(step, CancelSession{page.found.session.session.id, std::move(reason)});
  }
  [[nodiscard]] Effects look_again(ImportPage const& page) const {
    if (!page.entry) return {};
    return ask_world(step, ReadCalendar{.path = page.path, .organiser = trimmed(page.entry->text)});
  }
};

// The page of a list, to scroll it.
int* first_of(Programme& place) {
  return std::visit(
      [](auto& page) -> int* {
        if constexpr (requires { page.first; })
          return &page.first;
        else
          return nullptr;
      },
      place.page);
}

struct OnBack {
  ProgrammeStep const& step;

  Effects operator()(AgendaPage&) const { return {}; }
  Effects operator()(DayPage&) const { return agenda(); }
  Effects operator()(NewPage&) const { return agenda(); }
  Effects operator()(TakeAwayPage&) const { return agenda(); }
  Effects operator()(SessionPage&) const { return leave_session(step); }
  Effects operator()(FormPage&) const { return leave_form(step); }
  Effects operator()(CopyPage& page) const {
    step.place.page = NewPage{.day = page.to};
    return {};
  }
  Effects operator()(ScopePage& page) const { return session(page.found); }
  Effects operator()(ReasonPage& page) const {
    if (!page.entry) return session(page.found);
    page.entry.reset();
    return {};
  }
  Effects operator()(ImportPage& page) const {
    if (!page.entry) return files();
    page.entry.reset();
    return {};
  }
  Effects operator()(CalendarsPage&) const { return files(); }
  Effects operator()(PosterPage&) const { return files(); }

 private:
  [[nodiscard]] Effects agenda() const {
    return show_agenda(step, step.place.span, step.place.looked_at);
  }
  [[nodiscard]] Effects files() const {
    step.place.page = TakeAwayPage{};
    return {};
  }
  [[nodiscard]] Effects session(SessionFound& found) const {
    auto kept = std::move(found);
    step.place.page = SessionPage{std::move(kept)};
    return {};
  }
};

}  // namespace

Days shown_days(Programme const& place) {
  if (place.span == AgendaSpan::Week) return {.first = place.day, .last = plus_days(place.day, 6)};
  auto const last = Date(place.day.year() / place.day.month() / std::chrono::last);
  return {.first = monday_of(place.day), .last = plus_days(monday_of(last), 6)};
}

ProgrammeRequest request_for(ProgrammeStep const& step, Asked what) {
  return {.what = std::move(what), .now = step.state.now.local, .host = step.room.host.picture};
}

Effects ask_world(ProgrammeStep const& step, Asked what) {
  return ask(step.state, step.room, HostRequest{request_for(step, std::move(what))});
}

Effects load_shown_days(ProgrammeStep const& step) {
  return ask_world(step, LoadAgenda{shown_days(step.place)});
}

Effects show_agenda(ProgrammeStep const& step, AgendaSpan span, Date day) {
  auto& place = step.place;
  place.span = span;
  place.day = span == AgendaSpan::Week ? monday_of(day) : first_of_month(day);
  place.looked_at = day;
  place.opened_day.reset();
  place.page = AgendaPage{.first = span == AgendaSpan::Week ? day_of_week(day) : 0};
  return load_shown_days(step);
}

Effects leave_session(ProgrammeStep const& step) {
  auto const day = step.place.opened_day;
  if (!day) return show_agenda(step, step.place.span, step.place.looked_at);
  step.place.page = DayPage{.day = *day};
  return load_shown_days(step);
}

void say(ProgrammeStep const& step, NoticeKind kind, std::string_view message) {
  step.room.notice = Notice{.kind = kind, .message = message, .what = {}};
}

}  // namespace inloop::core::host::planning

namespace inloop::core::host {

Effects open(State& state, HostRoom& room, Programme& place) {
  planning::ProgrammeStep const step{state, room, place};
  return planning::show_agenda(step, place.span, place.day.ok() ? place.looked_at : step.today());
}

Effects update(State& state, HostRoom& room, Programme& place, ProgrammeTap const& tap) {
  planning::ProgrammeStep const step{state, room, place};
  return std::visit(planning::OnTap{step}, tap.what);
}

Effects go_back(State& state, HostRoom& room, Programme& place) {
  planning::ProgrammeStep const step{state, room, place};
  return std::visit(planning::OnBack{step}, place.page);
}

Effects scroll_to(State&, HostRoom&, Programme& place, int first) {
  if (auto* const entry = field_of(place))
    entry->first_key = first;
  else if (auto* const page = planning::first_of(place))
    *page = std::max(first, 0);
  return {};
}

TextEntry* field_of(Programme& place) {
  return std::visit(
      [](auto& page) -> TextEntry* {
        if constexpr (requires { page.entry; })
          return page.entry ? &*page.entry : nullptr;
        else
          return nullptr;
      },
      place.page);
}

INLOOP_COMPILE_INNER(Programme, Page);
INLOOP_COMPILE_INNER(ProgrammeRequest, What);
INLOOP_COMPILE_INNER(ProgrammeOutcome, What);

}  // namespace inloop::core::host
