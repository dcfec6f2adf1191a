#include <catch2/catch.hpp>

#include "sync/collector/content_digest.h"
#include "sync/collector/query.h"
#include "sync/collector/timestamp.h"

using namespace inloop;
using namespace inloop::collector;

TEST_CASE("a digest is written as in the example of RFC 9530") {
  CHECK(content_digest_of("{\"hello\": \"world\"}\n") ==
        "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
}

TEST_CASE("a digest is found among members of other algorithms, and the last one counts") {
  auto const right = content_digest_of("abc");
  auto const wrong = content_digest_of("abd");
  CHECK(check_content_digest(right, "abc") == DigestCheck::Matches);
  CHECK(check_content_digest("sha-512=:AAAA:, " + right, "abc") == DigestCheck::Matches);
  CHECK(check_content_digest(wrong + "," + right, "abc") == DigestCheck::Matches);
  CHECK(check_content_digest(right + "," + wrong, "abc") == DigestCheck::Differs);
  CHECK(check_content_digest("sha-256=abc", "abc") == DigestCheck::Differs);
  CHECK(check_content_digest("", "abc") == DigestCheck::Absent);
  CHECK(check_content_digest("md5=:AAAA:", "abc") == DigestCheck::Absent);
}

TEST_CASE("moments are written in the forms of RFC 3339 and RFC 9110") {
  using namespace std::chrono;
  UtcTime const time{sys_days{2026y / December / 4} + 3h + 5min + 9s};
  CHECK(timestamp(time) == "2026-12-04T03:05:09Z");
  CHECK(month_of(time) == "2026-12");
  CHECK(http_date(time) == "Fri, 04 Dec 2026 03:05:09 GMT");
}

TEST_CASE("everything that is wrong with a query is objected to at once") {
  Question const question{.query = {{"plek", "Klooslaan"},
                                    {"periode", "2026-13"},
                                    {"onderwerp", "be zoeken"},
                                    {"pagina", "0"},
                                    {"paginaGrootte", "51"},
                                    {"formaat", "xml"},
                                    {"naam", "x"}}};
  QueryReader query(question);
  CHECK(query.filter() == Filter{});
  CHECK(query.page(20, 50) == Page{1, 20});
  CHECK(query.form() == Form::Json);
  auto const objections = query.finish();
  REQUIRE(objections.size() == 7);
  CHECK(objections[0].location == "plek");
  CHECK(objections[6] == Objection{"query", "naam", "Deze parameter bestaat hier niet."});
}

TEST_CASE("a key may stand in a query once and must have a value") {
  Question const question{.query = {{"plek", "a"}, {"plek", "b"}, {"periode", ""}}};
  QueryReader query(question);
  static_cast<void>(query.filter());
  CHECK(query.finish().size() == 2);
}

TEST_CASE("a spreadsheet gets CSV by its Accept header or by asking for it") {
  Question question{.accept = "text/csv"};
  CHECK(QueryReader(question).form() == Form::Csv);
  question.accept = "application/json, text/csv;q=0.5";
  CHECK(QueryReader(question).form() == Form::Json);
  question.query = {{"formaat", "csv"}};
  CHECK(QueryReader(question).form() == Form::Csv);
}

TEST_CASE("place ids and months are told from what only looks like them") {
  CHECK(is_place_id("klooslaan-2"));
  CHECK_FALSE(is_place_id("-klooslaan"));
  CHECK_FALSE(is_place_id("Klooslaan"));
  CHECK_FALSE(is_place_id(std::string(41, 'a')));
  CHECK(is_month("2026-01"));
  CHECK_FALSE(is_month("2026-00"));
  CHECK_FALSE(is_month("2026-1:"));
  CHECK_FALSE(is_month("1926-01"));
}
