#include "kiosk/ui/screens/message.h"

namespace inloop::ui {

BlockPointer message(Message message, Look const& look) {
  std::vector<Storey> storeys;
  storeys.push_back({.block = space(), .grow = 2});
  if (!is_tight(look))
    storeys.push_back({.block = std::move(message.picture), .gap_below_mm = look.normal_gap_mm()});
  storeys.push_back(
      {.block = words(message.screen + "/title", std::move(message.title),
                      {.role = look.is_small() ? Role::Title : Role::Main, .align = Align::Centre}),
       .gap_below_mm = look.small_gap_mm()});
  storeys.push_back(
      {.block = words(message.screen + "/text", std::move(message.text),
                      {.role = Role::Lead, .shade = Shade::Soft, .align = Align::Centre})});
  // The eye takes a little above the middle for the middle.
  storeys.push_back({.block = space(), .grow = 3});
  return column(std::move(storeys));
}

double message_picture_mm(Look const& look) {
  auto const roomy_mm = look.is_small() ? 34.0 : 70.0;
  return look.picture_mm(look.density == Density::Roomy ? roomy_mm : roomy_mm * 0.6);
}

BlockPointer way_on(BlockPointer button, core::Tools const& tools, Look const& look) {
  return column({{.block = std::move(button), .gap_below_mm = look.normal_gap_mm()},
                 {.block = tools_row(tools, look)}});
}

}  // namespace inloop::ui
