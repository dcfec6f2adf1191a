#include "sync/collector/figures.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "sync/collector/half_widths.h"
#include "sync/collector/months.h"

namespace inloop::collector {
namespace {

struct Sum {
  std::int64_t raw = 0;
  std::vector<report::Epsilon> epsilons;
  std::set<std::string_view> places;
};

std::optional<report::Epsilon> common(std::span<report::Epsilon const> epsilons) {
  bool const is_common = std::ranges::all_of(
      epsilons, [&](report::Epsilon epsilon) { return epsilon == epsilons.front(); });
  return is_common ? std::optional(epsilons.front()) : std::nullopt;
}

class Sums {
 public:
  void add(Level level, std::string_view place, std::string_view group, KeptCell const& cell) {
    auto const key = std::tuple{level, place, std::string_view(cell.period),
                                std::string_view(cell.subject), group};
    auto const [at, is_new] = m_index.try_emplace(key, m_figures.size());
    if (is_new) {
      m_figures.push_back({.level = level,
                           .place = std::string(place),
                           .period = cell.period,
                           .subject = cell.subject,
                           .group = std::string(group)});
      m_sums.emplace_back();
    }
    auto& sum = m_sums[at->second];
    sum.raw += cell.value;
    sum.epsilons.push_back(cell.epsilon);
    sum.places.insert(cell.place);
  }

  // In the order in which the figures were first seen.
  std::vector<Figure> finished() {
    HalfWidths half_widths;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
      m_figures[i].epsilon = common(m_sums[i].epsilons);
      m_figures[i].cells = static_cast<std::int64_t>(m_sums[i].epsilons.size());
      m_figures[i].places = static_cast<std::int64_t>(m_sums[i].places.size());
      m_figures[i].estimate = estimate(m_sums[i].raw, half_widths.of(m_sums[i].epsilons));
    }
    return std::move(m_figures);
  }

 private:
  using Key =
      std::tuple<Level, std::string_view, std::string_view, std::string_view, std::string_view>;
  std::map<Key, std::size_t> m_index;
  std::vector<Figure> m_figures;
  std::vector<Sum> m_sums;
};

std::vector<Figure> totals(FigureSources const& sources, Filter const& filter) {
  bool const is_over_places = filter.place.empty() && sources.places.size() > 1;
  Sums sums;
  for (auto const& cell : sources.cells) {
    sums.add(Level::Cell, cell.place, cell.group, cell);
    sums.add(Level::Table, cell.place, "", cell);
    if (!is_over_places) continue;
    sums.add(Level::AllCells, "", cell.group, cell);
    sums.add(Level::AllTables, "", "", cell);
  }
  auto figures = sums.finished();
  for (auto& figure : figures) {
    auto const expected = static_cast<std::int64_t>(sources.places.size());
    if (figure.place.empty() && figure.places < expected)
      figure.remark = fmt::format("{} van {} plekken", figure.places, expected);
  }
  return figures;
}

// From the first month a place reported, or from the one it was added in when it never did.
std::vector<Figure> missing_months(FigureSources const& sources, Filter const& filter) {
  std::map<std::string_view, std::set<int>> reported;
  int const current = month_number(sources.current_month);
  int last = month_number(sources.last_due);
  for (auto const& release : sources.releases) {
    // One odd release from a later month must not make every place look incomplete.
    last = std::max(last, std::min(month_number(release.period), current));
    if (release.kind == "regulier") reported[release.place].insert(month_number(release.period));
  }
  std::vector<Figure> missing;
  for (auto const& place : sources.places) {
    if (!filter.place.empty() && filter.place != place.id) continue;
    auto const& months = reported[place.id];
    int const since = months.empty() ? month_number(place.since) : *months.begin();
    int const first = std::max(since, last - static_cast<int>(most_missing_months) + 1);
    for (int month = first; month <= last; ++month) {
      if (months.contains(month)) continue;
      if (!filter.period.empty() && filter.period != month_word(month)) continue;
      missing.push_back({.level = Level::Month,
                         .place = place.id,
                         .period = month_word(month),
                         .remark = "Deze maand is niet ontvangen. Dat is niet nul."});
    }
  }
  return missing;
}

// A source numbers its releases without gaps, so a gap tells of one that never came. It is laid to
// the place whose release came after it.
std::vector<Figure> missing_sequences(FigureSources const& sources, Filter const& filter) {
  if (!filter.period.empty()) return {};
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

std::vector<Figure> figures(FigureSources const& sources, Filter const& filter) {
  auto all = totals(sources, filter);
  for (auto const& missing : {missing_months(sources, filter), missing_sequences(sources, filter)})
    all.insert(all.end(), missing.begin(), missing.end());
  // Stable: within a table the groups keep the order of the event.
  std::ranges::stable_sort(all, {}, [](Figure const& figure) {
    return std::tuple{figure.place.empty(), std::string_view(figure.place),
                      std::string_view(figure.period), std::string_view(figure.subject),
                      figure.level};
  });
  return all;
}

}  // namespace inloop::collector
