#include "sync/courier/answer.h"

#include <catch2/catch.hpp>

#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;

Letter const sent = letter(61);

Verdict verdict_on(Response const& response) {
  return courier::verdict_on(response, sent, release_night);
}

template <class Wanted>
bool is(Verdict const& verdict) {
  return std::holds_alternative<Wanted>(verdict);
}

Response plain(int status) {
  return answer_of(status, "", "");
}

std::string receipt_with(std::string const& id, std::string const& source,
                         std::string const& hash) {
  return report::to_json(report::Receipt{id, source, hash, "2026-12-04T03:01:00Z"});
}

TEST_CASE("201 with the receipt of these bytes is a delivery") {
  CHECK(verdict_on(good_answer(sent)) == Verdict(Delivered{receipt_for(sent)}));
}

TEST_CASE("200 with the receipt of these bytes is a delivery that was repeated") {
  auto answer = good_answer(sent);
  answer.status = 200;
  CHECK(is<Delivered>(verdict_on(answer)));
}

TEST_CASE("the content type of a receipt may bear parameters and capitals") {
  auto answer = good_answer(sent);
  answer.content_type = "Application/JSON ; charset=utf-8";
  CHECK(is<Delivered>(verdict_on(answer)));
}

TEST_CASE("a page of HTML is no delivery, whatever its status says") {
  CHECK(is<NotDelivered>(verdict_on(answer_of(200, "text/html", "<html>Welcome!</html>"))));
  CHECK(is<NotDelivered>(verdict_on(answer_of(201, "text/html", receipt_for(sent)))));
}

TEST_CASE("JSON that is no receipt is no delivery") {
  for (auto const* const body : {"", "{}", "[]", "null", "{\"ok\":true}", "{"}) {
    INFO(body);
    CHECK(is<NotDelivered>(verdict_on(answer_of(200, "application/json", body))));
  }
}

TEST_CASE("a receipt for another event is no delivery") {
  auto const body = receipt_with(event_id(62), sent.source, sent.hash);
  CHECK(is<NotDelivered>(verdict_on(answer_of(201, "application/json", body))));
}

TEST_CASE("a receipt for another kiosk's event is no delivery") {
  auto const body = receipt_with(sent.id, "urn:nld:kvknr:87654321:systeem:kiosk-9", sent.hash);
  CHECK(is<NotDelivered>(verdict_on(answer_of(201, "application/json", body))));
}

TEST_CASE("a receipt for other bytes is no delivery") {
  auto const body = receipt_with(sent.id, sent.source, std::string(64, '0'));
  CHECK(is<NotDelivered>(verdict_on(answer_of(201, "application/json", body))));
}

TEST_CASE("another success than 200 and 201 is no delivery, even with a receipt") {
  for (int const status : {202, 203, 204, 206, 299}) {
    auto answer = good_answer(sent);
    answer.status = status;
    CAPTURE(status);
    CHECK(is<NotDelivered>(verdict_on(answer)));
  }
}

TEST_CASE("a redirection is not followed and is no delivery") {
  for (int const status : {300, 301, 302, 303, 304, 307, 308}) {
    CAPTURE(status);
    CHECK(is<NotDelivered>(verdict_on(plain(status))));
  }
}

TEST_CASE("511 is a captive portal, and its Retry-After is not the collector's") {
  auto answer = plain(511);
  answer.retry_after = "86400";
  CHECK(is<NotDelivered>(verdict_on(answer)));
}

TEST_CASE("a status that HTTP does not have is no delivery") {
  for (int const status : {0, 99, 100, 101, 600, 999, -1}) {
    CAPTURE(status);
    CHECK(is<NotDelivered>(verdict_on(plain(status))));
  }
}

TEST_CASE("an event that the collector will never take is parked") {
  for (int const status : {400, 409, 413, 415, 422}) {
    CAPTURE(status);
    CHECK(verdict_on(plain(status)) == Verdict(Parked{fmt::format("status {}", status)}));
  }
}

TEST_CASE("a kiosk that the collector refuses holds its queue") {
  for (int const status : {401, 403, 404, 405, 410}) {
    CAPTURE(status);
    CHECK(verdict_on(plain(status)) == Verdict(Held{fmt::format("status {}", status)}));
  }
}

TEST_CASE("a refusal that the table does not know holds the queue, so that nothing is lost") {
  for (int const status : {402, 406, 407, 411, 412, 414, 416, 418, 421, 426, 428, 431, 451, 499}) {
    CAPTURE(status);
    CHECK(is<Held>(verdict_on(plain(status))));
  }
}

TEST_CASE("a collector in trouble is tried again") {
  for (int const status : {408, 425, 429, 500, 501, 502, 503, 504, 507, 599}) {
    CAPTURE(status);
    CHECK(verdict_on(plain(status)) ==
          Verdict(Retry{.asked_for = 0s, .cause = fmt::format("status {}", status)}));
  }
}

seconds asked_for(std::string retry_after, std::optional<std::string> date = {}) {
  auto answer = plain(503);
  answer.retry_after = std::move(retry_after);
  answer.date = std::move(date);
  return std::get<Retry>(verdict_on(answer)).asked_for;
}

TEST_CASE("a collector in trouble may ask for patience in seconds, as a date, or for ten years") {
  CHECK(asked_for("120") == 120s);
  CHECK(asked_for("Fri, 04 Dec 2026 03:05:00 GMT") == 300s);
  CHECK(asked_for("315360000") == 24h);
  CHECK(asked_for("next week") == 0s);
}

TEST_CASE("a date in Retry-After is measured from the server's clock, not from ours") {
  CHECK(asked_for("Fri, 04 Dec 2026 09:05:00 GMT", "Fri, 04 Dec 2026 09:00:00 GMT") == 300s);
}

TEST_CASE("the cause of a refusal names the problem, on one line and cut to size") {
  auto const title = "Ongeldig\\n bericht \\u00e9" + std::string(500, 'x');
  auto const answer =
      answer_of(400, "application/problem+json; charset=utf-8", R"({"title":")" + title + R"("})");
  auto const cause = std::get<Parked>(verdict_on(answer)).cause;
  CHECK(cause.starts_with("status 400: Ongeldig? bericht ??xxx"));
  CHECK(cause.size() == std::string_view("status 400: ").size() + 120);
}

TEST_CASE("a problem document that is none adds nothing to the cause") {
  for (auto const* const body : {"", "[", "[]", "{}", "{\"title\":7}", "\"title\""}) {
    INFO(body);
    CHECK(verdict_on(answer_of(409, "application/problem+json", body)) ==
          Verdict(Parked{"status 409"}));
  }
}

TEST_CASE("the clock's skew is measured from the answer's date") {
  auto answer = plain(201);
  CHECK_FALSE(clock_skew(answer, release_night));
  answer.date = "Fri, 04 Dec 2026 03:00:00 GMT";
  CHECK(clock_skew(answer, release_night + 5min) == 300s);
  CHECK(clock_skew(answer, release_night - 5min) == -300s);
  answer.date = "yesterday";
  CHECK_FALSE(clock_skew(answer, release_night));
}

}  // namespace
