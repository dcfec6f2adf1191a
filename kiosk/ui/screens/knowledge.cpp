#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

BlockPointer point(std::string id, core::KnowledgePoint const& point, Tint tint, Look const& look) {
  auto text = words(std::move(id), point.text, {});
  auto const padding = look.is_small() ? 4 : 8;
  if (look.density == Density::Tight) return panel(tint, padding, std::move(text));
  auto picture = emoji(point.picture, look.picture_mm(look.is_small() ? 14 : 22));
  return panel(tint, padding,
               row({{.block = std::move(picture)}, {.block = std::move(text), .share = 1}},
                   look.normal_gap_mm()));
}

}  // namespace

Composition compose(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                    Look const& look) {
  constexpr std::array tints{Tint::Mint, Tint::Sky, Tint::Sand};
  auto const gap = look.normal_gap_mm();
  auto const is_one_foot = look.is_wide() || look.is_low() || look.is_small();
  auto back = back_chip("knowledge/back", knowledge.back, look);
  std::vector<Storey> head;
  if (!is_one_foot) head.push_back({.block = row({{.block = back}}, 0), .gap_below_mm = gap});
  head.push_back(
      {.block = words("knowledge/title", knowledge.title,
                      {.role = look.density == Density::Roomy ? Role::Title : Role::Heading}),
       .gap_below_mm = gap});
  for (std::size_t i = 0; i < knowledge.points.size(); ++i)
    head.push_back({.block = point("knowledge/point_" + std::to_string(i + 1), knowledge.points[i],
                                   tints[i % tints.size()], look),
                    .grow = 1,
                    .most_mm = look.picture_mm(60),
                    .gap_below_mm = gap});
  auto foot = tool_seats(tools, look);
  if (is_one_foot) foot.insert(foot.begin(), {.block = back});
  return {column(std::move(head)),
          column({{.block = space(), .grow = 1},
                  {.block = row(std::move(foot), look.small_gap_mm() + 1)}})};
}

}  // namespace inloop::ui
