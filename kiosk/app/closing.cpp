#include "kiosk/app/closing.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "kiosk/base/log.h"
#include "kiosk/core/holds.h"
#include "kiosk/privacy/release.h"
#include "kiosk/store/holds.h"
#include "sync/report/count_event.h"

namespace inloop::app {
namespace {

// A random UUID (version 4, RFC 9562).
Result<std::string> random_uuid(RandomSource& random) {
  std::array<std::byte, 16> bytes{};
  if (auto const filled = random.fill(bytes); !filled) return tl::unexpected(filled.error());
  bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x40};
  bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", std::to_integer<unsigned>(bytes[i]));
  }
  return text;
}

std::vector<report::SessionFact> session_facts(core::PeriodCounts const& counts) {
  std::vector<report::SessionFact> facts;
  for (auto const kind : core::all_activity_kinds) {
    auto const& sessions = counts.sessions[static_cast<std::size_t>(kind)];
    facts.push_back({.kind = std::string(core::kind_word(kind)),
                     .planned = sessions.planned,
                     .held = sessions.held,
                     .cancelled = sessions.cancelled});
  }
  return facts;
}

report::Table on_the_wire(privacy::ReleasedTable const& table) {
  report::Table wire{.subject = table.subject,
                     .unit = table.unit,
                     .epsilon = {table.epsilon.numerator, table.epsilon.denominator},
                     .cells = {}};
  for (auto const& cell : table.cells) wire.cells.push_back({cell.group, cell.value});
  return wire;
}

}  // namespace

Result<int> Closing::close_due(store::Store& store, core::Date today) {
  m_rules = m_rules_now();
  auto const open = store.open_periods(today);
  if (!open) return tl::unexpected(open.error());
  auto const held = store::held_months(store);
  if (!held) return tl::unexpected(held.error());
  int closed = 0;
  for (auto const period : *open) {
    if (!core::is_due(period, today, m_rules.grace_days)) break;
    bool const is_held = std::ranges::find(*held, period) != held->end();
    if (is_held && !core::has_hold_ended(period, today, m_rules.grace_days)) break;
    auto const result = store.close_period(period, [&](auto const& counts, std::int64_t sequence) {
      return make_release(period, counts, sequence);
    });
    if (!result) return within("closing " + core::to_string(period), result.error());
    log::info("closed period {}", core::to_string(period));
    ++closed;
  }
  return closed;
}

Result<store::Release> Closing::make_release(core::Period period, core::PeriodCounts const& counts,
                                             std::int64_t sequence) {
  auto const id = random_uuid(m_random);
  if (!id) return tl::unexpected(id.error());
  auto const exact = core::release_tables(counts, m_rules.opening, m_rules.epsilons);
  auto const released = privacy::release(exact, m_rules.budget, m_random);
  if (!released) return tl::unexpected(released.error());

  report::CountEvent event;
  event.id = *id;
  event.source = m_rules.source;
  event.place = m_rules.place_id;
  // The scheduled time, never the time of the draw: how long the sampler took would leak the noise.
  event.time = m_clock.utc_text({.date = core::closing_date(period, m_rules.grace_days),
                                 .minute_of_day = m_rules.release_minute});
  event.sequence = sequence;
  event.period = core::to_string(period);
  event.facts = {
      .dayparts_scheduled = core::dayparts_open(period, m_rules.opening, {}),
      .dayparts_open = core::dayparts_open(period, m_rules.opening, counts.openings),
      .feeling_question = std::string(core::question_word(core::feeling_question_of(period))),
      .sessions = session_facts(counts),
      .software_version = INLOOP_VERSION};

  store::Release release{.event_id = *id, .bytes = {}, .ledger = {}};
  for (auto const& table : *released) {
    event.tables.push_back(on_the_wire(table));
    release.ledger.push_back({.subject = table.subject,
                              .epsilon_numerator = table.epsilon.numerator,
                              .epsilon_denominator = table.epsilon.denominator});
  }
  auto bytes = report::to_json(event);
  if (!bytes) return tl::unexpected(bytes.error());
  release.bytes = std::move(*bytes);
  return release;
}

}  // namespace inloop::app
