#pragma once
// The plate in which what is typed stands: one look for a field and for an area. UI thread.

#include "kiosk/ui/stage.h"

namespace inloop::ui {

void show_typed_plate(Stage& stage, Rect const& rect);

}  // namespace inloop::ui
