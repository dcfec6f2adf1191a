#include "sync/collector/sql_conditions.h"
#include "sync/collector/sql_count_store.h"

namespace inloop::collector {

Result<Binding> SqlCountStore::bind_key(std::string_view place, std::string_view key_hash) {
  auto binding = Binding::Bound;
  auto const written = m_database->write([&](SqlWork& work) {
    std::vector<SqlValue> const values{std::string(key_hash), std::string(place)};
    work.change(R"sql(
        INSERT INTO place_key (key_hash, place) VALUES (?1, ?2) ON CONFLICT DO NOTHING
      )sql",
                values);
    auto const row =
        work.rows("SELECT revoked_at FROM place_key WHERE key_hash = ?1 AND place = ?2", values);
    binding = row.at(0).text(0).empty() ? Binding::Bound : Binding::Revoked;
    return Ending::Commit;
  });
  if (!written) return tl::unexpected<Error>(written.error());
  return binding;
}

Result<bool> SqlCountStore::revoke_key(std::string_view place, std::string_view key_hash,
                                       std::string_view revoked_at) {
  std::int64_t revoked = 0;
  auto const written = m_database->write([&](SqlWork& work) {
    revoked = work.change(R"sql(
        UPDATE place_key SET revoked_at = ?3
        WHERE key_hash = ?1 AND revoked_at = '' AND (?2 = '' OR place = ?2)
      )sql",
                          {std::string(key_hash), std::string(place), std::string(revoked_at)});
    return Ending::Commit;
  });
  if (!written) return tl::unexpected<Error>(written.error());
  return revoked > 0;
}

Result<bool> SqlCountStore::is_bound(std::string_view key_hash, std::string_view place) {
  return m_database
      ->rows(R"sql(
        SELECT place FROM place_key WHERE key_hash = ?1 AND place = ?2 AND revoked_at = ''
      )sql",
             {std::string(key_hash), std::string(place)})
      .map([](auto const& rows) { return !rows.empty(); });
}

Result<std::vector<PlaceKey>> SqlCountStore::keys(std::string_view place) {
  SqlConditions conditions;
  conditions.add("place = {}", std::string(place));
  std::vector<PlaceKey> keys;
  auto const read = m_database->read([&](SqlWork& work) {
    for (auto const& row :
         work.rows(fmt::format("SELECT place, key_hash, revoked_at FROM place_key {} "
                               "ORDER BY place, key_hash",
                               conditions.text()),
                   conditions.values()))
      keys.push_back({row.text(0), row.text(1), row.text(2)});
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return keys;
}

}  // namespace inloop::collector
