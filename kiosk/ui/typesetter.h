#pragma once
// Lays out words in every script with Pango, says exactly how much room they take and paints them.
// Knows no screen and no texture. UI thread.

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>

#include "kiosk/base/pixels.h"
#include "kiosk/core/preferences.h"
#include "kiosk/fonts/fonts.h"
#include "kiosk/ui/colour.h"
#include "kiosk/ui/mark.h"

namespace inloop::ui {

enum class Face { Regular, Bold, Mono, Icon };
enum class Align { Start, Centre };  // Start is the right-hand side in right-to-left text

// Words as they are to be set, by value.
struct Lettering {
  std::string text;
  Face face = Face::Regular;
  float em_px = 0;
  int width_px = 0;  // lines break within it; 0: one line, as wide as it comes
  Align align = Align::Start;
  core::Direction direction = core::Direction::LeftToRight;

  bool operator==(Lettering const&) const = default;
};

// The room that lettering takes, from the top left of its box.
struct Extent {
  int width_px = 0;
  int height_px = 0;
  Rect ink;                      // what is really painted
  bool has_broken_word = false;  // a word is wider than width_px: it was cut, or reaches beyond

  bool operator==(Extent const&) const = default;
};

inline constexpr std::size_t most_remembered_extents = 2048;
// What is longer is not one of our texts: a story has 600 letters, and each paragraph its isolate.
inline constexpr std::size_t longest_text_bytes = 8000;

class Typesetter {
 public:
  // Throws std::runtime_error when the fonts are not installed.
  Typesetter();
  ~Typesetter();
  Typesetter(Typesetter const&) = delete;
  Typesetter& operator=(Typesetter const&) = delete;

  [[nodiscard]] Extent measure(Lettering const& lettering);

  // The same lettering, set so narrow that its lines come out about equally long: a last line of
  // one word looks like a mistake. It takes no more lines.
  [[nodiscard]] Lettering balanced(Lettering lettering);

  // Which way an isolated text reads: as its first letter does.
  [[nodiscard]] core::Direction direction_of(std::string const& text);

  // How many of its characters no font of ours has.
  [[nodiscard]] int unknown_letters(Lettering const& lettering);

  // The ink of the lettering, cut out exactly as Extent::ink says.
  [[nodiscard]] Pixels paint(Lettering const& lettering, Colour colour);

  // A picture of the emoji font that fits a square.
  [[nodiscard]] Pixels paint_emoji(std::string const& emoji, int size_px);

  // Lets go of all texts that were measured.
  void forget() { m_extents.clear(); }

 private:
  struct Hash {
    std::size_t operator()(Lettering const& lettering) const;
  };

  [[nodiscard]] fonts::Layout layout_of(Lettering const& lettering);

  fonts::FontMap m_fonts;
  fonts::Context m_context;
  std::unordered_map<Lettering, Extent, Hash> m_extents;
};

}  // namespace inloop::ui
