#include "sync/collector/figures_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sync/collector/definitions.h"
#include "sync/report/count_event.h"

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
        "bovengrens95,halveBreedte95,methode,aantalCellen,aantalPlekken,toelichting,vraag,eenheid,"
        "definitie\r\n"
        "a,Huis A,2026-11,bezoeken,kinderen,groep,aanwezig,-1,0,0,3,3,exact,1,1,,,geteldePersoon,"
        "\"" +
            std::string(definition_of("bezoeken")->meaning) + "\"\r\n");
}

TEST_CASE("a missing month has empty values in CSV and null in JSON, never zero") {
  CHECK(figures_csv(std::vector{missing}, {})
            .ends_with("a,,2026-12,,,maand,ontbreekt,,,,,,,0,0,Niet ontvangen.,,,\r\n"));
  auto const json = figures_json(std::vector{missing}, {});
  CHECK(json.find(R"("status":"ontbreekt","waarde":null,"getoond":null)") != std::string::npos);
}

TEST_CASE("a name with a comma, a quote or a line break stays one field") {
  std::vector<Place> const places{{"a", "Huis \"A\", links\r\nachter", ""}};
  CHECK(figures_csv(std::vector{missing}, places)
            .find("a,\"Huis \"\"A\"\", links\r\nachter\",2026-12") != std::string::npos);
}

TEST_CASE("how people felt stands beside the question of that month") {
  Figure feeling{.level = Level::AllCells,
                 .period = "2026-12",
                 .subject = "gevoel",
                 .group = "eenBeetje",
                 .estimate = estimate(8, {.counts = 6}),
                 .cells = 1,
                 .places = 1};
  CHECK(figures_csv(std::vector{feeling}, {}).find(",1,1,,gesteund,antwoord,") !=
        std::string::npos);
  feeling.period = "2027-01";
  CHECK(figures_json(std::vector{feeling}, {}).find(R"("vraag":"gezien","eenheid":"antwoord")") !=
        std::string::npos);
}

TEST_CASE("a subject or month that nobody knows is shown without a definition or question") {
  auto odd = present;
  odd.subject = "geluk";
  CHECK(figures_csv(std::vector{odd}, {}).ends_with(",1,1,,,,\r\n"));
  odd.subject = "gevoel";
  odd.period = "2026-13";
  CHECK(figures_json(std::vector{odd}, {}).find(R"("vraag":null)") != std::string::npos);
}

TEST_CASE("every subject that may be released has a definition in Dutch and its unit") {
  auto const schema = nlohmann::json::parse(inloop::report::count_event_schema());
  auto const& table = schema["properties"]["data"]["properties"]["tabellen"]["items"];
  auto const& subjects = table["properties"]["onderwerp"]["enum"];
  REQUIRE(subjects.size() == 6);
  for (auto const& rule : table["allOf"]) {
    std::string const subject = rule["if"]["properties"]["onderwerp"]["const"];
    CAPTURE(subject);
    auto const* const definition = definition_of(subject);
    REQUIRE(definition != nullptr);
    CHECK(definition->unit == rule["then"]["properties"]["eenheid"]["const"]);
    CHECK(definition->meaning.ends_with('.'));
  }
}
