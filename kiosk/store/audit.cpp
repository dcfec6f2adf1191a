#include "kiosk/store/audit.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/store/column_text.h"
#include "kiosk/store/pin_vault.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

using core::host::Act;
using core::host::Deed;
using core::host::HostPicture;

// In the order of Act.
constexpr ColumnWords<core::host::act_count> act_words{
    "came in",           "wrong PIN",          "house begun",
    "code used",         "host added",         "host removed",
    "host restored",     "PIN reset",          "host unlocked",
    "role given",        "count corrected",    "late entry added",
    "opening changed",   "names shown",        "activity changed",
    "session cancelled", "programme imported", "release held",
    "release let go",    "data exported",      "backup made",
    "backup restored",   "story added",        "story removed",
    "setting changed"};

// A row and what stands before it: the id and the link of either.
struct ChainEnd {
  AuditId id = 0;
  AuditLink link{};
};

std::string host_text(std::optional<HostPicture> host) {
  return host ? fmt::format("{}", *host) : "nobody";
}

// What is hashed of a row. No column can hold a "|", so no two rows say the same.
std::string row_text(AuditRow const& row) {
  auto const& deed = row.deed;
  return fmt::format("{}|{}|{}|{}|{}|{}", row.id, text_of(deed.when.date), deed.when.minute_of_day,
                     host_text(deed.host), word(act_words, deed.act), host_text(deed.about));
}

std::optional<HostPicture> host_in(SQLite::Column const& column) {
  return column.isNull() ? std::nullopt : std::optional(column.getInt());
}

void bind_host(SQLite::Statement& statement, int index, std::optional<HostPicture> host) {
  if (host)
    statement.bind(index, *host);
  else
    statement.bind(index);
}

// id, date, minute, host, act, about
AuditRow row_in(SQLite::Statement& row) {
  return {.id = row.getColumn(0).getInt64(),
          .deed = {.when = {.date = date_from(row.getColumn(1).getString()),
                            .minute_of_day = row.getColumn(2).getInt()},
                   .host = host_in(row.getColumn(3)),
                   .act = value_from<Act>(act_words, row.getColumn(4).getString(), "act"),
                   .about = host_in(row.getColumn(5))}};
}

ChainEnd end_in(SQLite::Statement& row) {
  return {.id = row.getColumn(0).getInt64(),
          .link = bytes_in<std::tuple_size_v<AuditLink>>(row.getColumn(1), "link")};
}

ChainEnd start_of_chain(SQLite::Database& database) {
  SQLite::Statement start(database, "SELECT last_gone, link FROM audit_start");
  if (!start.executeStep()) damaged("start of the audit trail");
  return end_in(start);
}

ChainEnd end_of_chain(SQLite::Database& database) {
  SQLite::Statement last(database, "SELECT id, link FROM audit ORDER BY id DESC LIMIT 1");
  return last.executeStep() ? end_in(last) : start_of_chain(database);
}

void insert_row(SQLite::Database& database, AuditRow const& row, AuditLink const& link) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO audit (id, date, minute, host, act, about, link) VALUES (?, ?, ?, ?, ?, ?, ?)
  )sql");
  statement.bind(1, row.id);
  statement.bind(2, text_of(row.deed.when.date));
  statement.bind(3, row.deed.when.minute_of_day);
  bind_host(statement, 4, row.deed.host);
  statement.bind(5, word(act_words, row.deed.act));
  bind_host(statement, 6, row.deed.about);
  bind_bytes(statement, 7, link);
  statement.exec();
}

tl::unexpected<Error> no_key() {
  return failure("without the hosts' key there is no audit trail");
}

}  // namespace

Result<> note(Store& store, Deed const& deed) {
  auto const vault = store.impl().pins();
  if (vault == nullptr) return no_key();
  return store.impl().attempt("noting a deed", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const before = end_of_chain(database);
    AuditRow const row{.id = before.id + 1, .deed = deed};
    insert_row(database, row, vault->link_after(before.link, row_text(row)));
    transaction.commit();
    return {};
  });
}

Result<std::vector<AuditRow>> audit_rows(Store& store, std::optional<AuditId> before, int most) {
  using Rows = std::vector<AuditRow>;
  return store.impl().attempt("reading deeds", [&](SQLite::Database& database) -> Result<Rows> {
    SQLite::Statement statement(database, R"sql(
      SELECT id, date, minute, host, act, about FROM audit
      WHERE ?1 IS NULL OR id < ?1 ORDER BY id DESC LIMIT ?2
    )sql");
    if (before) statement.bind(1, *before);
    statement.bind(2, std::clamp(most, 0, most_audit_rows_read));
    Rows rows;
    while (statement.executeStep()) rows.push_back(row_in(statement));
    return rows;
  });
}

Result<std::optional<AuditId>> first_broken_link(Store& store) {
  using Answer = Result<std::optional<AuditId>>;
  auto const vault = store.impl().pins();
  if (vault == nullptr) return no_key();
  return store.impl().attempt("checking deeds", [&](SQLite::Database& database) -> Answer {
    auto before = start_of_chain(database);
    SQLite::Statement statement(
        database, "SELECT id, date, minute, host, act, about, link FROM audit ORDER BY id");
    while (statement.executeStep()) {
      auto const row = row_in(statement);
      auto const link = bytes_in<std::tuple_size_v<AuditLink>>(statement.getColumn(6), "link");
      if (row.id != before.id + 1 || link != vault->link_after(before.link, row_text(row)))
        return row.id;
      before = {.id = row.id, .link = link};
    }
    return std::nullopt;
  });
}

// Counted from the newest row where that is older than today, so that the trail of a house that was
// closed for years is still there when it opens.
Result<> forget_old_deeds(Store& store, core::Date today) {
  return store.impl().attempt("forgetting deeds", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    SQLite::Statement last(database, R"sql(
      SELECT id, link FROM audit
      WHERE id < (SELECT min(id) FROM audit
                  WHERE date >= date((SELECT min(?1, max(date)) FROM audit), ?2))
      ORDER BY id DESC LIMIT 1
    )sql");
    last.bind(1, text_of(today));
    last.bind(2, fmt::format("-{} years", audit_kept_years));
    if (!last.executeStep()) return {};
    auto const gone = end_in(last);
    last.reset();
    SQLite::Statement forget(database, "DELETE FROM audit WHERE id <= ?");
    forget.bind(1, gone.id);
    forget.exec();
    SQLite::Statement start(database, "UPDATE audit_start SET last_gone = ?, link = ?");
    start.bind(1, gone.id);
    bind_bytes(start, 2, gone.link);
    start.exec();
    transaction.commit();
    return {};
  });
}

}  // namespace inloop::store
