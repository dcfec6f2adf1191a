#include <algorithm>

#include "kiosk/ui/screens/host/counts_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using counting::MonthView;
using counting::TableView;

BlockPointer month_choice(MonthView const& month, ControlState state, Look const& look) {
  Blocks chips;
  for (std::size_t i = 0; i < month.months.size(); ++i) {
    auto made = button_control("counts/month_" + std::to_string(i), month.months[i], state);
    made.shape = ControlShape::Chip;
    made.choice = chosen_if(month.months[i].is_chosen);
    made.role = look.is_small() ? Role::Body : Role::Strong;
    made.padding_mm = look.is_small() ? 2 : 5;
    chips.push_back(control(std::move(made)));
  }
  return flow(std::move(chips), look.small_gap_mm());
}

// When it goes, and the way to keep it for a while.
BlockPointer about_sending(MonthView const& month, ControlState state, Look const& look) {
  auto const is_small = look.is_small();
  std::vector<Seat> seats;
  if (!is_tight(look))
    seats.push_back({.block = emoji(month.is_held ? "✋🏽" : "🏛️",
                                    look.picture_mm(is_small ? 9 : 14))});
  seats.push_back({.block = centred_words("counts/when", month.when,
                                          {.role = is_small ? Role::Body : Role::Strong}),
                   .share = 1});
  if (month.hold)
    seats.push_back({.block = button_chip("counts/hold", *month.hold, NoPicture{}, state, look)});
  return panel(month.is_held ? Tint::Peach : Tint::Sand, is_small ? 2 : 4,
               row(std::move(seats), look.small_gap_mm() + 1));
}

BlockPointer tile_block(counting::TableTile const& tile, std::size_t index, ControlState state,
                        Look const& look) {
  auto const id = "counts/table_" + std::to_string(index);
  auto const is_small = look.is_small();
  auto number =
      words(id + "/number", tile.number, {.role = is_small ? Role::Heading : Role::Title});
  auto name = words(id + "/name", tile.name, {.role = is_small ? Role::Body : Role::Strong});
  std::vector<Seat> top;
  if (!(is_small && is_tight(look)) && look.density != Density::Bare)
    top.push_back({.block = emoji(tile.picture, look.picture_mm(is_small ? 10 : 20))});
  top.push_back({.block = centred_words(id + "/number", tile.number,
                                        {.role = is_small ? Role::Heading : Role::Title}),
                 .share = 1});
  auto made = button_control(id, tile.button, state);
  made.inside = column({{.block = space(), .grow = 1},
                        {.block = row(std::move(top), look.small_gap_mm())},
                        {.block = std::move(name)},
                        {.block = space(), .grow = 1}});
  made.padding_mm = is_small ? 2.5 : 5;
  return control(std::move(made));
}

BlockPointer month_block(MonthView const& month, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (!month.months.empty())
    storeys.push_back({.block = month_choice(month, state, look), .gap_below_mm = gap});
  storeys.push_back({.block = about_sending(month, state, look), .gap_below_mm = gap});
  if (!(look.is_small() && is_tight(look)))
    storeys.push_back({.block = words("counts/beginning", month.beginning,
                                      {.role = look.is_small() ? Role::Body : Role::Lead}),
                       .gap_below_mm = gap});
  Blocks tiles;
  for (std::size_t i = 0; i < month.tables.size(); ++i)
    tiles.push_back(tile_block(month.tables[i], i, state, look));
  auto const columns = look.is_wide() ? 3U : look.is_small() && look.is_large() ? 1U : 2U;
  auto const rows = (tiles.size() + columns - 1) / columns;
  storeys.push_back({.block = even_grid(std::move(tiles), {columns, rows}, look.small_gap_mm()),
                     .grow = 1,
                     .most_mm = look.picture_mm(60) * static_cast<double>(rows),
                     .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 0.05});
  storeys.push_back(
      {.block = equal_row({button_chip("counts/late", month.late, EmojiPicture{"📝"}, state, look),
                           button_chip("counts/sent", month.sent, EmojiPicture{"📬"}, state, look)},
                          look.small_gap_mm())});
  return column(std::move(storeys));
}

std::size_t shown_rows(TableView const& table, Look const& look) {
  auto const high = look.is_wide() ? (look.is_small() ? 4.0 : 8.0) : look.is_small() ? 8.0 : 14.0;
  auto const share = look.is_large() ? 0.5 : is_tight(look) ? 0.8 : 1.0;
  auto const most = std::max<std::size_t>(2, static_cast<std::size_t>(high * share));
  return std::min({most, core::most_items_shown, table.rows.size()});
}

BlockPointer number_row(std::string const& id, core::Phrase label, std::string const& exact,
                        std::string const& sent, WordsStyle style) {
  return row({{.block = centred_words(id + "/label", label, {.role = style.role}), .share = 1.5},
              {.block = centred_words(id + "/exact", {exact, exact},
                                      {.role = style.role, .align = Align::Centre}),
               .share = 0.8},
              {.block = centred_words(id + "/sent", {sent, sent},
                                      {.role = style.role, .align = Align::Centre}),
               .share = 1.2}},
             3);
}

BlockPointer table_block(TableView const& table, Look const& look) {
  auto const gap = gap_mm(look);
  auto const is_small = look.is_small();
  auto const body = is_small ? Role::Body : Role::Lead;
  std::vector<Storey> storeys;
  auto meaning = column(
      {{.block = words("counts/meaning", table.meaning, {.role = body}), .gap_below_mm = 1},
       {.block = words("counts/noise", table.noise, {.role = Role::Body}), .gap_below_mm = 1}});
  storeys.push_back({.block = std::move(meaning), .gap_below_mm = gap});
  std::vector<Storey> rows{{.block = number_row("counts/head", {}, table.exact_head.shown,
                                                table.sent_head.shown, {.role = Role::Body}),
                            .gap_below_mm = 2}};
  auto const shown = shown_rows(table, look);
  for (std::size_t i = 0; i < shown; ++i) {
    auto const& one = table.rows[i];
    auto const number = static_cast<std::size_t>(table.scroll.first) + i + 1;
    rows.push_back(
        {.block = number_row("counts/row_" + std::to_string(number), one.label, one.exact, one.sent,
                             {.role = is_small ? Role::Body : Role::Strong}),
         .grow = 1,
         .most_mm = look.picture_mm(20),
         .gap_below_mm = 1});
  }
  storeys.push_back({.block = panel(std::nullopt, is_small ? 2 : 5, column(std::move(rows))),
                     .gap_below_mm = gap});
  if (look.density != Density::Bare)
    storeys.push_back({.block = words("counts/epsilon", table.epsilon, {.shade = Shade::Soft}),
                       .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  if (has_scroll(table.scroll, shown))
    storeys.push_back(
        {.block = equal_row(scroll_buttons("counts", table.scroll, shown, look), gap)});
  return column(std::move(storeys));
}

struct BlockOf {
  ControlState state;
  Look const& look;

  BlockPointer operator()(counting::CountsLoading const& loading) const {
    return centred_words("counts/loading", loading.text,
                         {.role = Role::Strong, .align = Align::Centre});
  }
  BlockPointer operator()(MonthView const& month) const { return month_block(month, state, look); }
  BlockPointer operator()(TableView const& table) const { return table_block(table, look); }
  BlockPointer operator()(counting::LateView const& late) const {
    return late_block(late, state, look);
  }
  BlockPointer operator()(counting::SentView const& sent) const {
    return sent_block(sent, state, look);
  }
  BlockPointer operator()(counting::FileView const& file) const { return file_block(file, look); }
};

}  // namespace

BlockPointer place_block(core::host::CountsScreen const& counts, ControlState state,
                         Look const& look) {
  return std::visit(BlockOf{state, look}, counts.view);
}

}  // namespace inloop::ui::host
