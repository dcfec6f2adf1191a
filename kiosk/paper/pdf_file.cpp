#include "kiosk/paper/pdf_file.h"

#include <numbers>

#include <cairo-pdf.h>

namespace inloop::paper {
namespace {

cairo_status_t append(void* text, unsigned char const* data, unsigned int length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<char const*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void PdfFile::SurfaceRelease::operator()(cairo_surface_t* surface) const {
  cairo_surface_destroy(surface);
}

void PdfFile::PenRelease::operator()(cairo_t* pen) const {
  cairo_destroy(pen);
}

PdfFile::PdfFile(PageSize size, std::string const& title)
    : m_surface(cairo_pdf_surface_create_for_stream(append, &m_bytes, size.width, size.height)),
      m_pen(cairo_create(m_surface.get())) {
  cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
}

PdfFile::~PdfFile() = default;

void PdfFile::end_page() {
  cairo_show_page(m_pen.get());
}

Result<std::string> PdfFile::finish() {
  auto const pen_status = cairo_status(m_pen.get());
  cairo_surface_finish(m_surface.get());
  auto const status =
      pen_status != CAIRO_STATUS_SUCCESS ? pen_status : cairo_surface_status(m_surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return failure("Cairo: {}", cairo_status_to_string(status));
  return m_bytes;
}

void dip(cairo_t* pen, Paint const& paint) {
  cairo_set_source_rgb(pen, paint.red, paint.green, paint.blue);
}

void fill_rounded(cairo_t* pen, Place place, PageSize size, double radius) {
  auto const right = place.left + size.width;
  auto const bottom = place.top + size.height;
  auto const quarter = std::numbers::pi / 2;
  cairo_new_sub_path(pen);
  cairo_arc(pen, right - radius, place.top + radius, radius, -quarter, 0);
  cairo_arc(pen, right - radius, bottom - radius, radius, 0, quarter);
  cairo_arc(pen, place.left + radius, bottom - radius, radius, quarter, 2 * quarter);
  cairo_arc(pen, place.left + radius, place.top + radius, radius, 2 * quarter, 3 * quarter);
  cairo_close_path(pen);
  cairo_fill(pen);
}

}  // namespace inloop::paper
