#pragma once
// Every screen as the kiosk composes it: the real words of its catalogues, and words as long as
// languages make them. For the tests of the glass and for the pictures to be looked at.

#include <string>
#include <vector>

#include "kiosk/core/screen.h"
#include "kiosk/ui/ui.h"

namespace inloop::test {

struct Sample {
  std::string name;
  core::Screen screen;
};

// Long stands for the languages to come: no catalogue of today is as long as German.
enum class SampleWords {
  Dutch,
  Arabic,
  Long,
  English,
  Turkish,
  Polish,
  Ukrainian,
  Persian,
  Tigrinya
};

// All screens, home with three languages and with eight.
[[nodiscard]] std::vector<Sample> all_samples(SampleWords words,
                                              core::Speech speech = core::Speech::Silent);

// What hosts see behind their PIN: it is neither spoken nor moved within reach.
[[nodiscard]] std::vector<Sample> host_samples(SampleWords words);

[[nodiscard]] Sample sample(std::string_view name, SampleWords words,
                            core::Speech speech = core::Speech::Silent);

struct NamedGlass {
  std::string name;
  ui::Glass glass;
};

// The two reference glasses, and the smallest and largest that must hold, too.
[[nodiscard]] std::vector<NamedGlass> all_glasses();
[[nodiscard]] ui::Glass portrait_glass();
[[nodiscard]] ui::Glass landscape_glass();

}  // namespace inloop::test
