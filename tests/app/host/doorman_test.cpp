#include "kiosk/app/host/doorman.h"

#include <iostream>
#include <set>
#include <utility>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/store/audit.h"
#include "tests/app/seeded_random.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {
namespace {

using namespace core::host;
using app::host::CountedTry;
using app::host::Doorman;
using Fault = CrashDisk::Fault;

constexpr std::int64_t minute_ms = 60'000;
constexpr HostPicture owl = 0;
constexpr HostPicture nobody = 11;
constexpr auto right_pin = "204816";
constexpr std::uint32_t seed = 20261202;

template <class T>
T need(Result<T> result) {
  if (!result) FAIL(result.error().what);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// A house with one coordinator, on a disk that can fail, whose program can be ended at any moment.
// The wall clock says what it likes; only uptime is scripted.
class House {
 public:
  House() : m_vfs(disk) {
    start();
    SeededRandom random(seed);
    store::Newcomer const coordinator{
        .host = {.picture = owl, .first_name = "", .role = Role::Coordinator},
        .pin = need(m_vault->seal(owl, right_pin, random))};
    need(store::begin_house(*m_store, coordinator, store::SealedCode{}));
  }

  void start() {
    auto opened = store::Store::open(
        {.file = "/kiosk.db", .place = "de-linde", .vfs = m_vfs.name(), .pins = m_vault});
    m_store.emplace(need(std::move(opened)));
    m_doorman.emplace(uptime_ms);
  }

  void kill() {
    m_doorman.reset();
    m_store.reset();
    disk.forget_fault();
  }

  void cut_power_and_start() {
    m_doorman.reset();
    m_store.reset();
    disk.restart();
    start();
  }

  [[nodiscard]] store::Store& store() { return *m_store; }

  using Tried = Result<std::variant<CameIn, PinRefused>>;

  [[nodiscard]] auto count(TryPin const& tried) { return m_doorman->count(*m_store, tried, now()); }

  // As the desk does it.
  [[nodiscard]] Tried try_pin(HostPicture picture, std::string const& pin) {
    TryPin const tried{.picture = picture, .pin = core::host::Pin(pin)};
    auto const counted = count(tried);
    if (!counted) return tl::unexpected(counted.error());
    if (auto const* const refused = std::get_if<PinRefused>(&*counted)) return *refused;
    ++looked_at;
    auto const match = std::get<CountedTry>(*counted).look(tried);
    if (!match) return tl::unexpected(match.error());
    return m_doorman->conclude(*m_store, tried, *match, now());
  }

  [[nodiscard]] PinRefused refused(HostPicture picture, std::string const& pin) {
    auto const tried = need(try_pin(picture, pin));
    REQUIRE(std::holds_alternative<PinRefused>(tried));
    return std::get<PinRefused>(tried);
  }

  [[nodiscard]] bool opens(HostPicture picture, std::string const& pin) {
    return std::holds_alternative<CameIn>(need(try_pin(picture, pin)));
  }

  [[nodiscard]] core::Now now() const { return {.local = wall, .uptime_ms = uptime_ms}; }

  CrashDisk disk{seed};
  std::int64_t uptime_ms = 5 * minute_ms;
  core::LocalTime wall{.date = core::Date{std::chrono::year{2026} / 12 / 2}, .minute_of_day = 600};
  int looked_at = 0;

 private:
  CrashVfs m_vfs;
  TemporaryFolder m_folder;
  std::shared_ptr<store::PinVault> m_vault =
      std::make_shared<store::PinVault>(need(store::PinVault::open(
          m_folder.path() / "pins.key", {.memory_bytes = std::size_t{8} << 10, .passes = 1})));
  std::optional<store::Store> m_store;
  std::optional<Doorman> m_doorman;
};

// As soon as it may, tries wrong PINs until so many were looked at; how long that took.
template <class BeforeEach>
std::int64_t cost_of_tries(House& house, int tries, BeforeEach const& before_each) {
  auto const started_ms = house.uptime_ms;
  while (house.looked_at < tries) {
    before_each();
    auto const refused = house.refused(owl, "971305");
    if (refused.why == PadTrouble::MustWait) house.uptime_ms += refused.wait_ms;
    if (refused.why == PadTrouble::Locked) FAIL("locked too early");
  }
  return house.uptime_ms - started_ms;
}

TEST_CASE("the right PIN opens, a wrong one does not, and nobody's picture never does") {
  House house;
  CHECK(house.opens(owl, right_pin));
  CHECK(house.refused(owl, "204817").why == PadTrouble::Wrong);
  CHECK(house.refused(nobody, right_pin).why == PadTrouble::Wrong);
}

TEST_CASE("a wrong PIN and a picture without a host are answered alike, try after try") {
  House known;
  House unknown;
  for (int i = 0; i < 40; ++i) {
    auto const one = known.refused(owl, "971305");
    auto const other = unknown.refused(nobody, "971305");
    CAPTURE(i);
    CHECK(one == other);
    known.uptime_ms += 10 * minute_ms;
    unknown.uptime_ms += 10 * minute_ms;
  }
  CHECK(known.refused(owl, right_pin).why == PadTrouble::Locked);
  CHECK(known.looked_at == unknown.looked_at);
}

TEST_CASE("ten wrong PINs cost more than fifteen minutes") {
  House house;
  auto const cost_ms = cost_of_tries(house, 10, [] {});
  std::cout << fmt::format("ten wrong PINs cost {} s\n", cost_ms / 1000);
  CHECK(cost_ms > 15 * minute_ms);
}

TEST_CASE("killing the program before each try buys no more than the five that are free") {
  House house;
  auto const until_ms = house.uptime_ms + 60 * minute_ms;
  while (house.uptime_ms < until_ms) {
    house.kill();
    house.start();
    auto const refused = house.refused(owl, "971305");
    house.uptime_ms += refused.wait_ms + 1;
  }
  CHECK(house.looked_at == 5);
}

TEST_CASE("killing the program after each try makes ten wrong PINs no cheaper") {
  House house;
  int looked_at = 0;
  auto const cost_ms = cost_of_tries(house, 10, [&] {
    if (std::exchange(looked_at, house.looked_at) == house.looked_at) return;
    house.kill();
    house.start();
  });
  CHECK(cost_ms > 15 * minute_ms);
}

TEST_CASE("whoever kills the program waits from then on, and gets there by waiting alone") {
  House house;
  for (int i = 0; i < 6; ++i) {
    auto const refused = house.refused(owl, "971305");
    CHECK(refused.why == PadTrouble::Wrong);
    house.uptime_ms += refused.wait_ms;
  }
  house.kill();
  house.start();
  auto const refused = house.refused(owl, right_pin);
  CHECK(refused.why == PadTrouble::MustWait);
  CHECK(refused.wait_ms == minute_ms);
  house.uptime_ms += refused.wait_ms;
  CHECK(house.opens(owl, right_pin));
}

TEST_CASE("turning the wall clock, to 1970 or to 2099, changes no waiting") {
  House house;
  int turn = 0;
  auto const cost_ms = cost_of_tries(house, 10, [&] {
    auto const year = ++turn % 2 == 0 ? std::chrono::year{1970} : std::chrono::year{2099};
    house.wall.date = core::Date{year / 1 / 1};
  });
  CHECK(cost_ms > 15 * minute_ms);
}

TEST_CASE("trying many pictures is no way around the waiting") {
  House house;
  auto const started_ms = house.uptime_ms;
  for (HostPicture picture = 1; house.looked_at < 10;) {
    auto const refused = house.refused(picture, "971305");
    if (refused.why == PadTrouble::MustWait)
      house.uptime_ms += refused.wait_ms;
    else
      ++picture;
  }
  CHECK(house.uptime_ms - started_ms > 15 * minute_ms);
}

TEST_CASE("somebody on the inside cannot wipe out the tries of a guesser") {
  House house;
  SeededRandom random(seed + 1);
  auto const vault = need(store::pin_vault(house.store()));
  constexpr HostPicture insider = 5;
  constexpr auto insiders_pin = "550916";
  store::Newcomer const accomplice{.host = {.picture = insider},
                                   .pin = need(vault->seal(insider, insiders_pin, random))};
  REQUIRE(need(store::add_host(house.store(), accomplice)) == store::Taken::No);

  auto const started_ms = house.uptime_ms;
  int guesses = 0;
  while (guesses < 10) {
    auto const helped = need(house.try_pin(insider, insiders_pin));
    if (auto const* const refused = std::get_if<PinRefused>(&helped))
      house.uptime_ms += refused->wait_ms;
    auto const refused = house.refused(owl, "971305");
    if (refused.why == PadTrouble::MustWait) house.uptime_ms += refused.wait_ms;
    if (refused.why == PadTrouble::Wrong) ++guesses;
  }
  CHECK(house.uptime_ms - started_ms > 15 * minute_ms);
}

TEST_CASE("twenty wrong PINs lock a picture, and waiting does not open it") {
  House house;
  while (house.looked_at < most_wrong_pins) {
    REQUIRE(house.refused(owl, "971305").why != PadTrouble::Locked);
    house.uptime_ms += 15 * minute_ms;
  }
  house.uptime_ms += 24 * 60 * minute_ms;
  CHECK(house.refused(owl, right_pin).why == PadTrouble::Locked);
  house.kill();
  house.start();
  CHECK(house.refused(owl, right_pin).why == PadTrouble::Locked);
  CHECK(house.looked_at == most_wrong_pins);
  need(store::unlock_host(house.store(), owl));
  CHECK(house.opens(owl, right_pin));
}

TEST_CASE("the right PIN clears what its host mistyped") {
  House house;
  for (int i = 0; i < 4; ++i) CHECK(house.refused(owl, "971305").why == PadTrouble::Wrong);
  CHECK(house.opens(owl, right_pin));
  CHECK(need(store::wrong_pins(house.store(), owl)) == WrongPins{});
}

TEST_CASE("who came in and who did not is in the trail, without any PIN") {
  House house;
  CHECK(house.refused(owl, "971305").why == PadTrouble::Wrong);
  CHECK(house.opens(owl, right_pin));
  auto const rows = need(store::audit_rows(house.store(), std::nullopt, 10));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].deed ==
        Deed{.when = house.wall, .host = owl, .act = Act::CameIn, .about = std::nullopt});
  CHECK(rows[1].deed ==
        Deed{.when = house.wall, .host = std::nullopt, .act = Act::WrongPin, .about = owl});
}

TEST_CASE("a power cut at any operation around a try leaves no PIN looked at and uncounted") {
  std::int64_t operations = 0;
  {
    House house;
    auto const before = house.disk.operations();
    CHECK(house.refused(owl, "971305").why == PadTrouble::Wrong);
    operations = house.disk.operations() - before;
  }
  int cuts = 0;
  int counted = 0;
  for (std::int64_t operation = 1; operation <= operations; ++operation) {
    CAPTURE(seed, operation);
    House house;
    house.disk.fail_at(house.disk.operations() + operation, Fault::PowerCut);
    auto const tried = house.try_pin(owl, "971305");
    house.cut_power_and_start();
    ++cuts;
    auto const wrong = need(store::wrong_pins(house.store(), owl));
    if (house.looked_at > 0 || tried.has_value()) CHECK(wrong.of_picture == 1);
    CHECK(wrong.of_picture == wrong.in_house);
    CHECK(wrong.of_picture <= 1);
    counted += wrong.of_picture;
    CHECK(house.opens(owl, right_pin));
    CHECK_FALSE(need(store::first_broken_link(house.store())));
  }
  std::cout << fmt::format("PIN tries: {} power cuts, {} of them counted\n", cuts, counted);
  CHECK(cuts > 4);
  CHECK(counted > 0);
}

TEST_CASE("ten wrong PINs with the power cut between counting and looking cost as much") {
  House house;
  std::int64_t const started_ms = house.uptime_ms;
  for (int cuts = 0; cuts < 10;) {
    auto const counted = need(house.count({.picture = owl, .pin = core::host::Pin("971305")}));
    if (auto const* const refused = std::get_if<PinRefused>(&counted)) {
      house.uptime_ms += refused->wait_ms;
    } else {
      ++cuts;
      house.cut_power_and_start();
    }
  }
  CHECK(house.uptime_ms - started_ms > 15 * minute_ms);
}

TEST_CASE("a store that fails lets nobody in") {
  House house;
  house.disk.fail_at(house.disk.operations() + 1, Fault::ErrorFromThenOn);
  CHECK_FALSE(house.try_pin(owl, right_pin));
  CHECK(house.looked_at == 0);
}

TEST_CASE("the digits of the pad come in any order, and each once") {
  SeededRandom random(seed);
  std::set<int> first;
  for (int i = 0; i < 300; ++i) {
    auto const order = need(app::host::draw_digit_order(random));
    CHECK(is_digit_order(order));
    first.insert(order.front());
  }
  CHECK(first.size() == 10);
  DryRandom dry;
  CHECK_FALSE(app::host::draw_digit_order(dry));
}

}  // namespace
}  // namespace inloop::test
