#include "kiosk/fonts/fonts.h"

#include <array>
#include <stdexcept>
#include <string>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#if defined(__SANITIZE_ADDRESS__)
// Fontconfig stores offsets in the place of pointers, so that the leak checker takes everything
// that it still holds for lost.
extern "C" char const* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}
extern "C" char const* __lsan_default_options() {
  return "print_suppressions=0";
}
#endif

namespace inloop::fonts {
namespace {

// Of the Debian packages fonts-noto-core, fonts-noto-mono, fonts-noto-color-emoji and
// fonts-materialdesignicons-webfont.
constexpr std::array font_files{
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansEthiopic-Bold.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
    "/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf",
};

struct ConfigRelease {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

using Config = std::unique_ptr<FcConfig, ConfigRelease>;

Config only_our_fonts() {
  Config config(FcConfigCreate());
  if (!config) throw std::runtime_error("no memory for the fonts");
  for (auto const* const file : font_files)
    if (!FcConfigAppFontAddFile(config.get(), reinterpret_cast<FcChar8 const*>(file)))
      throw std::runtime_error(std::string("this font is not installed: ") + file);
  return config;
}

}  // namespace

void ContextRelease::operator()(PangoContext* context) const {
  g_object_unref(context);
}

void LayoutRelease::operator()(PangoLayout* layout) const {
  g_object_unref(layout);
}

void DescriptionRelease::operator()(PangoFontDescription* description) const {
  pango_font_description_free(description);
}

void AttributesRelease::operator()(PangoAttrList* attributes) const {
  pango_attr_list_unref(attributes);
}

void FontMapRelease::operator()(PangoFontMap* map) const {
  g_object_unref(map);
}

FontMap open_fonts() {
  // Fontconfig has one current configuration a process, which Pango and Cairo ask here and there.
  // With ours in place the system's, with its hundreds of files, is never read.
  static Config const config = only_our_fonts();
  FcConfigSetCurrent(config.get());
  // Pango's own font map of this thread: making and freeing others leaks in Pango 1.50.
  auto* const map = pango_cairo_font_map_get_default();
  if (!PANGO_IS_FC_FONT_MAP(map)) throw std::runtime_error("Pango was built without fontconfig");
  if (pango_fc_font_map_get_config(PANGO_FC_FONT_MAP(map)) != config.get())
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config.get());
  return FontMap(static_cast<PangoFontMap*>(g_object_ref(map)));
}

Context open_context(FontMap const& fonts) {
  Context context(pango_font_map_create_context(fonts.get()));
  auto* const options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string("und"));
  return context;
}

}  // namespace inloop::fonts
