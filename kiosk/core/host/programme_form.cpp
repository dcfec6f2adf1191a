#include <utility>

#include "kiosk/core/host/programme_steps.h"

namespace inloop::core::host::planning {
namespace {

TextEntry entry_for(FormLine line, std::string text) {
  switch (line) {
    case FormLine::NewRoom:
      return {.text = std::move(text), .most_characters = most_room_characters};
    case FormLine::Link:
      return {.text = text.empty() ? std::string("https://") : std::move(text),
              .most_characters = static_cast<int>(greatest_link_bytes),
              .is_sentence = false,
              .is_prose = true};  // a link has dots and strokes in it
    default:
      return {.text = std::move(text), .most_characters = most_title_characters};
  }
}

// What was typed becomes part of the draft; a title that stayed as it was shown stays a message.
void keep_typed(FormPage& page, std::string typed) {
  auto& activity = page.draft.series.activity;
  switch (*page.line) {
    case FormLine::NewRoom:
      activity.room = std::move(typed);
      return;
    case FormLine::Link:
      activity.link = typed == "https://" ? std::string() : std::move(typed);
      return;
    default:
      if (typed != page.begun_with) activity.title = std::move(typed);
  }
}

void go_to(FormPage& page, std::optional<FormLine> line) {
  page.line = line;
  page.first = 0;
  page.entry.reset();
}

}  // namespace

std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

Effects begin_form(ProgrammeStep const& step, Draft draft) {
  FormPage page{.draft = std::move(draft)};
  if (auto* const scope = step.page<ScopePage>())
    page.found = std::move(scope->found);
  else if (auto* const session = step.page<SessionPage>())
    page.found = std::move(session->found);
  step.place.page = std::move(page);
  return {};
}

Effects on_form(ProgrammeStep const& step, OpenLine tap) {
  auto* const page = step.page<FormPage>();
  if (page == nullptr) return {};
  bool const is_of_rule = tap.line == FormLine::Repeat || parent_of(tap.line) == FormLine::Repeat;
  if (!is_of_rule || page->draft.recurrence() != nullptr) go_to(*page, tap.line);
  return {};
}

Effects on_form(ProgrammeStep const& step, TypeLine const& tap) {
  auto* const page = step.page<FormPage>();
  if (page == nullptr) return {};
  go_to(*page, tap.line);
  page->entry = entry_for(tap.line, tap.text);
  page->begun_with = tap.text;
  return {};
}

Effects on_form(ProgrammeStep const& step, MakeEdit const& tap) {
  auto* const page = step.page<FormPage>();
  if (page == nullptr) return {};
  page->draft = edited(std::move(page->draft), tap.edit, step.today());
  page->clashes.clear();
  page->refused.reset();
  if (is_done_with(tap.edit) && page->line) go_to(*page, parent_of(*page->line));
  return {};
}

Effects on_form(ProgrammeStep const& step, SaveDraft tap) {
  auto* const page = step.page<FormPage>();
  if (page == nullptr || page->line) return {};
  page->was_tried = true;
  if (!problems_of(page->draft, step.state.now.local).empty()) return {};
  page->refused.reset();
  return ask_world(step, Plan{page->draft, tap.on_clash});
}

Effects close_line(ProgrammeStep const& step) {
  auto* const page = step.page<FormPage>();
  if (page == nullptr || !page->line) return {};
  auto const line = *page->line;
  if (page->entry) {
    keep_typed(*page, trimmed(page->entry->text));
    page->clashes.clear();
    page->refused.reset();
  }
  // A room that was typed is chosen, so its list is done with, too.
  go_to(*page, line == FormLine::NewRoom ? std::nullopt : parent_of(line));
  return {};
}

Effects leave_form(ProgrammeStep const& step) {
  auto* const page = step.page<FormPage>();
  if (page->line) {
    go_to(*page, parent_of(*page->line));
    return {};
  }
  if (page->found)
    step.place.page = SessionPage{std::move(*page->found)};
  else
    step.place.page = NewPage{.day = page->draft.series.first.date};
  return {};
}

}  // namespace inloop::core::host::planning
