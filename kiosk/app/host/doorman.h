#pragma once
// Whether a PIN may be tried now, and what becomes of the try: counted on the disk first, looked at
// then. It looks at no PIN itself, because that is slow: between count() and conclude() the desk
// does. Created when the program starts; on the store's thread.

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/host/door.h"
#include "kiosk/store/hosts.h"

namespace inloop::app::host {

struct CountedTry {
  std::shared_ptr<store::PinVault const> vault;
  std::optional<store::SealedPin> sealed;  // nothing: nobody has this picture

  // Slow; any thread.
  [[nodiscard]] Result<store::PinVault::Match> look(core::host::TryPin const& tried) const {
    return vault->compare(sealed, tried.picture, tried.pin.digits());
  }
};

class Doorman {
 public:
  // Uptime; what is waited for, is waited for from here on, whatever the disk says of the past.
  explicit Doorman(std::int64_t started_ms) : m_watch(started_ms) {}

  // The try is on the disk when it is answered. Refused: it is not counted either.
  [[nodiscard]] Result<std::variant<CountedTry, core::host::PinRefused>> count(
      store::Store& store, core::host::TryPin const& tried, core::Now const& now);

  [[nodiscard]] Result<std::variant<core::host::CameIn, core::host::PinRefused>> conclude(
      store::Store& store, core::host::TryPin const& tried, store::PinVault::Match match,
      core::Now const& now);

 private:
  core::host::DoorWatch m_watch;
};

// For the digits of the pad, out of order.
[[nodiscard]] Result<core::host::DigitOrder> draw_digit_order(RandomSource& random);

}  // namespace inloop::app::host
