#include "kiosk/core/action.h"

namespace inloop::core {

INLOOP_COMPILE(Action);

}  // namespace inloop::core
