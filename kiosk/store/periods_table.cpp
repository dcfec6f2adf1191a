#include "kiosk/store/periods_table.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

void bind_bytes(SQLite::Statement& statement, int index, std::string const& bytes) {
  statement.bind(index, static_cast<void const*>(bytes.data()), static_cast<int>(bytes.size()));
}

}  // namespace

PublishedRelease release_in(SQLite::Statement& row) {
  PublishedRelease release{.period = period_in(row.getColumn(0)),
                           .sequence = row.getColumn(1).getInt64(),
                           .event_id = row.getColumn(2).getString(),
                           .bytes = row.getColumn(3).getString(),
                           .receipt = std::nullopt};
  if (!row.getColumn(4).isNull()) release.receipt = row.getColumn(4).getString();
  return release;
}

bool is_closed(SQLite::Database& database, core::Period period) {
  SQLite::Statement statement(database, "SELECT 1 FROM period WHERE month = ?");
  statement.bind(1, core::to_string(period));
  return statement.executeStep();
}

std::vector<core::Period> closed_periods(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT month FROM period ORDER BY month");
  std::vector<core::Period> periods;
  while (statement.executeStep()) periods.push_back(period_in(statement.getColumn(0)));
  return periods;
}

std::int64_t next_sequence(SQLite::Database& database) {
  return database.execAndGet("SELECT coalesce(max(sequence), 0) + 1 FROM release").getInt64();
}

void insert_release(SQLite::Database& database, std::string const& place,
                    PublishedRelease const& release, std::vector<LedgerEntry> const& ledger) {
  auto const month = core::to_string(release.period);
  SQLite::Statement period(database, "INSERT INTO period (month) VALUES (?)");
  period.bind(1, month);
  period.exec();

  SQLite::Statement entry(database, R"sql(
    INSERT INTO ledger (place, period, subject, epsilon_numerator, epsilon_denominator)
    VALUES (?, ?, ?, ?, ?)
  )sql");
  for (auto const& drawn : ledger) {
    entry.reset();
    entry.bind(1, place);
    entry.bind(2, month);
    entry.bind(3, drawn.subject);
    entry.bind(4, drawn.epsilon_numerator);
    entry.bind(5, drawn.epsilon_denominator);
    entry.exec();
  }

  SQLite::Statement event(database, R"sql(
    INSERT INTO release (sequence, period, event_id, bytes) VALUES (?, ?, ?, ?)
  )sql");
  event.bind(1, release.sequence);
  event.bind(2, month);
  event.bind(3, release.event_id);
  bind_bytes(event, 4, release.bytes);
  event.exec();
}

std::vector<PublishedRelease> all_releases(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT period, sequence, event_id, bytes, receipt FROM release ORDER BY sequence
  )sql");
  std::vector<PublishedRelease> releases;
  while (statement.executeStep()) releases.push_back(release_in(statement));
  return releases;
}

std::optional<PublishedRelease> release_of(SQLite::Database& database, core::Period period) {
  SQLite::Statement statement(database, R"sql(
    SELECT period, sequence, event_id, bytes, receipt FROM release WHERE period = ?
  )sql");
  statement.bind(1, core::to_string(period));
  if (!statement.executeStep()) return std::nullopt;
  return release_in(statement);
}

std::optional<core::Period> oldest_unsent(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT period FROM release WHERE receipt IS NULL ORDER BY sequence LIMIT 1
  )sql");
  if (!statement.executeStep()) return std::nullopt;
  return period_in(statement.getColumn(0));
}

std::optional<std::string> last_receipt(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT receipt FROM release WHERE receipt IS NOT NULL ORDER BY sequence DESC LIMIT 1
  )sql");
  if (!statement.executeStep()) return std::nullopt;
  return statement.getColumn(0).getString();
}

ReceiptKept insert_receipt(SQLite::Database& database, std::string const& event_id,
                           std::string const& receipt) {
  SQLite::Statement known(database, "SELECT receipt IS NOT NULL FROM release WHERE event_id = ?");
  known.bind(1, event_id);
  if (!known.executeStep()) return ReceiptKept::NoSuchEvent;
  if (known.getColumn(0).getInt() != 0) return ReceiptKept::Before;

  SQLite::Statement statement(database, "UPDATE release SET receipt = ? WHERE event_id = ?");
  bind_bytes(statement, 1, receipt);
  statement.bind(2, event_id);
  statement.exec();
  return ReceiptKept::Now;
}

}  // namespace inloop::store
