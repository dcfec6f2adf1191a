#include <algorithm>
#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::ReleasedScreen;

BlockPointer raw(ReleasedScreen const& released, Look const& look) {
  return control({.id = "released/raw",
                  .phrase = *released.raw,
                  .action = core::TapRaw{},
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{"📄"}),
                  .picture_mm = look.picture_mm(look.is_small() ? 10 : 18),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong});
}

// Where large letters meet small high glass and six tools, not all fit.
std::size_t most_points(core::Tools const& tools, Look const& look) {
  auto const is_short =
      look.is_small() && !look.is_wide() && look.density == Density::Bare && tools.repeat;
  return is_short ? 3 : core::most_items_shown;
}

std::vector<Storey> points(ReleasedScreen const& released, core::Tools const& tools,
                           Look const& look) {
  constexpr std::array tints{Tint::Sand, Tint::Sky, Tint::Sky, Tint::Lilac, Tint::Mint};
  auto const is_plain = is_tight(look) && look.is_small();
  std::vector<Storey> storeys;
  auto const first = static_cast<std::size_t>(released.scroll.first);
  auto const count = std::min(released.points.size(), most_points(tools, look));
  for (std::size_t i = 0; i < count; ++i) {
    auto point = fact("released/point_" + std::to_string(first + i + 1), released.points[i], look);
    if (!is_plain)
      point = panel(tints[(first + i) % tints.size()], look.is_small() ? 2 : 5, std::move(point));
    storeys.push_back({.block = std::move(point),
                       .grow = 1,
                       .most_mm = look.picture_mm(46),
                       .gap_below_mm = is_plain ? 1 : look.small_gap_mm()});
  }
  if (storeys.empty()) storeys.push_back({.block = emoji("⏳", look.picture_mm(30))});
  return storeys;
}

// The numbers at the start, what becomes of them at the end.
Composition landscape(ReleasedScreen const& released, BlockPointer title, core::Tools const& tools,
                      Look const& look) {
  constexpr std::ptrdiff_t numbers = 3;
  auto const gap = gap_mm(look);
  auto all = points(released, tools, look);
  std::vector<Storey> first(all.begin(), all.begin() + std::min(numbers, std::ssize(all)));
  std::vector<Storey> second(all.begin() + std::ssize(first), all.end());
  second.push_back({.block = space(), .grow = 1});
  if (released.raw) second.push_back({.block = raw(released, look), .gap_below_mm = gap});
  auto columns = row({{.block = column(std::move(first)), .share = 1},
                      {.block = column(std::move(second)), .share = 1}},
                     look.normal_gap_mm());
  auto foot = foot_with_back(back_chip("released/back", released.back, look), tools, look);
  return {std::move(title), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                                    {.block = std::move(foot)}})};
}

}  // namespace

Composition compose(ReleasedScreen const& released, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("released/back", released.back, look);
  auto const role = is_tight(look)                   ? Role::Strong
                    : look.density == Density::Roomy ? Role::Title
                                                     : Role::Heading;
  auto title = words("released/title", released.title, {.role = role});
  if (look.is_wide()) return landscape(released, std::move(title), tools, look);
  std::vector<Storey> head;
  if (!is_back_at_foot(look)) head.push_back({.block = back_line(back), .gap_below_mm = gap});
  head.push_back({.block = std::move(title), .gap_below_mm = gap});
  for (auto& storey : points(released, tools, look)) head.push_back(std::move(storey));
  std::vector<Storey> body;
  auto const shown = most_points(tools, look);
  if (has_scroll(released.scroll, shown))
    body.push_back(
        {.block = equal_row(scroll_buttons("released", released.scroll, shown, look), gap),
         .gap_below_mm = gap});
  if (released.raw) body.push_back({.block = raw(released, look), .gap_below_mm = gap});
  body.push_back({.block = is_back_at_foot(look) ? foot_with_back(back, tools, look)
                                                 : tools_row(tools, look)});
  return {column(std::move(head)), column(std::move(body)), Surplus::ToHead};
}

}  // namespace inloop::ui
