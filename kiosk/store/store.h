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

// More months than a kiosk can be asleep; a clock that jumped shows no more than these at once.
inline constexpr std::size_t most_open_periods = 120;
inline constexpr std::size_t greatest_release_bytes = 64 * 1024;
inline constexpr std::size_t greatest_receipt_bytes = 64 * 1024;

struct Options {
  std::filesystem::path file;  // its folder is for its owner alone: made so, or refused
  std::string place;           // the id of the place whose counts these are; stands in the ledger
  std::int64_t quota_bytes = std::int64_t{1} << 30;
  std::string vfs;  // empty: the operating system's; tests bring their own
};

// One row of the ledger: this table of this period was drawn, and can never be drawn again.
struct LedgerEntry {
  std::string subject;  // onderwerp
  std::uint32_t epsilon_numerator = 1;
  std::uint32_t epsilon_denominator = 1;

  bool operator==(LedgerEntry const&) const = default;
};

// What the closing of a period leaves behind, in the same transaction that closes it.
struct Release {
  std::string event_id;  // UUID
  std::string bytes;     // what the town hall gets, byte for byte
  std::vector<LedgerEntry> ledger;

  bool operator==(Release const&) const = default;
};

struct PublishedRelease {
  core::Period period{};
  std::int64_t sequence = 0;
  std::string event_id;
  std::string bytes;
  std::optional<std::string> receipt;  // what the collector answered, once it did

  bool operator==(PublishedRelease const&) const = default;
};

class Store {
 public:
  // Fails in words when the file is in use, damaged, foreign or written by a newer version. It is
  // left as it is then; mending.h knows what may be done about it.
  [[nodiscard]] static Result<Store> open(Options const& options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True after the disk failed under an open store. Everything is refused from then on, because
  // nothing that was not answered can be known: destroy the store and open it again.
  [[nodiscard]] bool is_lost() const;

  // Durable when it returns: the visit survives a power cut. A visit in a closed period is refused,
  // and so is every change to one.
  [[nodiscard]] Result<core::VisitId> add_visit(core::Visit const& visit);
  [[nodiscard]] Result<> amend_visit(core::VisitId id, core::Party party,
                                     core::FirstTime first_time);
  [[nodiscard]] Result<> undo_visit(core::VisitId id);

  // Drops the arrival minutes of all dates before `today`.
  [[nodiscard]] Result<> forget_minutes_before(core::Date today);

  // The periods that are not closed, oldest first: every month from the first that has a visit or
  // was closed up to today's (or the last that has a visit). A month in which nobody came is one of
  // them, because its zeros are released too. At most most_open_periods.
  [[nodiscard]] Result<std::vector<core::Period>> open_periods(core::Date today);

  // People counted by date and daypart; dates without visits are absent.
  [[nodiscard]] Result<std::vector<core::DaypartCount>> counts(core::Period period);

  // Closes a period once, in one transaction: counts it, asks `make_release` for the event with the
  // next sequence number, writes ledger, event and closing together. Fails without a trace when the
  // period is closed already or when make_release fails.
  using MakeRelease = std::function<Result<Release>(std::vector<core::DaypartCount> const& counts,
                                                    std::int64_t sequence)>;
  [[nodiscard]] Result<> close_period(core::Period period, MakeRelease const& make_release);

  // Takes in a release that was drawn before this file was restored from a backup, as it was found
  // in the outbox, in its sequence. What is here already, with the same bytes, is left alone; with
  // others it is refused. Call it for all of them before anything is closed.
  [[nodiscard]] Result<> adopt_release(PublishedRelease const& release,
                                       std::vector<LedgerEntry> const& ledger);

  // Every release, oldest first: the source of what must be in the outbox.
  [[nodiscard]] Result<std::vector<PublishedRelease>> releases();
  // The first receipt of an event stands; another one changes nothing.
  [[nodiscard]] Result<> keep_receipt(std::string const& event_id, std::string const& receipt);

  // quick_check of SQLite: an empty list is a sound file.
  [[nodiscard]] Result<std::vector<std::string>> find_damage();

  // Brings the write-ahead log back into the file and empties it.
  [[nodiscard]] Result<> checkpoint();

  // Writes the newest backup to `folder`, which is for its owner alone as the file's own is. See
  // backup.h; mending.h restores it.
  [[nodiscard]] Result<> back_up(std::filesystem::path const& folder);

 private:
  class Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::store
