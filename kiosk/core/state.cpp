#include "kiosk/core/state.h"

namespace inloop::core {

INLOOP_COMPILE_WITH_COMPARISON(Page);

}  // namespace inloop::core
