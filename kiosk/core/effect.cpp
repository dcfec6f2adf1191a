#include "kiosk/core/effect.h"

namespace inloop::core {

INLOOP_COMPILE_WITH_COMPARISON(Effect);

}  // namespace inloop::core
