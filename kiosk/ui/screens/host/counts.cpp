#include <algorithm>

#include "kiosk/ui/screens/host/counts_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using counting::MonthView;
using counting::TableView;

// Small wide glass has no height to spare.
bool is_low(Look const& look) {
  return look.is_small() && look.is_wide();
}

Blocks month_chips(MonthView const& month, ControlState state, Look const& look) {
  Blocks chips;
  for (std::size_t i = 0; i < month.months.size(); ++i) {
    auto made = button_control("counts/month_" + std::to_string(i), month.months[i], state);
    made.shape = ControlShape::Chip;
    made.choice = chosen_if(month.months[i].is_chosen);
    made.role = look.is_small() ? Role::Body : Role::Strong;
    made.padding_mm = look.is_small() ? 2 : 5;
    chips.push_back(control(std::move(made)));
  }
  return chips;
}

// On the smallest glass the way to keep it stands at the foot.
bool is_hold_at_foot(Look const& look) {
  return look.is_small() && look.density == Density::Bare;
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
  if (month.hold && !is_hold_at_foot(look))
    seats.push_back({.block = button_chip("counts/hold", *month.hold, NoPicture{}, state, look)});
  return panel(month.is_held ? Tint::Peach : Tint::Sand, is_small ? 1.5 : 4,
               row(std::move(seats), look.small_gap_mm() + 1));
}

// Where large letters leave no room for its name, its picture says what is counted.
BlockPointer number_tile(Control made, counting::TableTile const& tile) {
  made.phrase.shown = tile.number.shown;
  made.picture = EmojiPicture{std::string(tile.picture)};
  made.picture_mm = 10;
  made.arrangement = Arrangement::Beside;
  made.role = Role::Strong;
  return control(std::move(made));
}

BlockPointer tile_block(counting::TableTile const& tile, std::size_t index, ControlState state,
                        Look const& look) {
  auto const id = "counts/table_" + std::to_string(index);
  auto const is_small = look.is_small();
  auto const name_role = is_small ? Role::Body : Role::Strong;
  auto number = centred_words(id + "/number", tile.number,
                              {.role = is_low(look) ? Role::Strong
                                       : is_small   ? Role::Heading
                                                    : Role::Title});
  auto made = button_control(id, tile.button, state);
  made.padding_mm = is_small ? 2.5 : 5;
  if (is_small && look.density == Density::Bare) {
    made.padding_mm = 1;
    if (look.is_large()) return number_tile(std::move(made), tile);
    made.inside =
        centred_words(id + "/name", tile.name, {.role = Role::Body, .align = Align::Centre});
    return control(std::move(made));
  }
  if (is_low(look)) {
    made.inside =
        row({{.block = std::move(number)},
             {.block = centred_words(id + "/name", tile.name, {.role = name_role}), .share = 1}},
            look.small_gap_mm());
    return control(std::move(made));
  }
  std::vector<Seat> top;
  if (!(is_small && is_tight(look)) && look.density != Density::Bare)
    top.push_back({.block = emoji(tile.picture, look.picture_mm(is_small ? 10 : 20))});
  top.push_back({.block = std::move(number), .share = 1});
  made.inside = column({{.block = space(), .grow = 1},
                        {.block = row(std::move(top), look.small_gap_mm())},
                        {.block = words(id + "/name", tile.name, {.role = name_role})},
                        {.block = space(), .grow = 1}});
  return control(std::move(made));
}

BlockPointer tiles_block(MonthView const& month, ControlState state, Look const& look) {
  Blocks tiles;
  for (std::size_t i = 0; i < month.tables.size(); ++i)
    tiles.push_back(tile_block(month.tables[i], i, state, look));
  auto const columns = look.is_wide() ? 3U : 2U;
  auto const rows = (tiles.size() + columns - 1) / columns;
  return even_grid(std::move(tiles), {columns, rows}, look.small_gap_mm());
}

Seat foot_seat(std::string id, counting::CountsButton const& button, std::string_view picture,
               ControlState state, Look const& look) {
  EmojiPicture sign{std::string(picture)};
  if (!is_hold_at_foot(look))
    return {.block = button_chip(std::move(id), button, std::move(sign), state, look), .share = 1};
  return {.block = picture_chip(std::move(id), button, std::move(sign), state),
          .share = is_low(look) ? 0.0 : 1.0};
}

BlockPointer foot(MonthView const& month, ControlState state, Look const& look) {
  std::vector<Seat> seats{foot_seat("counts/late", month.late, "📝", state, look),
                          foot_seat("counts/sent", month.sent, "📬", state, look)};
  if (month.hold && is_hold_at_foot(look))
    seats.push_back(
        {.block = button_chip("counts/hold", *month.hold, NoPicture{}, state, look), .share = 1.3});
  if (is_low(look))
    for (auto& chip : month_chips(month, state, look))
      seats.push_back({.block = std::move(chip), .share = 1.2});
  return row(std::move(seats), look.small_gap_mm());
}

BlockPointer month_block(MonthView const& month, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (!month.months.empty() && !is_low(look)) {
    auto chips = month_chips(month, state, look);
    storeys.push_back({.block = is_hold_at_foot(look) ? equal_row(std::move(chips), gap)
                                                      : flow(std::move(chips), look.small_gap_mm()),
                       .gap_below_mm = gap});
  }
  // Large letters leave small glass no height for it.
  if (!(is_hold_at_foot(look) && look.is_large()))
    storeys.push_back({.block = about_sending(month, state, look), .gap_below_mm = gap});
  if (!(look.is_small() && is_tight(look)))
    storeys.push_back({.block = words("counts/beginning", month.beginning,
                                      {.role = look.is_small() ? Role::Body : Role::Lead}),
                       .gap_below_mm = gap});
  storeys.push_back({.block = tiles_block(month, state, look),
                     .grow = 1,
                     .most_mm = look.picture_mm(look.is_wide() ? 120 : 180),
                     .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 0.05});
  storeys.push_back({.block = foot(month, state, look)});
  return column(std::move(storeys));
}

std::size_t shown_rows(TableView const& table, Look const& look) {
  auto const high = look.is_wide() ? (look.is_small() ? 4.0 : 8.0) : look.is_small() ? 8.0 : 14.0;
  auto const share = look.density == Density::Bare ? (look.is_large() ? 0.3 : 0.5)
                     : look.is_large()             ? 0.5
                     : is_tight(look)              ? 0.8
                                                   : 1.0;
  std::size_t const least = look.density == Density::Bare ? 1 : 2;
  auto const most = std::max(least, static_cast<std::size_t>(high * share));
  return std::min({most, core::most_items_shown, table.rows.size()});
}

BlockPointer number_row(std::string const& id, core::Phrase label, std::string const& exact,
                        std::string const& sent, WordsStyle style) {
  auto name =
      label.shown.empty() ? space() : centred_words(id + "/label", label, {.role = style.role});
  return row({{.block = std::move(name), .share = 1.9},
              {.block = centred_words(id + "/exact", {exact, exact},
                                      {.role = style.role, .align = Align::Centre}),
               .share = 0.8},
              {.block = centred_words(id + "/sent", {sent, sent},
                                      {.role = style.role, .align = Align::Centre}),
               .share = 1.2}},
             3);
}

// A table of few cells says each in a sentence, too, where there is room.
bool has_sentences(TableView const& table, Look const& look) {
  constexpr int most_rows = 3;
  return table.scroll.total <= most_rows && !look.is_small() && !is_tight(look);
}

// The cells below one another, or each in a sentence of its own.
BlockPointer rows_block(TableView const& table, std::size_t shown, Look const& look) {
  auto const is_small = look.is_small();
  std::vector<Storey> rows;
  if (!has_sentences(table, look))
    rows.push_back({.block = number_row("counts/head", {}, table.exact_head.shown,
                                        table.sent_head.shown, {.role = Role::Body}),
                    .gap_below_mm = 1});
  for (std::size_t i = 0; i < shown; ++i) {
    auto const& one = table.rows[i];
    auto const id =
        "counts/row_" + std::to_string(static_cast<std::size_t>(table.scroll.first) + i + 1);
    if (has_sentences(table, look)) {
      rows.push_back({.block = words(id + "/label", one.label, {.role = Role::Strong})});
      rows.push_back({.block = words(id + "/sentence", one.sentence, {.role = Role::Lead}),
                      .gap_below_mm = i + 1 < shown ? look.normal_gap_mm() : 0});
    } else {
      rows.push_back({.block = number_row(id, one.label, one.exact, one.sent,
                                          {.role = is_small ? Role::Body : Role::Strong}),
                      .grow = 1,
                      .most_mm = look.picture_mm(20),
                      .gap_below_mm = 1});
    }
  }
  return panel(std::nullopt, is_small ? 2 : 6, column(std::move(rows)));
}

BlockPointer table_block(TableView const& table, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (look.density != Density::Bare)
    storeys.push_back({.block = words("counts/meaning", table.meaning,
                                      {.role = look.is_small() ? Role::Body : Role::Lead}),
                       .gap_below_mm = 1});
  storeys.push_back(
      {.block = words("counts/noise", table.noise, {.role = Role::Body}), .gap_below_mm = gap});
  auto const shown = shown_rows(table, look);
  storeys.push_back({.block = rows_block(table, shown, look), .gap_below_mm = gap});
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
