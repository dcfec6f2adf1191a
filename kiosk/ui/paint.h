#pragma once
// Paints what the screens are made of and keeps the pictures that are in use: each is painted once,
// by value, and the ones that were not shown for longest go first. Knows no screen. UI thread.

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/pixels.h"
#include "kiosk/qr/qr_code.h"
#include "kiosk/ui/colour.h"
#include "kiosk/ui/typesetter.h"

namespace inloop::ui {

// A rounded plate with its edge, and a lip of `shadow_px` below that lifts it from the paper.
struct Plate {
  int width_px = 0;
  int height_px = 0;  // with the lip
  float radius_px = 0;
  float edge_px = 0;
  float shadow_px = 0;
  Colour fill;
  Colour edge;
  Colour shadow;

  bool operator==(Plate const&) const = default;
};

// Only the edge of a rounded plate: what has the focus.
struct Outline {
  int width_px = 0;
  int height_px = 0;
  float radius_px = 0;
  float edge_px = 0;
  Colour colour;

  bool operator==(Outline const&) const = default;
};

struct Letters {
  Lettering lettering;
  Colour colour;

  bool operator==(Letters const&) const = default;
};

struct Emoji {
  std::string text;
  int size_px = 0;

  bool operator==(Emoji const&) const = default;
};

struct ClockFace {
  int size_px = 0;
  int minute_of_day = 0;
  Colour ink;
  Colour face;

  bool operator==(ClockFace const&) const = default;
};

// How much of a time is left, as a ring that grows shorter.
struct Countdown {
  int size_px = 0;
  int left = 0;
  int total = 1;
  Colour ink;
  Colour track;

  bool operator==(Countdown const&) const = default;
};

// A QR code with its quiet zone: black on white whatever the theme, as readers expect it.
struct QrPlate {
  qr::QrCode code;
  int module_px = 1;

  bool operator==(QrPlate const&) const = default;
};

// One bar of a chart with the interval of its number. Shares are of the height.
struct ChartBar {
  bool is_missing = false;  // then an empty outline stands there: nothing is not zero
  double height = 0;
  double low = 0;
  double high = 0;

  bool operator==(ChartBar const&) const = default;
};

struct Chart {
  int width_px = 0;
  int height_px = 0;
  std::vector<ChartBar> bars;  // from left to right
  float line_px = 1;
  Colour fill;
  Colour ink;   // edges and intervals
  Colour line;  // the ground, and what is missing

  bool operator==(Chart const&) const = default;
};

using Painting = std::variant<Plate, Outline, Letters, Emoji, ClockFace, Countdown, QrPlate, Chart>;

[[nodiscard]] Pixels painted(Plate const& plate);
[[nodiscard]] Pixels painted(Outline const& outline);
[[nodiscard]] Pixels painted(ClockFace const& clock);
[[nodiscard]] Pixels painted(Countdown const& countdown);
[[nodiscard]] Pixels painted(QrPlate const& plate);
[[nodiscard]] Pixels painted(Chart const& chart);

inline constexpr std::size_t most_painted_bytes = std::size_t{24} << 20;

class Painter {
 public:
  Painter(TextureStore& textures, Typesetter& typesetter);
  ~Painter();
  Painter(Painter const&) = delete;
  Painter& operator=(Painter const&) = delete;

  struct Picture {
    TextureId texture = nullptr;  // null when graphics memory is full: shown without it
    int width_px = 0;
    int height_px = 0;
  };

  // Call once before each frame: forgets what a graphics reset has lost.
  void start_frame();

  [[nodiscard]] Picture picture(Painting const& painting);

  // Lets go of every picture, between two frames.
  void forget();

 private:
  struct Kept {
    Painting painting;
    Picture picture;
    std::size_t bytes = 0;
    std::uint64_t shown_in_frame = 0;
  };

  [[nodiscard]] Pixels paint(Painting const& painting);
  void make_room();

  TextureStore& m_textures;
  Typesetter& m_typesetter;
  std::list<Kept> m_kept;  // last shown first
  std::size_t m_bytes = 0;
  std::uint64_t m_frame = 0;
  std::uint64_t m_generation;
};

}  // namespace inloop::ui
