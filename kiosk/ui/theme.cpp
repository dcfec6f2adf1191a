#include "kiosk/ui/theme.h"

#include <charconv>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "kiosk/base/embedded.h"

INLOOP_EMBEDDED(tokens_json)

namespace inloop::ui {
namespace {

using Json = nlohmann::json;

constexpr std::array<char const*, tint_count> tint_names{"mint",  "sky",   "sand",
                                                         "lilac", "peach", "rose"};
// In the order of core::TokenColour.
constexpr std::array<char const*, core::all_token_colours.size()> token_names{
    "blue", "green", "yellow", "red", "purple", "orange"};
constexpr std::array<char const*, role_count> role_names{"body",  "lead", "strong", "heading",
                                                         "title", "main", "number", "sign"};

// "#RRGGBB"
Colour colour(Json const& token) {
  auto const& text = token.get_ref<std::string const&>();
  unsigned value = 0;
  auto const* const end = text.data() + text.size();
  if (text.size() != 7 || text[0] != '#' ||
      std::from_chars(text.data() + 1, end, value, 16).ptr != end)
    throw std::runtime_error("no colour like #RRGGBB: " + text);
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
          static_cast<std::uint8_t>(value & 0xFF)};
}

Palette palette(Json const& tokens) {
  Palette palette{.paper = colour(tokens.at("paper")),
                  .surface = colour(tokens.at("surface")),
                  .ink = colour(tokens.at("ink")),
                  .ink_soft = colour(tokens.at("ink_soft")),
                  .line = colour(tokens.at("line")),
                  .line_quiet = colour(tokens.at("line_quiet")),
                  .main = colour(tokens.at("main")),
                  .main_edge = colour(tokens.at("main_edge")),
                  .on_main = colour(tokens.at("on_main")),
                  .chosen = colour(tokens.at("chosen")),
                  .on_chosen = colour(tokens.at("on_chosen")),
                  .focus = colour(tokens.at("focus")),
                  .tints = {},
                  .tokens = {}};
  auto const pair = [&](char const* group, char const* name) -> TintColours {
    auto const& colours = tokens.at(group).at(name);
    return {colour(colours.at(0)), colour(colours.at(1))};
  };
  for (std::size_t i = 0; i < tint_count; ++i) palette.tints[i] = pair("tints", tint_names[i]);
  for (std::size_t i = 0; i < token_names.size(); ++i)
    palette.tokens[i] = pair("tokens", token_names[i]);
  return palette;
}

Measures measures(Json const& tokens) {
  auto const length = [&](char const* group, char const* name) {
    return tokens.at(group).at(name).get<double>();
  };
  Measures measures{.em_mm = {},
                    .least_em_mm = length("type_em", "least"),
                    .least_large_em_mm = length("type_em", "least_large"),
                    .least_large_small_em_mm = length("type_em", "least_large_small"),
                    .tile_radius_mm = length("radius", "tile"),
                    .main_radius_mm = length("radius", "main"),
                    .chip_radius_mm = length("radius", "chip"),
                    .key_radius_mm = length("radius", "key"),
                    .small_gap_mm = length("gap", "small"),
                    .normal_gap_mm = length("gap", "normal"),
                    .section_gap_mm = length("gap", "section"),
                    .side_margin_mm = length("margin", "side"),
                    .top_margin_mm = length("margin", "top"),
                    .control_edge_mm = length("edge", "control"),
                    .quiet_edge_mm = length("edge", "quiet"),
                    .chosen_edge_mm = length("edge", "chosen"),
                    .focus_edge_mm = length("edge", "focus"),
                    .main_shadow_mm = tokens.at("main_shadow").get<double>(),
                    .least_target_mm = length("target", "least"),
                    .main_target_mm = length("target", "main"),
                    .key_target_mm = length("target", "key")};
  for (std::size_t i = 0; i < role_count; ++i) measures.em_mm[i] = length("type_em", role_names[i]);
  return measures;
}

}  // namespace

Palette const& Theme::palette(core::Theme theme) const {
  switch (theme) {
    case core::Theme::HighContrast:
      return contrast;
    case core::Theme::Dark:
      return dark;
    case core::Theme::Light:
      break;
  }
  return light;
}

Theme read_theme(std::string_view tokens) {
  auto const json = Json::parse(tokens);
  auto const& palettes = json.at("palettes");
  return {palette(palettes.at("light")), palette(palettes.at("dark")),
          palette(palettes.at("contrast")), measures(json)};
}

Theme built_in_theme() {
  return read_theme(embedded_tokens_json());
}

}  // namespace inloop::ui
