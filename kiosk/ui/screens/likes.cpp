#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

std::string id_of(core::ActivityKind kind) {
  return "likes/kind_" + std::to_string(static_cast<int>(kind));
}

BlockPointer tiles_of(core::LikesScreen const& likes, Look const& look) {
  auto const is_flat = look.is_small() && (look.is_large() || is_tight(look) || look.is_wide());
  Blocks tiles;
  for (auto const& like : likes.tiles)
    tiles.push_back(control({.id = id_of(like.kind),
                             .phrase = like.label,
                             .action = core::TapLike{like.kind},
                             .tint = tint_of(like.kind),
                             .inside = nullptr,
                             .picture = look.density == Density::Bare && look.is_small()
                                            ? Picture(NoPicture{})
                                            : Picture(EmojiPicture{std::string(like.picture)}),
                             .picture_mm = look.picture_mm(look.is_small()  ? (is_flat ? 13 : 18)
                                                           : is_tight(look) ? 26
                                                                            : 40),
                             .arrangement = is_flat ? Arrangement::Beside : Arrangement::Above,
                             .role = look.is_small() ? Role::Body : Role::Heading,
                             .padding_mm = look.is_small() ? 2.0 : 4.0}));
  auto const columns = look.is_wide() && !(look.is_small() && look.is_large()) ? 3U : 2U;
  return even_grid(std::move(tiles), {.columns = columns, .rows = 6 / columns}, gap_mm(look));
}

}  // namespace

Composition compose(core::LikesScreen const& likes, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("likes/back", likes.back, look);
  auto const title_role = look.density == Density::Roomy ? Role::Title
                          : is_tight(look)               ? Role::Strong
                                                         : Role::Heading;
  std::vector<Storey> titles{{.block = words("likes/title", likes.title, {.role = title_role})}};
  if (look.density != Density::Bare || !look.is_small())
    titles.push_back({.block = words("likes/promise", likes.promise,
                                     {.role = look.is_small() ? Role::Body : Role::Lead,
                                      .shade = Shade::Soft})});
  auto title = column(std::move(titles));
  auto const most_mm = look.is_wide() ? 230.0 : 300.0;
  auto body = column(
      {{.block = tiles_of(likes, look), .grow = 100, .most_mm = most_mm, .gap_below_mm = gap},
       {.block = space(), .grow = 1},
       {.block =
            has_back_above(look) ? tools_row(tools, look) : foot_with_back(back, tools, look)}});
  if (look.is_low()) return {low_title(std::move(title)), std::move(body)};
  if (!has_back_above(look)) return {std::move(title), std::move(body)};
  return {column({{.block = back_row(back, nullptr), .gap_below_mm = gap},
                  {.block = std::move(title)}}),
          std::move(body)};
}

}  // namespace inloop::ui
