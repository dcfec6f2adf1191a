#include "kiosk/store/store.h"

#include "kiosk/store/backup.h"
#include "kiosk/store/migrations.h"
#include "kiosk/store/store_impl.h"
#include "kiosk/store/the_day_table.h"
#include "kiosk/store/visits_table.h"

namespace inloop::store {
namespace {

Result<> found_or_words(Found found, core::VisitId id) {
  if (found == Found::No) return failure("there is no visit {}", id);
  return {};
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

bool Store::is_lost() const {
  return m_impl->is_lost();
}

Result<Store> Store::open(Options const& options) {
  if (options.place.empty()) return failure("no place is named whose visits are to be counted");
  auto database = open_database({.file = options.file,
                                 .quota_bytes = options.quota_bytes,
                                 .vfs = options.vfs,
                                 .newest_version = static_cast<int>(migrations().size())});
  if (!database) return tl::unexpected(database.error().error);
  try {
    migrate(**database, migrations());
  } catch (SQLite::Exception const& exception) {
    return within("migrating", open_failure_from(options.file, exception).error);
  }
  return Store(std::make_unique<Impl>(std::move(*database), options));
}

Result<core::VisitId> Store::add_visit(core::Visit const& visit) {
  using Added = Result<core::VisitId>;
  return m_impl->attempt("adding a visit", [&](SQLite::Database& database) -> Added {
    WriteTransaction transaction(database);
    auto const id = insert_visit(database, visit);
    transaction.commit();
    return id;
  });
}

Result<> Store::amend_visit(core::VisitId id, core::Party party, core::FirstTime first_time) {
  return m_impl->attempt("amending a visit", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const found = update_visit(database, id, party, first_time);
    transaction.commit();
    return found_or_words(found, id);
  });
}

Result<> Store::undo_visit(core::VisitId id) {
  return m_impl->attempt("undoing a visit", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const found = delete_visit(database, id);
    auto const tap = m_impl->card_taps().tap_of(id);
    if (tap && tap->seen == CardSeen::Now) delete_card(database, tap->card);
    transaction.commit();
    m_impl->card_taps().forget(id);
    return found_or_words(found, id);
  });
}

Result<> Store::forget_minutes_before(core::Date today) {
  return m_impl->attempt("forgetting minutes", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const minutes = clear_minutes_before(database, today);
    auto const leavings = delete_leavings_before(database, today);
    auto const host = delete_host_today_before(database, today);
    transaction.commit();
    // The old pages still stand in the write-ahead log until it is emptied.
    if (minutes == Found::Yes || leavings == Found::Yes || host == Found::Yes)
      inloop::store::checkpoint(database);
    return {};
  });
}

Result<std::vector<std::string>> Store::find_damage() {
  using Lines = std::vector<std::string>;
  return m_impl->attempt("checking the file", [&](SQLite::Database& database) -> Result<Lines> {
    return damage_in(database);
  });
}

Result<> Store::checkpoint() {
  return m_impl->attempt("emptying the log", [&](SQLite::Database& database) -> Result<> {
    inloop::store::checkpoint(database);
    return {};
  });
}

Result<> Store::back_up(std::filesystem::path const& folder) {
  return m_impl->attempt("backing up", [&](SQLite::Database& database) -> Result<> {
    return write_backup(database, folder, m_impl->file_name());
  });
}

}  // namespace inloop::store
