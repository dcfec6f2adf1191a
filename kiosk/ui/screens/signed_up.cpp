#include "kiosk/ui/pill.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"
#include "kiosk/ui/token_block.h"

namespace inloop::ui {
namespace {

using core::SignedUpScreen;

double token_mm(SignedUpScreen const& signed_up, Look const& look) {
  auto const share = look.density == Density::Roomy     ? 1.0
                     : look.density == Density::Compact ? 0.75
                     : look.density == Density::Tight   ? 0.55
                                                        : 0.4;
  auto const roomy_mm = look.is_small() ? 50.0 : look.is_wide() ? 140.0 : 96.0;
  return roomy_mm * share * (signed_up.is_on_waiting_list ? 0.8 : 1);
}

// Who joins gets a festive ground and a check; who waits a quiet one and an hourglass.
BlockPointer token_plate(SignedUpScreen const& signed_up, Look const& look) {
  auto label = words("signed_up/token", signed_up.token_label,
                     {.role = is_tight(look) ? Role::Strong : Role::Title, .align = Align::Centre});
  auto const tint = signed_up.is_on_waiting_list ? std::nullopt : std::optional(Tint::Mint);
  auto inside =
      column({{.block = space(), .grow = 1},
              {.block = token_face(signed_up.token, signed_up.picture, token_mm(signed_up, look)),
               .gap_below_mm = look.small_gap_mm()},
              {.block = std::move(label)},
              {.block = space(), .grow = 1}});
  return panel(tint, is_tight(look) ? 2 : look.is_small() ? 4 : 9, std::move(inside));
}

BlockPointer title_and_advice(SignedUpScreen const& signed_up, Look const& look) {
  auto const is_roomy = look.density == Density::Roomy;
  auto const* const picture = signed_up.is_on_waiting_list ? "⏳" : "🎉";
  auto title = words("signed_up/title", signed_up.title,
                     {.role = is_tight(look)    ? Role::Strong
                              : look.is_small() ? Role::Heading
                              : is_roomy        ? Role::Main
                                                : Role::Title});
  auto advice = words("signed_up/advice", signed_up.advice,
                      {.role = look.is_small() ? Role::Body : Role::Lead, .shade = Shade::Soft});
  if (is_tight(look)) return column({{.block = std::move(title)}, {.block = std::move(advice)}});
  auto const picture_mm = look.picture_mm(look.is_small() ? 12 : 24);
  return column({{.block = row({{.block = emoji(picture, picture_mm)},
                                {.block = std::move(title), .share = 1}},
                               look.small_gap_mm() + 1),
                  .gap_below_mm = look.small_gap_mm()},
                 {.block = std::move(advice)}});
}

BlockPointer side_control(std::string id, core::Phrase const& phrase, core::Action action,
                          Picture picture, SignedUpScreen const& signed_up, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = phrase,
                  .action = std::move(action),
                  .state = waiting_if(signed_up.is_waiting),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : std::move(picture),
                  .picture_mm = look.picture_mm(look.is_small() ? 10 : 16),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 2.0 : 4.0});
}

BlockPointer take_along(SignedUpScreen const& signed_up, Look const& look) {
  return side_control("signed_up/take_along", signed_up.take_along, core::TapTakeAlong{},
                      EmojiPicture{"📱"}, signed_up, look);
}

BlockPointer stop_coming(SignedUpScreen const& signed_up, Look const& look) {
  auto const undo = IconPicture{look.is_mirrored() ? sign::redo : sign::undo};
  return side_control("signed_up/stop_coming", signed_up.stop_coming, core::TapStopComing{}, undo,
                      signed_up, look);
}

BlockPointer done(SignedUpScreen const& signed_up, Look const& look) {
  return main_button("signed_up/done", signed_up.done, core::TapDone{},
                     waiting_if(signed_up.is_waiting), NoPicture{}, look);
}

BlockPointer others(SignedUpScreen const& signed_up, Look const& look) {
  auto const gap = gap_mm(look);
  if ((look.is_large() || look.is_wide()) && look.density != Density::Bare)
    return column({{.block = take_along(signed_up, look), .grow = 1, .gap_below_mm = gap},
                   {.block = stop_coming(signed_up, look), .grow = 1}});
  return equal_row({take_along(signed_up, look), stop_coming(signed_up, look)}, gap);
}

Composition portrait(SignedUpScreen const& signed_up, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("signed_up/back", signed_up.back, look);
  std::vector<Storey> head;
  if (has_back_above(look) && look.density != Density::Bare)
    head.push_back({.block = back_row(back, nullptr), .gap_below_mm = gap});
  if (!(is_tight(look) && (look.is_small() || look.is_large())))
    head.push_back(
        {.block = session_heading("signed_up", signed_up.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  head.push_back({.block = title_and_advice(signed_up, look), .gap_below_mm = gap});
  head.push_back({.block = token_plate(signed_up, look), .grow = 1, .most_mm = 190});
  auto body = column({{.block = others(signed_up, look), .gap_below_mm = gap},
                      {.block = done(signed_up, look), .gap_below_mm = gap},
                      {.block = has_back_above(look) && look.density != Density::Bare
                                    ? tools_row(tools, look)
                                    : foot_with_back(back, tools, look)}});
  return {column(std::move(head)), std::move(body), Surplus::ToHead};
}

Composition landscape(SignedUpScreen const& signed_up, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> side;
  if (!look.is_small())
    side.push_back(
        {.block = session_heading("signed_up", signed_up.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  side.push_back({.block = title_and_advice(signed_up, look), .gap_below_mm = gap});
  side.push_back({.block = space(), .grow = 100});
  side.push_back({.block = others(signed_up, look), .grow = 1, .most_mm = 80});
  auto columns = row({{.block = token_plate(signed_up, look), .share = 1},
                      {.block = column(std::move(side)), .share = 1.2}},
                     look.normal_gap_mm());
  auto foot = tool_seats(tools, look);
  foot.insert(foot.begin(), {.block = back_chip("signed_up/back", signed_up.back, look)});
  foot.push_back({.block = done(signed_up, look), .share = 1});
  return {space(), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                           {.block = row(std::move(foot), tool_gap_mm(tools, look))}})};
}

}  // namespace

Composition compose(SignedUpScreen const& signed_up, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(signed_up, tools, look) : portrait(signed_up, tools, look);
}

}  // namespace inloop::ui
