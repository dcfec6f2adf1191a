#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

BlockPointer point(std::string id, core::KnowledgePoint const& point, Tint tint, Look const& look) {
  auto text = words(std::move(id), point.text, {.role = Role::Lead});
  if (look.density == Density::Bare) return text;
  auto const padding = look.is_small() ? (is_tight(look) ? 2 : 4) : 8;
  if (is_tight(look)) return panel(tint, padding, std::move(text));
  auto picture = emoji(point.picture, look.picture_mm(look.is_small() ? 14 : 30));
  return panel(tint, padding,
               row({{.block = std::move(picture)}, {.block = std::move(text), .share = 1}},
                   look.normal_gap_mm()));
}

Role title_role(Look const& look) {
  if (is_tight(look)) return Role::Strong;
  return look.density == Density::Roomy ? Role::Title : Role::Heading;
}

std::vector<Storey> points(core::KnowledgeScreen const& knowledge, Look const& look) {
  constexpr std::array tints{Tint::Mint, Tint::Sky, Tint::Sand};
  std::vector<Storey> storeys;
  for (std::size_t i = 0; i < knowledge.points.size(); ++i)
    storeys.push_back({.block = point("knowledge/point_" + std::to_string(i + 1),
                                      knowledge.points[i], tints[i % tints.size()], look),
                       .grow = 1,
                       .most_mm = look.picture_mm(84),
                       .gap_below_mm = gap_mm(look)});
  return storeys;
}

BlockPointer released(core::KnowledgeScreen const& knowledge, Look const& look) {
  return control({.id = "knowledge/released",
                  .phrase = knowledge.released,
                  .action = core::TapReleased{},
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{"📨"}),
                  .picture_mm = look.picture_mm(look.is_small() ? 10 : 18),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 2.0 : 4.0});
}

// The tools below one another beside the words: small wide glass has no height to give.
Composition bare_landscape(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                           Look const& look) {
  auto const gap = gap_mm(look);
  auto controls = tool_blocks(tools, look);
  auto const columns = controls.size() > 4 ? 2U : 1U;
  auto text = points(knowledge, look);
  text.push_back({.block = released(knowledge, look)});
  return {row({{.block = words("knowledge/title", knowledge.title, {.role = title_role(look)}),
                .share = 1},
               {.block = back_chip("knowledge/back", knowledge.back, look)}},
              gap),
          row({{.block = column(std::move(text)), .share = 1},
               {.block = grid(std::move(controls), columns, gap)}},
              gap)};
}

}  // namespace

Composition compose(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                    Look const& look) {
  if (look.density == Density::Bare && look.is_wide())
    return bare_landscape(knowledge, tools, look);
  auto const gap = gap_mm(look);
  auto const is_one_foot = is_back_at_foot(look);
  auto back = back_chip("knowledge/back", knowledge.back, look);
  std::vector<Storey> head;
  if (!is_one_foot) head.push_back({.block = row({{.block = back}}, 0), .gap_below_mm = gap});
  head.push_back({.block = words("knowledge/title", knowledge.title, {.role = title_role(look)}),
                  .gap_below_mm = gap});
  for (auto& storey : points(knowledge, look)) head.push_back(std::move(storey));
  auto foot = is_one_foot ? foot_with_back(back, tools, look) : tools_row(tools, look);
  return {column(std::move(head)),
          column({{.block = released(knowledge, look), .gap_below_mm = gap},
                  {.block = std::move(foot)}}),
          Surplus::ToHead};
}

}  // namespace inloop::ui
