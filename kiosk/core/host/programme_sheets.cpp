#include "kiosk/core/host/programme_sheets.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/core/host/pin_pad.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host::planning {
namespace {

// Beside those of the templates.
constexpr std::array<std::string_view, 10> more_pictures{"🗓️", "🎉", "🏓", "🧩", "♟️",
                                                         "⚽",       "🎭", "💬",    "🩺", "📱"};
constexpr std::array usual_places{4, 6, 8, 10, 12, 15, 20};
constexpr int most_usual_slots = 8;

class Sheet {
 public:
  Sheet(ProgrammeWriter const& writer, FormPage const& page)
      : m_writer(writer), m_words(writer.words), m_draft(page.draft), m_first(page.first) {}

  [[nodiscard]] PageView view(FormLine line) {
    fill(line);
    m_view.scroll = scrolled(m_first, m_view.tiles, m_words);
    return std::move(m_view);
  }

 private:
  struct Option {
    std::string picture;
    std::string label;
    Edit edit;
    bool is_chosen = false;
  };

  void add(Option option) {
    m_view.tiles.push_back({.id = "choice_" + std::to_string(m_view.tiles.size() + 1),
                            .picture = std::move(option.picture),
                            .label = phrase(std::move(option.label)),
                            .detail = {},
                            .problem = std::nullopt,
                            .is_chosen = option.is_chosen,
                            .kind = std::nullopt,
                            .tap = {MakeEdit{std::move(option.edit)}}});
  }

  void add_line(FormLine line, std::string picture, std::string value) {
    m_view.tiles.push_back({.id = "line_" + std::to_string(static_cast<int>(line)),
                            .picture = std::move(picture),
                            .label = phrase(line_title(line, m_words)),
                            .detail = phrase(std::move(value)),
                            .problem = std::nullopt,
                            .kind = std::nullopt,
                            .tap = {OpenLine{line}}});
  }

  // What it would be after the tap is what it is now: the step leads nowhere.
  [[nodiscard]] ProgrammeButton step(Edit edit, std::string spoken) const {
    auto const today = m_writer.state.now.local.date;
    bool const can_step = edited(m_draft, edit, today) != m_draft;
    return {.phrase = {.shown = {}, .spoken = std::move(spoken)},
            .tap = {MakeEdit{std::move(edit)}},
            .is_enabled = can_step};
  }

  void with_done() { m_view.main = button(m_words.text("Done"), {CloseLine{}}); }

  void fill(FormLine line);
  void pictures();
  void kinds();
  void times();
  void repeats();
  void weekdays();
  void until();
  void holidays();
  void left_out();
  void places();
  void sign_ups();
  void rooms();
  void leads();
  void slots();

  ProgrammeWriter const& m_writer;
  Words const& m_words;
  Draft const& m_draft;
  int m_first;
  PageView m_view;
};

void Sheet::pictures() {
  m_view.shape = TileShape::Pictures;
  auto const add_picture = [&](std::string_view picture) {
    auto const is_chosen = m_draft.series.activity.picture == picture;
    add({.picture = std::string(picture),
         .label = {},
         .edit = SetPicture{std::string(picture)},
         .is_chosen = is_chosen});
    m_view.tiles.back().label.spoken =
        filled(m_words.text("Picture {number}"),
               {{"number", isolated(std::to_string(m_view.tiles.size()))}});
  };
  for (auto const& one : activity_templates) add_picture(one.picture);
  for (auto const picture : more_pictures) add_picture(picture);
}

void Sheet::kinds() {
  m_view.shape = TileShape::Pictures;
  for (auto const kind : all_activity_kinds) {
    add({.picture = std::string(picture_of(kind)),
         .label = kind_in_words(kind, m_words),
         .edit = SetKind{kind},
         .is_chosen = m_draft.series.activity.kind == kind});
    m_view.tiles.back().kind = kind;
  }
}

void Sheet::times() {
  auto const& series = m_draft.series;
  m_view.steps = {
      {.label = phrase(m_words.text("Day")),
       .value = phrase(date_in_words(series.first.date, m_words)),
       .brief = phrase(short_date(series.first.date, m_words)),
       .much_less = step(StepDay{-7}, m_words.text("A week earlier")),
       .less = step(StepDay{-1}, m_words.text("A day earlier")),
       .more = step(StepDay{1}, m_words.text("A day later")),
       .much_more = step(StepDay{7}, m_words.text("A week later"))},
      {.label = phrase(m_words.text("Time")),
       .value = {.shown = hours_in_words(series.first.minute_of_day, series.minutes),
                 .spoken = clock_in_words(series.first.minute_of_day, m_words)},
       .brief = {},
       .much_less = step(StepTime{-60}, m_words.text("An hour earlier")),
       .less = step(StepTime{-step_minutes}, m_words.text("A quarter of an hour earlier")),
       .more = step(StepTime{step_minutes}, m_words.text("A quarter of an hour later")),
       .much_more = step(StepTime{60}, m_words.text("An hour later"))},
      {.label = phrase(m_words.text("It lasts")),
       .value = phrase(length_in_words(series.minutes, m_words)),
       .brief = {},
       .much_less = std::nullopt,
       .less = step(StepLength{-step_minutes}, m_words.text("A quarter of an hour shorter")),
       .more = step(StepLength{step_minutes}, m_words.text("A quarter of an hour longer")),
       .much_more = std::nullopt}};
  with_done();
}

void Sheet::repeats() {
  auto const& now = *m_draft.recurrence();
  auto const offer = [&](std::string picture, Repeat repeat, int interval_weeks) {
    auto const set = SetRepeat{.repeat = repeat, .interval_weeks = interval_weeks};
    auto const there = edited(m_draft, set, m_writer.state.now.local.date);
    bool const is_chosen =
        now.repeat == repeat && (repeat != Repeat::Weekly || now.interval_weeks == interval_weeks);
    add({.picture = std::move(picture),
         .label = repeat_in_words(is_chosen ? now : *there.recurrence(), m_words),
         .edit = set,
         .is_chosen = is_chosen});
  };
  offer("📌", Repeat::Once, 1);
  offer("🔁", Repeat::Weekly, 1);
  offer("🔂", Repeat::Weekly, 2);
  offer("🌙", Repeat::MonthlyByWeekday, 1);
  offer("📆", Repeat::MonthlyByDate, 1);
  m_view.advice = phrase(rule_in_words(m_draft.series, m_words) + ".");
  with_done();
  if (now.repeat == Repeat::Once) return;
  if (now.repeat == Repeat::Weekly) {
    std::string names;
    for (auto const day : now.weekdays.in_order())
      names += (names.empty() ? "" : ", ") + weekday_in_words(day.iso_encoding(), m_words);
    add_line(FormLine::Weekdays, "☑️", std::move(names));
  }
  add_line(
      FormLine::LeftOut, "🚫",
      now.left_out.empty() ? m_words.text("None") : isolated(std::to_string(now.left_out.size())));
  add_line(FormLine::Until, "🏁",
           now.last ? day_and_month(*now.last, m_words) : m_words.text("No end"));
  add_line(FormLine::Holidays, "🎄", holidays_in_words(now.on_holidays, m_words));
}

void Sheet::weekdays() {
  for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
    add({.picture = {},
         .label = weekday_in_words(iso_day, m_words),
         .edit = ToggleWeekday{iso_day},
         .is_chosen = m_draft.recurrence()->weekdays.has(std::chrono::weekday{iso_day})});
  with_done();
}

void Sheet::until() {
  auto const& last = m_draft.recurrence()->last;
  m_view.steps = {{.label = phrase(m_words.text("Until")),
                   .value = phrase(last ? date_in_words(*last, m_words) : m_words.text("No end")),
                   .brief = last ? phrase(short_date(*last, m_words)) : Phrase{},
                   .much_less = step(StepUntil{-28}, m_words.text("Four weeks earlier")),
                   .less = step(StepUntil{-7}, m_words.text("A week earlier")),
                   .more = step(StepUntil{7}, m_words.text("A week later")),
                   .much_more = step(StepUntil{28}, m_words.text("Four weeks later"))}};
  m_view.aside = button(m_words.text("No end"), {MakeEdit{SetOpenEnd{}}});
  with_done();
}

void Sheet::holidays() {
  auto const now = m_draft.recurrence()->on_holidays;
  for (auto const choice : {OnHolidays::Meet, OnHolidays::Skip, OnHolidays::SkipLiberationDayToo})
    add({.picture = choice == OnHolidays::Meet ? "🙂" : "🎄",
         .label = holidays_in_words(choice, m_words),
         .edit = SetHolidays{choice},
         .is_chosen = now == choice});
}

void Sheet::left_out() {
  auto const& rule = *m_draft.recurrence();
  for (auto const date : coming_dates(rule, m_draft.series.first.date, most_coming_dates)) {
    bool const is_out = std::ranges::binary_search(rule.left_out, date);
    add({.picture = is_out ? "🚫" : "✅",
         .label = date_in_words(date, m_words),
         .edit = ToggleLeftOut{date}});
    auto& tile = m_view.tiles.back();
    tile.leading = Leading::Label;
    if (is_out) tile.detail = phrase(m_words.text("is cancelled"));
  }
  m_view.advice = phrase(m_words.text("Tap on the dates on which it is not."));
  with_done();
}

void Sheet::places() {
  auto const& now = m_draft.series.activity.capacity;
  m_view.shape = TileShape::Pictures;
  add({.picture = "♾️",
       .label = places_in_words(std::nullopt, m_words),
       .edit = SetPlaces{std::nullopt},
       .is_chosen = !now});
  for (auto const number : usual_places)
    add({.picture = {},
         .label = places_in_words(number, m_words),
         .edit = SetPlaces{number},
         .is_chosen = now == number});
  m_view.steps = {{.label = phrase(m_words.text("Places")),
                   .value = phrase(places_in_words(now, m_words)),
                   .brief = {},
                   .much_less = std::nullopt,
                   .less = step(StepPlaces{-1}, m_words.text("One place fewer")),
                   .more = step(StepPlaces{1}, m_words.text("One place more")),
                   .much_more = std::nullopt}};
  with_done();
}

void Sheet::sign_ups() {
  auto const now = m_draft.series.activity.sign_up;
  auto const offer = [&](std::string picture, SignUpMode mode) {
    add({.picture = std::move(picture),
         .label = sign_up_in_words(mode, m_words),
         .edit = SetSignUp{mode},
         .is_chosen = now == mode});
  };
  offer("👋🏽", SignUpMode::Open);
  offer("🦉", SignUpMode::Token);
  offer("✏️", SignUpMode::Name);
  offer("🤝", SignUpMode::Anonymous);
}

void Sheet::rooms() {
  auto const& now = m_draft.series.activity.room;
  auto names = m_writer.place.rooms;
  if (!now.empty() && std::ranges::count(names, now) == 0) names.insert(names.begin(), now);
  add({.picture = "🛋️",
       .label = room_in_words({}, m_words),
       .edit = SetRoom{},
       .is_chosen = now.empty()});
  for (auto const& name : names)
    add({.picture = "🚪", .label = isolated(name), .edit = SetRoom{name}, .is_chosen = name == now});
  add_line(FormLine::NewRoom, "✏️", {});
  m_view.tiles.back().label = phrase(m_words.text("Another room"));
  m_view.tiles.back().tap = {TypeLine{FormLine::NewRoom, {}}};
}

void Sheet::leads() {
  m_view.shape = TileShape::Pictures;
  auto const& now = m_draft.series.lead;
  add({.picture = "🚫", .label = m_words.text("Nobody"), .edit = SetLead{}, .is_chosen = !now});
  for (auto const& host : m_writer.place.hosts)
    add({.picture = std::string(emoji_of(host.picture)),
         .label = host_in_words(m_writer, host.picture),
         .edit = SetLead{host.picture},
         .is_chosen = now == host.picture});
}

void Sheet::slots() {
  m_view.shape = TileShape::Pictures;
  for (int slots = 1; slots <= most_usual_slots; ++slots)
    add({.picture = {},
         .label = slots_in_words(slots),
         .edit = SetSlots{slots},
         .is_chosen = m_draft.series.slots == slots});
  m_view.advice = phrase(m_words.text("Each slot is for one picture. No name, no subject."));
}

void Sheet::fill(FormLine line) {
  switch (line) {
    case FormLine::Picture:
      return pictures();
    case FormLine::Kind:
      return kinds();
    case FormLine::When:
      return times();
    case FormLine::Repeat:
      return repeats();
    case FormLine::Weekdays:
      return weekdays();
    case FormLine::Until:
      return until();
    case FormLine::Holidays:
      return holidays();
    case FormLine::LeftOut:
      return left_out();
    case FormLine::Places:
      return places();
    case FormLine::SignUp:
      return sign_ups();
    case FormLine::Room:
      return rooms();
    case FormLine::Lead:
      return leads();
    case FormLine::Slots:
      return slots();
    case FormLine::Title:
    case FormLine::Link:
    case FormLine::NewRoom:
      return;  // typed, not chosen
  }
}

}  // namespace

std::string slots_in_words(int slots) {
  return isolated(std::to_string(slots));
}

PageView sheet_view(ProgrammeWriter const& writer, FormPage const& page) {
  return Sheet(writer, page).view(*page.line);
}

}  // namespace inloop::core::host::planning
