#include "kiosk/ui/typesetter.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <pango/pangocairo.h>

#include "kiosk/base/assert.h"
#include "kiosk/ui/canvas.h"

namespace inloop::ui {
namespace {

// Each font has its own idea of how high a line is; lines that stand beside one another need one.
constexpr double line_height_em = 1.22;
// Arabic letters and their marks reach further up and down.
constexpr double tall_line_height_em = 1.36;
constexpr float room_below_em = 0.07F;
constexpr float tall_room_below_em = 0.1F;
// Anti-aliasing colours a little more than the outlines.
constexpr int ink_edge_px = 1;

using fonts::Attributes;
using fonts::Description;
using fonts::Layout;

char const* families_of(Face face) {
  switch (face) {
    case Face::Regular:
    case Face::Bold:
      break;
    case Face::Mono:
      return fonts::mono_family;
    case Face::Icon:
      return fonts::icon_family;
  }
  return fonts::text_families;
}

Description description_of(Face face, float em_px) {
  Description description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), families_of(face));
  pango_font_description_set_weight(description.get(),
                                    face == Face::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), em_px * PANGO_SCALE);
  return description;
}

bool has_broken_word(PangoLayout* layout) {
  int attribute_count = 0;
  auto const* const attributes = pango_layout_get_log_attrs_readonly(layout, &attribute_count);
  auto const* const text = pango_layout_get_text(layout);
  auto const lines = pango_layout_get_line_count(layout);
  for (int i = 1; i < lines; ++i) {
    auto const* const line = pango_layout_get_line_readonly(layout, i);
    auto const place = g_utf8_pointer_to_offset(text, text + line->start_index);
    INLOOP_ASSERT(place < attribute_count);
    if (!attributes[place].is_line_break) return true;
  }
  return false;
}

}  // namespace

std::size_t Typesetter::Hash::operator()(Lettering const& lettering) const {
  auto const mix = [](std::size_t seed, std::size_t more) {
    return seed ^ (more + 0x9E3779B9U + (seed << 6) + (seed >> 2));
  };
  auto hash = std::hash<std::string>{}(lettering.text);
  hash = mix(hash, std::hash<float>{}(lettering.em_px));
  return mix(hash, static_cast<std::size_t>(lettering.width_px));
}

Typesetter::Typesetter() : m_fonts(fonts::open_fonts()), m_context(fonts::open_context(m_fonts)) {}

Typesetter::~Typesetter() = default;

Layout Typesetter::layout_of(Lettering const& lettering) {
  INLOOP_ASSERT(lettering.text.size() <= longest_text_bytes);
  auto const is_rtl = lettering.direction == core::Direction::RightToLeft;
  pango_context_set_base_dir(m_context.get(), is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  Layout layout(pango_layout_new(m_context.get()));
  auto const description = description_of(lettering.face, lettering.em_px);
  pango_layout_set_font_description(layout.get(), description.get());
  pango_layout_set_auto_dir(layout.get(), FALSE);
  auto const line_height = lettering.em_px * (is_rtl ? tall_line_height_em : line_height_em);
  Attributes const attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_line_height_new_absolute(
                                               static_cast<int>(line_height * PANGO_SCALE)));
  pango_layout_set_attributes(layout.get(), attributes.get());
  if (lettering.width_px > 0) {
    pango_layout_set_width(layout.get(), lettering.width_px * PANGO_SCALE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  if (lettering.align == Align::Centre)
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
  else if (is_rtl)
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  pango_layout_set_text(layout.get(), lettering.text.c_str(),
                        static_cast<int>(lettering.text.size()));
  return layout;
}

Extent Typesetter::measure(Lettering const& lettering) {
  if (auto const known = m_extents.find(lettering); known != m_extents.end()) return known->second;
  auto const layout = layout_of(lettering);
  PangoRectangle ink;
  PangoRectangle logical;
  pango_layout_get_pixel_extents(layout.get(), &ink, &logical);
  auto const is_rtl = lettering.direction == core::Direction::RightToLeft;
  // Pango puts what a line is lower than its font half above and half below; descenders need more.
  auto const below =
      static_cast<int>(std::ceil(lettering.em_px * (is_rtl ? tall_room_below_em : room_below_em)));
  // Marks above or below the letters may reach beyond the lines: they get room of their own.
  auto const above = std::max(0, ink_edge_px - ink.y);
  auto const ink_bottom = ink.y + ink.height + ink_edge_px;
  // A single letter cannot be broken, and would reach beyond its box.
  auto const is_too_wide =
      lettering.width_px > 0 && ink.width + 2 * ink_edge_px > lettering.width_px;
  Extent const extent{.width_px = lettering.width_px > 0 ? lettering.width_px : logical.width,
                      .height_px = above + std::max(logical.height + below, ink_bottom),
                      .ink = {static_cast<float>(ink.x - ink_edge_px),
                              static_cast<float>(ink.y - ink_edge_px + above),
                              static_cast<float>(ink.x + ink.width + ink_edge_px),
                              static_cast<float>(ink_bottom + above)},
                      .has_broken_word = is_too_wide || has_broken_word(layout.get())};
  if (m_extents.size() >= most_remembered_extents) m_extents.clear();
  m_extents.emplace(lettering, extent);
  return extent;
}

Lettering Typesetter::balanced(Lettering lettering) {
  auto const extent = measure(lettering);
  auto const close_enough_px = static_cast<int>(lettering.em_px / 2);
  auto const is_one_line = static_cast<float>(extent.height_px) < 2 * lettering.em_px;
  if (is_one_line || extent.has_broken_word) return lettering;
  auto narrow = lettering;
  auto too_narrow_px = lettering.width_px / 2;
  while (lettering.width_px - too_narrow_px > close_enough_px) {
    narrow.width_px = (lettering.width_px + too_narrow_px) / 2;
    auto const tried = measure(narrow);
    if (tried.height_px > extent.height_px || tried.has_broken_word)
      too_narrow_px = narrow.width_px;
    else
      lettering.width_px = narrow.width_px;
  }
  return lettering;
}

core::Direction Typesetter::direction_of(std::string const& text) {
  pango_context_set_base_dir(m_context.get(), PANGO_DIRECTION_LTR);
  Layout const layout(pango_layout_new(m_context.get()));
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  return pango_layout_get_direction(layout.get(), 0) == PANGO_DIRECTION_RTL
             ? core::Direction::RightToLeft
             : core::Direction::LeftToRight;
}

int Typesetter::unknown_letters(Lettering const& lettering) {
  return pango_layout_get_unknown_glyphs_count(layout_of(lettering).get());
}

Pixels Typesetter::paint(Lettering const& lettering, Colour colour) {
  auto const extent = measure(lettering);
  Canvas const canvas(static_cast<int>(extent.ink.width_px()),
                      static_cast<int>(extent.ink.height_px()));
  auto const layout = layout_of(lettering);
  canvas.ink(colour);
  PangoRectangle ink;
  pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
  cairo_move_to(canvas.pen(), ink_edge_px - ink.x, ink_edge_px - ink.y);
  pango_cairo_show_layout(canvas.pen(), layout.get());
  return canvas.pixels();
}

Pixels Typesetter::paint_emoji(std::string const& emoji, int size_px) {
  // The emoji font holds bitmaps of this em; Cairo scales them better than FreeType chooses them.
  constexpr double native_em_px = 109;
  Layout const layout(pango_layout_new(m_context.get()));
  Description const description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), fonts::emoji_family);
  pango_font_description_set_absolute_size(description.get(), native_em_px * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), description.get());
  pango_layout_set_text(layout.get(), emoji.c_str(), static_cast<int>(emoji.size()));
  PangoRectangle ink;
  pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
  Canvas const native(std::max(ink.width, 1), std::max(ink.height, 1));
  cairo_move_to(native.pen(), -ink.x, -ink.y);
  pango_cairo_show_layout(native.pen(), layout.get());

  Canvas const canvas(size_px, size_px);
  auto const scale = static_cast<double>(size_px) / std::max({ink.width, ink.height, 1});
  cairo_translate(canvas.pen(), (size_px - ink.width * scale) / 2,
                  (size_px - ink.height * scale) / 2);
  cairo_scale(canvas.pen(), scale, scale);
  cairo_set_source_surface(canvas.pen(), native.surface(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(canvas.pen()), CAIRO_FILTER_GOOD);
  cairo_paint(canvas.pen());
  return canvas.pixels();
}

}  // namespace inloop::ui
