#pragma once
// The kiosk's memory: one SQLite file, opened once, by one connection, on one thread. Nothing in it
// can answer "was this person here on that date". Store thread.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/tally.h"
#include "kiosk/core/visits.h"

namespace inloop::store {

struct Options {
  std::filesystem::path file;
  std::int64_t quota_bytes = std::int64_t{1} << 30;
  std::string vfs;  // empty: the operating system's; tests bring their own
};

// One row of the ledger: this table of this period was drawn, and can never be drawn again.
struct LedgerEntry {
  std::string subject;            // onderwerp
  std::uint32_t epsilon_numerator = 1;
  std::uint32_t epsilon_denominator = 1;
};

// What the closing of a period leaves behind, in the same transaction that closes it.
struct Release {
  std::string event_id;  // UUID
  std::string bytes;     // what the town hall gets, byte for byte
  std::vector<LedgerEntry> ledger;
};

struct PublishedRelease {
  core::Period period{};
  std::int64_t sequence = 0;
  std::string event_id;
  std::string bytes;
  std::optional<std::string> receipt;  // what the collector answered, once it did
};

class Store {
 public:
  [[nodiscard]] static Result<Store> open(Options const& options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Durable when it returns: the visit survives a power cut.
  [[nodiscard]] Result<core::VisitId> add_visit(core::Visit const& visit);
  [[nodiscard]] Result<> amend_visit(core::VisitId id, core::Party party,
                                     core::FirstTime first_time);
  [[nodiscard]] Result<> undo_visit(core::VisitId id);

  // Drops the arrival minutes of all dates before `today`.
  [[nodiscard]] Result<> forget_minutes_before(core::Date today);

  // The periods that hold visits and are not closed, oldest first.
  [[nodiscard]] Result<std::vector<core::Period>> open_periods();

  // People counted by date and daypart; dates without visits are absent.
  [[nodiscard]] Result<std::vector<core::DaypartCount>> counts(core::Period period);

  // Closes a period once, in one transaction: counts it, asks `make_release` for the event with the
  // next sequence number, writes ledger, event and closing together. Fails without a trace when the
  // period is closed already or when make_release fails.
  using MakeRelease = std::function<Result<Release>(std::vector<core::DaypartCount> const& counts,
                                                    std::int64_t sequence)>;
  [[nodiscard]] Result<> close_period(core::Period period, MakeRelease const& make_release);

  // Every release, oldest first: the source of what must be in the outbox.
  [[nodiscard]] Result<std::vector<PublishedRelease>> releases();
  [[nodiscard]] Result<> keep_receipt(std::string const& event_id, std::string const& receipt);

  // quick_check of SQLite: an empty list is a sound file.
  [[nodiscard]] Result<std::vector<std::string>> find_damage();

  // Brings the write-ahead log back into the file and empties it.
  [[nodiscard]] Result<> checkpoint();

 private:
  class Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::store
