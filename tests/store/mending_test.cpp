#include "kiosk/store/mending.h"

#include <array>
#include <fstream>
#include <iostream>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/backup.h"
#include "kiosk/store/move_aside.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

constexpr auto stamp = "20261124T090000Z";

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(std::filesystem::path const& file, std::string const& text) {
  std::ofstream(file, std::ios::binary) << text;
}

// Turns the bytes of a page that is neither the first nor unused.
void damage(std::filesystem::path const& file) {
  auto bytes = content(file);
  constexpr std::size_t page_bytes = 4096;
  REQUIRE(bytes.size() > 3 * page_bytes);
  for (auto at = page_bytes; at < 3 * page_bytes; ++at) bytes[at] = '\x5a';
  write(file, bytes);
}

struct HouseWithBackups : House {
  std::filesystem::path backups = folder.path() / "backups";

  // A visit on the 20th is in the backup, one on the 21st came after it.
  void fill() const {
    auto store = this->store();
    need(store.add_visit(visit_on(date("2026-11", 20))));
    need(store.back_up(backups));
    need(store.add_visit(visit_on(date("2026-11", 21))));
  }

  [[nodiscard]] Mended mended() const { return need(open_or_mend(options(), backups, stamp)); }
};

std::int64_t adults_in_november(Store& store) {
  std::int64_t adults = 0;
  auto const counts = need(store.period_counts(core::period_from("2026-11").value()));
  for (auto const& count : counts.dayparts) adults += count.adults;
  return adults;
}

TEST_CASE("A sound file is opened as it is, and nothing is told") {
  HouseWithBackups const house;
  house.fill();
  auto mended = house.mended();
  CHECK_FALSE(mended.loss);
  CHECK(adults_in_november(mended.store) == 2);
}

TEST_CASE("The first start of all loses nothing") {
  HouseWithBackups const house;
  CHECK_FALSE(house.mended().loss);
}

TEST_CASE("A damaged file is kept aside, the newest backup is loaded, and the loss is told") {
  HouseWithBackups const house;
  house.fill();
  damage(house.file);
  auto const damaged = content(house.file);
  auto mended = house.mended();
  REQUIRE(mended.loss);
  CHECK(mended.loss->restored_generation == 1);
  CHECK(mended.loss->last_visit == date("2026-11", 20));
  CHECK(mended.loss->moved_to.filename() == "kiosk.db.aside-20261124T090000Z");
  CHECK(content(mended.loss->moved_to) == damaged);
  CHECK_THAT(mended.loss->reason, Catch::Contains("damaged"));
  CHECK(adults_in_november(mended.store) == 1);
  CHECK(mended.store.add_visit(visit_on(date("2026-11", 24))));
}

TEST_CASE("A file of another program is kept aside, not written to") {
  HouseWithBackups const house;
  {
    SQLite::Database other(house.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE recipe (words TEXT)");
  }
  auto const recipes = content(house.file);
  auto const mended = house.mended();
  REQUIRE(mended.loss);
  CHECK_FALSE(mended.loss->restored_generation);
  CHECK(content(mended.loss->moved_to) == recipes);
}

TEST_CASE("Where the newest backup is damaged, the one before it is loaded") {
  HouseWithBackups const house;
  house.fill();
  {
    auto store = house.store();
    need(store.back_up(house.backups));
  }
  damage(house.file);
  damage(backup_file(house.backups, "kiosk.db", 1));
  auto mended = house.mended();
  REQUIRE(mended.loss);
  CHECK(mended.loss->restored_generation == 2);
  CHECK_THAT(mended.loss->reason, Catch::Contains("; "));
  CHECK(adults_in_november(mended.store) == 1);
}

TEST_CASE("Without a good backup the kiosk counts on from nothing, and says so") {
  HouseWithBackups const house;
  house.fill();
  damage(house.file);
  damage(backup_file(house.backups, "kiosk.db", 1));
  auto mended = house.mended();
  REQUIRE(mended.loss);
  CHECK_FALSE(mended.loss->restored_generation);
  CHECK_FALSE(mended.loss->last_visit);
  CHECK(adults_in_november(mended.store) == 0);
}

TEST_CASE("An empty file or none where there was one is a loss, not a first start") {
  HouseWithBackups const house;
  house.fill();
  SECTION("empty") {
    write(house.file, "");
  }
  SECTION("gone") {
    std::filesystem::remove(house.file);
  }
  auto mended = house.mended();
  REQUIRE(mended.loss);
  CHECK(mended.loss->restored_generation == 1);
  CHECK(adults_in_november(mended.store) == 1);
}

TEST_CASE("A log that lost its file is kept aside, not replayed into a restored one") {
  HouseWithBackups const house;
  house.fill();
  std::filesystem::remove(house.file);
  auto const log = house.file.string() + "-wal";
  write(log, "frames of before");
  auto const mended = house.mended();
  REQUIRE(mended.loss);
  CHECK(content(house.file.string() + ".aside-20261124T090000Z-wal") == "frames of before");
}

TEST_CASE("What a restore that was cut off left behind does not spoil the next one") {
  HouseWithBackups const house;
  house.fill();
  damage(house.file);
  write(house.file.string() + ".unfinished", "half a copy");
  write(house.file.string() + ".unfinished-wal", "and its log");
  auto mended = house.mended();
  REQUIRE(mended.loss);
  CHECK(mended.loss->restored_generation == 1);
  CHECK_FALSE(std::filesystem::exists(house.file.string() + ".unfinished"));
  CHECK_FALSE(std::filesystem::exists(house.file.string() + ".unfinished-wal"));
}

TEST_CASE("A backup that was cut off between two renames is still found") {
  HouseWithBackups const house;
  house.fill();
  std::filesystem::rename(backup_file(house.backups, "kiosk.db", 1),
                          backup_file(house.backups, "kiosk.db", 2));
  damage(house.file);
  auto const mended = house.mended();
  REQUIRE(mended.loss);
  CHECK(mended.loss->restored_generation == 2);
}

// The file and its log as a machine without power leaves them.
std::array<std::string, 2> file_and_log(HouseWithBackups const& house) {
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 22))));
  need(close(store, "2026-10"));
  return {content(house.file), content(house.file.string() + "-wal")};
}

TEST_CASE("Whatever bytes of the file or of its log are turned or cut off, the kiosk counts on") {
  constexpr unsigned seed = 20261127;
  constexpr int trials = 80;
  std::mt19937 random(seed);
  auto const below = [&random](std::size_t bound) { return random() % bound; };
  HouseWithBackups const original;
  original.fill();
  auto const whole = file_and_log(original);
  int mendings = 0;
  for (int trial = 0; trial < trials; ++trial) {
    auto parts = whole;
    auto& part = parts[below(parts.size())];
    if (below(4) == 0) part.resize(below(part.size()));
    for (auto flips = below(40); flips > 0 && !part.empty(); --flips)
      part[below(part.size())] ^= static_cast<char>(1U << below(8));

    HouseWithBackups const house;
    std::filesystem::copy(original.backups, house.backups);
    std::filesystem::permissions(house.backups, std::filesystem::perms{0700});
    write(house.file, parts[0]);
    write(house.file.string() + "-wal", parts[1]);
    CAPTURE(seed, trial);
    auto mended = need(open_or_mend(house.options(), house.backups, stamp));
    mendings += mended.loss ? 1 : 0;
    REQUIRE(mended.store.add_visit(visit_on(date("2026-12", 1))));
    REQUIRE(mended.store.period_counts(core::period_from("2026-12").value()));
    REQUIRE(mended.store.period_counts(core::period_from("2026-11").value()));
  }
  std::cout << "damage: seed " << seed << ", " << trials << " files, " << mendings << " mended\n";
  CHECK(mendings > trials / 10);
  CHECK(mendings < trials);
}

TEST_CASE("A file that is in use, too new or behind an open folder is never moved") {
  HouseWithBackups const house;
  house.fill();
  SECTION("in use") {
    auto const store = house.store();
    CHECK_FALSE(open_or_mend(house.options(), house.backups, stamp));
  }
  SECTION("too new") {
    SQLite::Database(house.file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    CHECK_FALSE(open_or_mend(house.options(), house.backups, stamp));
  }
  SECTION("an open folder") {
    std::filesystem::permissions(house.folder.path(), std::filesystem::perms{0755});
    CHECK_FALSE(open_or_mend(house.options(), house.backups, stamp));
  }
  CHECK(std::filesystem::exists(house.file));
}

TEST_CASE("A restored file takes in what was released after its backup, and draws it no more") {
  HouseWithBackups const house;
  house.fill();
  std::vector<PublishedRelease> released;
  {
    auto store = house.store();
    need(close(store, "2026-11"));
    released = need(store.releases());
  }
  damage(house.file);
  auto mended = house.mended();
  REQUIRE(mended.loss);
  REQUIRE(need(mended.store.releases()).empty());
  for (auto const& release : released)
    need(mended.store.adopt_release(release, {{.subject = "bezoeken"}}));
  CHECK(need(mended.store.releases()) == released);
  CHECK_FALSE(close(mended.store, "2026-11"));
}

TEST_CASE("Three generations of backups are kept, each of the moment it was made") {
  HouseWithBackups const house;
  {
    auto store = house.store();
    for (unsigned day = 1; day <= 4; ++day) {
      need(store.add_visit(visit_on(date("2026-11", day))));
      need(store.back_up(house.backups));
    }
  }
  for (int generation = 1; generation <= backup_generations; ++generation) {
    SQLite::Database backup(backup_file(house.backups, "kiosk.db", generation).string());
    CHECK(backup.execAndGet("SELECT count(*) FROM visit").getInt() == 5 - generation);
  }
  std::size_t files = 0;
  for ([[maybe_unused]] auto const& entry : std::filesystem::directory_iterator(house.backups))
    ++files;
  CHECK(files == 3);
}

TEST_CASE("No byte of a backup tells in which minute somebody came") {
  HouseWithBackups const house;
  constexpr int minute = 0x04d2;  // 20:34, as two bytes that no other value here has
  constexpr std::string_view minute_in_row = "\x04\xd2";
  {
    auto store = house.store();
    for (int visit = 0; visit < 200; ++visit)
      need(store.add_visit(visit_on(date("2026-11", 20), minute)));
    need(store.checkpoint());
    REQUIRE_THAT(content(house.file), Catch::Contains(std::string(minute_in_row)));
    need(store.back_up(house.backups));
    CHECK_THAT(content(house.file), Catch::Contains(std::string(minute_in_row)));
  }
  auto const backup = backup_file(house.backups, "kiosk.db", 1);
  CHECK(content(backup).find(minute_in_row) == std::string::npos);
  SQLite::Database copy(backup.string());
  CHECK(copy.execAndGet("SELECT count(*) FROM visit").getInt() == 200);
  CHECK(copy.execAndGet("SELECT count(minute) FROM visit").getInt() == 0);
}

TEST_CASE("A backup that cannot be written does not hurt the store") {
  HouseWithBackups const house;
  auto store = house.store();
  write(house.backups, "a file where a folder belongs");
  CHECK_FALSE(store.back_up(house.backups));
  CHECK_FALSE(store.is_lost());
  CHECK(store.add_visit(visit_on(date("2026-11", 23))));
}

TEST_CASE("Two files moved aside in one second both stay") {
  House const house;
  write(house.file, "first");
  auto const first = need(move_aside(house.file, stamp));
  write(house.file, "second");
  auto const second = need(move_aside(house.file, stamp));
  CHECK(content(first) == "first");
  CHECK(content(second) == "second");
}

TEST_CASE("Only so many files are moved aside before somebody has to look") {
  House const house;
  for (int i = 0; i < most_kept_aside; ++i) {
    write(house.file, "damaged");
    need(move_aside(house.file, stamp));
  }
  write(house.file, "one too many");
  CHECK_FALSE(move_aside(house.file, stamp));
  CHECK(content(house.file) == "one too many");
}

}  // namespace
}  // namespace inloop::store::test
