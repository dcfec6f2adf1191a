#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/collector/api_house.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

using Json = nlohmann::json;
using Query = std::vector<std::pair<std::string, std::string>>;

Json read(House const& house, std::string path, Query query) {
  auto const answer = house.answer(get_of(std::move(path), std::move(query)));
  CAPTURE(answer.body);
  REQUIRE(answer.status == 200);
  return Json::parse(answer.body);
}

// November of this year and of the last in one place, and a silent one in the same district.
struct HouseAndNeighbour : House {
  HouseAndNeighbour() {
    REQUIRE(store->save_place({.id = "anker",
                               .name = "Anker",
                               .since = "2026-11-01T00:00:00Z",
                               .municipality = "Den Haag",
                               .district = "Escamp"}));
    take_in(in_month("2025-11", sample_event(1)));
    take_in(in_month("2026-11", sample_event(2)));
  }
};

Json const visits{{"waarde", 186},       {"getoond", 186},      {"ondergrens95", 182},
                  {"bovengrens95", 190}, {"halveBreedte95", 4}, {"methode", "exact"},
                  {"aantalCellen", 2}};

}  // namespace

TEST_CASE("places stand side by side with a figure of the month and of a year before") {
  HouseAndNeighbour const house;
  auto const list = read(house, "/v1/plekcijfers", {{"periode", "2026-11"}});
  CHECK(list.at("totaalAantal") == 2);
  auto const& entries = list.at("resultaten");
  CHECK(entries[0].at("plek").at("naam") == "Anker");
  CHECK(entries[0].at("cijfer").is_null());
  CHECK(entries[0].at("jaarEerder").is_null());
  CHECK(entries[1].at("plek") == read(house, "/v1/plekken/klooslaan", {}));
  CHECK(entries[1].at("cijfer") == visits);
  CHECK(entries[1].at("jaarEerder") == visits);

  auto const children =
      read(house, "/v1/plekcijfers",
           {{"periode", "2026-11"}, {"groep", "kinderen"}, {"sorteer", "-waarde"}});
  CHECK(children.at("resultaten")[0].at("cijfer").at("waarde") == -1);
  CHECK(read(house, "/v1/plekcijfers", {{"periode", "2026-11"}, {"zoek", "KLOOS"}})
            .at("totaalAantal") == 1);
  CHECK(read(house, "/v1/plekcijfers", {{"periode", "2026-11"}, {"wijk", "Elders"}})
            .at("totaalAantal") == 0);
  CHECK(read(house, "/v1/plekcijfers", {{"periode", "2025-11"}}).at("totaalAantal") == 1);
}

TEST_CASE("districts stand side by side with how many of their places told") {
  HouseAndNeighbour const house;
  auto const list = read(house, "/v1/wijkcijfers", {{"periode", "2026-11"}});
  CHECK(list.at("totaalAantal") == 1);
  CHECK(list.at("resultaten")[0] == Json{{"gemeente", "Den Haag"},
                                         {"wijk", "Escamp"},
                                         {"aantalPlekken", 1},
                                         {"verwachtePlekken", 2},
                                         {"cijfer", visits},
                                         {"jaarEerder", visits}});
}

TEST_CASE("a comparison without a month, or of nothing that is known, says what is missing") {
  House const house;
  auto const objected_to = [&](Query query) {
    auto const answer = house.answer(get_of("/v1/plekcijfers", std::move(query)));
    CHECK(answer.status == 400);
    std::vector<std::string> locations;
    auto const problem = Json::parse(answer.body);
    for (auto const& error : problem.at("errors")) locations.push_back(error.at("location"));
    return locations;
  };
  CHECK(objected_to({}) == std::vector<std::string>{"periode"});
  CHECK(objected_to({{"periode", "november"}, {"sorteer", "waarde"}, {"groep", "a b"}}) ==
        std::vector<std::string>{"periode", "groep", "sorteer"});
}
