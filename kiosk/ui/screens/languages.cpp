#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::LanguagesScreen const& languages, core::Tools const& tools,
                    Look const& look) {
  auto const gap = look.normal_gap_mm();
  auto const is_one_foot = look.is_wide() || look.is_low();
  auto back = back_chip("languages/back", languages.back, look);
  auto title = words("languages/title", languages.title,
                     {.role = look.density == Density::Roomy ? Role::Title : Role::Heading});

  Blocks tiles;
  for (auto const& choice : languages.languages)
    tiles.push_back(control({.id = "languages/" + std::string(core::facts(choice.language).code),
                             .phrase = choice.own_name,
                             .action = core::TapLanguage{choice.language},
                             .shape = ControlShape::Chip,
                             .choice = chosen_if(choice.is_chosen),
                             .tint = std::nullopt,
                             .picture = NoPicture{},
                             .role = look.is_small() || is_tight(look) ? Role::Strong : Role::Title,
                             .padding_mm = look.is_small() ? 3.0 : 5.0}));
  auto const columns = look.is_wide() ? 3U : 2U;
  auto foot = is_one_foot ? foot_with_back(back, tools, look) : tools_row(tools, look);
  auto body = column({{.block = grid(std::move(tiles), columns, gap),
                       .grow = 2,
                       .most_mm = 200,
                       .gap_below_mm = gap},
                      {.block = space(), .grow = 1},
                      {.block = std::move(foot)}});
  auto head = look.is_low() ? low_title(std::move(title))
              : is_one_foot ? std::move(title)
                            : column({{.block = row({{.block = back}}, 0), .gap_below_mm = gap},
                                      {.block = std::move(title)}});
  return {std::move(head), std::move(body)};
}

}  // namespace inloop::ui
