#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

// The screens that say one thing: a picture, a sentence, what to do now.

namespace inloop::ui {
namespace {

struct Message {
  std::string screen;
  BlockPointer picture;
  core::Phrase title;
  core::Phrase text;
};

BlockPointer message(Message message, Look const& look) {
  std::vector<Storey> storeys;
  storeys.push_back({.block = space(), .grow = 1});
  if (look.density != Density::Tight)
    storeys.push_back({.block = std::move(message.picture), .gap_below_mm = look.normal_gap_mm()});
  storeys.push_back({.block = words(message.screen + "/title", std::move(message.title),
                                    {.role = Role::Title, .align = Align::Centre}),
                     .gap_below_mm = look.small_gap_mm()});
  storeys.push_back({.block = words(message.screen + "/text", std::move(message.text),
                                    {.role = look.is_small() ? Role::Body : Role::Heading,
                                     .shade = Shade::Soft,
                                     .align = Align::Centre})});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

double picture_mm(Look const& look) {
  return look.is_small() ? 34 : 62;
}

// The one thing to do, and the tools.
BlockPointer way_on(BlockPointer button, double most_mm, core::Tools const& tools,
                    Look const& look) {
  return column({{.block = space(), .grow = 1},
                 {.block = std::move(button),
                  .grow = 2,
                  .most_mm = most_mm,
                  .gap_below_mm = look.normal_gap_mm()},
                 {.block = tools_row(tools, look)}});
}

}  // namespace

Composition compose(core::TimeOutScreen const& time_out, core::Tools const& tools,
                    Look const& look) {
  auto button = control({.id = "time_out/still_here",
                         .phrase = time_out.still_here,
                         .action = core::TapStillHere{},
                         .shape = ControlShape::Main,
                         .tint = std::nullopt,
                         .picture = EmojiPicture{"🙋🏽"},
                         .picture_mm = look.picture_mm(look.is_small() ? 18 : 30),
                         .arrangement = Arrangement::Beside,
                         .role = look.is_small() ? Role::Heading : Role::Title});
  return {message({.screen = "time_out",
                   .picture = countdown({time_out.seconds_left, time_out.seconds_total}, "⏳",
                                        picture_mm(look)),
                   .title = time_out.title,
                   .text = time_out.remaining},
                  look),
          way_on(std::move(button), 90, tools, look)};
}

Composition compose(core::ApologyScreen const& apology, core::Tools const& tools,
                    Look const& look) {
  return {message({.screen = "apology",
                   .picture = emoji("🤝", picture_mm(look)),
                   .title = apology.title,
                   .text = apology.advice},
                  look),
          way_on(main_button("apology/done", apology.done, core::TapDone{}, ControlState::Ready,
                             NoPicture{}, look),
                 40, tools, look)};
}

Composition compose(core::OutOfOrderScreen const& out_of_order, core::Tools const&,
                    Look const& look) {
  return {space(), message({.screen = "out_of_order",
                            .picture = emoji("📝", picture_mm(look)),
                            .title = out_of_order.title,
                            .text = out_of_order.advice},
                           look)};
}

}  // namespace inloop::ui
