#pragma once
// Bars with their intervals, a word below each and its number above. Later stands where reading
// ends: at the left where everything is mirrored. UI thread.

#include <string>
#include <vector>

#include "kiosk/core/screen_parts.h"
#include "kiosk/ui/block.h"
#include "kiosk/ui/paint.h"

namespace inloop::ui {

struct LabelledBar {
  ChartBar bar;
  std::string label;
  std::string value;  // empty: none

  bool operator==(LabelledBar const&) const = default;
};

// `phrase` says what the bars say. At least `least_mm` high.
[[nodiscard]] BlockPointer bar_chart(std::string id, core::Phrase phrase,
                                     std::vector<LabelledBar> bars, double least_mm);

}  // namespace inloop::ui
