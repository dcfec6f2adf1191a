#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <span>
#include <tuple>

#include "sync/collector/sql_count_store.h"

namespace inloop::collector {
namespace {

constexpr std::string_view regular = "regulier";

// Values as the rows of one INSERT: one statement for a whole event is one way to the database.
class SqlRows {
 public:
  using Parameter = std::size_t;

  template <class Value>
  Parameter parameter(Value const& value) {
    m_values.emplace_back(value);
    return m_values.size();
  }
  void add_row(std::span<Parameter const> owner, std::initializer_list<Parameter> fields) {
    m_text += m_text.empty() ? "(" : ", (";
    for (auto const field : owner) add_field(field);
    for (auto const field : fields) add_field(field);
    m_text.back() = ')';
  }
  [[nodiscard]] std::string const& text() const { return m_text; }
  [[nodiscard]] std::vector<SqlValue> const& values() const { return m_values; }

 private:
  void add_field(Parameter field) {
    m_text += '?';
    m_text += std::to_string(field);
    m_text += ',';
  }

  std::string m_text;
  std::vector<SqlValue> m_values;
};

// What one event adds to a total: a cell, or with an empty group the whole table.
struct Share {
  std::int64_t position = 0;
  std::int64_t cells = 0;
  std::int64_t value = 0;
};

// Sorted, so that everybody takes the rows of the totals in one order and nobody waits in a circle.
using ShareKey = std::tuple<std::string_view, std::string_view, std::int64_t, std::int64_t>;
using Shares = std::map<ShareKey, Share>;

Shares shares_of(report::CountEvent const& event) {
  Shares shares;
  std::int64_t position = 0;
  for (auto const& table : event.tables) {
    std::int64_t const numerator = table.epsilon.numerator;
    std::int64_t const denominator = table.epsilon.denominator;
    auto& whole = shares[{table.subject, "", numerator, denominator}];
    whole.position = position;
    for (auto const& cell : table.cells) {
      shares[{table.subject, cell.group, numerator, denominator}] = {
          .position = position++, .cells = 1, .value = cell.value};
      ++whole.cells;
      whole.value += cell.value;
    }
  }
  return shares;
}

void insert_cells(SqlWork& work, report::CountEvent const& event, std::int64_t number) {
  SqlRows rows;
  std::array const owner{rows.parameter(event.place), rows.parameter(event.period),
                         rows.parameter(number)};
  std::int64_t position = 0;
  for (auto const& table : event.tables) {
    auto const subject = rows.parameter(table.subject);
    auto const numerator = rows.parameter(std::int64_t{table.epsilon.numerator});
    auto const denominator = rows.parameter(std::int64_t{table.epsilon.denominator});
    for (auto const& cell : table.cells)
      rows.add_row(owner, {rows.parameter(position++), subject, rows.parameter(cell.group),
                           rows.parameter(cell.value), numerator, denominator});
  }
  work.change(fmt::format(R"sql(
      INSERT INTO cell (place, period, event, position, subject, group_word, value,
        epsilon_numerator, epsilon_denominator)
      VALUES {}
    )sql",
                          rows.text()),
              rows.values());
}

// `table`: total_all or total_district; `owner`: the columns that tell its rows apart beside the
// cell, with their values.
void add_shares(SqlWork& work, std::string_view table, std::string_view owner_columns,
                std::vector<SqlValue> const& owner_values, report::CountEvent const& event) {
  SqlRows rows;
  std::vector<SqlRows::Parameter> owner;
  for (auto const& value : owner_values) owner.push_back(rows.parameter(value));
  owner.push_back(rows.parameter(event.period));
  auto const places = rows.parameter(std::int64_t{event.kind == regular ? 1 : 0});
  for (auto const& [key, share] : shares_of(event)) {
    auto const& [subject, group, numerator, denominator] = key;
    rows.add_row(owner, {rows.parameter(std::string(subject)), rows.parameter(std::string(group)),
                         rows.parameter(numerator), rows.parameter(denominator),
                         rows.parameter(share.position), rows.parameter(share.cells), places,
                         rows.parameter(share.value)});
  }
  work.change(fmt::format(R"sql(
      INSERT INTO {0}
        ({1}, period, subject, group_word, epsilon_numerator, epsilon_denominator, position, cells,
         places, value)
      VALUES {2}
      ON CONFLICT ({1}, period, subject, group_word, epsilon_numerator, epsilon_denominator)
      DO UPDATE SET cells = {0}.cells + excluded.cells, places = {0}.places + excluded.places,
        value = {0}.value + excluded.value,
        position = CASE WHEN excluded.position < {0}.position THEN excluded.position
                        ELSE {0}.position END
    )sql",
                          table, owner_columns, rows.text()),
              rows.values());
}

// Locks the place for this transaction. Nothing when it was never added.
std::optional<Area> touch_place(SqlWork& work, Arrival const& arrival) {
  auto const& event = arrival.event;
  auto const row = work.rows(
      R"sql(
      UPDATE place SET last_received_at = ?2,
        first_period = CASE WHEN ?3 <> '' AND (first_period = '' OR first_period > ?3) THEN ?3
                            ELSE first_period END,
        last_period = CASE WHEN last_period < ?3 THEN ?3 ELSE last_period END
      WHERE id = ?1 RETURNING municipality, district
    )sql",
      {event.place, arrival.received_at, event.kind == regular ? event.period : std::string()});
  if (row.empty()) return std::nullopt;
  return Area{row[0].text(0), row[0].text(1)};
}

// Of the event that has this id already, wherever it is.
Kept verdict_on_known(SqlWork& work, Arrival const& arrival) {
  auto const known = work.rows("SELECT hash, received_at FROM event WHERE source = ?1 AND id = ?2",
                               {arrival.event.source, arrival.event.id});
  auto const& row = known.at(0);
  return {row.text(0) == arrival.hash ? Verdict::Replayed : Verdict::OtherBytes, row.text(1)};
}

// False: another event has told of this place, period and kind.
bool insert_event(SqlWork& work, Arrival const& arrival, std::int64_t number) {
  auto const& event = arrival.event;
  return work.change(
             R"sql(
      INSERT INTO event (number, source, id, hash, received_at, place, period, kind, sequence,
        bytes)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      ON CONFLICT (place, period, kind) DO NOTHING
    )sql",
             {number, event.source, event.id, arrival.hash, arrival.received_at, event.place,
              event.period, event.kind, event.sequence, SqlBytes{arrival.bytes}}) > 0;
}

}  // namespace

Result<Kept> SqlCountStore::keep(Arrival const& arrival) {
  auto const& event = arrival.event;
  std::optional<Kept> kept;
  auto const written = m_database->write([&](SqlWork& work) {
    kept.reset();
    auto const area = touch_place(work, arrival);
    if (!area) return Ending::RollBack;
    auto const identity = work.rows(R"sql(
        INSERT INTO event_identity (source, id) VALUES (?1, ?2) ON CONFLICT DO NOTHING
        RETURNING number
      )sql",
                                    {event.source, event.id});
    if (identity.empty()) {
      kept = verdict_on_known(work, arrival);
      return Ending::RollBack;
    }
    auto const number = identity[0].number(0);
    if (!insert_event(work, arrival, number)) {
      auto const other =
          work.rows("SELECT received_at FROM event WHERE place = ?1 AND period = ?2 AND kind = ?3",
                    {event.place, event.period, event.kind});
      kept = Kept{Verdict::DoublePeriod, other.at(0).text(0)};
      return Ending::RollBack;
    }
    insert_cells(work, event, number);
    add_shares(work, "total_all", "shard", {number % m_database->shards()}, event);
    add_shares(work, "total_district", "municipality, district",
               {area->municipality, area->district}, event);
    kept = Kept{Verdict::Stored, arrival.received_at};
    return Ending::Commit;
  });
  if (!written) return tl::unexpected<Error>(written.error());
  if (!kept) return failure("count store: the place {} was never added", event.place);
  return *kept;
}

}  // namespace inloop::collector
