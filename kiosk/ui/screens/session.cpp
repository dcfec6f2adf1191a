#include <algorithm>

#include "kiosk/ui/qr_block.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::SessionScreen;
using core::Standing;

// Short of room, what is said again on the next screen goes first, then the end of it. Why a
// session is cancelled is all there is to say, and stays.
std::size_t shown_facts(SessionScreen const& session, Look const& look) {
  auto const all = session.facts.size();
  if (session.standing == Standing::Cancelled || !is_tight(look)) return all;
  auto const most = look.density == Density::Tight ? 2U : 1U;
  return std::min<std::size_t>(all, most);
}

std::vector<Storey> what_it_is(SessionScreen const& session, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys{
      {.block = session_heading("session", session.heading, HeadingSize::Large, look),
       .gap_below_mm = gap},
      {.block = standing_pill(
           "session/places", session.places, session.standing,
           session.standing == Standing::HasPlaces ? std::optional(Tint::Mint) : std::nullopt,
           look.is_small() ? Role::Body : Role::Strong),
       .gap_below_mm = gap}};
  for (std::size_t i = 0; i < shown_facts(session, look); ++i)
    storeys.push_back(
        {.block = fact("session/fact_" + std::to_string(i + 1), session.facts[i], look),
         .gap_below_mm = look.is_small() ? 1 : gap});
  return storeys;
}

BlockPointer link(SessionScreen const& session, Look const& look) {
  auto const least_mm = look.is_small() ? 34.0 : is_tight(look) ? 50.0 : 84.0;
  auto code =
      qr_code("session/link_code", {{}, session.link->spoken}, session.link_address, least_mm);
  auto text =
      words("session/link", *session.link, {.role = look.is_small() ? Role::Body : Role::Lead});
  if (look.is_small() && look.is_wide())
    return column({{.block = std::move(text), .gap_below_mm = look.small_gap_mm()},
                   {.block = std::move(code), .grow = 1, .most_mm = 60}});
  return panel(std::nullopt, look.is_small() ? 2.5 : 6,
               row({{.block = std::move(code)}, {.block = std::move(text), .share = 1}},
                   look.normal_gap_mm()));
}

BlockPointer side_control(std::string id, core::Phrase const& phrase, core::Action action,
                          std::string picture, SessionScreen const& session, Look const& look) {
  return control(
      {.id = std::move(id),
       .phrase = phrase,
       .action = std::move(action),
       .state = waiting_if(session.is_waiting),
       .tint = std::nullopt,
       .inside = nullptr,
       .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{std::move(picture)}),
       .picture_mm = look.picture_mm(look.is_small() ? 12 : 18),
       .arrangement = Arrangement::Beside,
       .role = look.is_small() ? Role::Body : Role::Strong,
       .padding_mm = look.is_small() ? 2.0 : 4.0});
}

Blocks side_controls(SessionScreen const& session, Look const& look) {
  Blocks blocks;
  if (session.my_sign_up)
    blocks.push_back(side_control("session/my_sign_up", *session.my_sign_up, core::TapMySignUp{},
                                  "🎟️", session, look));
  if (session.take_along)
    blocks.push_back(side_control("session/take_along", *session.take_along, core::TapTakeAlong{},
                                  "📱", session, look));
  return blocks;
}

BlockPointer join(SessionScreen const& session, Look const& look) {
  auto const is_to_wait = session.standing == Standing::Full;
  return main_button(
      "session/join", *session.join, core::TapJoin{},
      session.is_waiting ? ControlState::Held : ControlState::Ready,
      is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{is_to_wait ? "⏳" : "🙋🏽"}),
      look);
}

// The one thing to do above, the others beside one another where there is width.
std::vector<Storey> what_to_do(SessionScreen const& session, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (session.join)
    storeys.push_back(
        {.block = join(session, look), .grow = 1, .most_mm = 50, .gap_below_mm = gap});
  auto others = side_controls(session, look);
  auto const is_stacked = look.is_small() || look.is_large() || look.is_wide();
  if (others.empty()) return storeys;
  if (is_stacked)
    for (auto& one : others)
      storeys.push_back({.block = std::move(one), .grow = 1, .most_mm = 34, .gap_below_mm = gap});
  else
    storeys.push_back({.block = equal_row(std::move(others), gap), .gap_below_mm = gap});
  return storeys;
}

Composition portrait(SessionScreen const& session, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("session/back", session.back, look);
  auto head = what_it_is(session, look);
  if (has_back_above(look))
    head.insert(head.begin(), {.block = back_row(back, nullptr), .gap_below_mm = gap});
  if (session.link) head.push_back({.block = link(session, look)});
  auto body = what_to_do(session, look);
  body.push_back(
      {.block = has_back_above(look) ? tools_row(tools, look) : foot_with_back(back, tools, look)});
  for (auto& storey : body) storey.grow = 0;
  return {column(std::move(head)), column(std::move(body)), Surplus::ToHead};
}

// What it is at the start, what to do at the end.
Composition landscape(SessionScreen const& session, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto text = what_it_is(session, look);
  auto controls = what_to_do(session, look);
  if (session.link && look.is_small())
    controls.insert(controls.begin(), {.block = link(session, look), .gap_below_mm = gap});
  else if (session.link)
    text.push_back({.block = link(session, look)});
  controls.insert(controls.begin(), {.block = space(), .grow = look.is_low() ? 100.0 : 0.0});
  auto columns = row({{.block = column(std::move(text)), .share = 1.25},
                      {.block = column(std::move(controls)), .share = 1}},
                     look.normal_gap_mm());
  auto foot = foot_with_back(back_chip("session/back", session.back, look), tools, look);
  return {space(), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                           {.block = std::move(foot)}})};
}

}  // namespace

Composition compose(SessionScreen const& session, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(session, tools, look) : portrait(session, tools, look);
}

}  // namespace inloop::ui
