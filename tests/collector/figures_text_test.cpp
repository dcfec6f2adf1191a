#include "sync/collector/figures_text.h"

#include <catch2/catch.hpp>

using namespace inloop::collector;

namespace {

Figure const present{.level = Level::Cell,
                     .place = "a",
                     .period = "2026-11",
                     .subject = "bezoeken",
                     .group = "kinderen",
                     .estimate = estimate(-1, {.counts = 3}),
                     .cells = 1,
                     .places = 1};
Figure const missing{
    .level = Level::Month, .place = "a", .period = "2026-12", .remark = "Niet ontvangen."};

}  // namespace

TEST_CASE("CSV has a header line, raw beside shown values, and lines that end in CR LF") {
  std::vector<Place> const places{{"a", "Huis A", ""}};
  CHECK(figures_csv(std::vector{present}, places) ==
        "plek,plekNaam,periode,onderwerp,groep,niveau,status,waarde,getoond,ondergrens95,"
        "bovengrens95,halveBreedte95,methode,aantalCellen,aantalPlekken,toelichting\r\n"
        "a,Huis A,2026-11,bezoeken,kinderen,groep,aanwezig,-1,0,0,2,3,exact,1,1,\r\n");
}

TEST_CASE("a missing month has empty values in CSV and null in JSON, never zero") {
  CHECK(figures_csv(std::vector{missing}, {})
            .ends_with("a,,2026-12,,,maand,ontbreekt,,,,,,,0,0,Niet ontvangen.\r\n"));
  auto const json = figures_json(std::vector{missing}, {});
  CHECK(json.find(R"("status":"ontbreekt","waarde":null,"getoond":null)") != std::string::npos);
}

TEST_CASE("a name with a comma, a quote or a line break stays one field") {
  std::vector<Place> const places{{"a", "Huis \"A\", links\r\nachter", ""}};
  CHECK(figures_csv(std::vector{missing}, places)
            .find("a,\"Huis \"\"A\"\", links\r\nachter\",2026-12") != std::string::npos);
}
