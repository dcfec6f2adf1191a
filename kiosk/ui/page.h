#pragma once
// A whole screen on the glass: what is read above, what is tapped below, and the search for a
// setting in which all of it fits. UI thread.

#include "kiosk/core/screen.h"
#include "kiosk/ui/block.h"

namespace inloop::ui {

// Who gets the height that is left over.
enum class Surplus { ToBody, ToHead };

struct Composition {
  BlockPointer head;  // words and pictures; with low reach, nothing to tap is in it
  BlockPointer body;
  Surplus surplus = Surplus::ToBody;
};

class Page {
 public:
  // Takes the first setting in which everything fits: the largest letters, and with them the
  // density that gives up least. When nothing fits, the last and smallest.
  [[nodiscard]] static Page compose(core::Screen const& screen, Look const& wanted,
                                    Typesetter& typesetter);

  [[nodiscard]] Look const& look() const { return m_look; }
  void draw(Stage& stage) const;

 private:
  struct Boxes {
    Box head;
    Box body;
    bool is_enough = false;
  };

  Page(Look look, Composition composition);
  [[nodiscard]] Boxes boxes(Ruler const& ruler) const;

  Look m_look;
  Composition m_composition;
};

}  // namespace inloop::ui
