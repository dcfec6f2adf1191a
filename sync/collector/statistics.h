#pragma once
// How sure a noisy figure is: the 95 % interval of a sum of cells that each carry discrete Laplace
// noise. It never touches the figures themselves: sums stay raw, showing is a separate step. Pure.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "sync/report/count_event.h"

namespace inloop::collector {

inline constexpr double confidence = 0.95;

// Up to this many cells the distribution of the summed noise is computed by convolution. Beyond,
// the normal distribution is used: with 65 cells its half-width differs by less than one count.
inline constexpr std::int64_t most_convolved_cells = 64;

// A convolution wider than this costs more than it tells (only an epsilon far below any that is
// sensible leads there); a conservative bound is given instead.
inline constexpr std::int64_t greatest_convolved_width = std::int64_t{1} << 15;

enum class Method { Exact, Normal, Bound };

[[nodiscard]] std::string_view word_for(Method method);

// The smallest whole number h such that the noise lies in -h .. h with at least 95 %.
struct HalfWidth {
  std::int64_t counts = 0;
  Method method = Method::Exact;

  bool operator==(HalfWidth const&) const = default;
};

// So many cells that each carry noise of this epsilon, sensitivity 1.
struct NoisyCells {
  report::Epsilon epsilon;
  std::int64_t cells = 1;

  bool operator==(NoisyCells const&) const = default;
};

// Of the sum of all these cells; the work does not grow with how many there are. None: no noise.
[[nodiscard]] HalfWidth half_width_95(std::span<NoisyCells const> noise);
// `epsilons`: one for each summed cell.
[[nodiscard]] HalfWidth half_width_95(std::span<report::Epsilon const> epsilons);

// A figure as it is shown. People cannot be fewer than none, so what is shown is clamped; `raw` is
// not, and only raw figures may be added up: clamping adds 0.425 to each empty cell at epsilon 1.
// The upper end lies a half-width above what is shown: from a raw value far below zero it would be
// zero too, and "0 to 0" says that it is certain. That only widens the interval.
struct Estimate {
  std::int64_t raw = 0;
  std::int64_t shown = 0;
  std::int64_t low = 0;   // max(0, raw - half width)
  std::int64_t high = 0;  // shown + half width
  HalfWidth half_width;

  bool operator==(Estimate const&) const = default;
};

[[nodiscard]] Estimate estimate(std::int64_t raw, HalfWidth half_width);

}  // namespace inloop::collector
