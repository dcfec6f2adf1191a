#pragma once
// A copy of the open database in the making, a few pages at a time. Whatever is written meanwhile
// by the same connection is brought into it by SQLite (sqlite3_backup_step), so that the finished
// copy is of the moment of its last page. For the files of Store only. Store thread.

#include <filesystem>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>

namespace inloop::store {

class PageCopy {
 public:
  // Throws SQLite::Exception. The source must outlive it.
  PageCopy(SQLite::Database& source, std::filesystem::path const& target)
      : m_target(opened(target)), m_backup(m_target, source) {}

  // False when the last page is there. Throws SQLite::Exception.
  [[nodiscard]] bool copy_more(int pages) {
    m_backup.executeStep(pages);
    return m_backup.getRemainingPageCount() > 0;
  }
  [[nodiscard]] int remaining_pages() const { return m_backup.getRemainingPageCount(); }
  [[nodiscard]] int total_pages() const { return m_backup.getTotalPageCount(); }

 private:
  // A copy that is cut off is thrown away, and a finished one is brought to the disk as a whole: so
  // no journal, and no waiting for the disk while a visitor waits for the store.
  static SQLite::Database opened(std::filesystem::path const& target) {
    SQLite::Database database(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW);
    database.exec("PRAGMA synchronous = OFF");
    database.exec("PRAGMA journal_mode = OFF");
    return database;
  }

  SQLite::Database m_target;
  SQLite::Backup m_backup;
};

}  // namespace inloop::store
