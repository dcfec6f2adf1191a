#include "kiosk/app/host/files.h"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "tests/support/temporary_folder.h"

namespace inloop::app::host {
namespace {

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void tell_nobody(std::uintmax_t, std::uintmax_t) {}

std::vector<std::string> names_in(std::filesystem::path const& folder) {
  std::vector<std::string> names;
  for (auto const& file : std::filesystem::directory_iterator(folder))
    names.push_back(file.path().filename().string());
  return names;
}

TEST_CASE("A file comes onto the stick whole, under its own name, and says how far it is") {
  inloop::test::TemporaryFolder const stick;
  std::string const bytes(700'000, 'x');
  std::vector<std::uintmax_t> told;
  auto const path = write_to_stick(stick.path() / "inloop", "week.pdf", bytes,
                                   [&](std::uintmax_t done, std::uintmax_t total) {
                                     CHECK(total == bytes.size());
                                     told.push_back(done);
                                   });
  REQUIRE(path.has_value());
  CHECK(*path == stick.path() / "inloop" / "week.pdf");
  CHECK(content(*path) == bytes);
  CHECK(told == std::vector<std::uintmax_t>{262'144, 524'288, 700'000});
  CHECK(names_in(stick.path() / "inloop") == std::vector<std::string>{"week.pdf"});
}

TEST_CASE("A file that is written again replaces the one before") {
  inloop::test::TemporaryFolder const stick;
  REQUIRE(write_to_stick(stick.path(), "a.csv", "one", tell_nobody).has_value());
  REQUIRE(write_to_stick(stick.path(), "a.csv", "two", tell_nobody).has_value());
  CHECK(content(stick.path() / "a.csv") == "two");
}

TEST_CASE("A file that was not finished leaves nothing, and what stood there stays") {
  inloop::test::TemporaryFolder const stick;
  stick.write("a.csv", "before");
  {
    auto file = StickFile::create(stick.path(), "a.csv");
    REQUIRE(file.has_value());
    std::string_view const half = "half";
    REQUIRE(file->write(std::as_bytes(std::span(half))).has_value());
  }
  CHECK(content(stick.path() / "a.csv") == "before");
  CHECK(names_in(stick.path()) == std::vector<std::string>{"a.csv"});
}

TEST_CASE("A stick that went away is told as pulled out") {
  inloop::test::TemporaryFolder const stick;
  auto const written = write_to_stick(stick.path() / "gone" / "inloop", "a.csv", "x", tell_nobody);
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().trouble == StickTrouble::PulledOut);
}

// No file of this process may grow beyond so many bytes, as on a stick that is full.
class NarrowDisk {
 public:
  explicit NarrowDisk(rlim_t most_bytes) {
    REQUIRE(getrlimit(RLIMIT_FSIZE, &m_before) == 0);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit const narrow{.rlim_cur = most_bytes, .rlim_max = m_before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &narrow) == 0);
  }
  NarrowDisk(NarrowDisk const&) = delete;
  NarrowDisk& operator=(NarrowDisk const&) = delete;
  ~NarrowDisk() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, SIG_DFL);
  }

 private:
  rlimit m_before{};
};

TEST_CASE("A stick that is full is told as full, and nothing of the file stays on it") {
  inloop::test::TemporaryFolder const stick;
  NarrowDisk const narrow(300'000);
  auto const written =
      write_to_stick(stick.path(), "week.pdf", std::string(700'000, 'x'), tell_nobody);
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().trouble == StickTrouble::Full);
  CHECK(names_in(stick.path()).empty());
}

TEST_CASE("What an error means for whoever holds the stick") {
  CHECK(trouble_of(ENOSPC) == StickTrouble::Full);
  CHECK(trouble_of(EROFS) == StickTrouble::ReadOnly);
  CHECK(trouble_of(EIO) == StickTrouble::PulledOut);
  CHECK(trouble_of(ENODEV) == StickTrouble::PulledOut);
  CHECK(trouble_of(EINVAL) == StickTrouble::Unknown);
}

TEST_CASE("Names are what every stick takes") {
  CHECK(file_name_from("weekposter-2026-11-23.pdf") == "weekposter-2026-11-23.pdf");
  CHECK(file_name_from("a/b:c *é") == "a-b-c----");
  CHECK(file_name_from("../../etc/passwd") == "-..-..-etc-passwd");
  CHECK(file_name_from("") == "-");
  CHECK(file_name_from(std::string(200, 'a')).size() == 80);
}

}  // namespace
}  // namespace inloop::app::host
