#pragma once
// Every screen with the words of a real house, in Dutch, in Arabic and in words as long as
// languages make them. For the tests of the glass: what the kiosk itself says is tested with its
// catalogues.

#include <string>
#include <vector>

#include "kiosk/core/screen.h"
#include "kiosk/ui/ui.h"

namespace inloop::test {

struct Sample {
  std::string name;
  core::Screen screen;
};

enum class SampleWords { Dutch, Arabic, Long };

// All screens, home with three languages and with eight.
[[nodiscard]] std::vector<Sample> all_samples(SampleWords words);

[[nodiscard]] Sample sample(std::string_view name, SampleWords words);

struct NamedGlass {
  std::string name;
  ui::Glass glass;
};

// The two reference glasses, and the smallest and largest that must hold, too.
[[nodiscard]] std::vector<NamedGlass> all_glasses();
[[nodiscard]] ui::Glass portrait_glass();
[[nodiscard]] ui::Glass landscape_glass();

}  // namespace inloop::test
