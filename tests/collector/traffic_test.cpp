#include "sync/collector/traffic.h"

#include <array>

#include <catch2/catch.hpp>

#include "sync/collector/media_types.h"
#include "sync/collector/rate_limit.h"

using namespace inloop::collector;

TEST_CASE("a key may send a burst, then as fast as its bucket fills") {
  RateLimit limit({.burst = 2, .per_minute = 60});
  CHECK_FALSE(limit.seconds_to_wait("a", 0));
  CHECK_FALSE(limit.seconds_to_wait("a", 0));
  CHECK(limit.seconds_to_wait("a", 0) == 2);
  CHECK_FALSE(limit.seconds_to_wait("b", 0));
  CHECK(limit.seconds_to_wait("a", 999) == 1);
  CHECK_FALSE(limit.seconds_to_wait("a", 1'000));
  CHECK(limit.seconds_to_wait("a", 1'000).has_value());
  // A long rest fills no more than the bucket.
  CHECK_FALSE(limit.seconds_to_wait("a", 1'000'000));
  CHECK_FALSE(limit.seconds_to_wait("a", 1'000'000));
  CHECK(limit.seconds_to_wait("a", 1'000'000).has_value());
}

TEST_CASE("more keys than are remembered cost no more memory, only the oldest its past") {
  RateLimit limit({.burst = 1, .per_minute = 1});
  CHECK_FALSE(limit.seconds_to_wait("first", 0));
  for (std::size_t i = 0; i < RateLimit::most_keys; ++i)
    CHECK_FALSE(limit.seconds_to_wait(std::to_string(i), 1));
  CHECK_FALSE(limit.seconds_to_wait("first", 2));
}

TEST_CASE("traffic is counted by route and status, and says nothing of who asked") {
  Traffic traffic;
  Exchange const exchange{.method = "GET",
                          .route = "/v1/plekken/{}",
                          .status = 200,
                          .duration_ms = 1'250,
                          .received_bytes = 0,
                          .sent_bytes = 40};
  traffic.add(exchange);
  traffic.add(exchange);
  traffic.add({.method = "BREW", .route = "-", .status = 405});
  auto const text = traffic.text();
  constexpr std::string_view labels = R"({method="GET",route="/v1/plekken/{}",status="200"})";
  CHECK(text.find("# TYPE inloop_requests_total counter\n") != std::string::npos);
  CHECK(text.find("inloop_requests_total" + std::string(labels) + " 2\n") != std::string::npos);
  CHECK(text.find("inloop_request_seconds_total" + std::string(labels) + " 2.500\n") !=
        std::string::npos);
  CHECK(text.find(R"(method="other",route="-",status="405")") != std::string::npos);
  CHECK(text.find("BREW") == std::string::npos);
}

TEST_CASE("of the types that are offered the one that is wanted most is given") {
  constexpr std::array<std::string_view, 2> offered{"application/json", "text/csv"};
  auto const wanted = [&](std::string_view accept) { return wanted_most(accept, offered); };
  CHECK(wanted("") == 0);
  CHECK(wanted("*/*") == 0);
  CHECK(wanted("text/csv") == 1);
  CHECK(wanted("TEXT/CSV; header=present") == 1);
  CHECK(wanted("application/json;q=0.2, text/csv;q=0.9") == 1);
  CHECK(wanted("text/*, application/json;q=0.999") == 1);
  CHECK(wanted("text/csv;q=0, */*;q=0.1") == 0);
  CHECK_FALSE(wanted("image/png"));
  CHECK_FALSE(wanted("application/json;q=0"));
  CHECK_FALSE(wanted("json"));
}
