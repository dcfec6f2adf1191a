#include "kiosk/app/host/month_page.h"

#include <algorithm>

#include "kiosk/core/host/counts_words.h"
#include "kiosk/core/host/noise.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/release_tables.h"

namespace inloop::app::host {
namespace {

using namespace core::host::counting;
using core::host::half_width_95;
using core::host::planning::kind_in_words;
using core::host::planning::month_and_year;

// Noise may bring a small number below zero; nobody can picture that.
std::string shown(std::int64_t value) {
  return number_in_words(std::max<std::int64_t>(value, 0));
}

// The same shape, so that tables and cells are called on paper what they are called on the glass.
privacy::ExactTable in_shape(report::Table const& table) {
  privacy::ExactTable shape{.subject = table.subject,
                            .unit = table.unit,
                            .epsilon = {table.epsilon.numerator, table.epsilon.denominator},
                            .cells = {}};
  for (auto const& cell : table.cells) shape.cells.push_back({cell.group, cell.value});
  return shape;
}

paper::MonthTable figures(privacy::ExactTable const& table, core::Words const& words) {
  auto const half_width = half_width_95(table.epsilon, 1);
  paper::MonthTable page{
      .title = table_in_words(table, words),
      .note = meaning_of_table(table, words) + " " + noise_in_words(table, words),
      .columns = {words.text("About"), words.text("Nearly always within")},
      .rows = {}};
  for (auto const& cell : table.cells)
    page.rows.push_back(
        {cell_in_words(table, cell, words),
         {shown(cell.count), core::filled(words.text("{low} to {high}"),
                                          {{"low", shown(cell.count - half_width)},
                                           {"high", shown(cell.count + half_width)}})}});
  return page;
}

// Facts about the place: they were released as they are.
paper::MonthTable sessions(std::vector<report::SessionFact> const& facts,
                           core::Words const& words) {
  paper::MonthTable page{
      .title = words.text("Sessions"),
      .note = {},
      .columns = {words.text("Planned"), words.text("Held"), words.text("Called off")},
      .rows = {}};
  for (auto const& fact : facts)
    for (auto const kind : core::all_activity_kinds)
      if (core::kind_word(kind) == fact.kind)
        page.rows.push_back({kind_in_words(kind, words),
                             {shown(fact.planned), shown(fact.held), shown(fact.cancelled)}});
  return page;
}

std::string introduction(report::CountEvent const& event, core::Words const& words) {
  auto text = words.text("These numbers are nearly right: each was changed a little.");
  if (event.facts.dayparts_open)
    text += " " + core::filled(words.text("Open in {open} of {planned} parts of the day."),
                               {{"open", shown(*event.facts.dayparts_open)},
                                {"planned", shown(event.facts.dayparts_scheduled)}});
  return text;
}

paper::MonthGraph graph(std::vector<GraphMonth> const& months, core::Language language,
                        core::Words const& words) {
  paper::MonthGraph page{.title = words.text("People a month, as the municipality got it"),
                         .note = words.text("The thin line is the margin."),
                         .bars = {}};
  for (auto const& month : months) {
    paper::MonthBar bar{.label = short_month(month.period, language, words)};
    if (month.sent) {
      auto const half_width = half_width_95(month.sent->epsilon, 2);
      auto const at_least_none = [](std::int64_t value) {
        return std::max<std::int64_t>(value, 0);
      };
      bar.value = at_least_none(month.sent->people);
      bar.low = at_least_none(month.sent->people - half_width);
      bar.high = at_least_none(month.sent->people + half_width);
    }
    page.bars.push_back(std::move(bar));
  }
  return page;
}

}  // namespace

paper::MonthPage month_page_of(MonthMaterial const& material, core::Language language,
                               core::Words const& words) {
  paper::MonthPage page{.direction = core::facts(language).direction,
                        .place_name = core::isolated(material.place_name),
                        .heading = month_and_year(core::first_day(material.month), words),
                        .introduction = {},
                        .tables = {},
                        .graph = graph(material.graph, language, words),
                        .stories_title = words.text("Stories"),
                        .stories = {}};
  if (material.released) {
    page.introduction = introduction(*material.released, words);
    for (auto const& table : material.released->tables)
      page.tables.push_back(figures(in_shape(table), words));
    if (!material.released->facts.sessions.empty())
      page.tables.push_back(sessions(material.released->facts.sessions, words));
  } else {
    page.introduction = words.text("The numbers of this month have not been sent yet.");
  }
  for (auto story = material.stories.rbegin(); story != material.stories.rend(); ++story)
    page.stories.push_back({core::date_in_words(story->date, words), core::isolated(story->text)});
  return page;
}

}  // namespace inloop::app::host
