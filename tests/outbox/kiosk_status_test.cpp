#include "sync/outbox/kiosk_status.h"

#include <catch2/catch.hpp>

#include "tests/outbox/hatch.h"

namespace inloop::outbox {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// When the file says it was written: what the courier's clock is held against.
UtcTime written_at(Hatch const& hatch) {
  return std::chrono::floor<std::chrono::seconds>(
      std::chrono::file_clock::to_sys(fs::last_write_time(hatch.folders.outbox / "status.json")));
}

void write(Hatch const& hatch, std::string const& text) {
  std::ofstream(hatch.folders.outbox / "status.json") << text;
}

}  // namespace

TEST_CASE("What the kiosk says of its reader is what the courier reads, also when it changes") {
  Hatch const hatch;
  for (auto const state : {ReaderState::Works, ReaderState::Missing, ReaderState::None,
                           ReaderState::Unknown, ReaderState::Works}) {
    REQUIRE(write_reader_state(hatch.folders, state));
    CHECK(read_reader_state(hatch.folders, written_at(hatch)) == state);
  }
  CHECK(contents(hatch.folders.outbox / "status.json") == "{\"kaartlezer\": \"werkt\"}\n");
  CHECK(list_new(hatch.folders).value().foreign.empty());
}

TEST_CASE("Where the kiosk has said nothing, or long ago, nobody knows how its reader is") {
  Hatch const hatch;
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  CHECK(read_reader_state(hatch.folders, now) == ReaderState::Unknown);
  REQUIRE(write_reader_state(hatch.folders, ReaderState::Works));
  auto const written = written_at(hatch);
  CHECK(read_reader_state(hatch.folders, written + 2h) == ReaderState::Works);
  CHECK(read_reader_state(hatch.folders, written + 4h) == ReaderState::Unknown);
  // A clock that was put back tells as little.
  CHECK(read_reader_state(hatch.folders, written - 4h) == ReaderState::Unknown);
}

TEST_CASE("What a kiosk cannot have written is refused, whatever lies there") {
  Hatch const hatch;
  auto const text = GENERATE(as<std::string>{}, "", "{}", "{\"kaartlezer\": \"Jan\"}\n",
                             "{\"kaartlezer\": \"werkt\"}\n ", std::string(1'000'000, 'x'));
  write(hatch, text);
  CHECK_FALSE(read_reader_state(hatch.folders, written_at(hatch)));
}

TEST_CASE("A link or a folder in its place is not followed") {
  Hatch const hatch;
  auto const place = hatch.folders.outbox / "status.json";
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  SECTION("a link") {
    std::ofstream(hatch.folders.outbox / "elsewhere") << "{\"kaartlezer\": \"werkt\"}\n";
    fs::create_symlink(hatch.folders.outbox / "elsewhere", place);
  }
  SECTION("a folder") {
    fs::create_directory(place);
  }
  CHECK_FALSE(read_reader_state(hatch.folders, now));
}

}  // namespace inloop::outbox
