#include <catch2/catch.hpp>

#include "sync/outbox/folder_file.h"
#include "sync/outbox/names.h"
#include "tests/outbox/hatch.h"

namespace inloop::outbox {
namespace {

namespace fs = std::filesystem;

fs::path file_of(Hatch const& hatch, std::int64_t sequence, std::string const& id) {
  return hatch.new_folder() / event_file_name(sequence, id);
}

}  // namespace

TEST_CASE("What is published lies in new byte for byte, to be read and not to be changed") {
  Hatch const hatch;
  auto const bytes = event_bytes(61, id_of(1));
  REQUIRE(publish(hatch.folders, 61, id_of(1), bytes));
  auto const file = file_of(hatch, 61, id_of(1));
  CHECK(contents(file) == bytes);
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::group_read));
  CHECK(std::distance(fs::directory_iterator(hatch.new_folder()), {}) == 1);
}

TEST_CASE("Publishing the same again changes nothing, in new or in sent") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  REQUIRE(hatch.publish(61, id_of(1)));
  CHECK(list_new(hatch.folders).value().events.size() == 1);

  REQUIRE(move_to_sent(hatch.folders, 61, id_of(1)));
  REQUIRE(hatch.publish(61, id_of(1)));
  CHECK(list_new(hatch.folders).value().events.empty());
  CHECK(contents(hatch.sent_folder() / event_file_name(61, id_of(1))) == event_bytes(61, id_of(1)));
}

TEST_CASE("The same id or sequence for something else is refused, in new or in sent") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  if (GENERATE(0, 1) == 1) REQUIRE(move_to_sent(hatch.folders, 61, id_of(1)));

  auto other = report::sample_event();
  other.id = id_of(1);
  other.tables[0].cells[0].value += 1;  // as a second draw would look
  auto const redrawn = publish(hatch.folders, 61, id_of(1), report::to_json(other).value());
  REQUIRE_FALSE(redrawn);
  CHECK_THAT(redrawn.error().what, Catch::EndsWith("is there already with other bytes"));
  CHECK_FALSE(hatch.publish(62, id_of(1)));
  CHECK_FALSE(hatch.publish(61, id_of(2)));
}

TEST_CASE("Nothing enters the hatch but a count event under its own name") {
  Hatch const hatch;
  auto const bytes = event_bytes(61, id_of(1));
  CHECK_FALSE(publish(hatch.folders, 61, id_of(1), "Fatima was here"));
  CHECK_FALSE(publish(hatch.folders, 61, id_of(1), ""));
  CHECK_FALSE(publish(hatch.folders, 62, id_of(1), bytes));
  CHECK_FALSE(publish(hatch.folders, 61, id_of(2), bytes));
  CHECK_FALSE(publish(hatch.folders, 61, "../../escape", bytes));
  CHECK_FALSE(fs::exists(hatch.new_folder()));
}

TEST_CASE("A full outbox refuses one more release and keeps all it has") {
  Hatch const hatch;
  REQUIRE(hatch.publish(1, id_of(1)));
  SECTION("by number") {
    for (int number = 2; number <= static_cast<int>(most_events); ++number)
      hatch.put(file_of(hatch, number, id_of(number)), "x");
  }
  SECTION("by size") {
    hatch.put(file_of(hatch, 2, id_of(2)), "x");
    auto const event_size = event_bytes(1, id_of(1)).size();
    fs::resize_file(file_of(hatch, 2, id_of(2)), most_bytes - 2 * event_size + 1);
  }
  auto const before = list_new(hatch.folders).value().events.size();
  auto const refused = hatch.publish(900, id_of(900));
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().what, Catch::Contains("is full"));
  CHECK(list_new(hatch.folders).value().events.size() == before);
  CHECK(contents(file_of(hatch, 1, id_of(1))) == event_bytes(1, id_of(1)));

  CHECK(hatch.publish(1, id_of(1)));  // what is there already needs no room
}

TEST_CASE("Files of somebody else take no room from releases") {
  Hatch const hatch;
  for (int number = 0; number < static_cast<int>(most_events); ++number)
    hatch.put(hatch.new_folder() / fmt::format("note-{}.txt", number), "x");
  CHECK(hatch.publish(1, id_of(1)));
}

TEST_CASE("A file that was half-written when the power went is no event, and is cleared") {
  Hatch const hatch;
  auto const half = event_bytes(61, id_of(1)).substr(0, 100);
  auto const own = hatch.new_folder() / (event_file_name(61, id_of(1)) + ".tmp");
  auto const older = hatch.new_folder() / (event_file_name(60, id_of(2)) + ".tmp");
  hatch.put(own, half);
  hatch.put(older, half);

  auto const before = list_new(hatch.folders).value();
  CHECK(before.events.empty());
  CHECK(before.foreign.empty());

  REQUIRE(hatch.publish(61, id_of(1)));
  CHECK_FALSE(fs::exists(own));
  CHECK_FALSE(fs::exists(older));
  CHECK(contents(file_of(hatch, 61, id_of(1))) == event_bytes(61, id_of(1)));
}

TEST_CASE("A link in place of an event is neither followed nor overwritten") {
  Hatch const hatch;
  auto const secret = hatch.folders.receipts / "secret";
  hatch.put(secret, event_bytes(61, id_of(1)));
  fs::create_directory(hatch.new_folder());
  fs::create_symlink(secret, file_of(hatch, 61, id_of(1)));
  CHECK_FALSE(hatch.publish(61, id_of(1)));
  CHECK(contents(secret) == event_bytes(61, id_of(1)));
}

TEST_CASE("A link in place of a temporary file is replaced, and what it points to is left alone") {
  Hatch const hatch;
  auto const victim = hatch.folders.receipts / "victim";
  hatch.put(victim, "untouched");
  fs::create_directory(hatch.new_folder());
  fs::create_symlink(victim, file_of(hatch, 61, id_of(1)).string() + ".tmp");
  REQUIRE(hatch.publish(61, id_of(1)));
  CHECK(contents(victim) == "untouched");
}

TEST_CASE("Without an outbox folder nothing is published, and that is said") {
  Hatch const hatch;
  fs::remove(hatch.folders.outbox);
  auto const refused = hatch.publish(61, id_of(1));
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().what, Catch::Contains("No such file"));
}

TEST_CASE("A folder that is none is an error for both sides") {
  Hatch const hatch;
  hatch.put(hatch.new_folder(), "a file where the folder belongs");
  CHECK_FALSE(hatch.publish(61, id_of(1)));
  CHECK_FALSE(list_new(hatch.folders));
  fs::remove(hatch.folders.receipts);
  hatch.put(hatch.folders.receipts, "a file where the folder belongs");
  CHECK_FALSE(read_receipt(hatch.folders, id_of(1)));
  CHECK_FALSE(has_receipt(hatch.folders, id_of(1)));
  CHECK_FALSE(write_receipt(hatch.folders, id_of(1), receipt_bytes(id_of(1), "bytes")));
}

TEST_CASE("An event moves to sent once, and moving it again is no error") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  REQUIRE(move_to_sent(hatch.folders, 61, id_of(1)));
  REQUIRE(move_to_sent(hatch.folders, 61, id_of(1)));
  CHECK(list_new(hatch.folders).value().events.empty());
  CHECK(fs::exists(hatch.sent_folder() / event_file_name(61, id_of(1))));
  CHECK_FALSE(move_to_sent(hatch.folders, 62, id_of(2)));
  CHECK_FALSE(move_to_sent(hatch.folders, 61, "../../escape"));
}

TEST_CASE("Moving never replaces what lies in sent") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  auto const there = hatch.sent_folder() / event_file_name(61, id_of(1));
  hatch.put(there, "an older truth");
  CHECK_FALSE(move_to_sent(hatch.folders, 61, id_of(1)));
  CHECK(contents(there) == "an older truth");
  CHECK(fs::exists(file_of(hatch, 61, id_of(1))));
}

TEST_CASE("A move that a power cut left half done, in both folders, is finished") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  auto const there = hatch.sent_folder() / event_file_name(61, id_of(1));
  hatch.put(there, event_bytes(61, id_of(1)));
  REQUIRE(move_to_sent(hatch.folders, 61, id_of(1)));
  CHECK_FALSE(fs::exists(file_of(hatch, 61, id_of(1))));
  CHECK(contents(there) == event_bytes(61, id_of(1)));
}

TEST_CASE("A receipt is read as it was written, and is empty before") {
  Hatch const hatch;
  CHECK(read_receipt(hatch.folders, id_of(1)).value().empty());
  auto const receipt = receipt_bytes(id_of(1), "the bytes");
  REQUIRE(write_receipt(hatch.folders, id_of(1), receipt));
  CHECK(read_receipt(hatch.folders, id_of(1)).value() == receipt);
}

TEST_CASE("What is no receipt of this event is an error for the kiosk") {
  Hatch const hatch;
  auto const file = hatch.folders.receipts / receipt_file_name(id_of(1));
  SECTION("a page") {
    hatch.put(file, "<html>");
  }
  SECTION("an empty file") {
    hatch.put(file, "");
  }
  SECTION("a receipt of another event") {
    hatch.put(file, receipt_bytes(id_of(2), "bytes"));
  }
  SECTION("a file too large to be one") {
    hatch.put(file, receipt_bytes(id_of(1), "bytes"));
    fs::resize_file(file, report::greatest_receipt_bytes + 1);
  }
  SECTION("a folder") {
    fs::create_directory(file);
  }
  SECTION("a link to a good one") {
    auto const elsewhere = hatch.folders.outbox / "elsewhere";
    hatch.put(elsewhere, receipt_bytes(id_of(1), "bytes"));
    fs::create_symlink(elsewhere, file);
  }
  CHECK_FALSE(read_receipt(hatch.folders, id_of(1)));
}

TEST_CASE("Only ids of events are looked up among the receipts") {
  Hatch const hatch;
  CHECK_FALSE(read_receipt(hatch.folders, "../outbox/new/x"));
  CHECK_FALSE(read_receipt(hatch.folders, ""));
}

}  // namespace inloop::outbox
