#include "kiosk/store/mending.h"

#include <system_error>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/backup.h"
#include "kiosk/store/database.h"
#include "kiosk/store/durable_file.h"
#include "kiosk/store/migrations.h"
#include "kiosk/store/move_aside.h"
#include "kiosk/store/name_vault.h"
#include "kiosk/store/private_file.h"
#include "kiosk/store/restoring.h"
#include "kiosk/store/visits_table.h"

namespace inloop::store {
namespace {

struct Restored {
  std::optional<int> generation;
  std::optional<core::Date> last_visit;
  std::string passed_over;  // why newer backups could not be taken, each behind "; "
};

DatabaseOptions database_options(std::filesystem::path const& file, Options const& options) {
  return {.file = file,
          .quota_bytes = options.quota_bytes,
          .vfs = options.vfs,
          .newest_version = static_cast<int>(migrations().size())};
}

std::uintmax_t size_or_zero(std::filesystem::path const& file) {
  std::error_code absent;
  auto const bytes = std::filesystem::file_size(file, absent);
  return absent ? 0 : bytes;
}

// SQLite takes an empty file for a new one and would delete the log beside it.
bool should_not_be_empty(std::filesystem::path const& file, std::filesystem::path const& backups) {
  if (size_or_zero(file) > 0) return false;
  if (size_or_zero(std::filesystem::path(file) += "-wal") > 0) return true;
  for (int generation = 1; generation <= backup_generations; ++generation)
    if (size_or_zero(backup_file(backups, file.filename().string(), generation)) > 0) return true;
  return false;
}

// Why the file that did not open has to be replaced; nothing when that would not help.
std::optional<std::string> reason_to_replace(Options const& options) {
  auto const opened = open_database(database_options(options.file, options));
  if (opened) return std::nullopt;
  auto const& [trouble, error] = opened.error();
  if (trouble != OpenTrouble::Damaged && trouble != OpenTrouble::Foreign) return std::nullopt;
  return error.what;
}

// What is left of an attempt that a power cut ended. A log of it would spoil the next one.
void remove_unfinished(std::filesystem::path const& unfinished) {
  std::error_code absent;
  for (auto const* const ending : {"", "-wal", "-journal"})
    std::filesystem::remove(std::filesystem::path(unfinished) += ending, absent);
}

// A sound copy of the backup at `target`, and the date of its newest visit.
Result<std::optional<core::Date>> take_out(std::filesystem::path const& backup,
                                           std::filesystem::path const& target,
                                           Options const& options) {
  remove_unfinished(target);
  auto const made = make_private(target);
  if (!made) return tl::unexpected(made.error());
  std::error_code trouble;
  std::filesystem::copy_file(backup, target, std::filesystem::copy_options::overwrite_existing,
                             trouble);
  if (trouble) return failure("cannot copy {}: {}", backup.string(), trouble.message());
  auto const opened = open_database(database_options(target, options));
  if (!opened) return tl::unexpected(opened.error().error);
  try {
    if (version_of(**opened) == 0) return failure("{} is empty", backup.string());
    auto const dates = dates_of_visits(**opened);
    if (!dates) return std::nullopt;
    return dates->last;
  } catch (SQLite::Exception const& exception) {
    return failure("cannot read {}: {}", backup.string(), exception.what());
  }
}

// Puts the newest good backup in the place of the file. None at all is no error: the kiosk counts
// on from nothing, and says so.
Result<Restored> restore(Options const& options, std::filesystem::path const& backups) {
  auto const unfinished = std::filesystem::path(options.file) += ".unfinished";
  Restored restored;
  for (int generation = 1; generation <= backup_generations; ++generation) {
    auto const backup = backup_file(backups, options.file.filename().string(), generation);
    if (size_or_zero(backup) == 0) continue;
    auto const last_visit = take_out(backup, unfinished, options);
    if (!last_visit) {
      restored.passed_over += "; " + last_visit.error().what;
      continue;
    }
    if (auto const synced = sync_to_disk(unfinished); !synced)
      return tl::unexpected(synced.error());
    if (auto const renamed = rename_durably(unfinished, options.file); !renamed)
      return tl::unexpected(renamed.error());
    restored.generation = generation;
    restored.last_visit = *last_visit;
    break;
  }
  return restored;
}

// The file that is moved aside is kept, the names in it must not be; backups have none. Comes
// before anything else, so that no power cut can come between. Where the key cannot be renewed
// people are counted all the same: returns why, behind "; ".
std::string give_up_names(Options const& options) {
  if (!options.names) return {};
  auto const renewed = options.names->renew();
  return renewed ? "" : "; first names in it can still be read: " + renewed.error().what;
}

Result<Loss> replace(Options const& options, std::filesystem::path const& backups,
                     std::string_view stamp, std::string const& reason) {
  auto const names = give_up_names(options);
  auto const moved_to = move_aside(options.file, stamp);
  if (!moved_to) return tl::unexpected(moved_to.error());
  auto const restored = restore(options, backups);
  if (!restored) return tl::unexpected(restored.error());
  std::error_code absent;
  return Loss{.reason = reason + names + restored->passed_over,
              .moved_to = std::filesystem::exists(*moved_to, absent) ? *moved_to : "",
              .restored_generation = restored->generation,
              .last_visit = restored->last_visit};
}

// What a host restored takes the place of the file; the rest is moved aside. Each step may be the
// last before a power cut, and is done again then.
Result<std::optional<Loss>> take_in_restored(Options const& options, std::string_view stamp) {
  auto const waiting = waiting_file(options.file);
  if (size_or_zero(waiting) == 0) return std::nullopt;
  auto const names = give_up_names(options);
  auto const moved_to = move_aside(options.file, stamp);
  if (!moved_to) return tl::unexpected(moved_to.error());
  if (auto const renamed = rename_durably(waiting, options.file); !renamed)
    return tl::unexpected(renamed.error());
  std::error_code absent;
  return Loss{.cause = LossCause::PutBackByHost,
              .reason = "a host restored a backup" + names,
              .moved_to = std::filesystem::exists(*moved_to, absent) ? *moved_to : ""};
}

}  // namespace

Result<Mended> open_or_mend(Options const& wanted, std::filesystem::path const& backups,
                            std::string_view stamp) {
  INLOOP_ASSERT(wanted.vfs.empty());
  std::error_code nowhere;
  auto options = wanted;
  options.file = std::filesystem::absolute(wanted.file, nowhere);
  if (nowhere) return failure("cannot find {}: {}", wanted.file.string(), nowhere.message());
  auto taken_in = take_in_restored(options, stamp);
  if (!taken_in) return within("restoring " + options.file.string(), taken_in.error());
  if (*taken_in) {
    auto store = Store::open(options);
    if (!store) return tl::unexpected(store.error());
    return Mended{std::move(*store), std::move(*taken_in)};
  }
  std::optional<std::string> reason;
  if (should_not_be_empty(options.file, backups)) {
    reason = options.file.string() + " is empty or gone";
  } else {
    auto store = Store::open(options);
    if (store) return Mended{std::move(*store), std::nullopt};
    reason = reason_to_replace(options);
    if (!reason) return tl::unexpected(store.error());
  }
  auto loss = replace(options, backups, stamp, *reason);
  if (!loss) return within("mending " + options.file.string(), loss.error());
  auto store = Store::open(options);
  if (!store) return tl::unexpected(store.error());
  return Mended{std::move(*store), std::move(*loss)};
}

}  // namespace inloop::store
