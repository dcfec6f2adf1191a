#include "sync/collector/figures.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "sync/collector/half_widths.h"
#include "sync/collector/months.h"

namespace inloop::collector {
namespace {

std::optional<report::Epsilon> common(EpsilonCounts const& epsilons) {
  if (epsilons.size() != 1) return std::nullopt;
  auto const [numerator, denominator] = epsilons.begin()->first;
  return report::Epsilon{numerator, denominator};
}

// The lines of one place after the other: its cells and tables, as they are first seen.
class Sums {
 public:
  void add(Level level, std::string_view group, KeptCell const& cell) {
    auto const key = std::tuple{std::string_view(cell.place), std::string_view(cell.period),
                                std::string_view(cell.subject), group};
    auto const [at, is_new] = m_index.try_emplace(key, m_figures.size());
    if (is_new) {
      m_figures.push_back({.level = level,
                           .place = cell.place,
                           .period = cell.period,
                           .subject = cell.subject,
                           .group = std::string(group),
                           .estimate = Estimate{},
                           .places = 1});
      m_epsilons.emplace_back();
    }
    m_figures[at->second].estimate->raw += cell.value;
    ++m_figures[at->second].cells;
    ++m_epsilons[at->second][{cell.epsilon.numerator, cell.epsilon.denominator}];
  }

  std::vector<Figure> finished() {
    HalfWidths half_widths;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
      m_figures[i].epsilon = common(m_epsilons[i]);
      m_figures[i].estimate = estimate(m_figures[i].estimate->raw, half_widths.of(m_epsilons[i]));
    }
    return std::move(m_figures);
  }

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
  std::map<Key, std::size_t> m_index;
  std::vector<Figure> m_figures;
  std::vector<EpsilonCounts> m_epsilons;
};

std::vector<Figure> told_by_places(std::vector<KeptCell> const& cells) {
  Sums sums;
  for (auto const& cell : cells) {
    sums.add(Level::Cell, cell.group, cell);
    sums.add(Level::Table, "", cell);
  }
  return sums.finished();
}

// Over all places; where there is one, its own lines say it all.
std::vector<Figure> told_together(FigureSources const& sources) {
  if (sources.places.size() < 2) return {};
  std::vector<Figure> figures;
  std::vector<EpsilonCounts> epsilons;
  std::int64_t const expected = std::ssize(sources.places);
  for (auto const& total : sources.totals) {
    // Of different epsilon they stand apart, one after the other.
    if (figures.empty() || figures.back().period != total.period ||
        figures.back().subject != total.subject || figures.back().group != total.group) {
      figures.push_back({.level = total.group.empty() ? Level::AllTables : Level::AllCells,
                         .period = total.period,
                         .subject = total.subject,
                         .group = total.group,
                         .estimate = Estimate{}});
      epsilons.emplace_back();
    }
    figures.back().estimate->raw += total.value;
    figures.back().cells += total.cells;
    figures.back().places += total.places;
    epsilons.back()[{total.epsilon.numerator, total.epsilon.denominator}] += total.cells;
  }
  HalfWidths half_widths;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    auto& figure = figures[i];
    figure.epsilon = common(epsilons[i]);
    figure.estimate = estimate(figure.estimate->raw, half_widths.of(epsilons[i]));
    if (figure.places < expected)
      figure.remark = fmt::format("{} van {} plekken", figure.places, expected);
  }
  return figures;
}

// Which months a place should have told of: from the first that it told of, or the one it was added
// in when it never did, to the last that any place told of or should have told of, or to the one it
// was closed in. Of a longer silence only the last most_months_read are listed.
class ExpectedMonths {
 public:
  ExpectedMonths(FigureSources const& sources, Filter const& filter)
      : m_filter(filter), m_last(month_number(sources.last_due)) {
    // One odd release from a later month must not make every place look incomplete.
    int const current = month_number(sources.current_month);
    for (auto const& state : sources.places)
      if (!state.last_period.empty())
        m_last = std::max(m_last, std::min(month_number(state.last_period), current));
    for (auto const& release : sources.releases)
      m_last = std::max(m_last, std::min(month_number(release.period), current));
  }

  [[nodiscard]] MonthSpan of(PlaceState const& state) const {
    int const since =
        month_number(state.first_period.empty() ? state.place.since : state.first_period);
    int last = m_last;
    if (!state.place.retired_at.empty())
      last = std::min(last, month_number(state.place.retired_at));
    return narrowed({.first = since, .last = last}, {m_filter.period, m_filter.period});
  }

 private:
  Filter const& m_filter;
  int m_last;
};

std::vector<Figure> missing_months(FigureSources const& sources, Filter const& filter) {
  std::map<std::string_view, std::set<int>> reported;
  for (auto const& release : sources.releases)
    if (release.kind == "regulier") reported[release.place].insert(month_number(release.period));
  ExpectedMonths const expected(sources, filter);
  std::vector<Figure> missing;
  for (auto const& state : sources.places) {
    auto const& months = reported[state.place.id];
    auto const [first, last] = expected.of(state);
    for (int month = first; month <= last; ++month)
      if (!months.contains(month))
        missing.push_back({.level = Level::Month,
                           .place = state.place.id,
                           .period = month_word(month),
                           .remark = "Deze maand is niet ontvangen. Dat is niet nul."});
  }
  return missing;
}

// A source numbers its releases without gaps, so a gap tells of one that never came. It is laid to
// the place whose release came after it. Among the releases of one month or area none is looked
// for: the others may fill it.
std::vector<Figure> missing_sequences(FigureSources const& sources, Filter const& filter) {
  if (!filter.period.empty() || filter.area != Area{}) return {};
  std::map<std::string_view, std::map<std::int64_t, std::string_view>> by_source;
  for (auto const& release : sources.releases)
    by_source[release.source].emplace(release.sequence, release.place);
  std::vector<Figure> missing;
  for (auto const& [source, sequences] : by_source) {
    std::int64_t expected = 1;
    for (auto const& [sequence, place] : sequences) {
      auto const first = std::exchange(expected, sequence + 1);
      if (first == sequence) continue;
      if (!filter.place.empty() && filter.place != place) continue;
      missing.push_back(
          {.level = Level::Sequence,
           .place = std::string(place),
           .remark = first + 1 == sequence
                         ? fmt::format("Volgnummer {} van {} is niet ontvangen.", first, source)
                         : fmt::format("Volgnummers {} tot en met {} van {} zijn niet ontvangen.",
                                       first, sequence - 1, source)});
    }
  }
  return missing;
}

}  // namespace

std::string_view word_for(Level level) {
  switch (level) {
    case Level::Cell:
      return "groep";
    case Level::Table:
      return "onderwerp";
    case Level::AllCells:
      return "groepAllePlekken";
    case Level::AllTables:
      return "onderwerpAllePlekken";
    case Level::Month:
      return "maand";
    case Level::Sequence:
      return "volgnummer";
  }
  INLOOP_ASSERT(false);
}

std::string last_due_month(UtcTime now) {
  constexpr std::chrono::days patience{7};
  std::chrono::year_month_day const date{std::chrono::floor<std::chrono::days>(now - patience)};
  return month_word(int{date.year()} * 12 + static_cast<int>(unsigned{date.month()}) - 2);
}

std::int64_t most_missing_lines(FigureSources const& sources, Filter const& filter) {
  ExpectedMonths const expected(sources, filter);
  std::int64_t lines = 0;
  for (auto const& state : sources.places) {
    auto const [first, last] = expected.of(state);
    lines += std::max(0, last - first + 1);
  }
  return lines;
}

std::vector<Figure> figures(FigureSources const& sources, Filter const& filter) {
  auto all = told_by_places(sources.cells);
  for (auto const& more : {told_together(sources), missing_months(sources, filter),
                           missing_sequences(sources, filter)})
    all.insert(all.end(), more.begin(), more.end());
  // Stable: within a table the groups keep the order of the event.
  std::ranges::stable_sort(all, {}, [](Figure const& figure) {
    return std::tuple{figure.place.empty(), std::string_view(figure.place),
                      std::string_view(figure.period), std::string_view(figure.subject),
                      figure.level};
  });
  return all;
}

}  // namespace inloop::collector
