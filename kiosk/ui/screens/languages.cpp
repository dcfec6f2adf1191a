#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::LanguagesScreen const& languages, core::Tools const& tools,
                    Look const& look) {
  auto const gap = look.normal_gap_mm();
  auto const is_one_foot = look.is_wide() || look.is_low() || look.is_small();
  auto back = back_chip("languages/back", languages.back, look);
  auto title = words("languages/title", languages.title,
                     {.role = look.density == Density::Roomy ? Role::Title : Role::Heading});

  Blocks tiles;
  for (auto const& choice : languages.languages)
    tiles.push_back(
        control({.id = "languages/" + std::string(core::facts(choice.language).code),
                 .phrase = choice.own_name,
                 .action = core::TapLanguage{choice.language},
                 .choice = chosen_if(choice.is_chosen),
                 .tint = std::nullopt,
                 .picture = NoPicture{},
                 .role = look.is_small() || look.density == Density::Tight ? Role::Strong
                                                                           : Role::Heading}));
  auto const columns = look.is_wide() ? 3U : 2U;
  auto foot = tool_seats(tools, look);
  if (is_one_foot) foot.insert(foot.begin(), {.block = back});
  auto body = column({{.block = grid(std::move(tiles), columns, gap),
                       .grow = 2,
                       .most_mm = 200,
                       .gap_below_mm = gap},
                      {.block = space(), .grow = 1},
                      {.block = row(std::move(foot), look.small_gap_mm() + 1)}});
  auto head = is_one_foot ? std::move(title)
                          : column({{.block = row({{.block = back}}, 0), .gap_below_mm = gap},
                                    {.block = std::move(title)}});
  return {std::move(head), std::move(body)};
}

}  // namespace inloop::ui
