#include <fstream>
#include <iterator>
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include "kiosk/store/backup.h"
#include "kiosk/store/mending.h"
#include "kiosk/store/name_vault.h"
#include "tests/store/week_fixture.h"
#include "tests/support/leak_search.h"

namespace inloop::store::test {
namespace {

using core::SignUpMode;
using core::Token;
using inloop::test::Canary;
using inloop::test::SeededRandom;

constexpr auto name = "Wilhelmijntje";  // of no other test, so that it can be searched for
std::vector<Canary> const canaries{{"first name", name}};

std::string content_of(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

unsigned mode_of(std::filesystem::path const& path) {
  struct stat facts {};
  REQUIRE(stat(path.c_str(), &facts) == 0);
  return facts.st_mode & 0777U;
}

struct HouseWithNames : House {
  std::filesystem::path key = folder.path() / "names.key";
  std::shared_ptr<NameVault> vault = std::make_shared<NameVault>(need(NameVault::open(key)));

  [[nodiscard]] Options options() const {
    auto options = House::options();
    options.names = vault;
    return options;
  }
  [[nodiscard]] Store store() const { return need(Store::open(options())); }
};

SignUpWish named(core::SessionId session, std::string const& first_name, int picture = 0) {
  auto signed_up = wish(session, Token{.picture = picture}, core::WhenFull::Wait);
  signed_up.first_name = first_name;
  return signed_up;
}

TEST_CASE("The host reads the first names with their tokens, in the order in which people came") {
  HouseWithNames const house;
  SeededRandom random(1);
  core::SessionId session = 0;
  {
    auto store = house.store();
    session = add_session(store, activity(SignUpMode::Name, 1));
    granted(store.sign_up(named(session, "Fatima", 0), random));
    granted(store.sign_up(named(session, "محمد", 1), random));
  }
  auto again = house.options();
  again.names = std::make_shared<NameVault>(need(NameVault::open(house.key)));
  auto store = need(Store::open(again));
  CHECK(need(store.names_of(session)) ==
        std::vector<NamedSignUp>{
            {.token = {.picture = 0}, .place = {}, .first_name = "Fatima"},
            {.token = {.picture = 1}, .place = {.waiting_number = 1}, .first_name = "محمد"}});
}

TEST_CASE("A name is nowhere on the disk in any form while it is kept") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Name));
  granted(store.sign_up(named(session, name), random));
  CHECK(inloop::test::search_folder(house.folder.path(), canaries).empty());
  need(store.checkpoint());
  CHECK(inloop::test::search_folder(house.folder.path(), canaries).empty());
  // The search does find it where it is.
  house.folder.write("leak", std::string("x") + name);
  CHECK(inloop::test::search_folder(house.folder.path(), canaries).size() == 1);
}

TEST_CASE("Long and short names take the same room, so that none tells its length") {
  HouseWithNames const house;
  SeededRandom random(1);
  {
    auto store = house.store();
    auto const session = add_session(store, activity(SignUpMode::Name));
    granted(store.sign_up(named(session, "Bo", 0), random));
    granted(store.sign_up(named(session, "Maximiliaan Johannes", 1), random));
  }
  SQLite::Database file(house.file.string());
  CHECK(file.execAndGet("SELECT count(DISTINCT length(first_name)) FROM sign_up").getInt() == 1);
}

TEST_CASE("A name that is none, or a missing one, is refused") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Name));
  for (auto const& wrong : {std::string(), std::string(21, 'x'), std::string("06 12345678")})
    CHECK_FALSE(store.sign_up(named(session, wrong), random));
  CHECK_THAT(words(store.sign_up(wish(session), random).error()),
             Catch::Contains("needs a first name"));
  CHECK(need(store.agenda(monday, 1)).front().taken == 0);
}

TEST_CASE("Without a vault nobody signs up by name, and all else works") {
  House const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Name));
  CHECK_THAT(words(store.sign_up(named(session, "Fatima"), random).error()),
             Catch::Contains("no key"));
  CHECK(need(store.agenda(monday, 1)).front().taken == 0);
  CHECK(need(store.names_of(session)).empty());
}

TEST_CASE("The day after the session its names are gone: rows, keys and log, but not the count") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Name, 4));
  auto const next_week =
      add_session(store, activity(SignUpMode::Name, 4), at(date("2026-11", 30), 10));
  granted(store.sign_up(named(session, name), random));
  granted(store.sign_up(named(next_week, "Fatima"), random));
  need(store.forget_sign_ups(monday, 0));
  CHECK(need(store.names_of(session)).size() == 1);
  need(store.forget_sign_ups(date("2026-11", 24), 0));
  CHECK(need(store.names_of(session)).empty());
  CHECK(need(store.names_of(next_week)).size() == 1);
  CHECK(need(store.agenda(monday, 1)).front().taken == 1);
  CHECK(std::filesystem::file_size(house.file.string() + "-wal") == 0);
}

TEST_CASE("What is forgotten leaves not even its locked bytes in file or log") {
  HouseWithNames const house;
  SeededRandom random(1);
  core::SessionId session = 0;
  {
    auto store = house.store();
    session = add_session(store, activity(SignUpMode::Name));
    granted(store.sign_up(named(session, name), random));
  }
  std::vector<Canary> locked;
  {
    SQLite::Database file(house.file.string());
    locked.push_back(
        {"locked name", file.execAndGet("SELECT first_name FROM sign_up").getString()});
    locked.push_back({"locked key", file.execAndGet("SELECT wrapped FROM name_key").getString()});
  }
  auto store = house.store();
  REQUIRE(inloop::test::search_folder(house.folder.path(), locked).size() == 2);
  need(store.forget_sign_ups(date("2026-11", 24), 0));
  CHECK(inloop::test::search_folder(house.folder.path(), locked).empty());
}

TEST_CASE("Names are kept for as many whole days as the place wishes") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const session = add_session(store, activity(SignUpMode::Name));
  granted(store.sign_up(named(session, "Fatima"), random));
  need(store.forget_sign_ups(date("2026-11", 25), 2));
  CHECK(need(store.names_of(session)).size() == 1);
  need(store.forget_sign_ups(date("2026-11", 26), 2));
  CHECK(need(store.names_of(session)).empty());
}

TEST_CASE(
    "A session that goes on after midnight keeps its names until the day of its end is over") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const night = add_session(store, activity(SignUpMode::Name), at(monday, 23), 120);
  granted(store.sign_up(named(night, "Fatima"), random));
  need(store.forget_sign_ups(date("2026-11", 24), 0));
  CHECK(need(store.names_of(night)).size() == 1);
  need(store.forget_sign_ups(date("2026-11", 25), 0));
  CHECK(need(store.names_of(night)).empty());
}

TEST_CASE("Backups hold tokens and places, and neither names nor what opens them") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto const backups = house.folder.path() / "backups";
  {
    auto store = house.store();
    auto const session = add_session(store, activity(SignUpMode::Name));
    granted(store.sign_up(named(session, name), random));
    need(store.back_up(backups));
    CHECK(need(store.names_of(session)).front().first_name == name);
  }
  SQLite::Database backup(backup_file(backups, "kiosk.db", 1).string());
  CHECK(backup.execAndGet("SELECT count(*) FROM sign_up").getInt() == 1);
  CHECK(backup.execAndGet("SELECT count(first_name) FROM sign_up").getInt() == 0);
  CHECK(backup.execAndGet("SELECT count(*) FROM name_key").getInt() == 0);
  std::vector<Canary> locked{canaries};
  SQLite::Database file(house.file.string());
  locked.push_back({"locked name", file.execAndGet("SELECT first_name FROM sign_up").getString()});
  locked.push_back({"locked key", file.execAndGet("SELECT wrapped FROM name_key").getString()});
  CHECK(inloop::test::search_folder(backups, locked).empty());
}

TEST_CASE(
    "After a restoration places are held by tokens, new names can be kept, old ones not read") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto const backups = house.folder.path() / "backups";
  core::SessionId session = 0;
  {
    auto store = house.store();
    session = add_session(store, activity(SignUpMode::Name));
    granted(store.sign_up(named(session, name, 0), random));
    need(store.back_up(backups));
  }
  auto const old_key = content_of(house.key);
  auto const damaged = content_of(house.file);
  house.folder.write("kiosk.db", std::string(8192, 'x'));
  auto mended = need(open_or_mend(house.options(), backups, "20261123T101500Z"));
  REQUIRE(mended.loss);
  CHECK(content_of(house.key) != old_key);
  granted(mended.store.sign_up(named(session, "Fatima", 1), random));
  auto const names = need(mended.store.names_of(session));
  REQUIRE(names.size() == 2);
  CHECK(names[0].first_name == std::nullopt);
  CHECK(names[1].first_name == "Fatima");

  // The file of before, with the key of now.
  auto other = house.options();
  other.file = house.folder.write("aside.db", damaged);
  auto aside = need(Store::open(other));
  CHECK(need(aside.names_of(session)).front().first_name == std::nullopt);
}

TEST_CASE(
    "Where the master key cannot be renewed the file is mended all the same, and it is told") {
  HouseWithNames house;
  house.key = house.folder.path() / "open" / "names.key";
  *house.vault = need(NameVault::open(house.key));
  REQUIRE(chmod(house.key.parent_path().c_str(), 0755) == 0);
  need(house.store().checkpoint());
  house.folder.write("kiosk.db", std::string(8192, 'x'));
  auto const mended =
      need(open_or_mend(house.options(), house.folder.path() / "backups", "20261123T101500Z"));
  REQUIRE(mended.loss);
  CHECK_THAT(mended.loss->reason, Catch::Contains("first names in it can still be read"));
}

TEST_CASE("After the key file was lost people sign up by name again, and old names are not read") {
  HouseWithNames house;
  SeededRandom random(1);
  core::SessionId session = 0;
  {
    auto store = house.store();
    session = add_session(store, activity(SignUpMode::Name));
    granted(store.sign_up(named(session, "Wilhelmina", 0), random));
  }
  std::filesystem::remove(house.key);
  *house.vault = need(NameVault::open(house.key));
  auto store = house.store();
  granted(store.sign_up(named(session, "Fatima", 1), random));
  auto const names = need(store.names_of(session));
  CHECK(names[0].first_name == std::nullopt);
  CHECK(names[1].first_name == "Fatima");
}

TEST_CASE("A name opens with its own key at its own row only") {
  HouseWithNames const house;
  SeededRandom random(1);
  auto const& vault = *house.vault;
  NamePlace const place{.session = 3, .sign_up = 7, .key = need(vault.make_key(3, random))};
  auto sealed = need(vault.seal("Fatima", place, random));
  CHECK(need(vault.unseal(sealed, place)) == "Fatima");
  auto elsewhere = place;
  elsewhere.sign_up = 8;
  CHECK_FALSE(vault.unseal(sealed, elsewhere));
  elsewhere = place;
  elsewhere.session = 4;
  CHECK_FALSE(vault.unseal(sealed, elsewhere));
  elsewhere = place;
  elsewhere.key = need(vault.make_key(3, random));
  CHECK_FALSE(vault.unseal(sealed, elsewhere));
  CHECK(need(vault.seal("Fatima", place, random)) != sealed);
  sealed[30] ^= std::byte{1};
  CHECK_FALSE(vault.unseal(sealed, place));

  NameVault const other = need(NameVault::open(house.folder.path() / "other.key"));
  sealed[30] ^= std::byte{1};
  CHECK_FALSE(other.unseal(sealed, place));
  inloop::test::DryRandom dry;
  CHECK_FALSE(vault.make_key(3, dry));
  CHECK_FALSE(vault.seal("Fatima", place, dry));
}

TEST_CASE("The longest name fits, to the byte") {
  HouseWithNames const house;
  SeededRandom random(1);
  NamePlace const place{.session = 3, .sign_up = 7, .key = need(house.vault->make_key(3, random))};
  for (auto const& one : {std::string(), std::string(greatest_name_bytes, 'x')})
    CHECK(need(house.vault->unseal(need(house.vault->seal(one, place, random)), place)) == one);
}

TEST_CASE("The master key is made once, is 32 bytes and its owner's alone") {
  HouseWithNames const house;
  auto const bytes = content_of(house.key);
  CHECK(bytes.size() == 32);
  CHECK(mode_of(house.key) == 0600);
  need(NameVault::open(house.key));
  CHECK(content_of(house.key) == bytes);
  CHECK_FALSE(std::filesystem::exists(house.key.string() + ".unfinished"));
  CHECK(std::set<char>(bytes.begin(), bytes.end()).size() > 8);
  REQUIRE(chmod(house.key.c_str(), 0400) == 0);
  CHECK(NameVault::open(house.key));
}

TEST_CASE("A master key that others may read, of another size or behind a link is refused") {
  HouseWithNames const house;
  for (auto const mode : {0640, 0604, 0660}) {
    REQUIRE(chmod(house.key.c_str(), static_cast<mode_t>(mode)) == 0);
    auto const refused = NameVault::open(house.key);
    REQUIRE_FALSE(refused);
    CHECK_THAT(words(refused.error()), Catch::Contains("its owner's alone"));
  }
  REQUIRE(chmod(house.key.c_str(), 0600) == 0);
  auto const link = house.folder.path() / "link.key";
  std::filesystem::create_symlink(house.key, link);
  CHECK_FALSE(NameVault::open(link));
  house.folder.write("names.key", "too short");
  CHECK_THAT(words(NameVault::open(house.key).error()), Catch::Contains("9 bytes"));
}

TEST_CASE("What a power cut left of a key that was being made is no key") {
  House const house;
  auto const key = house.folder.path() / "names.key";
  house.folder.write("names.key.unfinished", "half a k");
  need(NameVault::open(key));
  CHECK(content_of(key).size() == 32);
}

}  // namespace
}  // namespace inloop::store::test
