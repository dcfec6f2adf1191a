#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "kiosk/core/holds.h"
#include "kiosk/core/host/counts_words.h"
#include "kiosk/core/host/noise.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/raw_lines.h"
#include "kiosk/core/scrolled.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host {
namespace {

using namespace counting;
using planning::day_and_month;
using planning::month_and_year;

CountsButton button(std::string text, CountsTap tap) {
  return {.phrase = phrase(std::move(text)), .tap = std::move(tap)};
}

// When the month goes to the municipality.
std::string when_in_words(OpenMonth const& month, int grace_days, Date today, Words const& words) {
  bool const has_ended = has_hold_ended(month.period, today, grace_days);
  if (month.held == HeldBack::Yes && !has_ended)
    return filled(words.text("Held back. It goes by itself on {date}."),
                  {{"date", date_in_words(hold_end(month.period, grace_days), words)}});
  if (is_due(month.period, today, grace_days))
    return words.text("This goes to the municipality within the hour.");
  return filled(words.text("This goes to the municipality on {date}."),
                {{"date", date_in_words(closing_date(month.period, grace_days), words)}});
}

TableTile tile_of(privacy::ExactTable const& table, std::size_t index, Words const& words) {
  TableTile tile{.picture = picture_of_table(table),
                 .name = phrase(table_in_words(table, words)),
                 .number = phrase(number_in_words(sum_of(table))),
                 .button = {.phrase = {}, .tap = {OpenTable{index}}}};
  tile.button.phrase = {.shown = tile.name.shown,
                        .spoken = tile.name.spoken + ": " + tile.number.spoken};
  return tile;
}

PeopleView people_view(std::string_view picture, std::string label, int people, Who who,
                       Words const& words) {
  constexpr std::array steps{-10, -1, 1, 10};
  PeopleView view{.picture = picture,
                  .label = phrase(std::move(label)),
                  .number = phrase(number_in_words(people)),
                  .steps = {}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto const by = steps[i];
    auto const amount = number_in_words(std::abs(by));
    auto const spoken =
        filled(by < 0 ? words.text("{what}: {count} fewer") : words.text("{what}: {count} more"),
               {{"what", view.label.spoken}, {"count", amount}});
    auto const after = std::clamp(people + by, 0, most_late_people);
    view.steps[i] = {
        .phrase = {.shown = isolated((by < 0 ? "\u2212" : "+") + fmt::format("{}", std::abs(by))),
                   .spoken = spoken},
        .tap = {StepPeople{.who = who, .by = by}},
        .is_enabled = after != people};
  }
  return view;
}

std::string status_of(SentMonth const& sent, Words const& words) {
  if (!sent.is_received) return words.text("On its way");
  if (!sent.received) return words.text("Received");
  return filled(words.text("Received on {date}"),
                {{"date", day_and_month(sent.received->date, words)}});
}

// The numbers of the graph on one scale, from zero to the end of the highest interval.
std::vector<GraphBar> bars_of(std::vector<GraphMonth> const& months, Language language,
                              Words const& words) {
  std::int64_t greatest = 1;
  for (auto const& month : months)
    if (month.sent)
      greatest = std::max(greatest, month.sent->people + half_width_95(month.sent->epsilon, 2));
  auto const share = [&](std::int64_t value) {
    return static_cast<double>(std::max<std::int64_t>(value, 0)) / static_cast<double>(greatest);
  };
  std::vector<GraphBar> bars;
  for (auto const& month : months) {
    GraphBar bar{.label = short_month(month.period, language, words), .is_missing = !month.sent};
    if (month.sent) {
      auto const people = month.sent->people;
      auto const half_width = half_width_95(month.sent->epsilon, 2);
      bar.value = number_in_words(std::max<std::int64_t>(people, 0));
      bar.height = share(people);
      bar.low = share(people - half_width);
      bar.high = share(people + half_width);
    }
    bars.push_back(std::move(bar));
  }
  return bars;
}

Phrase graph_phrase(std::vector<GraphMonth> const& months, Words const& words) {
  auto text = phrase(words.text("People a month, as the municipality got it"));
  for (auto const& month : months) {
    auto const value = month.sent ? number_in_words(std::max<std::int64_t>(month.sent->people, 0))
                                  : words.text("missing");
    text.spoken += ". " + month_and_year(first_day(month.period), words) + ": " + value;
  }
  return text;
}

struct ViewOf {
  using View = decltype(CountsScreen::view);

  Counts const& place;
  State const& state;
  Words const& words;

  View operator()(MonthPage const&) const {
    auto const* const month = chosen_month(place);
    if (month == nullptr) return loading();
    auto const today = state.now.local.date;
    auto const people = month->tables.empty() ? 0 : sum_of(month->tables.front());
    MonthView view{
        .is_held = month->held == HeldBack::Yes,
        .when = phrase(when_in_words(*month, place.grace_days, today, words)),
        .beginning = phrase(counted(
            words.plural("{count} person was counted. These are the real numbers.",
                         "{count} people were counted. These are the real numbers.", people),
            people)),
        .late = button(words.text("Count from paper"), {OpenLate{}}),
        .sent = button(words.text("What was sent"), {OpenSent{}})};
    if (place.months.size() > 1)
      for (std::size_t i = 0; i < place.months.size(); ++i) {
        auto choice =
            button(month_and_year(first_day(place.months[i].period), words), {ChooseMonth{i}});
        choice.is_chosen = i == place.chosen;
        view.months.push_back(std::move(choice));
      }
    for (std::size_t i = 0; i < month->tables.size(); ++i)
      view.tables.push_back(tile_of(month->tables[i], i, words));
    if (can_be_held(month->period, today, place.grace_days))
      view.hold = view.is_held ? button(words.text("Let it go"), {Hold{HeldBack::No}})
                               : button(words.text("Hold it back"), {Hold{HeldBack::Yes}});
    return view;
  }

  View operator()(TablePage const& page) const {
    auto const* const month = chosen_month(place);
    if (month == nullptr || page.table >= month->tables.size()) return loading();
    auto const& table = month->tables[page.table];
    TableView view{.picture = picture_of_table(table),
                   .meaning = phrase(meaning_of_table(table, words)),
                   .noise = phrase(noise_in_words(table, words)),
                   .epsilon = phrase(epsilon_in_words(table, words)),
                   .exact_head = phrase(words.text("Really")),
                   .sent_head = phrase(words.text("The municipality gets")),
                   .rows = number_rows(table, words),
                   .scroll = {}};
    view.scroll = scrolled(page.first, view.rows, words);
    return view;
  }

  View operator()(LatePage const& page) const {
    auto const& entry = page.entry;
    auto const today = state.now.local.date;
    auto const on_screen = counted_on_screen(place, entry.date, entry.daypart);
    auto const old = entered_late(place, entry.date, entry.daypart);
    LateView view{
        .earlier = step_day(-1, words.text("A day earlier"), entry.date),
        .day = phrase(day_in_words(entry.date, today, words)),
        .later = step_day(1, words.text("A day later"), entry.date),
        .dayparts = {},
        .known = phrase(counted(words.plural("The screen counted {count} person then.",
                                             "The screen counted {count} people then.", on_screen),
                                on_screen)),
        .adults = people_view("🧑", words.text("Adults"), entry.adults, Who::Adults, words),
        .children =
            people_view("🧒", words.text("Children"), entry.children, Who::Children, words),
        .save = button(words.text("Save"), {SaveLate{}})};
    for (auto const daypart : all_dayparts) {
      auto choice = button(daypart_in_words(daypart, words), {ChooseDaypart{daypart}});
      choice.is_chosen = daypart == entry.daypart;
      view.dayparts[static_cast<std::size_t>(daypart)] = std::move(choice);
    }
    view.save.is_enabled = entry != old;
    return view;
  }

  View operator()(SentPage const& page) const {
    SentView view{.graph = graph_phrase(place.graph, words),
                  .bars = bars_of(place.graph, state.preferences.language, words),
                  .lines = {},
                  .empty = std::nullopt,
                  .scroll = {}};
    for (auto const& sent : place.sent) {
      auto const month = month_and_year(first_day(sent.period), words);
      auto const status = status_of(sent, words);
      view.lines.push_back({.month = phrase(month),
                            .status = phrase(status),
                            .is_received = sent.is_received,
                            .button = {.phrase = {.shown = month, .spoken = month + ". " + status},
                                       .tap = {OpenFile{sent.sequence}}}});
    }
    if (view.lines.empty())
      view.empty = phrase(words.text("Nothing has been sent yet. Numbers go once a month."));
    view.scroll = scrolled(page.first, view.lines, words);
    return view;
  }

  View operator()(FilePage const& page) const {
    auto const& month = page.file.month;
    auto facts = filled(
        words.text("Number {sequence}. {status}."),
        {{"sequence", number_in_words(month.sequence)}, {"status", status_of(month, words)}});
    if (month.received)
      facts += " " + filled(words.text("At {time}."),
                            {{"time", isolated(time_of_day(month.received->minute_of_day))}});
    FileView view{
        .facts = phrase(std::move(facts)),
        .lines = raw_lines(page.file.bytes),
        .lines_spoken = phrase(words.text("Here is the file as the municipality gets it.")),
        .scroll = {}};
    view.scroll = scrolled(page.first, view.lines, words);
    return view;
  }

 private:
  [[nodiscard]] View loading() const { return CountsLoading{phrase(words.text("One moment."))}; }

  [[nodiscard]] CountsButton step_day(int days, std::string text, Date from) const {
    auto step = button(std::move(text), {StepDay{days}});
    step.is_enabled = can_be_entered(
        place, Date(std::chrono::sys_days(from) + std::chrono::days{days}), state.now.local.date);
    return step;
  }
};

struct TitleOf {
  Counts const& place;
  Words const& words;

  std::string operator()(MonthPage const&) const { return words.text("Figures"); }
  std::string operator()(TablePage const& page) const {
    auto const* const month = chosen_month(place);
    if (month == nullptr || page.table >= month->tables.size()) return words.text("Figures");
    return table_in_words(month->tables[page.table], words);
  }
  std::string operator()(LatePage const&) const { return words.text("Count from paper"); }
  std::string operator()(SentPage const&) const { return words.text("What was sent"); }
  std::string operator()(FilePage const& page) const {
    return month_and_year(first_day(page.file.month.period), words);
  }
};

// What a page is about, beside its title.
std::string subtitle(Counts const& place, Words const& words) {
  auto const* const month = chosen_month(place);
  if (month == nullptr || !std::holds_alternative<TablePage>(place.page)) return {};
  return month_and_year(first_day(month->period), words);
}

}  // namespace

RoomHead head_of(Counts const& place, HostRoom const& room, State const& state,
                 Words const& words) {
  auto title = phrase(std::visit(TitleOf{place, words}, place.page));
  if (std::holds_alternative<MonthPage>(place.page))
    return {.title = std::move(title),
            .subtitle = day_and_host(room, state, words),
            .back = std::nullopt};
  return {.title = std::move(title),
          .subtitle = phrase(subtitle(place, words)),
          .back = phrase(words.text("Back"))};
}

CountsScreen screen_of(Counts const& place, HostRoom const&, State const& state,
                       Words const& words) {
  return {std::visit(ViewOf{place, state, words}, place.page)};
}

INLOOP_COMPILE_INNER(counting::CountsTap, What);
INLOOP_COMPILE_INNER(counting::CountsScreen, View);

}  // namespace inloop::core::host
