#pragma once
// What a host did, as the audit trail says it on the glass. Pure.

#include <string>

#include "kiosk/core/acts.h"
#include "kiosk/core/words.h"

namespace inloop::core::host {

// "Binnengekomen", "Nieuwe pincode voor de uil". Who did it stands beside it as a picture.
[[nodiscard]] std::string act_in_words(Deed const& deed, Words const& words);

}  // namespace inloop::core::host
