#include <algorithm>
#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

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

// Where large letters meet small glass, one at a time.
std::size_t most_points(core::Tools const& tools, Look const& look) {
  if (!look.is_small() || look.density != Density::Bare) return core::most_items_shown;
  if (tools.repeat) return 1;
  return look.is_wide() && look.is_large() ? 2 : 3;
}

std::vector<Storey> points(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                           Look const& look) {
  constexpr std::array tints{Tint::Mint, Tint::Sky, Tint::Sand};
  std::vector<Storey> storeys;
  auto const first = static_cast<std::size_t>(knowledge.scroll.first);
  for (std::size_t i = 0; i < std::min(knowledge.points.size(), most_points(tools, look)); ++i)
    storeys.push_back({.block = point("knowledge/point_" + std::to_string(first + i + 1),
                                      knowledge.points[i], tints[(first + i) % tints.size()], look),
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

// What moves through the points, and what lies behind them.
std::vector<Storey> ways_on(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                            Look const& look) {
  auto const gap = gap_mm(look);
  auto const shown = most_points(tools, look);
  if (!has_scroll(knowledge.scroll, shown))
    return {{.block = released(knowledge, look), .gap_below_mm = gap}};
  auto buttons = scroll_buttons("knowledge", knowledge.scroll, shown, look);
  if (!look.is_wide())
    return {{.block = equal_row(std::move(buttons), gap), .gap_below_mm = gap},
            {.block = released(knowledge, look), .gap_below_mm = gap}};
  std::vector<Seat> seats{{.block = released(knowledge, look), .share = 1.7}};
  for (auto& button : buttons) seats.push_back({.block = std::move(button), .share = 1});
  return {{.block = row(std::move(seats), gap)}};
}

// The tools below one another beside the words: small wide glass has no height to give.
Composition bare_landscape(core::KnowledgeScreen const& knowledge, core::Tools const& tools,
                           Look const& look) {
  auto const gap = gap_mm(look);
  auto controls = tool_blocks(tools, look);
  auto const columns = controls.size() > 4 ? 2U : 1U;
  auto text = points(knowledge, tools, look);
  text.push_back({.block = space(), .grow = 1});
  for (auto& storey : ways_on(knowledge, tools, look)) text.push_back(std::move(storey));
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
  if (look.density == Density::Bare && look.is_small() && look.is_wide())
    return bare_landscape(knowledge, tools, look);
  auto const gap = gap_mm(look);
  auto const is_one_foot = is_back_at_foot(look);
  auto back = back_chip("knowledge/back", knowledge.back, look);
  std::vector<Storey> head;
  if (!is_one_foot) head.push_back({.block = row({{.block = back}}, 0), .gap_below_mm = gap});
  head.push_back({.block = words("knowledge/title", knowledge.title, {.role = title_role(look)}),
                  .gap_below_mm = gap});
  for (auto& storey : points(knowledge, tools, look)) head.push_back(std::move(storey));
  auto body = ways_on(knowledge, tools, look);
  body.back().gap_below_mm = gap;
  body.push_back(
      {.block = is_one_foot ? foot_with_back(back, tools, look) : tools_row(tools, look)});
  return {column(std::move(head)), column(std::move(body)), Surplus::ToHead};
}

}  // namespace inloop::ui
