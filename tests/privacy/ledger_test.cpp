#include "kiosk/privacy/ledger.h"

#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace inloop::privacy;

namespace {

bool affords(std::vector<Rational> const& epsilons, Rational budget) {
  return within_budget(epsilons, budget).has_value();
}

}  // namespace

TEST_CASE("the refusal to draw a table twice names it") {
  std::vector<ExactTable> const tables{{"bezoeken", "geteldePersoon", {1, 2}, {}},
                                       {"bezoeken", "geteldePersoon", {1, 2}, {}}};
  auto const refused = may_draw(tables, {1, 1});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().what == "the table bezoeken would be drawn twice");
}

TEST_CASE("epsilons may add up to the budget and not to a bit more") {
  CHECK(affords({}, {1, 1}));
  CHECK(affords({{1, 1}, {1, 2}, {1, 2}}, {2, 1}));
  CHECK_FALSE(affords({{1, 1}, {1, 2}, {1, 2}}, {65535, 32768}));
  CHECK(affords({{1, 3}, {1, 3}, {1, 3}}, {1, 1}));
  CHECK_FALSE(affords({{1, 3}, {1, 3}, {1, 3}, {1, 65536}}, {1, 1}));
  // Floating point would say 0.1 + 0.2 > 0.3.
  CHECK(affords({{1, 10}, {2, 10}}, {3, 10}));
}

TEST_CASE("an invalid fraction fails closed") {
  CHECK_FALSE(affords({{0, 1}}, {1, 1}));
  CHECK_FALSE(affords({{1, 0}}, {1, 1}));
  CHECK_FALSE(affords({{1, 65537}}, {1, 1}));
  CHECK_FALSE(affords({{1, 1}}, {1, 0}));
  CHECK_FALSE(affords({}, {0, 1}));
}

TEST_CASE("sums that do not fit 64 bits fail closed instead of wrapping round") {
  // Five primes just below 2^16: their product has 80 bits.
  CHECK_FALSE(affords({{1, 65521}, {1, 65519}, {1, 65497}, {1, 65479}, {1, 65449}}, {65536, 1}));
  CHECK_FALSE(affords({{65536, 1}, {65536, 1}}, {65536, 1}));
  CHECK(affords({{1, 65521}, {1, 65519}}, {1, 32768}) ==
        (65521ULL + 65519ULL <= 65521ULL * 65519ULL / 32768ULL));
  CHECK(affords({{65535, 1}, {65535, 65535}}, {65536, 1}));
}

TEST_CASE("the budget is compared as whole numbers over a common denominator would be") {
  CHECK(rc::check([] {
    auto const term = rc::gen::inRange<std::uint32_t>(1, 17);
    auto const epsilons =
        *rc::gen::container<std::vector<Rational>>(rc::gen::construct<Rational>(term, term));
    auto const budget =
        *rc::gen::construct<Rational>(rc::gen::inRange<std::uint32_t>(1, 200), term);
    // 720720 is divisible by everything up to 16.
    std::uint64_t sum = 0;
    for (auto const& epsilon : epsilons)
      sum += std::uint64_t{720720} / epsilon.denominator * epsilon.numerator;
    auto const most = std::uint64_t{720720} / budget.denominator * budget.numerator;
    RC_ASSERT(within_budget(epsilons, budget).has_value() == (sum <= most));
  }));
}
