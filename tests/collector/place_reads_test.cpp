#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sync/collector/fleet.h"
#include "sync/collector/silence.h"
#include "tests/collector/api_house.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

using Json = nlohmann::json;

Json read(House const& house, std::string path,
          std::vector<std::pair<std::string, std::string>> query = {}) {
  auto const answer = house.answer(get_of(std::move(path), std::move(query)));
  CAPTURE(answer.body);
  REQUIRE(answer.status == 200);
  return Json::parse(answer.body);
}

// September and November 2026; October is missing.
struct HouseWithAGap : House {
  HouseWithAGap() {
    take_in(in_month("2026-09", sample_event(1)));
    take_in(in_month("2026-11", sample_event(2)));
  }
};

// So many places that nobody can want all their months at once. None of them ever told of anything.
class VastStore final : public DeadStore {
 public:
  Result<std::vector<PlaceState>> states(PlaceFilter const& filter, Slice) override {
    std::size_t const count = filter.place.empty() ? 4'000 : 1;
    return std::vector<PlaceState>(
        count, {.place = {.id = "ver", .name = "Ver", .since = "2016-01-01T00:00:00Z"}});
  }
  Result<std::vector<Total>> totals(TotalFilter const&) override { return std::vector<Total>{}; }
  Result<std::vector<Release>> releases(Filter const&) override { return std::vector<Release>{}; }
  Result<std::vector<Release>> releases_around(std::string_view) override {
    return std::vector<Release>{};
  }
  Result<std::vector<KeptCell>> cells(Filter const&, std::int64_t) override {
    return std::vector<KeptCell>{};
  }
};

}  // namespace

TEST_CASE("more figures than anybody can read are refused with what to choose, a month is not") {
  VastStore store;
  Api const api(store, still_clock);
  for (std::string const form : {"json", "csv", "sdmx-csv"}) {
    auto const refused = api.answer(get_of("/v1/statistieken", {{"formaat", form}}));
    CHECK(refused.status == 400);
    CHECK(refused.content_type == "application/problem+json");
    CHECK(refused.body.find("kies een maand of een plek") != std::string::npos);
    auto const month =
        api.answer(get_of("/v1/statistieken", {{"formaat", form}, {"periode", "2026-10"}}));
    CHECK(month.status == 200);
    auto const place = api.answer(get_of("/v1/statistieken", {{"formaat", form}, {"plek", "ver"}}));
    CHECK(place.status == 200);
  }
}

TEST_CASE("a place says where it lies and which month it told of last") {
  HouseWithAGap const house;
  auto const place = read(house, "/v1/plekken/klooslaan");
  CHECK(place.at("naam") == "Willem Klooslaan");
  CHECK(place.at("gemeente") == "Den Haag");
  CHECK(place.at("wijk") == "Escamp");
  CHECK(place.at("eersteMaand") == "2026-09");
  CHECK(place.at("laatsteMaand") == "2026-11");
  CHECK(place.at("geslotenOp").is_null());
  CHECK(place.at("status") == "actueel");
  CHECK(read(house, "/v1/plekken").at("resultaten")[0] == place);
  CHECK(read(house, "/v1/plekken", {{"wijk", "Elders"}}).at("totaalAantal") == 0);
}

TEST_CASE("the months of a place have every figure with its interval, and missing is missing") {
  HouseWithAGap const house;
  auto const months = read(house, "/v1/plekken/klooslaan/maanden").at("resultaten");
  REQUIRE(months.size() == 3);
  CHECK(months[1] == Json{{"periode", "2026-10"},
                          {"status", "ontbreekt"},
                          {"ontvangenOp", nullptr},
                          {"soorten", Json::array()},
                          {"tabellen", Json::array()},
                          {"feiten", nullptr}});
  CHECK(months[2].at("feiten").at("dagdelenGepland") == 22);
  auto const& visits = months[2].at("tabellen")[0];
  CHECK(visits.at("onderwerp") == "bezoeken");
  CHECK(visits.at("epsilon") == Json{{"teller", 1}, {"noemer", 1}});
  CHECK(visits.at("totaal") == Json{{"waarde", 186},
                                    {"getoond", 186},
                                    {"ondergrens95", 182},
                                    {"bovengrens95", 190},
                                    {"halveBreedte95", 4},
                                    {"methode", "exact"},
                                    {"aantalCellen", 2}});
  auto const& children = visits.at("cellen")[1];
  CHECK(children.at("groep") == "kinderen");
  CHECK(children.at("waarde") == -1);
  CHECK(children.at("getoond") == 0);
  auto const only =
      read(house, "/v1/plekken/klooslaan/maanden",
           {{"van", "2026-11"}, {"totEnMet", "2026-11"}, {"onderwerp", "eersteKeer"}});
  REQUIRE(only.at("resultaten").size() == 1);
  CHECK(only.at("resultaten")[0].at("tabellen").size() == 1);
}

TEST_CASE("what came late is added to the month it is about") {
  HouseWithAGap const house;
  auto late = in_month("2026-11", sample_event(3));
  late.kind = "nagekomen";
  house.take_in(late);
  auto const month = read(house, "/v1/plekken/klooslaan/maanden").at("resultaten")[2];
  CHECK(month.at("soorten") == Json{"regulier", "nagekomen"});
  CHECK(month.at("tabellen")[0].at("totaal").at("waarde") == 2 * 186);
  CHECK(month.at("tabellen")[0].at("totaal").at("aantalCellen") == 4);
}

TEST_CASE("an area adds up its places and says how many of them told") {
  HouseWithAGap const house;
  REQUIRE(house.store->add_place({.id = "elders",
                                  .name = "Elders",
                                  .since = "2026-11-01T00:00:00Z",
                                  .municipality = "Den Haag",
                                  .district = "Centrum"},
                                 sample_key));
  auto other = sample_event(4);
  other.place = "elders";
  other.source = "urn:nld:kvknr:12345678:systeem:kiosk-2";
  house.take_in(other);
  auto const months = read(house, "/v1/totalen").at("resultaten");
  REQUIRE(months.size() == 3);
  CHECK(months[0].at("aantalPlekken") == 1);
  CHECK(months[0].at("verwachtePlekken") == 1);
  CHECK(months[1].at("status") == "ontbreekt");
  CHECK(months[1].at("verwachtePlekken") == 1);
  CHECK(months[2].at("aantalPlekken") == 2);
  CHECK(months[2].at("verwachtePlekken") == 2);
  CHECK(months[2].at("tabellen")[0].at("totaal").at("waarde") == 2 * 186);
  CHECK(months[2].at("tabellen")[0].at("cellen")[1].at("waarde") == -2);
  auto const centre = read(house, "/v1/totalen", {{"gemeente", "Den Haag"}, {"wijk", "Centrum"}});
  CHECK(centre.at("wijk") == "Centrum");
  REQUIRE(centre.at("resultaten").size() == 1);
  CHECK(centre.at("resultaten")[0].at("tabellen")[0].at("totaal").at("waarde") == 186);
  auto const districts = read(house, "/v1/wijken").at("resultaten");
  REQUIRE(districts.size() == 2);
  CHECK(districts[0] == Json{{"gemeente", "Den Haag"}, {"wijk", "Centrum"}, {"openPlekken", 1}});
}

TEST_CASE("a page of a list links to the others, with the same filters") {
  HouseWithAGap const house;
  auto const answer =
      house.answer(get_of("/v1/bezoektellingen", {{"paginaGrootte", "1"}, {"plek", "klooslaan"}}));
  CHECK(header(answer, "Link") ==
        "</v1/bezoektellingen?pagina=1&paginaGrootte=1&plek=klooslaan>; rel=\"first\", "
        "</v1/bezoektellingen?pagina=2&paginaGrootte=1&plek=klooslaan>; rel=\"next\", "
        "</v1/bezoektellingen?pagina=2&paginaGrootte=1&plek=klooslaan>; rel=\"last\"");
}

TEST_CASE("figures come as SDMX-CSV and as a spreadsheet for who asks") {
  HouseWithAGap const house;
  auto question = get_of("/v1/statistieken");
  question.accept = "application/vnd.sdmx.data+csv";
  auto const sdmx = house.answer(question).body;
  CHECK(sdmx.starts_with("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,PLEK,TIME_PERIOD,ONDERWERP,GROEP,"));
  constexpr std::string_view flow = "dataflow,INLOOP:BEZOEKTELLINGEN(1.0.0),I,M,klooslaan,";
  CHECK(sdmx.find(std::string(flow) + "2026-11,bezoeken,kinderen,-1,A,1,3\r\n") !=
        std::string::npos);
  CHECK(sdmx.find(std::string(flow) + "2026-11,bezoeken,_T,186,A,1,4\r\n") != std::string::npos);
  CHECK(sdmx.find(std::string(flow) + "2026-10,_T,_T,,L,,\r\n") != std::string::npos);
  auto const sheet = house.answer(get_of("/v1/statistieken", {{"formaat", "ods"}}));
  CHECK(sheet.content_type == "application/vnd.oasis.opendocument.spreadsheet");
  // Where every reader of OpenDocument looks first.
  CHECK(sheet.body.substr(30, 8) == "mimetype");
  CHECK(sheet.body.substr(38, sheet.content_type.size()) == sheet.content_type);
  auto const again = house.answer(get_of("/v1/statistieken", {{"formaat", "ods"}}));
  CHECK(header(again, "ETag") == header(sheet, "ETag"));
}

TEST_CASE("the reason of a silence is the first that explains it") {
  PlaceState state{.place = {.id = "klooslaan"}};
  constexpr std::string_view now = "2026-12-10T08:00:00Z";
  CHECK(silence_of(state, now).word == "nooitGehoord");
  state.last_received_at = "2026-10-04T03:00:00Z";
  CHECK(silence_of(state, now).word == "onbekend");
  state.health = KioskHealth{.received_at = "2026-12-09T06:00:00Z", .disk_free_mib = 9'000};
  CHECK(silence_of(state, now).word == "nietVrijgegeven");
  state.health->outbox_events = 2;
  CHECK(silence_of(state, now).word == "nietAangekomen");
  state.health->disk_free_mib = 10;
  CHECK(silence_of(state, now).word == "schijfVol");
  state.health->clock_skew_s = -3'600;
  CHECK(silence_of(state, now).word == "klokOntregeld");
  state.health->received_at = "2026-12-01T06:00:00Z";
  CHECK(silence_of(state, now).word == "geenVerbinding");
}

TEST_CASE("figures and counts of an area are those of its places") {
  HouseWithAGap const house;
  for (std::string const path : {"/v1/statistieken", "/v1/bezoektellingen"}) {
    auto const all = read(house, path, {{"periode", "2026-11"}});
    CHECK(read(house, path, {{"periode", "2026-11"}, {"gemeente", "Den Haag"}}) == all);
    auto const elsewhere =
        read(house, path, {{"periode", "2026-11"}, {"gemeente", "Den Haag"}, {"wijk", "Centrum"}});
    CHECK(elsewhere.at("totaalAantal") == 0);
  }
}

TEST_CASE("who looks after the kiosks reads what is wrong with each, and Prometheus how many") {
  HouseWithAGap const house;
  REQUIRE(house.store->save_place({.id = "stil", .name = "Stil", .since = "2026-10-01T00:00:00Z"}));
  REQUIRE(house.store->save_place({.id = "dicht",
                                   .name = "Dicht",
                                   .since = "2026-01-01T00:00:00Z",
                                   .retired_at = "2026-02-01T00:00:00Z"}));
  REQUIRE(house.store->keep_health({.place = "klooslaan",
                                    .source = "urn:x",
                                    .time = "2026-12-04T02:00:00Z",
                                    .received_at = "2026-12-04T02:00:01Z",
                                    .software_version = "0.1.0",
                                    .outbox_events = 1,
                                    .disk_free_mib = 100,
                                    .clock_skew_s = -4,
                                    .reader_state = "werkt"}));
  auto const table = fleet_table(*house.store, still_clock.utc()).value();
  // It has told of November, and still its disk is nearly full.
  CHECK(table.find("\nklooslaan\t2026-11\t2026-12-04T02:00:01Z\t0.1.0\t1\t100\t-4\twerkt\tthe "
                   "disk is nearly full\n") != std::string::npos);
  CHECK(table.find("\nstil\t\t\t\t\t\t\t\tnothing was ever received from this kiosk\n") !=
        std::string::npos);
  CHECK(table.find("dicht") == std::string::npos);
  auto const gauges = fleet_gauges(*house.store, still_clock.utc()).value();
  CHECK(gauges.find("inloop_places_open 2\n") != std::string::npos);
  CHECK(gauges.find("{reason=\"schijfVol\"} 1\n") != std::string::npos);
  CHECK(gauges.find("{reason=\"nooitGehoord\"} 1\n") != std::string::npos);
  CHECK(gauges.find("{reason=\"klokOntregeld\"} 0\n") != std::string::npos);
}
