#include <catch2/catch.hpp>

#include "kiosk/app/journey.h"

using namespace inloop;
using namespace inloop::app;

TEST_CASE("a journey is read line by line, comments left out") {
  auto const steps = parse_journey(
      "# a morning\n"
      "at 2026-10-05 09:10\n"
      "tap \"Ik ben er\"\n"
      "  see \"Fijn dat u er bent!\"\n"
      "\n"
      "wait 20 s\n"
      "tap #home/check_in\n"
      "miss \"Foutje\"\n"
      "picture welcome\n");
  REQUIRE(steps);
  REQUIRE(steps->size() == 7);
  CHECK((*steps)[0].minutes == std::int64_t{20731} * 24 * 60 + 9 * 60 + 10);
  CHECK((*steps)[1] == Step{.line = 3, .kind = Step::Kind::Tap, .words = "Ik ben er"});
  CHECK((*steps)[3] == Step{.line = 6, .kind = Step::Kind::Wait, .seconds = 20});
  CHECK((*steps)[4].words == "#home/check_in");
}

TEST_CASE("keys, ears and cards are steps, too") {
  auto const steps = parse_journey(
      "key press\n"
      "find \"Activiteiten\"\n"
      "hear \"Welkom!\"\n"
      "card 04a1b2c3\n"
      "reader gone\n"
      "reader back\n");
  REQUIRE(steps);
  CHECK((*steps)[0].key == platform::Key::Press);
  CHECK((*steps)[1].kind == Step::Kind::Find);
  CHECK((*steps)[3].words == "04a1b2c3");
  CHECK_FALSE((*steps)[4].is_reader_there);
  CHECK((*steps)[5].is_reader_there);
  for (auto const* const wrong : {"key enter", "card 04a", "card zz", "reader off", "hear Welkom"})
    CHECK_FALSE(parse_journey(wrong));
}

TEST_CASE("every line that is no step is objected to at once") {
  auto const steps = parse_journey(
      "jump 3\n"
      "tap Ik ben er\n"
      "at 2026-13-05 09:10\n"
      "wait long\n"
      "see \"Welkom!\"\n");
  REQUIRE_FALSE(steps);
  for (auto const* const line : {"line 1", "line 2", "line 3", "line 4"})
    CHECK_THAT(steps.error().what, Catch::Contains(line));
  CHECK_THAT(steps.error().what, !Catch::Contains("line 5"));
}

TEST_CASE("words are compared without the marks that keep directions apart") {
  CHECK(readable("\u2068De Linde\u2069") == "De Linde");
  CHECK(readable("Z’n tweeën ‘zo’") == "Z’n tweeën ‘zo’");
  CHECK(readable("أنا هنا") == "أنا هنا");
}
