#include "kiosk/core/effect.h"

namespace inloop::core {

INLOOP_COMPILE_WITH_COMPARISON(Effect, EffectVariant);

}  // namespace inloop::core
