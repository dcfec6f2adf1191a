#include "kiosk/app/host/doorman.h"

#include <algorithm>
#include <array>

#include "kiosk/store/audit.h"

namespace inloop::app::host {

using core::host::Act;
using core::host::CameIn;
using core::host::PadTrouble;
using core::host::PinRefused;
using core::host::TryPin;
using Match = store::PinVault::Match;

Result<std::variant<CountedTry, PinRefused>> Doorman::count(store::Store& store,
                                                            TryPin const& tried,
                                                            core::Now const& now) {
  auto vault = store::pin_vault(store);
  if (!vault) return tl::unexpected(vault.error());
  auto const wrong = store::wrong_pins(store, tried.picture);
  if (!wrong) return tl::unexpected(wrong.error());
  if (wrong->of_picture >= core::host::most_wrong_pins)
    return PinRefused{.why = PadTrouble::Locked};
  auto const wait_ms = m_watch.wait_ms(tried.picture, *wrong, now.uptime_ms);
  if (wait_ms > 0) return PinRefused{.why = PadTrouble::MustWait, .wait_ms = wait_ms};

  auto const left_in_house = m_watch.left_in_house(wrong->in_house, now.uptime_ms);
  auto const sealed = store::count_try(store, tried.picture, left_in_house);
  if (!sealed) return tl::unexpected(sealed.error());
  m_watch.note_try(tried.picture, now.uptime_ms);
  return CountedTry{.vault = std::move(*vault), .sealed = *sealed};
}

Result<std::variant<CameIn, PinRefused>> Doorman::conclude(store::Store& store, TryPin const& tried,
                                                           Match match, core::Now const& now) {
  bool const is_right = match == Match::Yes;
  auto const noted =
      store::note(store, {.when = now.local,
                          .host = is_right ? std::optional(tried.picture) : std::nullopt,
                          .act = is_right ? Act::CameIn : Act::WrongPin,
                          .about = is_right ? std::nullopt : std::optional(tried.picture)});
  if (!noted) return tl::unexpected(noted.error());
  if (is_right) {
    auto host = store::come_in(store, tried.picture);
    if (!host) return tl::unexpected(host.error());
    return CameIn{std::move(*host)};
  }
  auto const wrong = store::wrong_pins(store, tried.picture);
  if (!wrong) return tl::unexpected(wrong.error());
  return PinRefused{.why = PadTrouble::Wrong,
                    .wait_ms = m_watch.wait_ms(tried.picture, *wrong, now.uptime_ms)};
}

// Sorted by random keys.
Result<core::host::DigitOrder> draw_digit_order(RandomSource& random) {
  constexpr std::size_t key_bytes = 4;
  std::array<std::array<std::byte, key_bytes>, 10> keys{};
  for (auto& key : keys)
    if (auto const drawn = random.fill(key); !drawn) return tl::unexpected(drawn.error());
  auto order = core::host::phone_order;
  std::ranges::sort(order, {}, [&](int digit) { return keys[static_cast<std::size_t>(digit)]; });
  return order;
}

}  // namespace inloop::app::host
