#include <algorithm>

#include "kiosk/core/host/free_text.h"
#include "kiosk/core/host/programme_screens.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host::planning {
namespace {

struct ScreenOf {
  ProgrammeWriter const& writer;

  ProgrammeScreen operator()(AgendaPage const& page) const { return {agenda_view(writer, page)}; }
  ProgrammeScreen operator()(DayPage const& page) const { return {day_view(writer, page)}; }
  ProgrammeScreen operator()(FormPage const& page) const { return form_screen(writer, page); }
  ProgrammeScreen operator()(SessionPage const& page) const {
    return {session_view(writer, page.found)};
  }
  ProgrammeScreen operator()(ScopePage const& page) const {
    return {scope_view(writer, page.found)};
  }
  ProgrammeScreen operator()(ReasonPage const& page) const {
    if (page.entry) return {typing(*page.entry, words().text("Done"), Guard::PrivateWords)};
    return {reason_view(writer, page.found)};
  }

  ProgrammeScreen operator()(NewPage const& page) const {
    PageView view{.shape = TileShape::Pictures};
    auto& tiles = view.tiles;
    tiles.push_back(plain_tile("copy", "↩️", words().text("As last week"), {LookAtCopy{}}));
    tiles.push_back(
        plain_tile("nothing", "✏️", words().text("Something else"), {UseNothing{}}));
    tiles.push_back(plain_tile("slots", "🪜", words().text("Table with slots"), {UseSlots{}}));
    for (std::size_t i = 0; i < activity_templates.size(); ++i) {
      auto const& listed = activity_templates[i];
      tiles.push_back(plain_tile("template_" + std::to_string(i + 1), std::string(listed.picture),
                                 words().text(listed.title), {UseTemplate{i}}));
      tiles.back().kind = listed.kind;
    }
    view.scroll = scrolled(page.first, tiles, words());
    return {std::move(view)};
  }

  ProgrammeScreen operator()(CopyPage const& page) const {
    PageView view{};
    for (auto const& session : page.sessions)
      tell(view, session.activity.picture,
           filled(words().text("{what}: {why}"),
                  {{"what", isolated(title_in_words(session.activity, words()))},
                   {"why",
                    filled(words().text("{day}, {time}"),
                           {{"day", date_in_words(plus_days(session.start.date, 7), words())},
                            {"time", clock_in_words(session.start.minute_of_day, words())}})}}));
    if (page.sessions.empty()) {
      view.advice = phrase(words().text("There is nothing to take over from last week."));
    } else {
      view.advice = phrase(words().text("This is put into the agenda:"));
      view.main = button(words().text("Put it in"), {MakeCopy{}});
    }
    with_scroll(view, page.first);
    return {std::move(view)};
  }

  ProgrammeScreen operator()(TakeAwayPage const&) const {
    PageView view{.shape = TileShape::Lines};
    view.tiles = {
        plain_tile("poster", "🖼️", words().text("Poster of this week"), {ShowPoster{}}),
        plain_tile("import", "📥", words().text("Calendar of a partner"), {LookForFiles{}}),
        plain_tile("export", "📤", words().text("Our agenda to the USB stick"), {WriteCalendar{}})};
    view.scroll = scrolled(0, view.tiles, words());
    return {std::move(view)};
  }

  ProgrammeScreen operator()(CalendarsPage const& page) const {
    PageView view{.advice = phrase(words().text("Which file?")), .shape = TileShape::Lines};
    for (auto const& file : page.files)
      view.tiles.push_back(plain_tile("file_" + std::to_string(view.tiles.size() + 1), "📄",
                                      isolated(file.name), {LookIntoFile{file.path}}));
    view.scroll = scrolled(page.first, view.tiles, words());
    return {std::move(view)};
  }

  ProgrammeScreen operator()(ImportPage const& page) const {
    if (page.entry) return {typing(*page.entry, words().text("Done"), Guard::None)};
    PageView view{};
    auto const& proposal = page.proposal;
    view.advice = phrase(
        filled(words().text("From: {partner}"), {{"partner", isolated(proposal.organiser)}}));
    count_of(view, "🆕", words().text("{count} new"), proposal.added.size());
    count_of(view, "✏️", words().text("{count} changed"), proposal.changed.size());
    count_of(view, "🗑️", words().text("{count} gone"), proposal.gone.size());
    count_of(view, "✅", words().text("{count} the same"),
             static_cast<std::size_t>(proposal.unchanged));
    for (auto const& one : proposal.added) tell(view, "🆕", in_words(one));
    for (auto const& one : proposal.changed) tell(view, "✏️", in_words(one));
    for (auto const& one : proposal.gone)
      tell(view, "🗑️", isolated(one.series.activity.title));
    for (auto const& refused : proposal.refused)
      tell(view, "🚫",
           filled(words().text("{what}: {why}"),
                  {{"what", refused.title.empty() ? words().text("Without a name")
                                                  : isolated(refused.title)},
                   {"why", refusal_in_words(refused.reason, words())}}));
    with_scroll(view, page.first);
    bool const has_news = !proposal.added.empty() || !proposal.changed.empty();
    if (!proposal.gone.empty()) {
      view.main = button(words().text("Take it in"), {TakeIn{WhenGone::TakeOut}});
      view.aside = button(words().text("Keep what is gone"), {TakeIn{WhenGone::Keep}});
    } else {
      // Whose sessions can be gone has a name here already.
      if (has_news) view.main = button(words().text("Take it in"), {TakeIn{WhenGone::Keep}});
      view.aside = button(words().text("Change the partner's name"), {TypeOrganiser{}});
    }
    return {std::move(view)};
  }

  ProgrammeScreen operator()(PosterPage const& page) const {
    PageView view{.advice = phrase(words().text("Choose a second language, or none.")),
                  .shape = TileShape::Lines};
    auto const add = [&](std::string id, std::string label, std::optional<Language> language) {
      view.tiles.push_back(
          plain_tile(std::move(id), "💬", std::move(label), {ChoosePosterLanguage{language}}));
      view.tiles.back().is_chosen = page.second == language;
    };
    add("no_language", words().text("None"), std::nullopt);
    for (auto const language : writer.state.settings.languages)
      if (language != writer.state.preferences.language)
        add("language_" + std::string(facts(language).code), isolated(facts(language).own_name),
            language);
    view.scroll = scrolled(0, view.tiles, words());
    view.aside = button(words().text("Poster on large paper"), {MakePoster{PosterPaper::A3}});
    view.main = button(words().text("Poster on normal paper"), {MakePoster{PosterPaper::A4}});
    return {std::move(view)};
  }

 private:
  enum class Guard { None, PrivateWords };

  [[nodiscard]] Words const& words() const { return writer.words; }

  static void tell(PageView& view, std::string picture, std::string text) {
    view.facts.push_back({.picture = std::move(picture), .text = phrase(std::move(text))});
  }

  // "Yoga: dinsdag 1 december, 10 uur", its next session.
  [[nodiscard]] std::string in_words(CalendarEvent const& event) const {
    auto const& next = event.sessions.empty() ? event.series.first : event.sessions.front().start;
    auto const when = filled(words().text("{day}, {time}"),
                             {{"day", date_in_words(next.date, words())},
                              {"time", clock_in_words(next.minute_of_day, words())}});
    return filled(words().text("{what}: {why}"),
                  {{"what", isolated(event.series.activity.title)}, {"why", when}});
  }

  void with_scroll(PageView& view, int first) const {
    view.scroll = scrolled(first, view.facts, words());
  }

  static void count_of(PageView& view, std::string picture, std::string sentence,
                       std::size_t count) {
    if (count > 0)
      tell(view, std::move(picture),
           counted(std::move(sentence), static_cast<std::int64_t>(count)));
  }

  [[nodiscard]] ProgrammeTyping typing(TextEntry const& entry, std::string go_on,
                                       Guard guard) const {
    ProgrammeTyping view{
        .typed = typed_phrase(entry, words()),
        .advice = std::nullopt,
        .trouble = std::nullopt,
        .keyboard = keyboard_for(entry, writer.state.preferences.language, words()),
        .go_on = button(std::move(go_on), {CloseLine{}})};
    if (entry.is_too_long)
      view.trouble = phrase(words().text("No more fits here."));
    else if (guard == Guard::PrivateWords && find_private_words(entry.text))
      view.trouble = phrase(problem_in_words(DraftProblem::Private, words()));
    view.go_on.is_enabled = !trimmed_is_empty(entry.text) && !view.trouble;
    return view;
  }

  static bool trimmed_is_empty(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
  }
};

std::string title_for(Programme const& place, Words const& words) {
  struct Title {
    Words const& words;

    std::string operator()(AgendaPage const&) const { return words.text("Activities"); }
    std::string operator()(DayPage const& page) const { return date_in_words(page.day, words); }
    std::string operator()(NewPage const&) const { return words.text("Something new"); }
    std::string operator()(CopyPage const&) const { return words.text("As last week"); }
    std::string operator()(SessionPage const&) const { return words.text("This time"); }
    std::string operator()(ScopePage const&) const { return words.text("Change"); }
    std::string operator()(ReasonPage const&) const { return words.text("Call it off"); }
    std::string operator()(FormPage const& page) const {
      if (page.line) return line_title(*page.line, words);
      if (!page.draft.session) return words.text("Something new");
      return words.text("Change");
    }
    std::string operator()(TakeAwayPage const&) const { return words.text("Poster and files"); }
    std::string operator()(CalendarsPage const&) const {
      return words.text("Calendar of a partner");
    }
    std::string operator()(ImportPage const&) const { return words.text("Calendar of a partner"); }
    std::string operator()(PosterPage const&) const { return words.text("Poster of this week"); }
  };
  return std::visit(Title{words}, place.page);
}

}  // namespace

ProgrammeTile plain_tile(std::string id, std::string picture, std::string label, ProgrammeTap tap) {
  return {.id = std::move(id),
          .picture = std::move(picture),
          .label = phrase(std::move(label)),
          .detail = {},
          .problem = std::nullopt,
          .kind = std::nullopt,
          .tap = std::move(tap)};
}

ProgrammeButton button(std::string text, ProgrammeTap tap) {
  return {.phrase = phrase(std::move(text)), .tap = std::move(tap)};
}

}  // namespace inloop::core::host::planning

namespace inloop::core::host {

RoomHead head_of(Programme const& place, HostRoom const& room, State const& state,
                 Words const& words) {
  RoomHead head{
      .title = phrase(planning::title_for(place, words)), .subtitle = {}, .back = std::nullopt};
  if (std::holds_alternative<planning::AgendaPage>(place.page))
    head.subtitle = day_and_host(room, state, words);
  else
    head.back = phrase(words.text("Back"));
  return head;
}

ProgrammeScreen screen_of(Programme const& place, HostRoom const&, State const& state,
                          Words const& words) {
  planning::ProgrammeWriter const writer{place, state, words};
  return std::visit(planning::ScreenOf{writer}, place.page);
}

INLOOP_COMPILE_INNER(ProgrammeTap, What);
INLOOP_COMPILE_INNER(planning::AgendaView, View);
INLOOP_COMPILE_INNER(ProgrammeScreen, View);

}  // namespace inloop::core::host
