#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/pin_pad.h"
#include "kiosk/ui/screens/host/typing_page.h"

namespace inloop::ui::host {
namespace {

using namespace core::host;

BlockPointer chip(std::string id, core::Phrase phrase, DoorTap tap, Choice choice,
                  ControlState state, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = std::move(phrase),
                  .action = tapped(std::move(tap)),
                  .shape = ControlShape::Chip,
                  .state = state,
                  .choice = choice,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
                  .role = Role::Body,
                  .padding_mm = look.is_small() ? 3.0 : 5.0});
}

BlockPointer go_on(core::Phrase phrase, DoorTap tap, ControlState state, Look const& look) {
  return main_button("door/go_on", std::move(phrase), tapped(std::move(tap)), state,
                     is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}),
                     look);
}

struct Middle {
  ControlState state;
  Look const& look;

  BlockPointer operator()(std::monostate) const { return space(); }

  BlockPointer operator()(PicturesView const& view) const {
    return host_pictures(
        view.tiles, view.scroll, {.screen = "door", .state = state},
        [](HostPicture picture) { return tapped(DoorTap{ChoosePicture{picture}}); }, look);
  }

  BlockPointer operator()(PadView const& view) const {
    // Where what is wrong takes the height, mixed digits have to wait.
    bool const is_crowded = look.is_small() && is_tight(look) && view.pad.trouble.has_value();
    Blocks aside;
    if (view.shuffle && !is_crowded)
      aside.push_back(chip("door/shuffle", *view.shuffle, {Shuffle{}}, chosen_if(view.is_shuffled),
                           state, look));
    if (view.forgot)
      aside.push_back(chip("door/forgot", *view.forgot, {ForgotPin{}}, Choice::None, state, look));
    return pin_pad(view.pad, {.screen = "door", .state = state}, std::move(aside), look);
  }

  BlockPointer operator()(TypingView const& view) const {
    return typing_page({.screen = "door",
                        .typed = view.typed,
                        .keyboard = view.keyboard,
                        .trouble = view.trouble,
                        .go_on = go_on(view.go_on, {GoOn{}}, state, look),
                        .state = state},
                       look);
  }

  BlockPointer operator()(ReadingView const& view) const {
    auto const gap = gap_mm(look);
    std::vector<Storey> storeys;
    if (!is_tight(look) && !(look.is_small() && look.is_wide()))
      storeys.push_back({.block = emoji(view.picture, look.picture_mm(look.is_small() ? 16 : 34)),
                         .gap_below_mm = gap});
    if (view.code)
      storeys.push_back(
          {.block = panel(Tint::Sand, look.is_small() ? 4 : 8,
                          words("door/code", *view.code,
                                {.role = look.is_small() ? Role::Heading : Role::Title,
                                 .align = Align::Centre})),
           .gap_below_mm = gap});
    for (std::size_t i = 0; i < view.lines.size(); ++i)
      storeys.push_back({.block = words("door/line_" + std::to_string(i + 1), view.lines[i],
                                        {.role = look.is_small() ? Role::Body : Role::Lead}),
                         .gap_below_mm = gap});
    storeys.push_back({.block = space(), .grow = 1});
    storeys.push_back({.block = go_on(view.go_on, view.tap, state, look)});
    return column(std::move(storeys));
  }
};

BlockPointer title(DoorScreen const& door, Look const& look) {
  auto const role = is_tight(look)                                       ? Role::Strong
                    : look.density == Density::Roomy && !look.is_small() ? Role::Title
                                                                         : Role::Heading;
  auto text = words("door/title", door.title, {.role = role});
  if (!door.advice || (is_tight(look) && look.is_small())) return text;
  auto below = words("door/advice", *door.advice,
                     {.role = look.is_small() ? Role::Body : Role::Lead, .shade = Shade::Soft});
  return column({{.block = std::move(text), .gap_below_mm = 1}, {.block = std::move(below)}});
}

}  // namespace

// The way back stands beside the title: nobody needs a tool here, and the pad needs the height.
Composition compose(DoorScreen const& door, Look const& look) {
  // As high as it comes, beside however many lines.
  auto back = column({{.block = back_chip("door/back", door.back, look)}});
  auto head = row({{.block = std::move(back)}, {.block = title(door, look), .share = 1}},
                  look.normal_gap_mm());
  auto middle = std::visit(Middle{waiting_if(door.is_waiting), look}, door.view);
  return {space(), column({{.block = std::move(head), .gap_below_mm = gap_mm(look)},
                           {.block = std::move(middle), .grow = 1}})};
}

}  // namespace inloop::ui::host
