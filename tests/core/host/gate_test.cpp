// Nothing of the host's room is reached but through the door: whatever happens, in whatever order.

#include <iostream>
#include <random>

#include <catch2/catch.hpp>

#include "kiosk/core/host/places.h"
#include "tests/core/bench.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host;
using inloop::test::Bench;

namespace {

constexpr std::uint32_t seed = 20261203;
constexpr int happenings = 40'000;

template <class Variant, std::size_t... Index>
std::vector<Variant> one_of_each(std::index_sequence<Index...>) {
  return {Variant(std::in_place_index<Index>)...};
}

// A default value of every alternative of a class that derives from a variant.
template <class Variant>
std::vector<Variant> one_of_each() {
  return one_of_each<Variant>(
      std::make_index_sequence<std::variant_size_v<typename Variant::variant>>());
}

class Mischief {
 public:
  explicit Mischief(std::uint32_t from) : m_engine(from) {
    for (auto& one : one_of_each<decltype(HostTap::what)>())
      m_actions.push_back(TapInRoom{Indirect<HostTap>({std::move(one)})});
    for (auto& one : one_of_each<decltype(HostsTap::what)>())
      m_actions.push_back(tapped(HostsTap{std::move(one)}));
    for (auto& one : one_of_each<decltype(SetupTap::what)>())
      m_actions.push_back(tapped(SetupTap{std::move(one)}));
    for (auto& one : one_of_each<decltype(DoorTap::what)>())
      m_actions.push_back(tapped(DoorTap{std::move(one)}));
    for (auto const place : all_places) m_actions.push_back(tapped(GoTo{place}));
    for (auto const* const digit : {"1", "2", "3", "4", "5", "6"})
      m_actions.push_back(TapKey{digit});
    m_actions.insert(m_actions.end(), {TapHost{}, TapHost{}, TapHost{}, TapLock{}, TapBack{},
                                       TapErase{}, TapScroll{.first = 3}, Tick{}, Touched{},
                                       CardTapped{}, StoreLost{}, StoreMended{}});
  }

  // Also answers of the desk's that belong to no question that was asked, or to one that was
  // asked by somebody who is gone.
  Action next(State const& state) {
    if (m_engine() % 4 > 0) return m_actions[m_engine() % m_actions.size()];
    auto const& outcomes = m_outcomes[m_engine() % m_outcomes.size()];
    RequestId const request = 1 + static_cast<RequestId>(m_engine() % 50);
    auto const* const door = std::get_if<AtDoor>(&state.page);
    bool const is_asked =
        door != nullptr && door->door->waiting && door->door->waiting->request == request;
    if (is_asked) return StoreRefused{request};
    return HostAnswer{request, Indirect<HostOutcome>({outcomes})};
  }

  // What the desk really answers to whoever has no PIN.
  static Action answer(AskHostDesk const& asked) {
    auto const* const request = std::get_if<DoorRequest>(&asked.what->what);
    REQUIRE(request != nullptr);
    REQUIRE_FALSE(std::holds_alternative<Begin>(request->what));
    DoorOutcome outcome{PinRefused{}};
    if (std::holds_alternative<Knock>(request->what)) outcome = {HouseFound{}};
    if (std::holds_alternative<TryCode>(request->what)) outcome = {CodeTried{}};
    return HostAnswer{asked.request, Indirect<HostOutcome>({outcome})};
  }

  bool happens(unsigned percent) { return m_engine() % 100 < percent; }

 private:
  std::mt19937 m_engine;
  std::vector<Action> m_actions;
  std::vector<decltype(HostOutcome::what)> m_outcomes{
      DoorOutcome{CameIn{}},
      DoorOutcome{HouseFound{.standing = HouseStanding::New}},
      DoorOutcome{CodeTried{CodeMatch::Yes}},
      HostsOutcome{},
      SetupOutcome{},
      TodayOutcome{}};
};

}  // namespace

TEST_CASE("whatever happens, nobody gets into the room without the desk's word for the PIN") {
  CAPTURE(seed);
  Mischief mischief(seed);
  Bench bench;
  int tried = 0;
  for (int i = 0; i < happenings; ++i) {
    CAPTURE(i);
    bench.pass(static_cast<std::int64_t>(i) % 900);
    bench.effects.clear();
    bench.happen(mischief.next(bench.state));
    REQUIRE_FALSE(std::holds_alternative<InRoom>(bench.state.page));
    for (auto const& effect : std::vector<Effect>(bench.effects)) {
      auto const* const asked = std::get_if<AskHostDesk>(&effect);
      if (asked == nullptr) continue;
      ++tried;
      if (mischief.happens(90)) bench.happen(Mischief::answer(*asked));
    }
    REQUIRE_FALSE(std::holds_alternative<InRoom>(bench.state.page));
  }
  std::cout << "the gate: seed " << seed << ", " << tried << " questions at the door\n";
  CHECK(tried > 100);
}
