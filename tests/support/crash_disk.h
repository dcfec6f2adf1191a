#pragma once
// A disk in memory that forgets what a real one may forget. Each file has what is on the platter
// and, in order, what was written since the last sync; a power cut keeps, drops or tears each of
// those writes by the seed. It knows no SQLite (crash_vfs.h does). One thread.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::test {

class CrashDisk {
 public:
  enum class Outcome { Done, Error, Full };

  // What happens at an operation: the power goes, the operation fails once, or that one and every
  // later one fails.
  enum class Fault { PowerCut, ErrorOnce, ErrorFromThenOn, FullOnce, FullFromThenOn };
  enum class Folder { Synced, NotSynced };

  explicit CrashDisk(std::uint64_t seed) : m_random(seed) {}

  // Operations are what changes the disk: create, remove, write, truncate, sync. The first is 1.
  void fail_at(std::int64_t operation, Fault fault);
  [[nodiscard]] std::int64_t operations() const { return m_operations; }
  [[nodiscard]] bool has_power() const { return m_has_power; }

  // From now on a sync of files whose name ends so is answered, but nothing is synced. An empty
  // ending is every file.
  void lie_about_sync_of(std::string ending) { m_lied_about = std::move(ending); }

  // The power goes now, if it is not gone, and comes back; what was not synced is decided by the
  // seed. No fault is waiting afterwards.
  void restart();

  // The program starts anew, the machine does not: nothing is lost, no fault is waiting.
  void forget_fault() { m_fault.reset(); }

  [[nodiscard]] bool exists(std::string const& name) const;
  [[nodiscard]] std::size_t size(std::string const& name) const;
  // The bytes that were there; fewer than asked for at the end of the file.
  [[nodiscard]] std::string read(std::string const& name, std::size_t offset,
                                 std::size_t bytes) const;

  [[nodiscard]] Outcome create(std::string const& name);
  [[nodiscard]] Outcome remove(std::string const& name, Folder folder);
  [[nodiscard]] Outcome write(std::string const& name, std::size_t offset, std::string_view bytes);
  [[nodiscard]] Outcome truncate(std::string const& name, std::size_t size);
  [[nodiscard]] Outcome sync(std::string const& name);

  // Turns a byte of the platter and of what is seen of it, as a worn-out disk does.
  void flip(std::string const& name, std::size_t offset);

 private:
  // A write at an offset, or, without bytes, a truncation to it.
  struct Change {
    std::size_t offset = 0;
    std::optional<std::string> bytes;
  };
  struct File {
    bool exists = false;
    std::string seen;
    bool exists_on_platter = false;
    std::string platter;
    std::vector<Change> unsynced;
  };
  struct PlannedFault {
    std::int64_t operation = 0;
    Fault fault = Fault::PowerCut;
  };
  enum class Fate { Keep, Drop, Mixed };

  [[nodiscard]] Outcome begin_operation();
  [[nodiscard]] bool is_lied_about(std::string const& name) const;
  void settle(File& file, Fate fate);
  void tear(std::string& platter, Change const& change);
  [[nodiscard]] std::size_t random_below(std::size_t bound);
  static void apply(std::string& content, Change const& change);

  std::mt19937_64 m_random;
  std::map<std::string, File> m_files;
  std::optional<PlannedFault> m_fault;
  std::optional<std::string> m_lied_about;
  std::int64_t m_operations = 0;
  bool m_has_power = true;
};

}  // namespace inloop::test
