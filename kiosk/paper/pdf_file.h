#pragma once
// Pages of one size that become a PDF file in memory, and the colours they are drawn in. It knows
// nothing of what stands on them: for the printed things of this folder only. Any thread.

#include <memory>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/paper/press.h"

struct _cairo;
struct _cairo_surface;

namespace inloop::paper {

inline constexpr double mm = 72 / 25.4;  // in points, which is what Cairo counts in

struct Paint {
  double red = 0;
  double green = 0;
  double blue = 0;

  bool operator==(Paint const&) const = default;
};

inline constexpr Paint ink{0.11, 0.15, 0.20};
inline constexpr Paint soft_ink{0.24, 0.28, 0.33};
inline constexpr Paint black{0, 0, 0};
inline constexpr Paint white{1, 1, 1};

struct PageSize {
  double width = 0;  // in points
  double height = 0;

  bool operator==(PageSize const&) const = default;
};

inline constexpr PageSize a4{210 * mm, 297 * mm};
inline constexpr PageSize a3{297 * mm, 420 * mm};

class PdfFile {
 public:
  // The title is what a viewer shows. When the file was made stands nowhere in it: that is nobody's
  // business, and the clock is not ours to ask.
  PdfFile(PageSize size, std::string const& title);
  ~PdfFile();

  [[nodiscard]] _cairo* pen() const { return m_pen.get(); }
  void end_page();

  // The bytes of the whole file. Fails when Cairo failed anywhere on the way.
  [[nodiscard]] Result<std::string> finish();

 private:
  struct SurfaceRelease {
    void operator()(_cairo_surface* surface) const;
  };
  struct PenRelease {
    void operator()(_cairo* pen) const;
  };

  std::string m_bytes;  // written by the surface, so it is older than the surface
  std::unique_ptr<_cairo_surface, SurfaceRelease> m_surface;
  std::unique_ptr<_cairo, PenRelease> m_pen;
};

void dip(_cairo* pen, Paint const& paint);

void fill_rounded(_cairo* pen, Place place, PageSize size, double radius);

}  // namespace inloop::paper
