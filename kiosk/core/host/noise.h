#pragma once
// What the noise of a release means for whoever looks at a number: how far off it is, nearly
// always. For showing alone; the noise itself is drawn in kiosk/privacy. Pure.

#include "kiosk/privacy/rational.h"

namespace inloop::core::host {

// The least whole number that the sum of the noises of `cells` cells (1 to 64) stays within at
// least 95 times in 100. Discrete Laplace with scale 1/epsilon, folded as often as there are cells.
[[nodiscard]] int half_width_95(privacy::Rational epsilon, int cells);

}  // namespace inloop::core::host
