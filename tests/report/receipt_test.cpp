#include "sync/report/receipt.h"

#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace inloop::report {
namespace {

Receipt sample_receipt() {
  return {"0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01", "urn:nld:kvknr:12345678:systeem:kiosk-1",
          content_hash("the bytes"), "2026-12-04T03:02:17Z"};
}

}  // namespace

TEST_CASE("A receipt is read back as it was written") {
  auto const again = receipt_from(to_json(sample_receipt()));
  REQUIRE(again);
  CHECK(*again == sample_receipt());
}

TEST_CASE("A receipt is on the wire with Dutch names in a fixed order") {
  Receipt const receipt{"id", "bron", "hash", "tijd"};
  CHECK(to_json(receipt) ==
        "{\n  \"id\": \"id\",\n  \"bron\": \"bron\",\n"
        "  \"inhoudshash\": \"hash\",\n  \"ontvangenOp\": \"tijd\"\n}\n");
}

TEST_CASE("A hash is SHA-256 in lower-case hexadecimal, as FIPS 180-4 computes it") {
  CHECK(content_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(content_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("A receipt with anything else in it is refused") {
  auto document = nlohmann::json::parse(to_json(sample_receipt()));
  SECTION("a field that is not listed") {
    document["extra"] = 1;
  }
  SECTION("a field that is missing") {
    document.erase(GENERATE("id", "bron", "inhoudshash", "ontvangenOp"));
  }
  SECTION("an id that is a path") {
    document["id"] = "../outbox/new/x";
  }
  SECTION("a source of another kind") {
    document["bron"] = "https://example.org";
  }
  SECTION("a hash in upper case") {
    document["inhoudshash"] = std::string(64, 'A');
  }
  SECTION("a hash that is too short") {
    document["inhoudshash"] = std::string(63, 'a');
  }
  SECTION("a hash that is too long") {
    document["inhoudshash"] = std::string(65, 'a');
  }
  SECTION("a time in another zone") {
    document["ontvangenOp"] = "2026-12-04T03:02:17+01:00";
  }
  SECTION("a moment that does not exist") {
    document["ontvangenOp"] = "2026-02-30T03:02:17Z";
  }
  SECTION("a number for a word") {
    document["bron"] = 1;
  }
  CHECK_FALSE(receipt_from(document.dump()));
}

TEST_CASE("A page of a captive portal is no receipt") {
  CHECK_FALSE(receipt_from("<!DOCTYPE html><html><body>Log in to our network</body></html>"));
  CHECK_FALSE(receipt_from(R"({"status": "ok"})"));
  CHECK_FALSE(receipt_from(std::string(greatest_receipt_bytes + 1, ' ')));
}

TEST_CASE("Receipts that were damaged on the way are refused or read, and never bring us down") {
  auto const seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  auto const original = to_json(sample_receipt());
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    auto bytes = original;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 2 == 0) bytes.erase(random() % bytes.size(), 1 + random() % 30);
    auto const receipt = receipt_from(bytes);
    if (receipt)
      CHECK(receipt_from(to_json(*receipt)).value() == *receipt);
    else
      ++refused;
  }
  CHECK(refused > 500);
}

}  // namespace inloop::report
