#include "kiosk/store/store.h"

#include <algorithm>
#include <type_traits>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/backup.h"
#include "kiosk/store/database.h"
#include "kiosk/store/migrations.h"
#include "kiosk/store/periods_table.h"
#include "kiosk/store/visits_table.h"

namespace inloop::store {
namespace {

class WriteTransaction : public SQLite::Transaction {
 public:
  explicit WriteTransaction(SQLite::Database& database)
      : Transaction(database, SQLite::TransactionBehavior::IMMEDIATE) {}
};

Result<> found_or_words(Found found, core::VisitId id) {
  if (found == Found::No) return failure("there is no visit {}", id);
  return {};
}

Result<> sizes_fit(std::string const& bytes, std::vector<LedgerEntry> const& ledger) {
  if (bytes.empty() || bytes.size() > greatest_release_bytes)
    return failure("a release has 1 to {} bytes, this one {}", greatest_release_bytes,
                   bytes.size());
  if (ledger.empty()) return failure("a release without a table in the ledger draws nothing");
  return {};
}

}  // namespace

class Store::Impl {
 public:
  Impl(std::unique_ptr<SQLite::Database> database, Options const& options)
      : m_database(std::move(database)),
        m_place(options.place),
        m_file_name(options.file.filename().string()) {}

  // The one place where SQLite's exceptions become errors, and where a failing disk is noticed.
  template <class Work>
  std::invoke_result_t<Work, SQLite::Database&> attempt(std::string_view what, Work const& work) {
    if (m_is_lost) return failure("{}: the store was lost and has to be opened again", what);
    try {
      auto result = work(*m_database);
      if (!result) return within(what, result.error());
      return result;
    } catch (SQLite::Exception const& exception) {
      m_is_lost = is_fatal(exception);
      return failure("{}: {}", what, exception.what());
    }
  }

  bool is_lost() const { return m_is_lost; }
  std::string const& place() const { return m_place; }
  std::string const& file_name() const { return m_file_name; }

 private:
  std::unique_ptr<SQLite::Database> m_database;
  std::string m_place;
  std::string m_file_name;
  bool m_is_lost = false;
};

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
    transaction.commit();
    return found_or_words(found, id);
  });
}

Result<> Store::forget_minutes_before(core::Date today) {
  return m_impl->attempt("forgetting minutes", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const found = clear_minutes_before(database, today);
    transaction.commit();
    // The old pages still stand in the write-ahead log until it is emptied.
    if (found == Found::Yes) inloop::store::checkpoint(database);
    return {};
  });
}

Result<std::vector<core::Period>> Store::open_periods(core::Date today) {
  using Periods = std::vector<core::Period>;
  return m_impl->attempt("listing periods", [&](SQLite::Database& database) -> Result<Periods> {
    auto const closed = closed_periods(database);
    auto const visits = dates_of_visits(database);
    Periods open;
    if (!visits && closed.empty()) return open;

    auto first = visits ? core::period_of(visits->first) : closed.front();
    auto last = core::period_of(today);
    if (!closed.empty()) first = std::min(first, closed.front());
    if (visits) last = std::max(last, core::period_of(visits->last));
    for (auto period = first; period <= last; period += std::chrono::months{1}) {
      if (open.size() == most_open_periods) break;
      if (!std::binary_search(closed.begin(), closed.end(), period)) open.push_back(period);
    }
    return open;
  });
}

Result<std::vector<core::DaypartCount>> Store::counts(core::Period period) {
  using Counts = std::vector<core::DaypartCount>;
  return m_impl->attempt("counting visits", [&](SQLite::Database& database) -> Result<Counts> {
    return count_visits(database, period);
  });
}

Result<> Store::close_period(core::Period period, MakeRelease const& make_release) {
  return m_impl->attempt("closing a period", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    if (is_closed(database, period))
      return failure("{} is closed already", core::to_string(period));
    auto const sequence = next_sequence(database);
    auto const made = make_release(count_visits(database, period), sequence);
    if (!made) return tl::unexpected(made.error());
    if (auto const fit = sizes_fit(made->bytes, made->ledger); !fit) return fit;
    insert_release(database, m_impl->place(),
                   {.period = period,
                    .sequence = sequence,
                    .event_id = made->event_id,
                    .bytes = made->bytes,
                    .receipt = std::nullopt},
                   made->ledger);
    transaction.commit();
    return {};
  });
}

Result<> Store::adopt_release(PublishedRelease const& release,
                              std::vector<LedgerEntry> const& ledger) {
  return m_impl->attempt("adopting a release", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    if (auto const known = release_of(database, release.period)) {
      if (known->event_id == release.event_id && known->sequence == release.sequence &&
          known->bytes == release.bytes)
        return {};
      return failure("{} was released with other bytes", core::to_string(release.period));
    }
    if (auto const fit = sizes_fit(release.bytes, ledger); !fit) return fit;
    insert_release(database, m_impl->place(), release, ledger);
    transaction.commit();
    return {};
  });
}

Result<std::vector<PublishedRelease>> Store::releases() {
  using Releases = std::vector<PublishedRelease>;
  return m_impl->attempt(
      "reading the releases",
      [&](SQLite::Database& database) -> Result<Releases> { return all_releases(database); });
}

Result<> Store::keep_receipt(std::string const& event_id, std::string const& receipt) {
  return m_impl->attempt("keeping a receipt", [&](SQLite::Database& database) -> Result<> {
    if (receipt.empty() || receipt.size() > greatest_receipt_bytes)
      return failure("a receipt has 1 to {} bytes, this one {}", greatest_receipt_bytes,
                     receipt.size());
    WriteTransaction transaction(database);
    auto const kept = insert_receipt(database, event_id, receipt);
    if (kept == ReceiptKept::NoSuchEvent) return failure("there is no event {}", event_id);
    transaction.commit();
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
