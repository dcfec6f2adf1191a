#pragma once
// The few fonts of the kiosk, on glass and on paper, taken by name of file and not by whatever the
// system's configuration would choose: the same words look the same in every house, and the start
// is quicker. Any thread; each has a font map of its own.

#include <memory>

struct _PangoAttrList;
struct _PangoContext;
struct _PangoFontDescription;
struct _PangoFontMap;
struct _PangoLayout;

namespace inloop::fonts {

struct FontMapRelease {
  void operator()(_PangoFontMap* map) const;
};

using FontMap = std::unique_ptr<_PangoFontMap, FontMapRelease>;

struct ContextRelease {
  void operator()(_PangoContext* context) const;
};

struct LayoutRelease {
  void operator()(_PangoLayout* layout) const;
};

struct DescriptionRelease {
  void operator()(_PangoFontDescription* description) const;
};

struct AttributesRelease {
  void operator()(_PangoAttrList* attributes) const;
};

using Context = std::unique_ptr<_PangoContext, ContextRelease>;
using Layout = std::unique_ptr<_PangoLayout, LayoutRelease>;
using Description = std::unique_ptr<_PangoFontDescription, DescriptionRelease>;
using Attributes = std::unique_ptr<_PangoAttrList, AttributesRelease>;

inline constexpr char const* text_families = "Noto Sans,Noto Sans Arabic,Noto Sans Ethiopic";
inline constexpr char const* mono_family = "Noto Sans Mono";
inline constexpr char const* emoji_family = "Noto Color Emoji";
inline constexpr char const* icon_family = "Material Design Icons";

// The map of the calling thread, which must let go of it before it ends. Throws
// std::runtime_error when a font is not installed: without letters nothing can be shown.
[[nodiscard]] FontMap open_fonts();

// In which words are laid out. Without hinting, letters keep their shape and their place at every
// size, on every glass and paper.
[[nodiscard]] Context open_context(FontMap const& fonts);

}  // namespace inloop::fonts
