#include "kiosk/store/backup.h"

#include <system_error>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/cards_table.h"
#include "kiosk/store/database.h"
#include "kiosk/store/durable_file.h"
#include "kiosk/store/private_file.h"
#include "kiosk/store/sign_ups_table.h"
#include "kiosk/store/the_day_table.h"
#include "kiosk/store/visits_table.h"

namespace inloop::store {
namespace {

// A backup outlives the day for which the minutes are kept, the days of the names and the month of
// the cards. Journal in memory: one on the disk would hold the very pages that are to be forgotten.
void forget_what_is_short_lived(SQLite::Database& copy) {
  copy.exec("PRAGMA journal_mode = MEMORY");
  copy.exec("PRAGMA secure_delete = ON");
  clear_minutes(copy);
  clear_names(copy);
  delete_all_cards(copy);
  delete_leavings(copy);
  delete_host_today(copy);
}

Result<> copy_all_pages(SQLite::Database& database, std::filesystem::path const& target) try {
  SQLite::Database copy(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW);
  constexpr int all_pages = -1;
  if (SQLite::Backup(copy, database).executeStep(all_pages) != SQLITE_DONE)
    return failure("{} is in use", target.string());
  return {};
} catch (SQLite::Exception const& exception) {
  return failure("cannot write {}: {}", target.string(), exception.what());
}

Result<> move_generations_on(std::filesystem::path const& folder, std::string const& name) {
  for (int generation = backup_generations - 1; generation >= 1; --generation) {
    auto const from = backup_file(folder, name, generation);
    std::error_code absent;
    if (!std::filesystem::exists(from, absent)) continue;
    auto const moved = rename_durably(from, backup_file(folder, name, generation + 1));
    if (!moved) return moved;
  }
  return {};
}

}  // namespace

std::filesystem::path backup_file(std::filesystem::path const& folder, std::string const& name,
                                  int generation) {
  INLOOP_ASSERT(generation >= 1 && generation <= backup_generations);
  return folder / fmt::format("{}.{}", name, generation);
}

// A copy that cannot be finished is no trouble of the original, so its exceptions end here.
Result<> finish_copy(std::filesystem::path const& file) try {
  {
    SQLite::Database copy(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW);
    // A backup is one file: no log may have to be found beside it.
    auto const mode = copy.execAndGet("PRAGMA journal_mode = DELETE").getString();
    if (mode != "delete") return failure("the backup keeps a log beside it ({})", mode);
    forget_what_is_short_lived(copy);
    auto const damage = damage_in(copy);
    if (!damage.empty()) return failure("the backup is damaged: {}", damage.front());
  }
  return sync_to_disk(file);
} catch (SQLite::Exception const& exception) {
  return failure("cannot finish {}: {}", file.string(), exception.what());
}

Result<> write_backup(SQLite::Database& database, std::filesystem::path const& folder,
                      std::string const& name) {
  auto const unfinished = folder / (name + ".unfinished");
  std::error_code absent;
  for (auto const* const ending : {"", "-wal", "-journal"})
    std::filesystem::remove(std::filesystem::path(unfinished) += ending, absent);
  auto const target = make_private(unfinished);
  if (!target) return tl::unexpected(target.error());
  if (auto const copied = copy_all_pages(database, *target); !copied) return copied;
  if (auto const finished = finish_copy(*target); !finished) return finished;
  auto const real_folder = target->parent_path();
  if (auto const moved = move_generations_on(real_folder, name); !moved) return moved;
  return rename_durably(*target, backup_file(real_folder, name, 1));
}

}  // namespace inloop::store
