#include "sync/courier/letter.h"

#include <catch2/catch.hpp>

#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;

TEST_CASE("the request carries the event's very bytes, with their kind and digest") {
  auto const sent = letter(61);
  auto const request = request_for(sent);
  CHECK(request.body == event_bytes(61));
  REQUIRE(request.headers.size() == 3);
  CHECK(request.headers[0] == "Content-Type: application/cloudevents+json; charset=utf-8");
  CHECK(request.headers[1] == "Accept: application/json, application/problem+json");
}

TEST_CASE("the digest is SHA-256 in the form of RFC 9530") {
  // The digest of {"hello": "world"} and a line feed, from RFC 9530, appendix D.
  Letter const sent{.sequence = 1,
                    .id = {},
                    .source = {},
                    .hash = report::content_hash("{\"hello\": \"world\"}\n"),
                    .bytes = {}};
  CHECK(request_for(sent).headers[2] ==
        "Content-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
}

TEST_CASE("bytes that are no event of the schema are no letter") {
  CHECK_FALSE(letter_from(event_file(61), ""));
  CHECK_FALSE(letter_from(event_file(61), "{\"name\": \"Fatima\"}"));
  auto with_more = event_bytes(61);
  with_more.insert(1, "\"naam\":\"Fatima\",");
  CHECK_FALSE(letter_from(event_file(61), with_more));
}

TEST_CASE("an event in a file with another's name is no letter") {
  CHECK_FALSE(letter_from(event_file(61), event_bytes(62)));
  auto other_sequence = event_file(61);
  other_sequence.sequence = 62;
  CHECK_FALSE(letter_from(other_sequence, event_bytes(61)));
}

}  // namespace
