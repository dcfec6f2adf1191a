#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "sync/outbox/folder_file.h"
#include "sync/outbox/names.h"
#include "tests/outbox/hatch.h"

namespace inloop::outbox {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("Events are listed by sequence as numbers, not as words") {
  Hatch const hatch;
  for (int const sequence : {10, 9, 100}) REQUIRE(hatch.publish(sequence, id_of(sequence)));
  auto const listing = list_new(hatch.folders).value();
  REQUIRE(listing.events.size() == 3);
  CHECK(listing.events[0].sequence == 9);
  CHECK(listing.events[1].sequence == 10);
  CHECK(listing.events[2].sequence == 100);
  CHECK(listing.events[2].id == id_of(100));
  CHECK(read_event(listing.events[0]).value() == event_bytes(9, id_of(9)));
}

TEST_CASE("Before the kiosk's first release there is nothing to carry") {
  Hatch const hatch;
  CHECK(list_new(hatch.folders).value().events.empty());
  CHECK(list_published(hatch.folders).value().events.empty());
}

TEST_CASE("A missing outbox is an error, not an empty one") {
  Hatch const hatch;
  fs::remove(hatch.folders.outbox);
  CHECK_FALSE(list_new(hatch.folders));
  CHECK_FALSE(list_published(hatch.folders));
}

TEST_CASE("What does not belong in new is reported and left alone") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  auto const link = event_file_name(62, id_of(2));
  auto const folder = event_file_name(63, id_of(3));
  auto const pipe = event_file_name(64, id_of(4));
  hatch.put(hatch.new_folder() / "notes.txt", "x");
  fs::create_symlink(hatch.new_folder() / event_file_name(61, id_of(1)), hatch.new_folder() / link);
  fs::create_directory(hatch.new_folder() / folder);
  REQUIRE(mkfifo((hatch.new_folder() / pipe).c_str(), 0600) == 0);

  auto const listing = list_new(hatch.folders).value();
  CHECK(listing.events.size() == 1);
  CHECK_THAT(listing.foreign,
             Catch::UnorderedEquals(std::vector<std::string>{"notes.txt", link, folder, pipe}));
  CHECK(contents(hatch.new_folder() / "notes.txt") == "x");
}

TEST_CASE("A folder with more entries than anybody needs is an error, not a long wait") {
  Hatch const hatch;
  for (std::size_t number = 0; number <= most_entries; ++number)
    hatch.put(hatch.new_folder() / std::to_string(number), "");
  CHECK_FALSE(list_new(hatch.folders));
}

TEST_CASE("An event that changed its kind after it was listed is not read") {
  Hatch const hatch;
  REQUIRE(hatch.publish(61, id_of(1)));
  auto const event = list_new(hatch.folders).value().events.at(0);
  fs::remove(event.path);
  SECTION("gone") {}
  SECTION("a link") {
    hatch.put(hatch.folders.receipts / "elsewhere", "x");
    fs::create_symlink(hatch.folders.receipts / "elsewhere", event.path);
  }
  SECTION("a pipe that nobody writes to") {
    REQUIRE(mkfifo(event.path.c_str(), 0600) == 0);
  }
  SECTION("a folder") {
    fs::create_directory(event.path);
  }
  SECTION("endless") {
    hatch.put(event.path, "x");
    fs::resize_file(event.path, report::greatest_event_bytes + 1);
  }
  CHECK_FALSE(read_event(event));
}

TEST_CASE("A receipt is written whole, for the group to read and nobody to change") {
  Hatch const hatch;
  CHECK_FALSE(has_receipt(hatch.folders, id_of(1)).value());
  REQUIRE(write_receipt(hatch.folders, id_of(1), receipt_bytes(id_of(1), "bytes")));
  CHECK(has_receipt(hatch.folders, id_of(1)).value());
  auto const file = hatch.folders.receipts / receipt_file_name(id_of(1));
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::group_read));
  CHECK(std::distance(fs::directory_iterator(hatch.folders.receipts), {}) == 1);
}

TEST_CASE("The first receipt stands when the collector answers again") {
  Hatch const hatch;
  auto const first = receipt_bytes(id_of(1), "bytes");
  REQUIRE(write_receipt(hatch.folders, id_of(1), first));
  REQUIRE(write_receipt(hatch.folders, id_of(1),
                        receipt_bytes(id_of(1), "bytes", "2026-12-05T00:00:00Z")));
  CHECK(read_receipt(hatch.folders, id_of(1)).value() == first);
}

TEST_CASE("What is no receipt of the event is not written") {
  Hatch const hatch;
  CHECK_FALSE(write_receipt(hatch.folders, id_of(1), "<html>"));
  CHECK_FALSE(write_receipt(hatch.folders, id_of(1), receipt_bytes(id_of(2), "bytes")));
  CHECK_FALSE(write_receipt(hatch.folders, "../escape", receipt_bytes(id_of(1), "bytes")));
  CHECK(fs::is_empty(hatch.folders.receipts));
}

TEST_CASE("Something else under a receipt's name is no receipt, and is set aside for a good one") {
  Hatch const hatch;
  auto const file = hatch.folders.receipts / receipt_file_name(id_of(1));
  SECTION("cut off by a full disk") {
    hatch.put(file, receipt_bytes(id_of(1), "bytes").substr(0, 40));
  }
  SECTION("for other bytes") {
    hatch.put(file, receipt_bytes(id_of(1), "other bytes"));
  }
  SECTION("a link") {
    fs::create_symlink("/nonexistent", file);
  }
  auto const good = receipt_bytes(id_of(1), "bytes");
  REQUIRE(write_receipt(hatch.folders, id_of(1), good));
  CHECK(contents(file) == good);
  CHECK(fs::symlink_status(file.string() + ".damaged").type() != fs::file_type::not_found);
}

TEST_CASE("A damaged receipt leaves its event undelivered") {
  Hatch const hatch;
  hatch.put(hatch.folders.receipts / receipt_file_name(id_of(1)), "");
  CHECK_FALSE(has_receipt(hatch.folders, id_of(1)).value());
}

TEST_CASE("A receipt that was half-written when the power went is written again") {
  Hatch const hatch;
  auto const half = hatch.folders.receipts / (receipt_file_name(id_of(1)) + ".tmp");
  hatch.put(half, "{\"id\"");
  CHECK_FALSE(has_receipt(hatch.folders, id_of(1)).value());
  REQUIRE(write_receipt(hatch.folders, id_of(1), receipt_bytes(id_of(1), "bytes")));
  CHECK_FALSE(fs::exists(half));
}

}  // namespace inloop::outbox
