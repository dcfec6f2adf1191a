#include "kiosk/store/release_log.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"
#include "kiosk/store/periods_table.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
Result<std::vector<LoggedRelease>> release_log(Store& store) {
  using Log = std::vector<LoggedRelease>;
  return store.impl().attempt("listing releases", [](SQLite::Database& database) -> Result<Log> {
    SQLite::Statement statement(database, R"sql(
      SELECT period, sequence, receipt FROM release ORDER BY sequence DESC LIMIT ?
    )sql");
    statement.bind(1, static_cast<std::int64_t>(most_logged_releases));
    Log log;
    while (statement.executeStep()) {
      auto& release = log.emplace_back();
      release.period = period_in(statement.getColumn(0));
      release.sequence = statement.getColumn(1).getInt64();
      if (!statement.getColumn(2).isNull()) release.receipt = statement.getColumn(2).getString();
    }
    return log;
  });
}

Result<std::optional<PublishedRelease>> find_release(Store& store, std::int64_t sequence) {
  using Found = Result<std::optional<PublishedRelease>>;
  return store.impl().attempt("reading a release", [&](SQLite::Database& database) -> Found {
    SQLite::Statement statement(database, R"sql(
      SELECT period, sequence, event_id, bytes, receipt FROM release WHERE sequence = ?
    )sql");
    statement.bind(1, sequence);
    if (!statement.executeStep()) return std::nullopt;
    return release_in(statement);
  });
}

Result<std::vector<PublishedRelease>> releases_between(Store& store, core::Period first,
                                                       core::Period last) {
  using Releases = std::vector<PublishedRelease>;
  return store.impl().attempt("reading releases",
                              [&](SQLite::Database& database) -> Result<Releases> {
                                SQLite::Statement statement(database, R"sql(
          SELECT period, sequence, event_id, bytes, receipt FROM release
          WHERE period BETWEEN ? AND ? ORDER BY period LIMIT ?
        )sql");
                                statement.bind(1, core::to_string(first));
                                statement.bind(2, core::to_string(last));
                                statement.bind(3, static_cast<std::int64_t>(most_logged_releases));
                                Releases releases;
                                while (statement.executeStep())
                                  releases.push_back(release_in(statement));
                                return releases;
                              });
}

}  // namespace inloop::store
