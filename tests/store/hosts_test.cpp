#include "kiosk/store/hosts.h"

#include "tests/store/host_fixture.h"
#include "tests/support/leak_search.h"

namespace inloop::store::test {
namespace {

using core::host::Host;
using core::host::ListedHost;
using core::host::Role;
using core::host::WrongPins;
using inloop::test::SeededRandom;
using Pictures = std::vector<core::host::HostPicture>;

SealedCode code_with(std::byte first) {
  SealedCode code{};
  code[0] = first;
  return code;
}

Pictures pictures_of(Store& store) {
  Pictures pictures;
  for (auto const& one : need(hosts(store))) pictures.push_back(one.host.picture);
  return pictures;
}

// A house with a coordinator (0) and a host (5).
struct BegunHouse : HouseWithHosts {
  Store open = begun();

 private:
  [[nodiscard]] Store begun() const {
    auto store = HouseWithHosts::store();
    need(begin_house(store, newcomer(0, Role::Coordinator), code_with(std::byte{1})));
    REQUIRE(need(add_host(store, newcomer(5, Role::Host))) == Taken::No);
    return store;
  }
};

void try_wrong(Store& store, core::host::HostPicture picture, int times) {
  for (int i = 0; i < times; ++i)
    REQUIRE(count_try(store, picture, need(wrong_pins(store, picture)).in_house));
}

TEST_CASE("A new house has no hosts and no recovery code") {
  HouseWithHosts const house;
  auto store = house.store();
  CHECK(need(hosts(store)).empty());
  CHECK_FALSE(need(recovery_code(store)));
}

TEST_CASE("A house is begun once, with a coordinator and a code") {
  HouseWithHosts const house;
  auto store = house.store();
  auto coordinator = house.newcomer(7, Role::Coordinator);
  coordinator.host.first_name = "Fatima";
  need(begin_house(store, coordinator, code_with(std::byte{1})));
  CHECK(need(hosts(store)) == std::vector{ListedHost{.host = coordinator.host}});
  CHECK(need(recovery_code(store)) == code_with(std::byte{1}));

  CHECK_FALSE(begin_house(store, house.newcomer(8, Role::Coordinator), code_with(std::byte{2})));
  CHECK(pictures_of(store) == Pictures{7});
  CHECK(need(recovery_code(store)) == code_with(std::byte{1}));
}

TEST_CASE("Hosts are there after the program ended") {
  BegunHouse house;
  auto const before = need(hosts(house.open));
  { auto const closed = std::move(house.open); }
  auto again = house.store();
  CHECK(need(hosts(again)) == before);
  house.open = std::move(again);
}

TEST_CASE("A picture has one host") {
  BegunHouse house;
  CHECK(need(add_host(house.open, house.newcomer(5, Role::Coordinator))) == Taken::ByAHost);
  CHECK(need(find_host(house.open, 5))->role == Role::Host);
}

TEST_CASE("A host who was removed can be brought back, with the same PIN") {
  BegunHouse house;
  auto const before = need(count_try(house.open, 5, 0));
  need(remove_host(house.open, 5));
  CHECK(pictures_of(house.open) == Pictures{0});
  CHECK_FALSE(need(find_host(house.open, 5)));
  CHECK_FALSE(need(count_try(house.open, 5, 0)));
  need(restore_host(house.open, 5));
  CHECK(pictures_of(house.open) == Pictures{0, 5});
  CHECK(need(count_try(house.open, 5, 0)) == before);
}

TEST_CASE("A host who was removed is forgotten when somebody comes in anew") {
  BegunHouse house;
  need(remove_host(house.open, 5));
  CHECK(need(come_in(house.open, 0)).picture == 0);
  CHECK_FALSE(restore_host(house.open, 5));
  CHECK(pictures_of(house.open) == Pictures{0});
}

TEST_CASE("Somebody new takes the picture of one who was removed, and nothing else of them") {
  BegunHouse house;
  try_wrong(house.open, 5, 3);
  need(remove_host(house.open, 5));
  auto next = house.newcomer(5, Role::Host, "971305");
  next.host.first_name = "Bram";
  REQUIRE(need(add_host(house.open, next)) == Taken::No);
  CHECK(need(find_host(house.open, 5)) == next.host);
  CHECK(need(wrong_pins(house.open, 5)) == WrongPins{});
  CHECK(need(count_try(house.open, 5, 0)) == next.pin);
  CHECK_FALSE(restore_host(house.open, 5));
}

TEST_CASE("The last coordinator cannot be removed") {
  BegunHouse house;
  CHECK_FALSE(remove_host(house.open, 0));
  CHECK(pictures_of(house.open) == Pictures{0, 5});
  REQUIRE(need(add_host(house.open, house.newcomer(9, Role::Coordinator))) == Taken::No);
  need(remove_host(house.open, 0));
  CHECK(pictures_of(house.open) == Pictures{5, 9});
  CHECK_FALSE(remove_host(house.open, 9));
}

TEST_CASE("What is done to a host who is not there is refused") {
  BegunHouse house;
  CHECK_FALSE(remove_host(house.open, 11));
  CHECK_FALSE(restore_host(house.open, 11));
  CHECK_FALSE(unlock_host(house.open, 11));
  CHECK_FALSE(reset_pin(house.open, 11, SealedPin{}));
  CHECK_FALSE(come_in(house.open, 11));
}

TEST_CASE("A try is counted for the picture and the house, whether or not there is such a host") {
  BegunHouse house;
  for (auto const picture : {5, 11}) {
    auto const before = need(wrong_pins(house.open, picture));
    auto const sealed = need(count_try(house.open, picture, before.in_house));
    CHECK(sealed.has_value() == (picture == 5));
    auto const after = need(wrong_pins(house.open, picture));
    CHECK(after.of_picture == before.of_picture + 1);
    CHECK(after.in_house == before.in_house + 1);
  }
}

TEST_CASE("A right PIN takes back one's own tries, and nobody else's") {
  BegunHouse house;
  try_wrong(house.open, 0, 4);  // somebody guesses the coordinator's
  try_wrong(house.open, 5, 3);  // a host mistypes, the third time is right
  CHECK(need(come_in(house.open, 5)).picture == 5);
  CHECK(need(wrong_pins(house.open, 5)) == WrongPins{.of_picture = 0, .in_house = 4});
  CHECK(need(wrong_pins(house.open, 0)) == WrongPins{.of_picture = 4, .in_house = 4});
}

TEST_CASE("A new PIN, or unlocking, takes back the tries at the old one") {
  BegunHouse house;
  try_wrong(house.open, 5, 20);
  need(unlock_host(house.open, 5));
  CHECK(need(wrong_pins(house.open, 5)) == WrongPins{});
  try_wrong(house.open, 5, 20);
  auto const next = house.newcomer(5, Role::Host, "971305").pin;
  need(reset_pin(house.open, 5, next));
  CHECK(need(count_try(house.open, 5, 0)) == next);
}

TEST_CASE("With the code somebody becomes coordinator, and the house has a new code") {
  BegunHouse house;
  try_wrong(house.open, 5, 20);
  auto const next = house.newcomer(5, Role::Coordinator, "971305");
  auto const used = code_with(std::byte{1});
  need(recover(house.open, next, used, code_with(std::byte{2})));
  CHECK(need(find_host(house.open, 5)) == next.host);
  CHECK(need(wrong_pins(house.open, 5)) == WrongPins{});
  CHECK(need(recovery_code(house.open)) == code_with(std::byte{2}));

  CHECK_FALSE(recover(house.open, house.newcomer(6, Role::Coordinator), used, used));
  CHECK(pictures_of(house.open) == Pictures{0, 5});
}

TEST_CASE("More tries than anybody can make do not break the count") {
  BegunHouse house;
  REQUIRE(count_try(house.open, 5, 2'000'000));
  CHECK(need(wrong_pins(house.open, 5)).in_house == 1'000'000);
}

TEST_CASE("Neither a PIN nor a code stands in the file") {
  HouseWithHosts house;
  SeededRandom random(20261201);
  auto const code = need(draw_code(random));
  {
    auto store = house.store();
    need(begin_house(store, house.newcomer(0, Role::Coordinator, "971305"),
                     need(house.vault->seal_code(code, random))));
    need(store.checkpoint());
  }
  std::vector<inloop::test::Canary> const canaries{{"PIN", "971305"}, {"code", code}};
  CHECK(inloop::test::search_folder(house.folder.path(), canaries).empty());
}

}  // namespace
}  // namespace inloop::store::test
