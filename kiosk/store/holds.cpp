#include "kiosk/store/holds.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {

Result<> hold_month(Store& store, core::Period month) {
  return store.impl().attempt("holding a month", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    SQLite::Statement statement(database,
                                "INSERT INTO hold (month) VALUES (?) ON CONFLICT DO NOTHING");
    statement.bind(1, core::to_string(month));
    statement.exec();
    transaction.commit();
    return {};
  });
}

Result<> let_month_go(Store& store, core::Period month) {
  return store.impl().attempt("letting a month go", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    SQLite::Statement statement(database, "DELETE FROM hold WHERE month = ?");
    statement.bind(1, core::to_string(month));
    statement.exec();
    transaction.commit();
    return {};
  });
}

Result<std::vector<core::Period>> held_months(Store& store) {
  using Months = std::vector<core::Period>;
  return store.impl().attempt(
      "listing held months", [&](SQLite::Database& database) -> Result<Months> {
        SQLite::Statement statement(database, "SELECT month FROM hold ORDER BY month LIMIT ?");
        statement.bind(1, static_cast<std::int64_t>(most_open_periods));
        Months months;
        while (statement.executeStep()) months.push_back(period_in(statement.getColumn(0)));
        return months;
      });
}

}  // namespace inloop::store
