#pragma once
// The letters, pictures and codes of everything on paper, set with Pango and drawn with Cairo: for
// the printed things of this folder only. A Press belongs to the thread that opened it.

#include <memory>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/core/preferences.h"
#include "kiosk/fonts/fonts.h"
#include "kiosk/qr/qr_code.h"

struct _cairo;
namespace inloop::paper {

enum class Weight { Regular, Bold };
enum class Align { Start, Centre };  // Start is the right-hand side in right-to-left text

// How words are set. Lengths are in the units of whoever draws: dots or points.
struct TextStyle {
  double em = 0;
  Weight weight = Weight::Regular;
  Align align = Align::Start;
  double width = 0;  // lines break within it
  core::Direction direction = core::Direction::LeftToRight;

  bool operator==(TextStyle const&) const = default;
};

struct Place {
  double left = 0;
  double top = 0;

  bool operator==(Place const&) const = default;
};

class Press {
 public:
  // Fails when a font is not installed.
  [[nodiscard]] static Result<Press> open();

  [[nodiscard]] double height(std::string const& text, TextStyle const& style) const;
  // As wide as it is on one line.
  [[nodiscard]] double width(std::string const& text, TextStyle const& style) const;
  [[nodiscard]] int line_count(std::string const& text, TextStyle const& style) const;
  void draw(_cairo* pen, std::string const& text, TextStyle const& style, Place place) const;

  // In the middle of a square.
  void draw_emoji(_cairo* pen, std::string const& emoji, double size, Place place) const;

 private:
  explicit Press(fonts::FontMap fonts);
  [[nodiscard]] fonts::Layout layout_of(std::string const& text, TextStyle const& style) const;

  fonts::FontMap m_fonts;
  fonts::Context m_context;
};

// The dark modules, with the quiet zone left free inside `place`. The pen's colour is used.
void draw_code(_cairo* pen, qr::QrCode const& code, double module, Place place);

}  // namespace inloop::paper
