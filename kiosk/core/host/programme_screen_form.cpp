#include <algorithm>

#include "kiosk/core/host/pin_pad.h"
#include "kiosk/core/host/programme_screens.h"
#include "kiosk/core/host/programme_sheets.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host::planning {
namespace {

struct FormWriter {
  ProgrammeWriter const& writer;
  FormPage const& page;

  [[nodiscard]] Words const& words() const { return writer.words; }
  [[nodiscard]] Series const& series() const { return page.draft.series; }

  [[nodiscard]] std::string value_of(FormLine line) const;
  [[nodiscard]] std::string spoken_value_of(FormLine line) const;
  [[nodiscard]] std::string brief_time() const;
  [[nodiscard]] std::string picture_of_line(FormLine line) const;
  [[nodiscard]] ProgrammeTap tap_of(FormLine line) const;
  [[nodiscard]] std::optional<Phrase> problem_at(FormLine line) const;
  [[nodiscard]] ProgrammeTile tile_of(FormLine line) const;
};

std::string FormWriter::value_of(FormLine line) const {
  auto const& activity = series().activity;
  switch (line) {
    case FormLine::Title:
      return isolated(title_in_words(activity, words()));
    case FormLine::When:
      return short_date(series().first.date, words()) + "\n" +
             hours_in_words(series().first.minute_of_day, series().minutes);
    case FormLine::Repeat:
      return repeat_in_words(*page.draft.recurrence(), words());
    case FormLine::Places:
      return places_in_words(activity.capacity, words());
    case FormLine::SignUp:
      return sign_up_in_words(activity.sign_up, words());
    case FormLine::Room:
      return room_in_words(activity.room, words());
    case FormLine::Lead:
      return series().lead ? host_in_words(writer, *series().lead) : words().text("Nobody");
    case FormLine::Kind:
      return kind_in_words(activity.kind, words());
    case FormLine::Slots:
      return slots_in_words(series().slots);
    case FormLine::Link:
      return activity.link.empty() ? words().text("None") : isolated(activity.link);
    default:
      return {};
  }
}

std::string FormWriter::spoken_value_of(FormLine line) const {
  if (line != FormLine::When) return value_of(line);
  return filled(words().text("{day}, {time}"),
                {{"day", date_in_words(series().first.date, words())},
                 {"time", clock_in_words(series().first.minute_of_day, words())}});
}

std::string FormWriter::brief_time() const {
  return short_day(series().first.date, words()) + " " +
         isolated(time_of_day(series().first.minute_of_day));
}

std::string FormWriter::picture_of_line(FormLine line) const {
  switch (line) {
    case FormLine::Title:
      return "✏️";
    case FormLine::Picture:
      return series().activity.picture;
    case FormLine::When:
      return "🕙";
    case FormLine::Repeat:
      return "🔁";
    case FormLine::Places:
      return "🪑";
    case FormLine::SignUp:
      return "🙋🏽";
    case FormLine::Room:
      return "🚪";
    case FormLine::Lead:
      return series().lead ? std::string(emoji_of(*series().lead)) : "🧑🏽";
    case FormLine::Kind:
      return std::string(picture_of(series().activity.kind));
    case FormLine::Slots:
      return "🪜";
    case FormLine::Link:
      return "🔗";
    default:
      return {};
  }
}

ProgrammeTap FormWriter::tap_of(FormLine line) const {
  auto const& activity = series().activity;
  if (line == FormLine::Title) return {TypeLine{line, title_in_words(activity, words())}};
  if (line == FormLine::Link) return {TypeLine{line, activity.link}};
  return {OpenLine{line}};
}

// What is wrong is said at the line where it can be mended.
std::optional<Phrase> FormWriter::problem_at(FormLine line) const {
  if (page.was_tried)
    for (auto const& one : problems_of(page.draft, writer.state.now.local))
      if (one.line == line) return phrase(problem_in_words(one.problem, words()));
  if (page.refused) {
    bool const is_for_repeat =
        *page.refused == ProgrammeProblem::NoDates || *page.refused == ProgrammeProblem::TooMany;
    auto const lines = lines_of(page.draft);
    bool const has_repeat = std::ranges::count(lines, FormLine::Repeat) > 0;
    auto const at = is_for_repeat && has_repeat ? FormLine::Repeat : FormLine::When;
    if (line == at) return phrase(problem_in_words(*page.refused, words()));
  }
  for (auto const& clash : page.clashes)
    if (line == (clash.kind == ClashKind::Room ? FormLine::Room : FormLine::Lead))
      return phrase(words().text("Taken at that time"));
  return std::nullopt;
}

ProgrammeTile FormWriter::tile_of(FormLine line) const {
  return {.id = "line_" + std::to_string(static_cast<int>(line)),
          .picture = picture_of_line(line),
          .label = phrase(line_title(line, words())),
          .detail = {.shown = value_of(line), .spoken = spoken_value_of(line)},
          .brief = line == FormLine::When ? phrase(brief_time()) : Phrase{},
          .problem = problem_at(line),
          .kind = line == FormLine::Picture || line == FormLine::Kind
                      ? std::optional(series().activity.kind)
                      : std::nullopt,
          .tap = tap_of(line)};
}

// The first clashes, with the way out below.
std::optional<Phrase> warning_of(FormPage const& page, Words const& words) {
  constexpr std::size_t most_told = 2;
  std::string text;
  for (std::size_t i = 0; i < std::min(page.clashes.size(), most_told); ++i)
    text += (text.empty() ? "" : "\n") + clash_in_words(page.clashes[i], words);
  if (text.empty()) return std::nullopt;
  return phrase(text);
}

PageView form_view(FormWriter const& form) {
  PageView view{.shape = TileShape::Lines};
  auto const& page = form.page;
  auto const& words = form.words();
  for (auto const line : lines_of(page.draft)) view.tiles.push_back(form.tile_of(line));
  view.scroll = scrolled(page.first, view.tiles, words);
  view.warning = warning_of(page, words);
  if (!view.warning) view.advice = phrase(rule_in_words(form.series(), words) + ".");
  if (page.clashes.empty())
    view.main = button(words.text("Save"), {SaveDraft{OnClash::Warn}});
  else
    view.main = button(words.text("Save it anyway"), {SaveDraft{OnClash::PlanAnyway}});
  return view;
}

ProgrammeTyping typing_view(FormWriter const& form) {
  auto const& entry = *form.page.entry;
  auto const& words = form.words();
  ProgrammeTyping view{
      .typed = typed_phrase(entry, words),
      .advice = std::nullopt,
      .trouble = std::nullopt,
      .keyboard = keyboard_for(entry, form.writer.state.preferences.language, words),
      .go_on = button(words.text("Done"), {CloseLine{}})};
  if (form.series().activity.sign_up == SignUpMode::Anonymous)
    view.advice = phrase(words.text("Choose a name that tells nobody what it is about."));
  if (entry.is_too_long) view.trouble = phrase(words.text("No more fits here."));
  return view;
}

}  // namespace

std::string line_title(FormLine line, Words const& words) {
  switch (line) {
    case FormLine::Title:
      return words.text("Name");
    case FormLine::Picture:
      return words.text("Picture");
    case FormLine::When:
      return words.text("When");
    case FormLine::Repeat:
      return words.text("Repeat");
    case FormLine::Places:
      return words.text("Places");
    case FormLine::SignUp:
      return words.text("Joining");
    case FormLine::Room:
    case FormLine::NewRoom:
      return words.text("Room");
    case FormLine::Lead:
      return words.text("Host");
    case FormLine::Kind:
      return words.text("Kind");
    case FormLine::Slots:
      return words.text("One after the other");
    case FormLine::Link:
      return words.text("Link");
    case FormLine::Weekdays:
      return words.text("On which days");
    case FormLine::Until:
      return words.text("Until");
    case FormLine::Holidays:
      return words.text("Public holidays");
    case FormLine::LeftOut:
      return words.text("Not on these dates");
  }
  return {};
}

ProgrammeScreen form_screen(ProgrammeWriter const& writer, FormPage const& page) {
  FormWriter const form{writer, page};
  if (page.entry) return {typing_view(form)};
  if (page.line) return {sheet_view(writer, page)};
  return {form_view(form)};
}

}  // namespace inloop::core::host::planning
