#pragma once
// The count store in tables of a SQL database: the same tables and statements for SQLite and
// PostgreSQL, which differ in how they migrate and lock. Any thread.

#include <memory>

#include "sync/collector/count_store.h"
#include "sync/collector/sql.h"

namespace inloop::collector {

class SqlCountStore final : public CountStore {
 public:
  explicit SqlCountStore(std::unique_ptr<SqlDatabase> database) : m_database(std::move(database)) {}

  // Places and keys (sql_places.cpp, sql_keys.cpp).
  Result<> save_place(Place const& place) override;
  Result<Binding> bind_key(std::string_view place, std::string_view key_hash) override;
  Result<bool> revoke_key(std::string_view place, std::string_view key_hash,
                          std::string_view revoked_at) override;
  Result<bool> is_bound(std::string_view key_hash, std::string_view place) override;
  Result<std::vector<PlaceKey>> keys(std::string_view place) override;
  Result<std::vector<PlaceState>> states(PlaceFilter const& filter, Slice slice) override;
  Result<std::int64_t> count_places(PlaceFilter const& filter) override;
  Result<std::vector<District>> districts() override;
  Result<std::vector<Lifetime>> lifetimes(Area const& area) override;
  Result<Verdict> keep_health(KioskHealth const& health) override;

  // Events on their way in (sql_keeping.cpp).
  Result<Kept> keep(Arrival const& arrival) override;

  // Events and figures on their way out (sql_reading.cpp).
  Result<std::vector<KeptEvent>> events(Filter const& filter, Slice slice) override;
  Result<std::int64_t> count_events(Filter const& filter) override;
  Result<std::vector<Release>> releases(Filter const& filter) override;
  Result<std::vector<Release>> releases_around(std::string_view place) override;
  Result<std::vector<KeptCell>> cells(Filter const& filter, std::int64_t limit) override;
  Result<std::vector<Total>> totals(TotalFilter const& filter) override;
  Result<> inspect(Inspector& inspector) override;

  // Figures side by side (sql_ranking.cpp).
  Result<std::vector<RankedPlace>> ranked_places(PlaceFilter const& filter, Ranking const& ranking,
                                                 Slice slice) override;
  Result<std::vector<RankedDistrict>> ranked_districts(PlaceFilter const& filter,
                                                       Ranking const& ranking,
                                                       Slice slice) override;
  Result<std::int64_t> count_districts(PlaceFilter const& filter) override;

 private:
  std::unique_ptr<SqlDatabase> m_database;
};

}  // namespace inloop::collector
