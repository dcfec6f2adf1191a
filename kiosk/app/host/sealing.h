#pragma once
// Seals PINs and codes for the store beside its thread, because a PIN takes long: only the
// randomness is drawn there. Desk thread.

#include <string>

#include "kiosk/app/host/desk.h"
#include "kiosk/core/host/pin.h"
#include "kiosk/store/pin_vault.h"

namespace inloop::app::host {

[[nodiscard]] Result<store::SealedPin> seal_pin(Desk& desk, core::host::HostPicture picture,
                                                core::host::Pin const& pin);
[[nodiscard]] Result<store::SealedCode> seal_code(Desk& desk, std::string const& code);

}  // namespace inloop::app::host
