#include "kiosk/core/screen.h"

namespace inloop::core {

INLOOP_COMPILE_WITH_COMPARISON(Content);

}  // namespace inloop::core
