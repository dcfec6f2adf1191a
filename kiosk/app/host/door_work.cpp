#include "kiosk/app/host/doorman.h"
#include "kiosk/app/host/work.h"
#include "kiosk/store/audit.h"

namespace inloop::app::host {
namespace {

using namespace core::host;
using Match = store::PinVault::Match;
using Answer = Result<DoorOutcome>;

template <class Value>
Answer outcome(Result<Value> result) {
  if (!result) return tl::unexpected(result.error());
  return DoorOutcome{std::move(*result)};
}

// What came of a try, with a new order for the digits of the next one.
template <class Tried>
Answer outcome_of_try(Tried tried, RandomSource& random) {
  if (!tried) return tl::unexpected(tried.error());
  if (auto* const refused = std::get_if<PinRefused>(&*tried)) {
    auto const order = draw_digit_order(random);
    if (!order) return tl::unexpected(order.error());
    refused->shuffled = *order;
    return DoorOutcome{*refused};
  }
  return std::nullopt;
}

struct Work {
  Desk& desk;
  core::Now now;

  [[nodiscard]] RandomSource& random() const { return desk.parts().random; }

  Answer operator()(Knock) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const code = store::recovery_code(store);
      if (!code) return tl::unexpected(code.error());
      auto const order = draw_digit_order(random());
      if (!order) return tl::unexpected(order.error());
      return DoorOutcome{
          HouseFound{.standing = *code ? HouseStanding::Begun : HouseStanding::New,
                     .shuffled = *order}};
    });
  }

  // The PIN is looked at between two short loans of the store, because it takes long.
  Answer operator()(TryPin const& tried) const {
    auto const counted = desk.with_store(
        [&](store::Store& store) { return desk.doorman().count(store, tried, now); });
    if (!counted) return tl::unexpected(counted.error());
    if (auto const* const refused = std::get_if<PinRefused>(&*counted)) return mixed(*refused);
    auto const match = std::get<CountedTry>(*counted).look(tried);
    if (!match) return tl::unexpected(match.error());
    auto concluded = desk.with_store(
        [&](store::Store& store) { return desk.doorman().conclude(store, tried, *match, now); });
    if (!concluded) return tl::unexpected(concluded.error());
    if (auto const* const refused = std::get_if<PinRefused>(&*concluded)) return mixed(*refused);
    return DoorOutcome{std::get<CameIn>(std::move(*concluded))};
  }

  // With a new order for the digits of the next try.
  Answer mixed(PinRefused refused) const {
    return desk.with_store([&](store::Store&) -> Answer {
      auto const order = draw_digit_order(random());
      if (!order) return tl::unexpected(order.error());
      refused.shuffled = *order;
      return DoorOutcome{refused};
    });
  }

  // Tries at the code are not counted: nobody finds a hundred random bits by trying, and whoever
  // has the paper must never be locked out.
  Answer operator()(TryCode const& tried) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const used = matching_code(store, tried.code);
      if (!used) return tl::unexpected(used.error());
      return DoorOutcome{CodeTried{*used ? CodeMatch::Yes : CodeMatch::No}};
    });
  }

  Answer operator()(DrawCode) const {
    return desk.with_store([&](store::Store&) -> Answer {
      auto code = store::draw_code(random());
      if (!code) return tl::unexpected(code.error());
      return DoorOutcome{CodeDrawn{std::move(*code)}};
    });
  }

  Answer operator()(Begin const& begin) const {
    auto const vault = desk.with_store([](store::Store& store) { return store::pin_vault(store); });
    if (!vault) return tl::unexpected(vault.error());
    return desk.with_store([&](store::Store& store) { return begun(store, **vault, begin); });
  }

 private:
  // The sealed code that this one opens.
  static Result<std::optional<store::SealedCode>> matching_code(store::Store& store,
                                                                std::string const& code) {
    auto const vault = store::pin_vault(store);
    if (!vault) return tl::unexpected(vault.error());
    auto const sealed = store::recovery_code(store);
    if (!sealed) return tl::unexpected(sealed.error());
    if (!*sealed || (*vault)->compare_code(**sealed, code) == Match::No) return std::nullopt;
    return *sealed;
  }

  // On the store's thread, for 140 ms: it happens once in the life of a house.
  Answer begun(store::Store& store, store::PinVault const& vault, Begin const& begin) const;
};

}  // namespace
}  // namespace inloop::app::host
