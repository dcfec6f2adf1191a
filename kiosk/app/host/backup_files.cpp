#include "kiosk/app/host/backup_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "kiosk/base/log.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/backup.h"
#include "kiosk/store/restoring.h"
#include "kiosk/store/running_copy.h"
#include "kiosk/store/sealed_backup.h"

namespace inloop::app::host {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".inloop";
constexpr std::string_view beginning = "inloop-";
constexpr std::size_t most_files_looked_at = 2'000;

// What a backup holds. The key of the names stays at home: names are gone after a day or so, and
// whoever finds a stick and the code has no use for them then.
constexpr auto database_name = "kiosk.db";
constexpr auto pins_name = "pins.key";
constexpr auto place_name = "place";

// Where copies are made and taken out: a folder of the store's own, emptied before and after.
class Workbench {
 public:
  explicit Workbench(Memory const& memory) : m_folder(memory.database.parent_path() / "moving") {
    clear();
    std::error_code trouble;
    fs::create_directory(m_folder, trouble);
    fs::permissions(m_folder, fs::perms::owner_all, trouble);
  }
  Workbench(Workbench const&) = delete;
  Workbench& operator=(Workbench const&) = delete;
  ~Workbench() { clear(); }

  [[nodiscard]] fs::path operator/(std::string_view name) const { return m_folder / name; }
  [[nodiscard]] fs::path const& folder() const { return m_folder; }

 private:
  void clear() {
    std::error_code absent;
    fs::remove_all(m_folder, absent);
  }

  fs::path m_folder;
};

StickResult<> from_house(Result<> const& done) {
  if (done) return {};
  return tl::unexpected(StickFailure{StickTrouble::Unknown, done.error()});
}

// A copy is the first part of the work, sealing the second, reading back the third.
class Thirds {
 public:
  explicit Thirds(Desk& desk) : m_desk(desk) {}
  void tell(int third, std::uintmax_t done, std::uintmax_t total) {
    constexpr int steps = 100;
    auto const share = total == 0 ? steps : static_cast<int>(done * steps / total);
    auto const told = third * steps + std::min(share, steps);
    if (told == m_told) return;
    m_told = told;
    m_desk.tell_progress(told, 3 * steps);
  }

 private:
  Desk& m_desk;
  int m_told = -1;
};

Result<> copy_store(fs::path const& target, Desk& desk, Thirds& progress) {
  auto const begun =
      desk.with_store([&](store::Store& store) { return store::begin_copy(store, target); });
  if (!begun) return begun;
  for (auto goes_on = true; goes_on;) {
    auto const state =
        desk.with_store([](store::Store& store) { return store::continue_copy(store); });
    if (!state) return tl::unexpected(state.error());
    auto const total = static_cast<std::uintmax_t>(state->total_pages);
    progress.tell(0, total - static_cast<std::uintmax_t>(state->remaining_pages), total);
    goes_on = state->remaining_pages > 0;
  }
  return store::finish_copy(target);
}

Result<> write_text(fs::path const& file, std::string const& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) return failure("cannot write {}", file.string());
  return {};
}

store::ByteSource source_of(std::ifstream& file) {
  return [&file](std::span<std::byte> room) -> Result<std::size_t> {
    file.read(reinterpret_cast<char*>(room.data()), static_cast<std::streamsize>(room.size()));
    if (file.bad()) return failure("the stick cannot be read");
    return static_cast<std::size_t>(file.gcount());
  };
}

StickResult<store::Guarded> seal_to(StickFile& target, std::vector<store::FileToSeal> const& files,
                                    store::BackupLock const& lock, Thirds& progress) {
  std::optional<StickFailure> stick;
  auto const sink = [&](std::span<std::byte const> bytes) -> Result<> {
    auto const written = target.write(bytes);
    if (written) return {};
    stick = written.error();
    return tl::unexpected(written.error().error);
  };
  auto key = store::seal_files(files, lock, sink, [&](std::uintmax_t done, std::uintmax_t total) {
    progress.tell(1, done, total);
  });
  if (key) return std::move(*key);
  return tl::unexpected(stick.value_or(StickFailure{StickTrouble::Unknown, key.error()}));
}

StickResult<> read_back(fs::path const& file, store::Guarded const& key, Thirds& progress) {
  std::error_code gone;
  auto const total = fs::file_size(file, gone);
  std::ifstream in(file, std::ios::binary);
  if (gone || !in)
    return tl::unexpected(StickFailure{StickTrouble::PulledOut, Error{"the backup is gone"}});
  return from_house(store::check_sealed(
      key, source_of(in),
      [&](std::uintmax_t done, std::uintmax_t) { progress.tell(2, done, total); }));
}

std::optional<int> number_from(std::string_view text) {
  int number = 0;
  auto const [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (trouble != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Of this place, the oldest first.
std::vector<fs::path> backups_of(fs::path const& folder, std::string const& place_id) {
  std::vector<fs::path> files;
  auto const wanted = fmt::format("{}{}-", beginning, place_id);
  std::error_code trouble;
  for (fs::directory_iterator one(folder, trouble), end;
       !trouble && one != end && files.size() < most_files_looked_at; one.increment(trouble)) {
    auto const name = one->path().filename().string();
    constexpr std::size_t time_characters = 13;
    if (name.starts_with(wanted) && made_at(name) &&
        name.size() == wanted.size() + time_characters + ending.size())
      files.push_back(one->path());
  }
  std::ranges::sort(files);
  return files;
}

void forget_oldest(fs::path const& folder, std::string const& place_id) {
  auto const files = backups_of(folder, place_id);
  for (std::size_t i = 0; i + kept_backups_on_stick < files.size(); ++i) {
    std::error_code trouble;
    fs::remove(files[i], trouble);
    if (trouble) log::warn("an old backup stays on the stick: {}", trouble.message());
  }
}

std::string content(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What was taken out becomes a store of its own for a moment: it must open, be of this place, and
// learn what this kiosk has released meanwhile.
Result<Restoration> look_through(Workbench const& bench, Desk& desk) {
  auto const& memory = desk.parts().memory;
  if (content(bench / place_name) != memory.place_id) {
    log::error("the backup is of the place {}", content(bench / place_name));
    return Restoration::Refused;
  }
  auto const released = desk.with_store([](store::Store& store) { return store.releases(); });
  if (!released) return tl::unexpected(released.error());
  auto restored = store::open_restored({.file = bench / database_name, .place = memory.place_id},
                                       bench / database_name);
  auto adopted =
      restored ? adopt_releases(*restored, *released) : Result<>(tl::unexpected(restored.error()));
  if (adopted) adopted = restored->checkpoint();
  if (adopted) return Restoration::Done;
  log::error("the backup cannot be used: {}", adopted.error().what);
  return Restoration::Refused;
}

}  // namespace

std::string backup_name(std::string const& place_id, core::LocalTime const& made) {
  auto const& [date, minute] = made;
  return fmt::format("{}{}-{:04}{:02}{:02}-{:02}{:02}{}", beginning, file_name_from(place_id),
                     static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), minute / 60, minute % 60, ending);
}

std::optional<core::LocalTime> made_at(std::string const& name) {
  constexpr std::string_view shape = "-YYYYMMDD-HHMM";
  if (!name.starts_with(beginning) || !name.ends_with(ending)) return std::nullopt;
  if (name.size() < shape.size() + ending.size()) return std::nullopt;
  auto const text =
      std::string_view(name).substr(name.size() - shape.size() - ending.size(), shape.size());
  if (text[0] != '-' || text[9] != '-') return std::nullopt;
  std::array const parts{number_from(text.substr(1, 4)), number_from(text.substr(5, 2)),
                         number_from(text.substr(7, 2)), number_from(text.substr(10, 2)),
                         number_from(text.substr(12, 2))};
  if (!std::ranges::all_of(parts, [](auto const& part) { return part && *part >= 0; }))
    return std::nullopt;
  core::Date const date{std::chrono::year{*parts[0]},
                        std::chrono::month{static_cast<unsigned>(*parts[1])},
                        std::chrono::day{static_cast<unsigned>(*parts[2])}};
  if (!date.ok() || *parts[3] > 23 || *parts[4] > 59) return std::nullopt;
  return core::LocalTime{.date = date, .minute_of_day = *parts[3] * 60 + *parts[4]};
}

StickResult<std::string> back_up_to(fs::path const& folder, store::BackupLock const& lock,
                                    core::LocalTime const& now, Desk& desk) {
  auto const& memory = desk.parts().memory;
  Workbench const bench(memory);
  Thirds progress(desk);
  if (auto const copied = from_house(copy_store(bench / database_name, desk, progress)); !copied)
    return tl::unexpected(copied.error());
  if (auto const noted = from_house(write_text(bench / place_name, memory.place_id)); !noted)
    return tl::unexpected(noted.error());
  std::vector<store::FileToSeal> files{{database_name, bench / database_name},
                                       {place_name, bench / place_name}};
  std::error_code absent;
  if (fs::exists(pins_key(memory), absent)) files.push_back({pins_name, pins_key(memory)});

  auto const name = backup_name(memory.place_id, now);
  auto target = StickFile::create(folder, name);
  if (!target) return tl::unexpected(target.error());
  auto const key = seal_to(*target, files, lock, progress);
  if (!key) return tl::unexpected(key.error());
  auto const path = target->finish();
  if (!path) return tl::unexpected(path.error());
  if (auto const whole = read_back(*path, *key, progress); !whole) {
    fs::remove(*path, absent);
    return tl::unexpected(whole.error());
  }
  forget_oldest(folder, file_name_from(memory.place_id));
  return name;
}

std::vector<core::host::BackupFile> backups_in(std::vector<fs::path> const& folders) {
  std::vector<core::host::BackupFile> found;
  for (auto const& folder : folders) {
    std::error_code trouble;
    std::size_t looked_at = 0;
    for (fs::directory_iterator one(folder, trouble), end;
         !trouble && one != end && looked_at < most_files_looked_at; one.increment(trouble)) {
      ++looked_at;
      auto const made = made_at(one->path().filename().string());
      std::error_code gone;
      if (!made || !one->is_regular_file(gone)) continue;
      found.push_back({.name = one->path().string(),
                       .made = made,
                       .bytes = static_cast<std::int64_t>(one->file_size(gone))});
    }
  }
  std::ranges::sort(found, [](auto const& one, auto const& other) {
    auto const key = [](core::LocalTime const& time) {
      return std::pair(std::chrono::sys_days(time.date), time.minute_of_day);
    };
    return key(*one.made) > key(*other.made);
  });
  found.resize(std::min(found.size(), core::host::most_backups_listed));
  return found;
}

Result<Restoration> restore_from(fs::path const& file, std::string const& code,
                                 core::host::Deed const& deed, Desk& desk) {
  auto const& memory = desk.parts().memory;
  Workbench const bench(memory);
  std::ifstream in(file, std::ios::binary);
  if (!in) return failure("cannot read {}", file.string());
  auto const fits = store::open_sealed(code, source_of(in), bench.folder(),
                                       {database_name, pins_name, place_name});
  if (!fits) {
    log::error("the backup cannot be used: {}", fits.error().what);
    return Restoration::Refused;
  }
  if (*fits == store::CodeFits::No) return Restoration::WrongCode;
  auto const looked = look_through(bench, desk);
  if (!looked || *looked != Restoration::Done) return looked;
  std::error_code absent;
  if (fs::exists(bench / pins_name, absent))
    if (auto const waits = store::let_wait(bench / pins_name, pins_key(memory)); !waits)
      return tl::unexpected(waits.error());
  if (auto const waits = store::let_wait(bench / database_name, memory.database); !waits)
    return tl::unexpected(waits.error());
  auto const asked = desk.with_store([&](store::Store& store) -> Result<> {
    if (auto const noted = store::note(store, deed); !noted)
      log::error("the audit trail: {}", noted.error().what);
    store::let_go(store);
    return {};
  });
  if (!asked) return tl::unexpected(asked.error());
  return Restoration::Done;
}

}  // namespace inloop::app::host
