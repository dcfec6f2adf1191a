#include "sync/collector/api.h"

#include "tests/collector/api_house.h"

using namespace inloop;
using namespace inloop::collector;

TEST_CASE("a new event gets 201 and a receipt for these very bytes, again 200 and the same") {
  House const house;
  auto const bytes = bytes_of(sample_event());
  auto const first = house.answer(post_of(bytes));
  CHECK(first.status == 201);
  CHECK(first.content_type == "application/json");
  auto const receipt = report::receipt_from(first.body);
  REQUIRE(receipt);
  CHECK(*receipt == report::Receipt{sample_event().id, sample_event().source,
                                    report::content_hash(bytes), "2026-12-04T03:00:07Z"});
  auto const second = house.answer(post_of(bytes));
  CHECK(second.status == 200);
  CHECK(second.body == first.body);
}

TEST_CASE("a second event for a period is 409 dubbele-periode, other bytes are 409 too") {
  House const house;
  REQUIRE(house.answer(post_of(bytes_of(sample_event(1)))).status == 201);
  auto const twice = house.answer(post_of(bytes_of(sample_event(2))));
  CHECK(twice.status == 409);
  CHECK(twice.content_type == "application/problem+json");
  CHECK(twice.body.find("/problemen/dubbele-periode") != std::string::npos);
  auto changed = sample_event(1);
  changed.tables[0].cells[0].value += 1;
  auto const other = house.answer(post_of(bytes_of(changed)));
  CHECK(other.status == 409);
  CHECK(other.body.find("/problemen/andere-inhoud") != std::string::npos);
}

TEST_CASE("who shows no certificate gets 401, who shows another place's gets 403") {
  House const house;
  auto question = post_of(bytes_of(sample_event()));
  question.key_hash = std::string(64, 'f');
  CHECK(house.answer(question).status == 403);
  question.key_hash.reset();
  auto const refused = house.answer(question);
  CHECK(refused.status == 401);
  CHECK(header(refused, "WWW-Authenticate") == "ClientCertificate");
  CHECK(house.store->count_events({}).value() == 0);
}

TEST_CASE("envelopes that cannot be opened get 411, 413 or 415") {
  House const house;
  auto question = post_of(bytes_of(sample_event()));
  question.content_type = "application/json";
  CHECK(house.answer(question).status == 415);
  question.content_type = "Application/CloudEvents+JSON;charset=UTF-8";
  question.content_encoding = "gzip";
  CHECK(house.answer(question).status == 415);
  question.content_encoding = "identity";
  question.is_body_length_known = false;
  CHECK(house.answer(question).status == 411);
  question.is_body_too_large = true;
  CHECK(house.answer(question).status == 413);
}

TEST_CASE("a digest that is absent or wrong is 400 and nothing is kept") {
  House const house;
  auto question = post_of(bytes_of(sample_event()));
  question.content_digest.clear();
  CHECK(house.answer(question).status == 400);
  question.content_digest = content_digest_of("other bytes");
  auto const refused = house.answer(question);
  CHECK(refused.status == 400);
  CHECK(refused.body.find("Content-Digest") != std::string::npos);
  CHECK(house.store->count_events({}).value() == 0);
}

TEST_CASE("all that is wrong with an event is said at once, each with its place in it") {
  House const house;
  auto bytes = bytes_of(sample_event());
  bytes.replace(bytes.find("regulier"), 8, "vreemd!!");
  bytes.replace(bytes.find("2026-11\""), 7, "2026-13");
  auto const refused = house.answer(post_of(bytes));
  CHECK(refused.status == 400);
  CHECK(refused.body.find(R"("location":"/data/soort")") != std::string::npos);
  CHECK(refused.body.find(R"("location":"/data/periode")") != std::string::npos);
}

TEST_CASE("a month that has not begun is 400 and kept nowhere; the present one may be told") {
  House const house;
  auto const refused = house.answer(post_of(bytes_of(in_month("2027-01", sample_event()))));
  CHECK(refused.status == 400);
  CHECK(refused.body.find(R"("location":"/data/periode")") != std::string::npos);
  CHECK(house.store->count_events({}).value() == 0);
  auto const present = bytes_of(in_month("2026-12", sample_event()));
  CHECK(house.answer(post_of(present)).status == 201);
}

TEST_CASE("a place whose name is not UTF-8 does not keep the others from being read") {
  House const house;
  REQUIRE(house.store->add_place({"elders", "Caf\xe9", "2026-11-01T00:00:00Z"}, sample_key));
  CHECK(house.answer(get_of("/v1/plekken")).body.find("Willem Klooslaan") != std::string::npos);
  REQUIRE(house.answer(post_of(bytes_of(sample_event()))).status == 201);
  auto const figures = house.answer(get_of("/v1/statistieken"));
  CHECK(figures.status == 200);
  CHECK(figures.body.find("Caf\xef\xbf\xbd") != std::string::npos);
}

TEST_CASE("bytes that are no event at all are 400, whatever they are") {
  House const house;
  auto const bytes = GENERATE(as<std::string>{}, "", "{", "[]", "null", "\xff\xfe", "{\"a\":1}");
  CHECK(house.answer(post_of(bytes)).status == 400);
}

TEST_CASE("a store that fails is 503 with a time to come back, for writing and reading") {
  DeadStore store;
  Api const api(store, still_clock);
  auto const refused = api.answer(post_of(bytes_of(sample_event())));
  CHECK(refused.status == 503);
  CHECK(header(refused, "Retry-After") == "60");
  for (auto const* const path :
       {"/v1/plekken", "/v1/bezoektellingen", "/v1/statistieken", "/v1/gezondheid"})
    CHECK(api.answer(get_of(path)).status == 503);
}

TEST_CASE("addresses that do not exist are 404, also with a slash at the end") {
  House const house;
  auto const path = GENERATE(as<std::string>{}, "//", "", "/v1", "/v1/plekken/", "/v2/plekken",
                             "/V1/plekken", "/v1/bezoektellingen/1", "/schemas/");
  auto const answer = house.answer(get_of(path));
  CHECK(answer.status == 404);
  CHECK(header(answer, "API-Version") == api_version);
}

TEST_CASE("the page is served at / under a policy that lets nothing in from elsewhere") {
  House const house;
  auto const page = house.answer(get_of("/"));
  CHECK(page.status == 200);
  CHECK(page.content_type == "text/html; charset=utf-8");
  CHECK(page.body.starts_with("<!doctype html>"));
  auto const policy = header(page, "Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'; "));
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(house.answer(get_of("/index.html")).body == page.body);
  CHECK(house.answer({.method = "POST", .path = "/"}).status == 405);
}

TEST_CASE("methods that an address does not take are 405 and say which it does") {
  House const house;
  auto question = get_of("/v1/plekken");
  question.method = GENERATE(as<std::string>{}, "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  CHECK(house.answer(question).status == 405);
  CHECK(header(house.answer(question), "Allow") == "GET, HEAD");
  question = get_of("/v1/bezoektellingen");
  question.method = "DELETE";
  CHECK(header(house.answer(question), "Allow") == "GET, HEAD, POST");
}

TEST_CASE("every answer carries the version, the date and the security headers") {
  House const house;
  auto const read = house.answer(get_of("/v1/plekken"));
  CHECK(header(read, "API-Version") == "1.0.0");
  CHECK(header(read, "Date") == "Fri, 04 Dec 2026 03:00:07 GMT");
  CHECK(header(read, "X-Content-Type-Options") == "nosniff");
  CHECK(header(read, "Strict-Transport-Security") == "max-age=31536000");
  CHECK(header(read, "Content-Security-Policy").find("frame-ancestors 'none'") !=
        std::string::npos);
  CHECK(header(house.answer(post_of("{}")), "Cache-Control") == "no-store");
}

TEST_CASE("kept events are read back byte for byte, page by page") {
  House const house;
  auto const bytes = bytes_of(in_month("2026-12", sample_event(2)));
  REQUIRE(house.answer(post_of(bytes_of(sample_event(1)))).status == 201);
  REQUIRE(house.answer(post_of(bytes)).status == 201);
  auto const page =
      house.answer(get_of("/v1/bezoektellingen", {{"pagina", "2"}, {"paginaGrootte", "1"}}));
  CHECK(page.status == 200);
  CHECK(page.body.starts_with(R"({"pagina":2,"paginaGrootte":1,"totaalAantal":2,"resultaten":[)"));
  CHECK(page.body.find(R"("gebeurtenis":)" + bytes + "}]}") != std::string::npos);
  auto const none = house.answer(get_of("/v1/bezoektellingen", {{"plek", "elders"}}));
  CHECK(none.body == R"({"pagina":1,"paginaGrootte":20,"totaalAantal":0,"resultaten":[]})");
}

TEST_CASE("figures are JSON, or CSV for who asks, and follow the filters") {
  House const house;
  REQUIRE(house.answer(post_of(bytes_of(sample_event()))).status == 201);
  auto question = get_of("/v1/statistieken", {{"onderwerp", "bezoeken"}, {"plek", "klooslaan"}});
  auto const json = house.answer(question);
  CHECK(json.content_type == "application/json");
  CHECK(json.body.find(R"("totaalAantal":3)") != std::string::npos);
  CHECK(json.body.find("eersteKeer") == std::string::npos);
  question.accept = "text/csv";
  auto const csv = house.answer(question);
  CHECK(csv.content_type.starts_with("text/csv"));
  CHECK(csv.body.find("klooslaan,Willem Klooslaan,2026-11,bezoeken,,onderwerp,aanwezig,186,186,182,"
                      "190,4,exact,2,1,,,geteldePersoon,") != std::string::npos);
}

TEST_CASE("a query that is wrong is 400 on every list") {
  House const house;
  auto const path =
      GENERATE(as<std::string>{}, "/v1/plekken", "/v1/bezoektellingen", "/v1/statistieken");
  CHECK(house.answer(get_of(path, {{"pagina", "-1"}, {"x", "y"}})).status == 400);
}

TEST_CASE("the description and the schema are served as they are built in") {
  House const house;
  auto const description = house.answer(get_of("/v1/openapi.json"));
  CHECK(description.status == 200);
  CHECK(header(description, "Access-Control-Allow-Origin") == "*");
  auto const schema = house.answer(get_of("/schemas/bezoektelling-1.0.0.json"));
  CHECK(schema.body == report::count_event_schema());
  CHECK(house.answer(get_of("/v1/gezondheid")).body.find("gezond") != std::string::npos);
}
