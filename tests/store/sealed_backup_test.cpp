#include "kiosk/store/sealed_backup.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

#include "kiosk/store/backup_lock.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

constexpr auto code = "K7MQ2XPTW4HNR8VCBJ3D";

// Counts up, so that a test is the same each time.
class CountingSource : public RandomSource {
 public:
  Result<> fill(std::span<std::byte> bytes) override {
    for (auto& one : bytes) one = static_cast<std::byte>(++m_last);
    return {};
  }

 private:
  int m_last = 0;
};

BackupLock lock_for(std::string_view with) {
  CountingSource random;
  return need(make_backup_lock(with, random));
}

using Bytes = std::vector<std::byte>;

void tell_nobody(std::uintmax_t, std::uintmax_t) {}

ByteSource source_of(Bytes const& bytes) {
  return [&bytes, at = std::size_t{0}](std::span<std::byte> room) mutable -> Result<std::size_t> {
    auto const taken = std::min(room.size(), bytes.size() - at);
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), taken, room.begin());
    at += taken;
    return taken;
  };
}

struct Sealed {
  Bytes bytes;
  Guarded file_key;
};

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Bag {
 public:
  Sealed sealed(std::vector<std::pair<std::string, std::string>> const& files) const {
    std::vector<FileToSeal> to_seal;
    for (auto const& [name, text] : files)
      to_seal.push_back({name, m_folder.write("plain" + std::to_string(to_seal.size()), text)});
    Sealed result;
    auto const sink = [&](std::span<std::byte const> bytes) -> Result<> {
      result.bytes.insert(result.bytes.end(), bytes.begin(), bytes.end());
      return {};
    };
    result.file_key = need(seal_files(to_seal, lock_for(code), sink, tell_nobody));
    return result;
  }

  Result<CodeFits> open(Bytes const& bytes, std::string_view with = code,
                        std::vector<std::string> const& expected = {"kiosk.db", "pins.key"}) const {
    return open_sealed(with, source_of(bytes), out, expected);
  }

 private:
  inloop::test::TemporaryFolder m_folder;

 public:
  std::filesystem::path const out = m_folder.path() / "out";
};

TEST_CASE("Files of every size come out of a backup as they went in, and only for their owner") {
  Bag const bag;
  for (std::size_t const size : {0U, 1U, 65'535U, 65'536U, 65'537U, 300'000U}) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(i * 7);
    auto const sealed = bag.sealed({{"kiosk.db", text}, {"pins.key", "secret"}});
    CHECK(need(bag.open(sealed.bytes)) == CodeFits::Yes);
    CHECK(content(bag.out / "kiosk.db") == text);
    CHECK(content(bag.out / "pins.key") == "secret");
    need(check_sealed(sealed.file_key, source_of(sealed.bytes), tell_nobody));
  }
  struct stat facts {};
  REQUIRE(stat((bag.out / "kiosk.db").c_str(), &facts) == 0);
  CHECK((facts.st_mode & (S_IRWXG | S_IRWXO)) == 0);
}

TEST_CASE("Nothing of what is in a backup can be read in it, nor the code") {
  Bag const bag;
  std::string const canary = "Fatima van de naaiclub";
  auto const sealed = bag.sealed({{"kiosk.db", canary + canary}});
  std::string_view const text(reinterpret_cast<char const*>(sealed.bytes.data()),
                              sealed.bytes.size());
  CHECK(text.find(canary) == text.npos);
  CHECK(text.find("kiosk.db") == text.npos);
  CHECK(text.find(code) == text.npos);
}

TEST_CASE("Another code opens nothing, and says so") {
  Bag const bag;
  auto const sealed = bag.sealed({{"kiosk.db", "text"}});
  CHECK(need(bag.open(sealed.bytes, "K7MQ2XPTW4HNR8VCBJ3E")) == CodeFits::No);
  CHECK_FALSE(std::filesystem::exists(bag.out / "kiosk.db"));
}

TEST_CASE("A backup of which any byte was changed is refused") {
  Bag const bag;
  auto const sealed = bag.sealed({{"kiosk.db", std::string(100, 'x')}});
  for (std::size_t at = 0; at < sealed.bytes.size(); ++at) {
    auto bytes = sealed.bytes;
    bytes[at] ^= std::byte{1};
    INFO("byte " << at);
    auto const opened = bag.open(bytes);
    CHECK((!opened || *opened == CodeFits::No));
    // The salt and the sealed key are for the code alone: who has the file's key needs neither.
    constexpr std::size_t salt_and_key_end = 8 + 16 + 80;
    if (at < 8 || at >= salt_and_key_end)
      CHECK_FALSE(check_sealed(sealed.file_key, source_of(bytes), tell_nobody));
  }
}

TEST_CASE("A backup that is cut off anywhere, or has something behind it, is refused") {
  Bag const bag;
  auto const sealed = bag.sealed({{"kiosk.db", std::string(70'000, 'x')}});
  for (std::size_t length = 0; length < sealed.bytes.size(); length += 997) {
    auto bytes = sealed.bytes;
    bytes.resize(length);
    INFO("cut off after " << length);
    CHECK_FALSE(bag.open(bytes));
    CHECK_FALSE(check_sealed(sealed.file_key, source_of(bytes), tell_nobody));
  }
  auto bytes = sealed.bytes;
  bytes.push_back(std::byte{0});
  CHECK_FALSE(bag.open(bytes));
}

TEST_CASE("A backup that was sealed with another key in between is refused") {
  Bag const bag;
  auto one = bag.sealed({{"kiosk.db", std::string(70'000, 'x')}});
  auto const other = bag.sealed({{"kiosk.db", std::string(70'000, 'x')}});
  std::copy(other.bytes.end() - 1'000, other.bytes.end(), one.bytes.end() - 1'000);
  CHECK_FALSE(bag.open(one.bytes));
}

TEST_CASE("A file that nobody expects is not let in, wherever its name points") {
  Bag const bag;
  for (std::string const name : {"../kiosk.db", "names.key", "/tmp/kiosk.db", "pins.key"}) {
    INFO(name);
    CHECK_FALSE(bag.open(bag.sealed({{name, "x"}}).bytes, code, {"kiosk.db"}));
    CHECK_FALSE(std::filesystem::exists(bag.out / name));
  }
  auto const twice = bag.sealed({{"kiosk.db", "x"}, {"kiosk.db", "y"}});
  CHECK_FALSE(bag.open(twice.bytes));
}

TEST_CASE("A sink that fails ends the sealing with its own words") {
  inloop::test::TemporaryFolder const folder;
  auto const file = folder.write("a", std::string(200'000, 'x'));
  int calls = 0;
  auto const sink = [&](std::span<std::byte const>) -> Result<> {
    if (++calls > 5) return failure("the stick is full");
    return {};
  };
  auto const sealed = seal_files({{"kiosk.db", file}}, lock_for(code), sink, tell_nobody);
  REQUIRE_FALSE(sealed.has_value());
  CHECK(sealed.error() == Error{"the stick is full"});
}

TEST_CASE("The same code with another salt is another lock") {
  CountingSource random;
  auto const one = need(make_backup_lock(code, random));
  auto const other = need(make_backup_lock(code, random));
  CHECK(one.public_key != other.public_key);
  auto const closed = need(close_lock(one));
  CHECK(need(open_lock(one.salt, closed.sealed, code)).opened == Opened::Yes);
  CHECK(need(open_lock(other.salt, closed.sealed, code)).opened == Opened::No);
}

}  // namespace
}  // namespace inloop::store::test
