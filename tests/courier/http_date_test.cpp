#include "sync/courier/http_date.h"

#include <catch2/catch.hpp>

namespace {

using namespace inloop;
using namespace std::chrono;
using courier::http_date_from;

constexpr UtcTime now{sys_days{year{2026} / 12 / 4}};
constexpr UtcTime the_example{sys_days{year{1994} / 11 / 6} + hours{8} + minutes{49} + seconds{37}};

TEST_CASE("the three forms of an HTTP date name the same moment") {
  CHECK(http_date_from("Sun, 06 Nov 1994 08:49:37 GMT", now) == the_example);
  CHECK(http_date_from("Sunday, 06-Nov-94 08:49:37 GMT", now) == the_example);
  CHECK(http_date_from("Sun Nov  6 08:49:37 1994", now) == the_example);
}

TEST_CASE("a year of two digits is never more than fifty years ahead") {
  auto const year_of = [](std::string_view text) {
    return year_month_day{floor<days>(http_date_from(text, now).value())}.year();
  };
  CHECK(year_of("Friday, 04-Dec-26 08:49:37 GMT") == year{2026});
  CHECK(year_of("Friday, 04-Dec-76 08:49:37 GMT") == year{2076});
  CHECK(year_of("Friday, 04-Dec-77 08:49:37 GMT") == year{1977});
}

TEST_CASE("a leap second is read") {
  CHECK(http_date_from("Sat, 31 Dec 2016 23:59:60 GMT", now) ==
        UtcTime{sys_days{year{2017} / 1 / 1}});
}

TEST_CASE("what is no HTTP date is nothing") {
  for (auto const* const text : {"", "120", "soon", "Sun", "Sun, ", "Sun, 06 Nov 1994 08:49:37",
                                 "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
                                 "Sun, 06 Nox 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
                                 "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
                                 "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
                                 "Sun, 06 Nov 19a4 08:49:37 GMT", " Sun, 06 Nov 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 1994 08:49:37 GMT ", "2026-12-04T03:00:00Z"}) {
    INFO(text);
    CHECK_FALSE(http_date_from(text, now));
  }
}

}  // namespace
