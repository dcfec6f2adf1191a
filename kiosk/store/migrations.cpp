#include "kiosk/store/migrations.h"

#include <array>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/base/embedded.h"
#include "kiosk/store/database.h"

namespace inloop::store {
namespace {

INLOOP_EMBEDDED(step_1_visits_and_releases_sql)
INLOOP_EMBEDDED(step_2_activities_cards_and_feelings_sql)
INLOOP_EMBEDDED(step_3_hosts_sql)
INLOOP_EMBEDDED(step_4_programme_sql)
INLOOP_EMBEDDED(step_5_the_day_sql)
INLOOP_EMBEDDED(step_6_stories_and_holds_sql)
INLOOP_EMBEDDED(step_7_settings_sql)
INLOOP_EMBEDDED(step_8_host_today_sql)

}  // namespace

std::span<std::string_view const> migrations() {
  static std::array const all_steps{embedded_step_1_visits_and_releases_sql(),
                                    embedded_step_2_activities_cards_and_feelings_sql(),
                                    embedded_step_3_hosts_sql(),
                                    embedded_step_4_programme_sql(),
                                    embedded_step_5_the_day_sql(),
                                    embedded_step_6_stories_and_holds_sql(),
                                    embedded_step_7_settings_sql(),
                                    embedded_step_8_host_today_sql()};
  return all_steps;
}

void migrate(SQLite::Database& database, std::span<std::string_view const> steps) {
  auto const version = static_cast<std::size_t>(version_of(database));
  INLOOP_ASSERT(version <= steps.size());
  for (auto step = version; step < steps.size(); ++step) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(std::string(steps[step]));
    database.exec(fmt::format("PRAGMA user_version = {}", step + 1));
    transaction.commit();
  }
}

}  // namespace inloop::store
