#pragma once
// The card service of the system, pcscd, through libpcsclite. It starts nothing: while pcscd does
// not run, each call fails. Reader's thread but for stop().

#include <memory>

#include "kiosk/cards/card_service.h"

namespace inloop::cards {

[[nodiscard]] std::unique_ptr<CardService> pcsc_service();

}  // namespace inloop::cards
