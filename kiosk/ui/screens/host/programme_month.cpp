#include <algorithm>
#include <optional>
#include <string>

#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::host {
namespace {

constexpr std::size_t days_in_week = 7;

// Nothing, as wide as the edge of what stands below it.
class Gutter final : public Block {
 public:
  explicit Gutter(double width_mm) : m_width_mm(width_mm) {}

  Need need(Ruler const&, double) const override { return {}; }
  double natural_width_mm(Ruler const&) const override { return m_width_mm; }
  void draw(Stage&, Box const&) const override {}

 private:
  double m_width_mm;
};

BlockPointer gutter(double width_mm) {
  return std::make_shared<Gutter>(width_mm);
}

BlockPointer month_day(std::string const& id, planning::MonthDay const& day, Look const& look) {
  auto const most = is_tight(look) ? 3U : 6U;
  auto const picture_mm = look.picture_mm(9);
  auto number = words(id, {.shown = day.number, .spoken = day.number},
                      {.role = day.is_today ? Role::Strong : Role::Body,
                       .shade = day.is_in_month ? Shade::Strong : Shade::Soft,
                       .align = Align::Centre});
  if (day.is_today) number = panel(Tint::Mint, 0, std::move(number));
  std::vector<Storey> storeys{{.block = std::move(number), .gap_below_mm = 1}};
  Blocks pictures;
  for (std::size_t i = 0; i < std::min<std::size_t>(day.pictures.size(), most); ++i)
    pictures.push_back(emoji(day.pictures[i], picture_mm));
  if (!pictures.empty()) storeys.push_back({.block = flow(std::move(pictures), 1)});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

BlockPointer days_of(planning::MonthWeek const& week, std::string const& id, Look const& look) {
  Blocks days;
  for (std::size_t day = 0; day < days_in_week; ++day)
    days.push_back(month_day(id + "/day_" + std::to_string(day + 1), week.days[day], look));
  return equal_row(std::move(days), 1);
}

// Small glass has no room for each day: from when to when it is, and what is on as pictures.
BlockPointer week_in_short(planning::MonthWeek const& week, std::string const& id,
                           Look const& look) {
  auto const most = is_tight(look) ? 4U : 8U;
  Blocks pictures;
  for (auto const& day : week.days)
    for (auto const& picture : day.pictures)
      if (pictures.size() < most) pictures.push_back(emoji(picture, 8));
  auto const range = week.days.front().number + " – " + week.days.back().number;
  std::vector<Storey> storeys{
      {.block = words(id + "/name", {.shown = range, .spoken = week.phrase.spoken},
                      {.align = Align::Centre})}};
  if (!pictures.empty() && look.density != Density::Bare)
    storeys.push_back({.block = flow(std::move(pictures), 1)});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

std::optional<Tint> tint_of(planning::MonthWeek const& week, Look const& look) {
  bool const is_now =
      look.is_small() && std::ranges::any_of(week.days, &planning::MonthDay::is_today);
  return is_now ? std::optional(Tint::Mint) : std::nullopt;
}

// Which column is which day, above the weeks.
BlockPointer weekday_names(planning::MonthView const& month, double padding_mm) {
  Blocks names;
  for (std::size_t i = 0; i < days_in_week; ++i)
    names.push_back(words("programme/weekday_" + std::to_string(i + 1), month.weekdays[i],
                          {.shade = Shade::Soft, .align = Align::Centre}));
  return row({{.block = gutter(padding_mm)},
              {.block = equal_row(std::move(names), 1), .share = 1},
              {.block = gutter(padding_mm)}},
             0);
}

}  // namespace

BlockPointer programme_month(planning::MonthView const& month, ControlState state,
                             Look const& look) {
  auto const padding_mm = look.is_small() ? 1.5 : 3.0;
  Blocks weeks;
  for (std::size_t i = 0; i < month.weeks.size(); ++i) {
    auto const& week = month.weeks[i];
    auto const id = "programme/week_" + std::to_string(i + 1);
    weeks.push_back(control(
        {.id = id,
         .phrase = week.phrase,
         .action = tapped(week.tap),
         .state = state,
         .tint = tint_of(week, look),
         .inside = look.is_small() ? week_in_short(week, id, look) : days_of(week, id, look),
         .picture = NoPicture{},
         .padding_mm = padding_mm}));
  }
  auto const columns = !look.is_small() ? 1U : look.is_wide() ? 3U : 2U;
  auto const rows = (weeks.size() + columns - 1) / columns;
  auto grid = even_grid(std::move(weeks), {.columns = columns, .rows = rows}, look.small_gap_mm());
  if (look.is_small()) return grid;
  return column({{.block = weekday_names(month, padding_mm), .gap_below_mm = 1},
                 {.block = std::move(grid), .grow = 1}});
}

}  // namespace inloop::ui::host
