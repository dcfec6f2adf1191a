#include "kiosk/core/host/stick_trouble.h"

#include "kiosk/core/words.h"

namespace inloop::core::host {

std::string_view message_about(StickTrouble trouble) {
  switch (trouble) {
    case StickTrouble::None:
      return message("Put a USB stick into the kiosk first.");
    case StickTrouble::Full:
      return message("The USB stick is full.");
    case StickTrouble::ReadOnly:
      return message("The USB stick is locked.");
    case StickTrouble::PulledOut:
      return message("The USB stick was pulled out too early.");
    case StickTrouble::Unknown:
      break;
  }
  return message("The USB stick does not work.");
}

}  // namespace inloop::core::host
