#include "sync/collector/figures_sdmx.h"

#include <fmt/format.h>

namespace inloop::collector {
namespace {

constexpr std::string_view structure = "dataflow,INLOOP:BEZOEKTELLINGEN(1.0.0),I";
constexpr std::string_view header =
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,PLEK,TIME_PERIOD,ONDERWERP,GROEP,OBS_VALUE,OBS_STATUS,"
    "EPSILON,HALFWIDTH_95\r\n";

std::string_view or_total(std::string_view word) {
  return word.empty() ? "_T" : word;
}

std::string line_of(Figure const& figure) {
  auto const dimensions =
      fmt::format("{},M,{},{},{},{}", structure, or_total(figure.place), figure.period,
                  or_total(figure.subject), or_total(figure.group));
  if (!figure.estimate) return dimensions + ",,L,,\r\n";
  auto const epsilon =
      figure.epsilon
          ? fmt::format("{}", double{figure.epsilon->numerator * 1.0} / figure.epsilon->denominator)
          : std::string();
  return fmt::format("{},{},A,{},{}\r\n", dimensions, figure.estimate->raw, epsilon,
                     figure.estimate->half_width.counts);
}

}  // namespace

std::string figures_sdmx_csv(std::span<Figure const> figures) {
  std::string text(header);
  for (auto const& figure : figures)
    // A release that never came has no month, so it has no place in a series.
    if (figure.level != Level::Sequence) text += line_of(figure);
  return text;
}

}  // namespace inloop::collector
