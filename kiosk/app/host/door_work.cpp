#include "kiosk/app/host/doorman.h"
#include "kiosk/app/host/sealing.h"
#include "kiosk/app/host/work.h"
#include "kiosk/store/audit.h"

namespace inloop::app::host {
namespace {

using namespace core::host;
using Match = store::PinVault::Match;
using Answer = Result<DoorOutcome>;

// The sealed code of the house, where this one opens it.
Result<std::optional<store::SealedCode>> opened_by(store::Store& store, std::string const& code) {
  auto const vault = store::pin_vault(store);
  if (!vault) return tl::unexpected(vault.error());
  auto const sealed = store::recovery_code(store);
  if (!sealed) return tl::unexpected(sealed.error());
  if (!*sealed || (*vault)->compare_code(**sealed, code) == Match::No) return std::nullopt;
  return *sealed;
}

// Whoever recovers keeps the name that the picture had.
Result<> recover(store::Store& store, store::Newcomer coordinator, std::string const& used_code,
                 store::SealedCode const& next) {
  auto const used = opened_by(store, used_code);
  if (!used) return tl::unexpected(used.error());
  if (!*used) return failure("this recovery code opens nothing");
  auto const before = store::find_host(store, coordinator.host.picture);
  if (!before) return tl::unexpected(before.error());
  if (*before) coordinator.host.first_name = (*before)->first_name;
  return store::recover(store, coordinator, **used, next);
}

struct Work {
  Desk& desk;
  core::Now now;

  Answer operator()(Knock) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const code = store::recovery_code(store);
      if (!code) return tl::unexpected(code.error());
      auto const order = draw_digit_order(desk.parts().random);
      if (!order) return tl::unexpected(order.error());
      return DoorOutcome{HouseFound{.standing = *code ? HouseStanding::Begun : HouseStanding::New,
                                    .shuffled = *order}};
    });
  }

  // The PIN is looked at between two short loans of the store, because that takes long.
  Answer operator()(TryPin const& tried) const {
    auto const counted = desk.with_store(
        [&](store::Store& store) { return desk.doorman().count(store, tried, now); });
    if (!counted) return tl::unexpected(counted.error());
    if (auto const* const refused = std::get_if<PinRefused>(&*counted)) return mixed(*refused);
    auto const match = std::get<CountedTry>(*counted).look(tried);
    if (!match) return tl::unexpected(match.error());
    auto const concluded = desk.with_store(
        [&](store::Store& store) { return desk.doorman().conclude(store, tried, *match, now); });
    if (!concluded) return tl::unexpected(concluded.error());
    if (auto const* const refused = std::get_if<PinRefused>(&*concluded)) return mixed(*refused);
    return DoorOutcome{std::get<CameIn>(*concluded)};
  }

  // Tries at the code are not counted: nobody finds a hundred random bits by trying, and whoever
  // has the paper must never be locked out.
  Answer operator()(TryCode const& tried) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const opened = opened_by(store, tried.code);
      if (!opened) return tl::unexpected(opened.error());
      return DoorOutcome{CodeTried{*opened ? CodeMatch::Yes : CodeMatch::No}};
    });
  }

  Answer operator()(DrawCode) const {
    return desk.with_store([&](store::Store&) -> Answer {
      auto code = store::draw_code(desk.parts().random);
      if (!code) return tl::unexpected(code.error());
      return DoorOutcome{CodeDrawn{std::move(*code)}};
    });
  }

  Answer operator()(Begin const& begin) const {
    auto const& beginner = begin.beginner;
    auto const pin = seal_pin(desk, beginner.picture, beginner.pin);
    if (!pin) return tl::unexpected(pin.error());
    auto const code = seal_code(desk, beginner.code);
    if (!code) return tl::unexpected(code.error());
    return desk.with_store([&](store::Store& store) -> Answer {
      store::Newcomer const coordinator{.host = {.picture = beginner.picture,
                                                 .first_name = beginner.first_name,
                                                 .role = Role::Coordinator},
                                        .pin = *pin};
      auto const done = beginner.is_recovering()
                            ? recover(store, coordinator, beginner.used_code, *code)
                            : store::begin_house(store, coordinator, *code);
      if (!done) return tl::unexpected(done.error());
      auto const noted =
          store::note(store, {.when = now.local,
                              .host = beginner.picture,
                              .act = beginner.is_recovering() ? Act::CodeUsed : Act::HouseBegun,
                              .about = std::nullopt});
      if (!noted) return tl::unexpected(noted.error());
      auto host = store::come_in(store, beginner.picture);
      if (!host) return tl::unexpected(host.error());
      return DoorOutcome{CameIn{std::move(*host)}};
    });
  }

 private:
  // With a new order for the digits of the next try.
  [[nodiscard]] Answer mixed(PinRefused refused) const {
    return desk.with_store([&](store::Store&) -> Answer {
      auto const order = draw_digit_order(desk.parts().random);
      if (!order) return tl::unexpected(order.error());
      refused.shuffled = *order;
      return DoorOutcome{refused};
    });
  }
};

}  // namespace

Result<DoorOutcome> perform(DoorRequest const& request, Desk& desk) {
  return std::visit(Work{desk, request.now}, request.what);
}

}  // namespace inloop::app::host
