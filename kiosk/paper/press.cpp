#include "kiosk/paper/press.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <pango/pangocairo.h>

namespace inloop::paper {
namespace {

constexpr double line_height_em = 1.2;
// Arabic letters and their marks reach further up and down.
constexpr double tall_line_height_em = 1.36;
// The size in which the emoji font holds its pictures.
constexpr double native_emoji_em = 109;

using fonts::Attributes;
using fonts::Description;
using fonts::Layout;

Description description_of(char const* families, double em, Weight weight) {
  Description description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), families);
  pango_font_description_set_weight(
      description.get(), weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), em * PANGO_SCALE);
  return description;
}

}  // namespace

Press::Press(fonts::FontMap fonts)
    : m_fonts(std::move(fonts)), m_context(fonts::open_context(m_fonts)) {}

Result<Press> Press::open() {
  try {
    return Press(fonts::open_fonts());
  } catch (std::runtime_error const& error) {
    return failure("nothing can be printed: {}", error.what());
  }
}

Layout Press::layout_of(std::string const& text, TextStyle const& style) const {
  auto const is_rtl = style.direction == core::Direction::RightToLeft;
  pango_context_set_base_dir(m_context.get(), is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  Layout layout(pango_layout_new(m_context.get()));
  auto const description = description_of(fonts::text_families, style.em, style.weight);
  pango_layout_set_font_description(layout.get(), description.get());
  pango_layout_set_auto_dir(layout.get(), FALSE);
  auto const line_height = style.em * (is_rtl ? tall_line_height_em : line_height_em);
  Attributes const attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_line_height_new_absolute(
                                               static_cast<int>(line_height * PANGO_SCALE)));
  pango_layout_set_attributes(layout.get(), attributes.get());
  pango_layout_set_width(layout.get(), static_cast<int>(style.width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  if (style.align == Align::Centre)
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
  else if (is_rtl)
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  return layout;
}

double Press::height(std::string const& text, TextStyle const& style) const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_of(text, style).get(), nullptr, &logical);
  return static_cast<double>(logical.height) / PANGO_SCALE;
}

double Press::width(std::string const& text, TextStyle const& style) const {
  auto const layout = layout_of(text, style);
  pango_layout_set_width(layout.get(), -1);
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

int Press::line_count(std::string const& text, TextStyle const& style) const {
  return pango_layout_get_line_count(layout_of(text, style).get());
}

void Press::draw(cairo_t* pen, std::string const& text, TextStyle const& style, Place place) const {
  cairo_move_to(pen, place.left, place.top);
  pango_cairo_show_layout(pen, layout_of(text, style).get());
}

void Press::draw_emoji(cairo_t* pen, std::string const& emoji, double size, Place place) const {
  Layout const layout(pango_layout_new(m_context.get()));
  auto const description = description_of(fonts::emoji_family, native_emoji_em, Weight::Regular);
  pango_layout_set_font_description(layout.get(), description.get());
  pango_layout_set_text(layout.get(), emoji.c_str(), static_cast<int>(emoji.size()));
  PangoRectangle ink;
  pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
  auto const scale = size / std::max({ink.width, ink.height, 1});
  cairo_save(pen);
  cairo_translate(pen, place.left + (size - ink.width * scale) / 2,
                  place.top + (size - ink.height * scale) / 2);
  cairo_scale(pen, scale, scale);
  cairo_move_to(pen, -ink.x, -ink.y);
  pango_cairo_show_layout(pen, layout.get());
  cairo_restore(pen);
}

void draw_code(cairo_t* pen, qr::QrCode const& code, double module, Place place) {
  cairo_save(pen);
  cairo_translate(pen, place.left, place.top);
  cairo_scale(pen, module, module);
  cairo_translate(pen, qr::quiet_modules, qr::quiet_modules);
  // Neighbours in a row are one rectangle, or a fine light line shows between them on paper.
  for (int row = 0; row < code.side; ++row)
    for (int column = 0; column < code.side;) {
      auto end = column;
      while (end < code.side && code.is_dark(end, row)) ++end;
      if (end > column) cairo_rectangle(pen, column, row, end - column, 1);
      column = end + 1;
    }
  cairo_set_antialias(pen, CAIRO_ANTIALIAS_NONE);
  cairo_fill(pen);
  cairo_restore(pen);
}

}  // namespace inloop::paper
