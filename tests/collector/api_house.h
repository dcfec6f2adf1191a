#pragma once
// The interface over a real store with one place, and questions to it, for tests. One thread.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sync/collector/api.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/count_store_sqlite.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/temporary_folder.h"

namespace inloop::collector {

inline std::string const sample_key(64, 'a');

[[nodiscard]] inline Question post_of(std::string bytes, std::string path = "/v1/bezoektellingen") {
  auto digest = content_digest_of(bytes);
  return {.method = "POST",
          .path = std::move(path),
          .content_type = "application/cloudevents+json; charset=utf-8",
          .content_digest = std::move(digest),
          .body = std::move(bytes),
          .key_hash = sample_key};
}

[[nodiscard]] inline Question get_of(std::string path,
                                     std::vector<std::pair<std::string, std::string>> query = {}) {
  return {.method = "GET", .path = std::move(path), .query = std::move(query)};
}

[[nodiscard]] inline std::string header(Answer const& answer, std::string_view name) {
  for (auto const& [key, value] : answer.headers)
    if (key == name) return value;
  return {};
}

// Place "klooslaan" in the district Escamp of Den Haag.
struct House {
  test::TemporaryFolder folder;
  std::unique_ptr<CountStore> store = open_sqlite_store(folder.path() / "c.db").value();
  Api api{*store, still_clock};

  House() {
    REQUIRE(store->add_place({.id = "klooslaan",
                              .name = "Willem Klooslaan",
                              .since = "2026-11-01T00:00:00Z",
                              .municipality = "Den Haag",
                              .district = "Escamp"},
                             sample_key));
  }
  [[nodiscard]] Answer answer(Question const& question) const { return api.answer(question); }
  void take_in(report::CountEvent const& event) const {
    REQUIRE(answer(post_of(bytes_of(event))).status == 201);
  }
};

// A store on a disk that has died.
class DeadStore : public CountStore {
  static tl::unexpected<Error> dead() { return failure("the disk is dead"); }
  Result<> save_place(Place const&) override { return dead(); }
  Result<Binding> bind_key(std::string_view, std::string_view) override { return dead(); }
  Result<bool> revoke_key(std::string_view, std::string_view, std::string_view) override {
    return dead();
  }
  Result<bool> is_bound(std::string_view, std::string_view) override { return true; }
  Result<std::vector<PlaceKey>> keys(std::string_view) override { return dead(); }
  Result<std::vector<PlaceState>> states(PlaceFilter const&, Slice) override { return dead(); }
  Result<std::int64_t> count_places(PlaceFilter const&) override { return dead(); }
  Result<std::vector<District>> districts() override { return dead(); }
  Result<std::vector<Lifetime>> lifetimes(Area const&) override { return dead(); }
  Result<Kept> keep(Arrival const&) override { return dead(); }
  Result<Verdict> keep_health(KioskHealth const&) override { return dead(); }
  Result<std::vector<KeptEvent>> events(Filter const&, Slice) override { return dead(); }
  Result<std::int64_t> count_events(Filter const&) override { return dead(); }
  Result<std::vector<Release>> releases(Filter const&) override { return dead(); }
  Result<std::vector<Release>> releases_around(std::string_view) override { return dead(); }
  Result<std::vector<KeptCell>> cells(Filter const&, std::int64_t) override { return dead(); }
  Result<std::vector<Total>> totals(TotalFilter const&) override { return dead(); }
  Result<std::vector<RankedPlace>> ranked_places(PlaceFilter const&, Ranking const&,
                                                 Slice) override {
    return dead();
  }
  Result<std::vector<RankedDistrict>> ranked_districts(PlaceFilter const&, Ranking const&,
                                                       Slice) override {
    return dead();
  }
  Result<std::int64_t> count_districts(PlaceFilter const&) override { return dead(); }
  Result<> inspect(Inspector&) override { return dead(); }
};

}  // namespace inloop::collector
