#include "tests/faults/day_of_taps.h"

#include <array>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/base/assert.h"

namespace inloop::test {
namespace {

using Kind = Step::Kind;

constexpr core::Period october{std::chrono::year{2026}, std::chrono::month{10}};
constexpr core::Period november{std::chrono::year{2026}, std::chrono::month{11}};
constexpr core::Date today = november / std::chrono::day{23};

std::string text_of(core::Date date) {
  return fmt::format("{}-{:02}", core::to_string(core::period_of(date)), unsigned{date.day()});
}

std::string word(core::FirstTime answer) {
  constexpr std::array words{"skipped", "yes", "no"};
  return words[static_cast<std::size_t>(answer)];
}

std::string event_id(std::int64_t sequence) {
  return fmt::format("event-{}", sequence);
}
std::string event_bytes(std::int64_t sequence) {
  return std::string(700, '0') + event_id(sequence);
}

store::Release release(std::int64_t sequence) {
  return {.event_id = event_id(sequence),
          .bytes = event_bytes(sequence),
          .ledger = {{.subject = "bezoeken"}, {.subject = "drukte"}, {.subject = "eersteKeer"}}};
}

std::string text_of_release(core::Period period, std::int64_t sequence,
                            std::string const& receipt) {
  return fmt::format("{} {} {} {}", core::to_string(period), event_id(sequence),
                     event_bytes(sequence), receipt);
}

// Draws the steps of a day, so that each refers only to visits that are there.
class DayWriter {
 public:
  explicit DayWriter(std::uint64_t seed) : m_random(seed) {}

  std::vector<Step> write() {
    for (int i = 0; i < 3; ++i) add(october / std::chrono::day{29});
    for (int i = 0; i < 4; ++i) tap();
    m_day.push_back({.kind = Kind::Forget});
    m_day.push_back({.kind = Kind::Close, .period = october, .sequence = 1});
    for (int i = 0; i < 4; ++i) tap();
    m_day.push_back({.kind = Kind::Reopen});
    for (int i = 0; i < 3; ++i) tap();
    m_day.push_back({.kind = Kind::Receipt, .sequence = 1});
    m_day.push_back({.kind = Kind::Checkpoint});
    for (int i = 0; i < 4; ++i) tap();
    return std::move(m_day);
  }

 private:
  int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

  void add(core::Date date) {
    Step step{.kind = Kind::Add, .visit = ++m_last};
    step.value.arrived = {.date = date, .minute_of_day = 9 * 60 + below(180)};
    step.value.party = {.adults = 1 + below(3), .children = below(3)};
    m_day.push_back(step);
  }

  // A check-in, and perhaps what the welcome screen offers after it.
  void tap() {
    add(today);
    Step step = m_day.back();
    switch (below(4)) {
      case 0:
        step.kind = Kind::Undo;
        break;
      case 1:
        step.kind = Kind::Amend;
        step.value.party.children += 1;
        step.value.first_time = core::FirstTime::Yes;
        break;
      default:
        return;
    }
    m_day.push_back(step);
  }

  std::mt19937_64 m_random;
  std::vector<Step> m_day;
  core::VisitId m_last = 0;
};

template <class Read>
void each_row(SQLite::Database& database, char const* query, Read const& read) {
  SQLite::Statement rows(database, query);
  while (rows.executeStep()) read(rows);
}

}  // namespace

std::vector<Step> day_of_taps(std::uint64_t seed) {
  return DayWriter(seed).write();
}

Kept after(Kept kept, Step const& step) {
  switch (step.kind) {
    case Kind::Add:
      kept.visits[step.visit] = {.date = text_of(step.value.arrived.date),
                                 .minute = step.value.arrived.minute_of_day,
                                 .party = step.value.party,
                                 .first_time = word(step.value.first_time)};
      break;
    case Kind::Amend:
      kept.visits.at(step.visit).party = step.value.party;
      kept.visits.at(step.visit).first_time = word(step.value.first_time);
      break;
    case Kind::Undo:
      kept.visits.erase(step.visit);
      break;
    case Kind::Forget:
      for (auto& [id, visit] : kept.visits)
        if (visit.date < text_of(today)) visit.minute.reset();
      break;
    case Kind::Close:
      kept.closed.insert(core::to_string(step.period));
      for (auto const& drawn : release(step.sequence).ledger)
        kept.ledger.insert(core::to_string(step.period) + " " + drawn.subject);
      kept.releases[step.sequence] = text_of_release(step.period, step.sequence, "");
      break;
    case Kind::Receipt:
      kept.releases.at(step.sequence) += "received";
      break;
    case Kind::Checkpoint:
    case Kind::Reopen:
      break;
  }
  return kept;
}

Kept read_kept(std::string const& file, std::string const& vfs) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE, 0, vfs);
  database.exec("PRAGMA locking_mode = EXCLUSIVE");  // the VFS has no shared memory
  Kept kept;
  if (database.execAndGet("PRAGMA user_version").getInt() == 0) return kept;
  each_row(database, "SELECT id, date, minute, adults, children, first_time FROM visit",
           [&](SQLite::Statement& row) {
             auto& visit = kept.visits[row.getColumn(0).getInt64()];
             visit.date = row.getColumn(1).getString();
             if (!row.getColumn(2).isNull()) visit.minute = row.getColumn(2).getInt();
             visit.party = {row.getColumn(3).getInt(), row.getColumn(4).getInt()};
             visit.first_time = row.getColumn(5).getString();
           });
  each_row(database, "SELECT month FROM period",
           [&](SQLite::Statement& row) { kept.closed.insert(row.getColumn(0).getString()); });
  each_row(database, "SELECT period || ' ' || subject FROM ledger",
           [&](SQLite::Statement& row) { kept.ledger.insert(row.getColumn(0).getString()); });
  each_row(database,
           "SELECT sequence, period || ' ' || event_id || ' ' || CAST(bytes AS TEXT) || ' ' || "
           "coalesce(CAST(receipt AS TEXT), '') FROM release",
           [&](SQLite::Statement& row) {
             kept.releases[row.getColumn(0).getInt64()] = row.getColumn(1).getString();
           });
  return kept;
}

Result<> Machine::open() {
  auto opened = store::Store::open({.file = file, .place = "leiden-klooslaan", .vfs = m_vfs});
  if (!opened) return tl::unexpected(opened.error());
  m_store.emplace(std::move(*opened));
  return {};
}

Result<> Machine::ask(Step const& step) {
  switch (step.kind) {
    case Kind::Add: {
      auto const id = m_store->add_visit(step.value);
      if (!id) return tl::unexpected(id.error());
      if (*id != step.visit) return failure("visit {} got the number {}", step.visit, *id);
      return {};
    }
    case Kind::Amend:
      return m_store->amend_visit(step.visit, step.value.party, step.value.first_time);
    case Kind::Undo:
      return m_store->undo_visit(step.visit);
    case Kind::Forget:
      return m_store->forget_minutes_before(today);
    case Kind::Close:
      return m_store->close_period(
          step.period, [](auto const&, std::int64_t sequence) -> Result<store::Release> {
            return release(sequence);
          });
    case Kind::Receipt:
      return m_store->keep_receipt(event_id(step.sequence), "received");
    case Kind::Checkpoint:
      return m_store->checkpoint();
    case Kind::Reopen:
      stop();
      return open();
  }
  INLOOP_ASSERT(!"a kind that is not handled");
  return {};
}

Result<> Machine::perform(Step const& step) {
  m_under_way = step;
  auto done = ask(step);
  if (!done) return done;
  m_acknowledged = after(std::move(m_acknowledged), step);
  m_under_way.reset();
  return {};
}

bool Machine::run(std::vector<Step> const& day) {
  if (!open()) return false;
  for (auto const& step : day)
    if (!perform(step)) return false;
  return true;
}

bool Machine::allows(Kept const& found) const {
  return found == m_acknowledged || (m_under_way && found == after(m_acknowledged, *m_under_way));
}

}  // namespace inloop::test
