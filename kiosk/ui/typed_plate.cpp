#include "kiosk/ui/typed_plate.h"

namespace inloop::ui {

void show_typed_plate(Stage& stage, Rect const& rect) {
  constexpr double edge_mm = 0.8;
  auto const& look = stage.look();
  stage.show(Plate{.width_px = static_cast<int>(rect.width_px()),
                   .height_px = static_cast<int>(rect.height_px()),
                   .radius_px = static_cast<float>(look.px(look.measures.key_radius_mm)),
                   .edge_px = static_cast<float>(look.px(edge_mm)),
                   .shadow_px = 0,
                   .fill = look.palette.surface,
                   .edge = look.palette.main,
                   .shadow = {}},
             rect.left_px, rect.top_px);
}

}  // namespace inloop::ui
