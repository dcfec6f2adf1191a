#pragma once
// Who may come into the host's room, as it is kept: hosts, their sealed PINs, the tries at them,
// the recovery code. It knows no PIN and no code, only what pin_vault.h made of them. Everything is
// durable when it returns. Store thread.

#include <memory>
#include <optional>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/hosts.h"
#include "kiosk/store/pin_vault.h"
#include "kiosk/store/store.h"

namespace inloop::store {

struct Newcomer {
  core::host::Host host;
  SealedPin pin{};

  bool operator==(Newcomer const&) const = default;
};

// What the store was opened with (Options::pins), to look at PINs beside the store's thread. Fails
// where there is none: then nobody comes in.
[[nodiscard]] Result<std::shared_ptr<PinVault const>> pin_vault(Store& store);

// In the order of their pictures, without those who were removed.
[[nodiscard]] Result<std::vector<core::host::ListedHost>> hosts(Store& store);
[[nodiscard]] Result<std::optional<core::host::Host>> find_host(Store& store,
                                                                core::host::HostPicture picture);

enum class Taken { No, ByAHost };

// Takes the place of one who was removed, with no tries at the PIN.
[[nodiscard]] Result<Taken> add_host(Store& store, Newcomer const& newcomer);
[[nodiscard]] Result<> reset_pin(Store& store, core::host::HostPicture picture,
                                 SealedPin const& pin);
[[nodiscard]] Result<> unlock_host(Store& store, core::host::HostPicture picture);
// Refused for the last coordinator.
[[nodiscard]] Result<> give_role(Store& store, core::host::HostPicture picture,
                                 core::host::Role role);
// Refused for the last coordinator. Until somebody comes in anew, restore_host() takes it back.
[[nodiscard]] Result<> remove_host(Store& store, core::host::HostPicture picture);
[[nodiscard]] Result<> restore_host(Store& store, core::host::HostPicture picture);

// The first coordinator and the recovery code, together. Refused where there is a code already.
[[nodiscard]] Result<> begin_house(Store& store, Newcomer const& coordinator,
                                   SealedCode const& code);

[[nodiscard]] Result<std::optional<SealedCode>> recovery_code(Store& store);
// Whoever has the code becomes a coordinator with this picture and PIN, whoever had it before, and
// the house has a new code. Refused when `used` is not the code that is kept.
[[nodiscard]] Result<> recover(Store& store, Newcomer const& coordinator, SealedCode const& used,
                               SealedCode const& next);

// A try at a PIN, in this order: wrong_pins(), count_try(), looking at the PIN, and only after a
// right one come_in(). What is counted stays counted if the power goes in between.
[[nodiscard]] Result<core::host::WrongPins> wrong_pins(Store& store,
                                                       core::host::HostPicture picture);

// Counts one more for the picture, and for the house on top of `left_in_house`. Nothing is inside
// where no host has the picture: look at the PIN all the same, or the time tells.
[[nodiscard]] Result<std::optional<SealedPin>> count_try(Store& store,
                                                         core::host::HostPicture picture,
                                                         int left_in_house);

// Takes back the tries of this picture, here and in the house, and forgets removed hosts for good.
[[nodiscard]] Result<core::host::Host> come_in(Store& store, core::host::HostPicture picture);

}  // namespace inloop::store
