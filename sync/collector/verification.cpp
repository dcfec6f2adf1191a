#include "sync/collector/verification.h"

#include <map>
#include <tuple>
#include <utility>

#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

using TotalKey = std::tuple<std::string, std::string, std::string, std::string, std::string,
                            std::uint32_t, std::uint32_t>;

struct Sum {
  std::int64_t cells = 0;
  std::int64_t places = 0;
  std::int64_t value = 0;

  bool operator==(Sum const&) const = default;
};

using Sums = std::map<TotalKey, Sum>;

TotalKey key_of(Area const& area, Total const& total) {
  return {area.municipality,
          area.district,
          total.period,
          total.subject,
          total.group,
          total.epsilon.numerator,
          total.epsilon.denominator};
}

std::string words_for(TotalKey const& key) {
  auto const& [municipality, district, period, subject, group, numerator, denominator] = key;
  return fmt::format("{} {} {} (epsilon {}/{}) in \"{}\" \"{}\"", period, subject,
                     group.empty() ? "altogether" : group, numerator, denominator, municipality,
                     district);
}

std::vector<KeptCell> cells_in(report::CountEvent const& event) {
  std::vector<KeptCell> cells;
  for (auto const& table : event.tables)
    for (auto const& cell : table.cells)
      cells.push_back(
          {event.place, event.period, table.subject, cell.group, cell.value, table.epsilon});
  return cells;
}

bool is_release_of(Release const& release, report::CountEvent const& event) {
  return std::tie(release.source, release.id, release.place, release.period, release.kind,
                  release.sequence) ==
         std::tie(event.source, event.id, event.place, event.period, event.kind, event.sequence);
}

class Verifier final : public Inspector {
 public:
  explicit Verifier(std::function<void(std::string_view)> const& differs) : m_differs(differs) {}

  Result<> see_event(KeptEvent const& kept, Area const& area,
                     std::span<KeptCell const> cells) override {
    ++m_report.events;
    auto const& release = kept.release;
    auto const name = fmt::format("event {} of {} {}", release.id, release.place, release.period);
    if (report::content_hash(kept.bytes) != release.hash)
      object(name + ": its bytes are not those of its hash");
    auto const event = report::count_event_from(kept.bytes);
    if (!event) {
      object(fmt::format("{}: {}", name, event.error().what));
      return {};
    }
    if (!is_release_of(release, *event)) object(name + ": it is kept as if it were another");
    auto const told = cells_in(*event);
    if (!std::ranges::equal(told, cells)) object(name + ": its cells are not those of its bytes");
    add(area, *event);
    return {};
  }

  Result<> see_total(Total const& total) override {
    compare(m_of_all, key_of({}, total), total);
    return {};
  }

  Result<> see_district_total(Area const& district, Total const& total) override {
    compare(m_of_districts, key_of(district, total), total);
    return {};
  }

  VerificationReport finished() {
    for (auto const* sums : {&m_of_all, &m_of_districts})
      for (auto const& [key, sum] : *sums) object("there is no total of " + words_for(key));
    return m_report;
  }

 private:
  void object(std::string_view what) {
    ++m_report.differences;
    m_differs(what);
  }

  void add(Area const& area, report::CountEvent const& event) {
    for (auto const& table : event.tables) {
      Total total{.period = event.period,
                  .subject = table.subject,
                  .group = {},
                  .epsilon = table.epsilon,
                  .cells = 0,
                  .places = event.kind == "regulier" ? 1 : 0,
                  .value = 0};
      for (auto const& cell : table.cells) {
        ++total.cells;
        total.value += cell.value;
        Total one = total;
        one.group = cell.group;
        one.cells = 1;
        one.value = cell.value;
        add(area, one);
      }
      add(area, total);
    }
  }

  void add(Area const& area, Total const& total) {
    for (auto* const sum : {&m_of_all[key_of({}, total)], &m_of_districts[key_of(area, total)]}) {
      sum->cells += total.cells;
      sum->places += total.places;
      sum->value += total.value;
    }
  }

  void compare(Sums& sums, TotalKey const& key, Total const& kept) {
    ++m_report.totals;
    auto const told = sums.extract(key);
    if (told.empty())
      object("no event tells of the total of " + words_for(key));
    else if (told.mapped() != Sum{kept.cells, kept.places, kept.value})
      object(fmt::format("the total of {} is kept as {}, its events add up to {}", words_for(key),
                         kept.value, told.mapped().value));
  }

  std::function<void(std::string_view)> const& m_differs;
  VerificationReport m_report;
  Sums m_of_all;
  Sums m_of_districts;
};

}  // namespace

Result<VerificationReport> verify(CountStore& store,
                                  std::function<void(std::string_view)> const& differs) {
  Verifier verifier(differs);
  auto const inspected = store.inspect(verifier);
  if (!inspected) return tl::unexpected<Error>(inspected.error());
  return verifier.finished();
}

}  // namespace inloop::collector
