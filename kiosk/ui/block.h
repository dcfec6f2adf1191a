#pragma once
// A part of a screen that knows how high it must be and how to draw itself in a box. Screens are
// trees of blocks, put together anew when a screen changes. UI thread.

#include <memory>
#include <vector>

#include "kiosk/ui/look.h"

namespace inloop::ui {

class Stage;

// What a block is measured with.
struct Ruler {
  Look const& look;
  Typesetter& typesetter;
};

struct Need {
  double height_mm = 0;
  bool is_strained = false;  // see SetText

  bool operator==(Need const&) const = default;
};

class Block {
 public:
  virtual ~Block() = default;

  // The least height at a width.
  [[nodiscard]] virtual Need need(Ruler const& ruler, double width_mm) const = 0;

  // The width at which no line breaks.
  [[nodiscard]] virtual double natural_width_mm(Ruler const& ruler) const = 0;

  // The box is at least as high as need() said for its width.
  virtual void draw(Stage& stage, Box const& box) const = 0;
};

// Shared so that screens can list blocks in braces; nobody changes one.
using BlockPointer = std::shared_ptr<Block const>;
using Blocks = std::vector<BlockPointer>;

}  // namespace inloop::ui
