#include "kiosk/core/periods.h"

#include <catch2/catch.hpp>

using namespace inloop::core;
using std::chrono::year;

namespace {

constexpr Period november = year{2026} / std::chrono::November;
constexpr Period december = year{2026} / std::chrono::December;
constexpr Period leap_february = year{2028} / std::chrono::February;

}  // namespace

TEST_CASE("every date lies in the period between its first and its last day") {
  for (std::chrono::sys_days day{year{2026} / 1 / 1};
       day < std::chrono::sys_days{year{2030} / 1 / 1}; day += std::chrono::days{1}) {
    auto const period = period_of(Date(day));
    REQUIRE(std::chrono::sys_days(first_day(period)) <= day);
    REQUIRE(day <= std::chrono::sys_days(last_day(period)));
  }
}

TEST_CASE("the last day of a period knows leap years") {
  CHECK(last_day(november) == Date{year{2026} / 11 / 30});
  CHECK(last_day(leap_february) == Date{year{2028} / 2 / 29});
  CHECK(last_day(year{2100} / std::chrono::February) == Date{year{2100} / 2 / 28});
}

TEST_CASE("a period closes after its grace, also over the turn of the year") {
  CHECK(closing_date(november, 3) == Date{year{2026} / 12 / 4});
  CHECK(closing_date(november, 0) == Date{year{2026} / 12 / 1});
  CHECK(closing_date(december, 3) == Date{year{2027} / 1 / 4});
  CHECK(closing_date(leap_february, 31) == Date{year{2028} / 4 / 1});
}

TEST_CASE("a period is due from its closing date on and not a day before") {
  CHECK_FALSE(is_due(november, year{2026} / 11 / 15, 3));
  CHECK_FALSE(is_due(november, year{2026} / 12 / 3, 3));
  CHECK(is_due(november, year{2026} / 12 / 4, 3));
  CHECK(is_due(november, year{2027} / 6 / 1, 3));
  CHECK_FALSE(is_due(november, year{1970} / 1 / 1, 3));
}

TEST_CASE("a period is written as ISO 8601 writes a month, and read back") {
  CHECK(to_string(november) == "2026-11");
  CHECK(to_string(year{2027} / std::chrono::January) == "2027-01");
  for (unsigned month = 1; month <= 12; ++month) {
    Period const period = year{2026} / std::chrono::month{month};
    CHECK(period_from(to_string(period)) == period);
  }
}

TEST_CASE("what is no month is not read as one") {
  for (auto const* const text :
       {"", "2026", "2026-1", "2026-00", "2026-13", "2026-011", "26-11", "2026/11", "2026-11-01",
        " 2026-11", "2026-11 ", "2026-1x", "x026-11", "-026-11", "+026-11", "2026--1", "2026-+1",
        "2026- 1"}) {
    CAPTURE(text);
    CHECK(period_from(text) == std::nullopt);
  }
}
