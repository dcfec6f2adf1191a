#include "sync/courier/files.h"

#include <catch2/catch.hpp>

#include "sync/courier/state.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using inloop::test::TemporaryFolder;

std::unique_ptr<Files> files_in(TemporaryFolder const& folder) {
  return folder_files({folder.path() / "outbox", folder.path() / "receipts"}, folder.path());
}

TEST_CASE("before the first attempt there is no state, and that is no error") {
  TemporaryFolder const folder;
  CHECK(files_in(folder)->read_state().value() == std::nullopt);
}

TEST_CASE("the state that was written last is the one that is read, for its owner alone") {
  TemporaryFolder const folder;
  auto const files = files_in(folder);
  REQUIRE(files->write_state("a longer text"));
  REQUIRE(files->write_state("second"));
  CHECK(files->read_state().value() == "second");
  auto const permissions = std::filesystem::status(folder.path() / "state.json").permissions();
  CHECK(permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("what a power cut left half written is never read") {
  TemporaryFolder const folder;
  auto const files = files_in(folder);
  REQUIRE(files->write_state("whole"));
  folder.write("state.json.new", "hal");
  CHECK(files->read_state().value() == "whole");
  REQUIRE(files->write_state("next"));
  CHECK(files->read_state().value() == "next");
}

TEST_CASE("a state beyond its limit is read as too large, not as its beginning") {
  TemporaryFolder const folder;
  folder.write("state.json", std::string(greatest_state_bytes + 100, ' '));
  CHECK(files_in(folder)->read_state().value()->size() == greatest_state_bytes + 1);
}

TEST_CASE("a state that is a link is not followed") {
  TemporaryFolder const folder;
  folder.write("elsewhere", "{}");
  std::filesystem::create_symlink(folder.path() / "elsewhere", folder.path() / "state.json");
  CHECK_FALSE(files_in(folder)->read_state());
}

TEST_CASE("a state that is set aside is kept under another name") {
  TemporaryFolder const folder;
  auto const files = files_in(folder);
  REQUIRE(files->write_state("damaged"));
  REQUIRE(files->set_state_aside());
  CHECK(files->read_state().value() == std::nullopt);
  CHECK(std::filesystem::exists(folder.path() / "state.json.damaged"));
}

TEST_CASE("a folder that is gone is an error in words") {
  std::optional<TemporaryFolder> folder(std::in_place);
  auto const files = files_in(*folder);
  folder.reset();
  CHECK(files->write_state("text").error().what.starts_with("cannot write the state: "));
  CHECK_FALSE(files->list_new());
}

TEST_CASE("only one courier at a time has a state folder") {
  TemporaryFolder const folder;
  CHECK_FALSE(FolderLock::is_taken(folder.path()));
  {
    auto const first = FolderLock::take(folder.path());
    REQUIRE(first);
    CHECK(FolderLock::is_taken(folder.path()));
    CHECK_FALSE(FolderLock::take(folder.path()));
  }
  CHECK_FALSE(FolderLock::is_taken(folder.path()));
  CHECK(FolderLock::take(folder.path()));
}

}  // namespace
