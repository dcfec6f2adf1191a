#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/pill.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/pin_pad.h"
#include "kiosk/ui/screens/host/typing_page.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using namespace core::host;

BlockPointer button(std::string id, core::Phrase phrase, HostsTap tap, ControlState state,
                    Look const& look) {
  return control({.id = "hosts/" + std::move(id),
                  .phrase = std::move(phrase),
                  .action = tapped(std::move(tap)),
                  .shape = ControlShape::Chip,
                  .state = state,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 3.0 : 5.0});
}

struct HostsMiddle {
  ControlState state;
  Look const& look;

  BlockPointer operator()(HostListView const& view) const {
    auto const gap = gap_mm(look);
    auto const cells = list_cells();
    Blocks tiles;
    for (std::size_t i = 0; i < std::min(view.tiles.size(), cells.count()); ++i)
      tiles.push_back(tile(view.tiles[i]));
    Blocks below{button("add", view.add, {NewHost{}}, state, look),
                 button("trail", view.trail, {ShowTrail{}}, state, look)};
    if (has_scroll(view.scroll, cells.count()))
      for (auto& one : scroll_buttons("hosts", view.scroll, cells.count(), look))
        below.push_back(std::move(one));
    auto foot = look.is_wide() || below.size() == 2 ? equal_row(std::move(below), gap)
                                                    : grid(std::move(below), 2, gap);
    return column({{.block = even_grid(std::move(tiles), cells, gap),
                    .grow = 4,
                    .most_mm = static_cast<double>(cells.rows) * look.picture_mm(70),
                    .gap_below_mm = gap},
                   {.block = space(), .grow = 1},
                   {.block = std::move(foot)}});
  }

  BlockPointer operator()(OneHostView const& view) const {
    auto const gap = gap_mm(look);
    std::vector<Storey> storeys{
        {.block = card({.id = "hosts/who",
                        .phrase = view.label,
                        .picture = view.emoji,
                        .picture_mm = look.picture_mm(look.is_small() ? 14 : 26),
                        .arrangement = Arrangement::Beside}),
         .gap_below_mm = gap}};
    if (view.locked)
      storeys.push_back({.block = pill({.id = "hosts/locked",
                                        .phrase = *view.locked,
                                        .tone = PillTone::Loud,
                                        .tint = std::nullopt,
                                        .sign = sign::lock}),
                         .gap_below_mm = gap});
    Blocks buttons;
    for (auto const& one : view.buttons)
      buttons.push_back(button(one.id, one.label, one.tap, state, look));
    storeys.push_back({.block = grid(std::move(buttons), look.is_wide() ? 2 : 1, gap)});
    storeys.push_back({.block = space(), .grow = 1});
    return column(std::move(storeys));
  }

  BlockPointer operator()(HostPicturesView const& view) const {
    return host_pictures(
        view.tiles, view.scroll, {.screen = "hosts", .state = state},
        [](HostPicture picture) { return tapped(HostsTap{PictureForHost{picture}}); }, look);
  }

  BlockPointer operator()(HostNameView const& view) const {
    return typing_page(
        {.screen = "hosts",
         .typed = view.typed,
         .keyboard = view.keyboard,
         .trouble = view.trouble,
         .go_on = main_button("hosts/go_on", view.go_on, tapped(HostsTap{NameForHost{}}), state,
                              NoPicture{}, look),
         .state = state},
        look);
  }

  BlockPointer operator()(Pad const& pad) const {
    return pin_pad(pad, {.screen = "hosts", .state = state}, {}, look);
  }

  BlockPointer operator()(TrailView const& view) const {
    auto const gap = look.small_gap_mm();
    auto const shown = trail_lines();
    std::vector<Storey> storeys;
    if (view.altered)
      storeys.push_back({.block = pill({.id = "hosts/altered",
                                        .phrase = *view.altered,
                                        .tone = PillTone::Loud,
                                        .tint = std::nullopt,
                                        .sign = sign::no_more}),
                         .gap_below_mm = gap});
    for (std::size_t i = 0; i < std::min(view.lines.size(), shown); ++i)
      storeys.push_back({.block = line(view.lines[i], i), .gap_below_mm = gap});
    storeys.push_back({.block = space(), .grow = 1});
    if (has_scroll(view.scroll, shown))
      storeys.push_back(
          {.block = equal_row(scroll_buttons("hosts", view.scroll, shown, look), gap)});
    return column(std::move(storeys));
  }

 private:
  [[nodiscard]] Cells list_cells() const {
    if (look.is_small() && look.is_wide())
      return {.columns = look.is_large() ? 2U : 3U, .rows = is_tight(look) ? 1U : 2U};
    if (look.is_wide()) return {.columns = look.is_large() ? 3U : 6U, .rows = 2};
    if (look.is_small() && look.density == Density::Bare) return {.columns = 2, .rows = 1};
    return {.columns = 2, .rows = look.is_large() || is_tight(look) ? 2U : 4U};
  }

  [[nodiscard]] std::size_t trail_lines() const {
    std::size_t const most = look.is_wide() || look.is_large() ? 6 : 12;
    if (!look.is_small()) return is_tight(look) ? most / 2 : most;
    if (look.density == Density::Bare) return look.is_wide() ? 1 : 2;
    if (!look.is_wide() && !look.is_large()) return is_tight(look) ? 4 : 6;
    return is_tight(look) ? 2 : 3;
  }

  [[nodiscard]] BlockPointer tile(HostAsTile const& host) const {
    return control({.id = "hosts/host_" + std::to_string(host.picture + 1),
                    .phrase = host.label,
                    .action = tapped(HostsTap{ShowHost{host.picture}}),
                    .state = state,
                    .tint = host.is_locked ? std::optional(Tint::Rose) : std::nullopt,
                    .inside = nullptr,
                    .picture = EmojiPicture{std::string(host.emoji)},
                    .picture_mm = look.is_small() ? 13.0 : look.picture_mm(24),
                    .role = look.is_small() ? Role::Body : Role::Strong,
                    .padding_mm = look.is_small() ? 1.5 : 3.0});
  }

  [[nodiscard]] BlockPointer line(TrailLine const& line, std::size_t number) const {
    auto const id = "hosts/line_" + std::to_string(number + 1);
    auto what = words(id, line.what, {.role = look.is_small() ? Role::Body : Role::Strong});
    auto when = words(id + "_when", line.when, {.shade = Shade::Soft});
    auto text = column({{.block = std::move(what)}, {.block = std::move(when)}});
    return panel(line.is_altered ? std::optional(Tint::Rose) : std::nullopt, 2,
                 row({{.block = emoji(line.emoji, look.picture_mm(look.is_small() ? 8 : 12))},
                      {.block = std::move(text), .share = 1}},
                     4));
  }
};

}  // namespace

BlockPointer place_block(HostsScreen const& hosts, ControlState state, Look const& look) {
  auto middle = std::visit(HostsMiddle{state, look}, hosts.view);
  if (!hosts.advice || (is_tight(look) && look.is_small())) return middle;
  auto advice = words("hosts/advice", *hosts.advice,
                      {.role = look.is_small() ? Role::Body : Role::Lead, .shade = Shade::Soft});
  return column({{.block = std::move(advice), .gap_below_mm = look.small_gap_mm()},
                 {.block = std::move(middle), .grow = 1}});
}

}  // namespace inloop::ui::host
