#include "kiosk/ui/screens/host/typing_page.h"

#include "kiosk/ui/screens/keyboard.h"
#include "kiosk/ui/text_field.h"

namespace inloop::ui::host {

BlockPointer typing_page(TypingPage page, Look const& look) {
  auto const gap = gap_mm(look);
  // Where small wide glass has no height for what is wrong, it stands for what was typed, until
  // the next key.
  bool const is_low = look.is_small() && look.is_wide() && is_tight(look);
  std::vector<Storey> storeys;
  if (page.trouble && !is_low)
    storeys.push_back({.block = problem_card(page.screen + "/trouble", *page.trouble, look),
                       .gap_below_mm = gap});
  auto field = page.trouble && is_low ? words(page.screen + "/trouble", *page.trouble, {})
                                      : text_field(page.screen + "/typed", page.typed);
  auto keys = keyboard(
      page.keyboard,
      {.screen = page.screen, .width_mm = look.inside_margins().width_mm, .state = page.state},
      look);
  if (look.is_wide()) {
    storeys.push_back({.block = row({{.block = std::move(field), .share = 2},
                                     {.block = std::move(page.go_on), .share = 1}},
                                    gap),
                       .gap_below_mm = gap});
    storeys.push_back({.block = std::move(keys), .grow = 1});
    return column(std::move(storeys));
  }
  storeys.push_back({.block = std::move(field), .gap_below_mm = gap});
  storeys.push_back({.block = std::move(keys), .grow = 4, .most_mm = 160, .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  storeys.push_back({.block = std::move(page.go_on), .grow = 1, .most_mm = 50});
  return column(std::move(storeys));
}

}  // namespace inloop::ui::host
