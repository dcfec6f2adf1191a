// Holds openapi.json to what is really served, and what is served to openapi.json.

#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/collector/api_house.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

using Json = nlohmann::json;

Json description() {
  House const house;
  return Json::parse(house.answer(get_of("/v1/openapi.json")).body);
}

// "/plekken/{plek}/maanden" as the routes have it.
std::string as_route(std::string path) {
  for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at + 2))
    path.replace(at, path.find('}', at) - at + 1, "{}");
  return "/v1" + path;
}

std::string as_address(std::string route) {
  auto const at = route.find("{}");
  return at == std::string::npos ? route : route.replace(at, 2, "klooslaan");
}

std::set<int> statuses_of(Json const& operation) {
  std::set<int> statuses;
  for (auto const& [status, answer] : operation.at("responses").items())
    statuses.insert(std::stoi(status));
  return statuses;
}

// What must be asked for, with its example.
std::vector<std::pair<std::string, std::string>> needed_query(Json const& operation,
                                                              Json const& components) {
  std::vector<std::pair<std::string, std::string>> query;
  for (auto const& listed : operation.value("parameters", Json::array())) {
    constexpr std::string_view shared = "#/components/parameters/";
    auto const parameter = listed.contains("$ref")
                               ? components.at("parameters")
                                     .at(listed.at("$ref").get<std::string>().substr(shared.size()))
                               : listed;
    if (parameter.at("in") == "query" && parameter.value("required", false))
      query.emplace_back(parameter.at("name"), parameter.at("example"));
  }
  return query;
}

// Every status that reading an address can have.
std::set<int> statuses_of_reading(std::string const& route,
                                  std::vector<std::pair<std::string, std::string>> query) {
  House const house;
  DeadStore dead_store;
  Api const dead(dead_store, still_clock);
  auto const question = get_of(as_address(route), std::move(query));
  auto const good = house.answer(question);
  std::set<int> statuses{good.status, dead.answer(question).status};
  auto changed = question;
  changed.if_none_match = header(good, "ETag");
  statuses.insert(house.answer(changed).status);
  changed = question;
  changed.query = {{"nietBestaand", "1"}};
  statuses.insert(house.answer(changed).status);
  changed = question;
  changed.accept = "image/png";
  statuses.insert(house.answer(changed).status);
  if (route.find("{}") != std::string::npos) {
    changed = question;
    changed.path.replace(changed.path.find("klooslaan"), 9, "nergens");
    statuses.insert(house.answer(changed).status);
  }
  return statuses;
}

std::string health_bytes(std::string const& place = "klooslaan") {
  return R"({"specversion":"1.0","id":"00000002-8f0a-4c7d-9b1e-2f6a7d8c9e01",)"
         R"("source":"urn:nld:kvknr:12345678:systeem:kiosk-1",)"
         R"("type":"nl.inloop.zuil.gezondheid.v1","subject":")" +
         place +
         R"(","time":"2026-12-04T02:00:00Z","datacontenttype":"application/json",)"
         R"("dataschema":"https://inloop.example/schemas/zuilgezondheid-1.0.0.json",)"
         R"("data":{"plek":")" +
         place +
         R"(","softwareversie":"0.1.0","wachtendeVrijgaven":0,"vrijeSchijfruimteMiB":9000,)"
         R"("kaartlezer":"werkt"}})";
}

// Every status that writing to an address can have, but 408: that is the server's, when bytes stay
// away, and hostile_client_test.cpp sees it.
std::set<int> statuses_of_writing(Question const& good, Question const& of_other_place) {
  House const house;
  DeadStore dead_store;
  Api const dead(dead_store, still_clock);
  std::set<int> statuses{house.answer(good).status, house.answer(good).status,
                         house.answer(of_other_place).status, dead.answer(good).status};
  auto const with = [&](auto change) {
    auto question = good;
    change(question);
    statuses.insert(house.answer(question).status);
  };
  with([](Question& question) { question.content_digest.clear(); });
  with([](Question& question) { question.key_hash.reset(); });
  with([](Question& question) { question.accept = "image/png"; });
  with([](Question& question) { question.is_body_length_known = false; });
  with([](Question& question) { question.is_body_too_large = true; });
  with([](Question& question) { question.content_type = "text/plain"; });
  Api const strict(*house.store, still_clock, {.burst = 0, .per_minute = 1});
  statuses.insert(strict.answer(good).status);
  return statuses;
}

}  // namespace

TEST_CASE("every address and method of the description is served, and the other way round") {
  std::map<std::string, std::string> described;
  auto const paths = description().at("paths");
  for (auto const& [path, operations] : paths.items()) {
    bool const is_read = operations.contains("get");
    bool const is_written = operations.contains("post");
    described[as_route(path)] = !is_read ? "POST" : is_written ? "GET, HEAD, POST" : "GET, HEAD";
  }
  std::map<std::string, std::string> served;
  for (auto const& [path, allowed] : served_paths())
    if (!path.starts_with("/schemas/")) served.emplace(path, allowed);
  CHECK(described == served);
}

TEST_CASE("every answer to reading that is described is given, and no other") {
  auto const described = description();
  for (auto const& [path, operations] : described.at("paths").items()) {
    if (!operations.contains("get")) continue;
    CAPTURE(path);
    auto const& reading = operations.at("get");
    CHECK(statuses_of(reading) ==
          statuses_of_reading(as_route(path), needed_query(reading, described.at("components"))));
  }
}

TEST_CASE("every answer to writing that is described is given, and no other") {
  auto const paths = description().at("paths");
  auto elsewhere = sample_event(3);
  elsewhere.place = "elders";
  auto counts =
      statuses_of_writing(post_of(bytes_of(sample_event())), post_of(bytes_of(elsewhere)));
  counts.insert(408);
  House const house;
  house.take_in(sample_event(1));
  counts.insert(house.answer(post_of(bytes_of(sample_event(2)))).status);
  CHECK(statuses_of(paths.at("/bezoektellingen").at("post")) == counts);

  auto health = statuses_of_writing(post_of(health_bytes(), "/v1/zuilgezondheid"),
                                    post_of(health_bytes("elders"), "/v1/zuilgezondheid"));
  health.insert(408);
  CHECK(statuses_of(paths.at("/zuilgezondheid").at("post")) == health);
}

TEST_CASE("the schemas that events name are served under their names") {
  House const house;
  for (std::string const name : {"bezoektelling", "zuilgezondheid"}) {
    auto const schema = Json::parse(house.answer(get_of("/schemas/" + name + "-1.0.0.json")).body);
    CHECK(schema.at("$id") == "https://inloop.example/schemas/" + name + "-1.0.0.json");
  }
}

TEST_CASE("a kiosk that says how it is tells why its place is silent") {
  House const house;
  CHECK(house.answer(post_of(health_bytes(), "/v1/zuilgezondheid")).status == 204);
  auto const silent = Json::parse(house.answer(get_of("/v1/stille-plekken")).body);
  REQUIRE(silent.at("resultaten").size() == 1);
  CHECK(silent.at("resultaten")[0].at("reden") == "nietVrijgegeven");
  CHECK(silent.at("resultaten")[0].at("laatsteTeken") == "2026-12-04T03:00:07Z");
}
