#include "kiosk/core/reasons.h"

namespace inloop::core {

std::string reason_in_words(std::string const& reason, Words const& words) {
  for (auto const& listed : usual_reasons)
    if (reason == listed.message) return words.text(listed.message);
  return reason;
}

}  // namespace inloop::core
