#include <string>

#include <catch2/catch.hpp>

#include "sync/report/count_event.h"
#include "sync/report/receipt.h"
#include "tests/report/sample_event.h"

namespace inloop::report {
namespace {

// The sample event with one piece of its bytes replaced.
std::string with(std::string const& old_piece, std::string const& new_piece) {
  auto bytes = to_json(sample_event()).value();
  auto const position = bytes.find(old_piece);
  REQUIRE(position != std::string::npos);
  return bytes.replace(position, old_piece.size(), new_piece);
}

std::string objection_to(std::string const& bytes) {
  auto const objections = objections_to(bytes);
  REQUIRE(objections.size() == 1);
  return objections.front();
}

}  // namespace

TEST_CASE("A document of exactly 64 KiB is read, and one byte more is not") {
  auto bytes = to_json(sample_event()).value();
  bytes.resize(greatest_event_bytes, ' ');
  CHECK(count_event_from(bytes));
  bytes += ' ';
  CHECK(objection_to(bytes) == "het document is groter dan 65536 bytes");
}

TEST_CASE("A name that stands twice is refused, because two readers would differ") {
  CHECK(objection_to(with(R"("plek")", R"("plek": "klooslaan", "plek")")) ==
        "een naam staat twee keer in een object");
  CHECK(objection_to(with(R"("plek")", R"("plek": "klooslaan", "\u0070lek")")) ==
        "een naam staat twee keer in een object");
}

TEST_CASE("Numbers that are no 64-bit integers are refused") {
  auto const* number = GENERATE("187.0", "1.87e2", "9223372036854775808", "18446744073709551616",
                                "-9223372036854775809", "1e400", "-0.0");
  CAPTURE(number);
  CHECK_FALSE(objection_to(with("187", number)).empty());
}

TEST_CASE("What is no JSON is refused") {
  auto const* value = GENERATE("NaN", "Infinity", "0x10", "+1", "01", "'a'", "undefined", "1,",
                               "/* */ 1", "\"\t\"", "\"\\x41\"", "\"\\ud800\"");
  CAPTURE(value);
  CHECK_THAT(objection_to(with("187", value)), Catch::StartsWith("dit is geen JSON, vanaf byte"));
}

TEST_CASE("Bytes that are no UTF-8 are refused") {
  auto const* value = GENERATE("\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc3");
  CHECK_THAT(objection_to(with("regulier", value)),
             Catch::StartsWith("dit is geen JSON, vanaf byte"));
}

TEST_CASE("A byte order mark is refused") {
  CHECK(objection_to("\xEF\xBB\xBF" + to_json(sample_event()).value()) ==
        "het document begint met een byte order mark");
  CHECK_FALSE(objections_to("\xFF\xFE{}").empty());
}

TEST_CASE("Nothing may stand before or after the document") {
  auto const bytes = to_json(sample_event()).value();
  CHECK_FALSE(count_event_from(bytes + "{}"));
  CHECK_FALSE(count_event_from(bytes + std::string(1, '\0')));
  CHECK_FALSE(count_event_from("x" + bytes));
  CHECK_FALSE(count_event_from(""));
}

TEST_CASE("Deep nesting is refused before memory is spent on it") {
  CHECK(objection_to(std::string(60'000, '[')) == "het document is te diep genest");
  std::string objects;
  for (int depth = 0; depth < 10'000; ++depth) objects += R"({"a":)";
  CHECK(objection_to(objects) == "het document is te diep genest");
}

TEST_CASE("A document that is no object is refused in words") {
  auto const* document = GENERATE("null", "1", "\"x\"", "[]", "true");
  CHECK_THAT(objection_to(document), Catch::StartsWith("het document: hier hoort"));
  CHECK_FALSE(receipt_from(document));
}

}  // namespace inloop::report
