#include "kiosk/paper/poster.h"

#include <array>
#include <cmath>
#include <numbers>

#include <cairo.h>

#include "kiosk/paper/poster_layout.h"

namespace inloop::paper {
namespace {

// Pastels that stay light when a printer knows only black, one a day.
constexpr std::array day_tints{Paint{0.863, 0.937, 0.894}, Paint{0.859, 0.918, 0.965},
                               Paint{0.965, 0.910, 0.788}, Paint{0.906, 0.882, 0.953},
                               Paint{0.984, 0.886, 0.831}, Paint{0.969, 0.863, 0.890}};
constexpr Paint alert{0.61, 0.21, 0.10};

void line(cairo_t* pen, Place from, Place to) {
  cairo_move_to(pen, from.left, from.top);
  cairo_line_to(pen, to.left, to.top);
  cairo_stroke(pen);
}

void draw_hand(cairo_t* pen, double turn, double length, double width) {
  cairo_set_line_width(pen, width);
  auto const angle = turn * 2 * std::numbers::pi;
  line(pen, {0, 0}, {length * std::sin(angle), -length * std::cos(angle)});
}

// A face that goes round to the right for readers of all languages, as real clocks do.
void draw_clock(cairo_t* pen, PosterBox const& box) {
  constexpr double minutes_a_face = 12 * 60;
  constexpr double minutes_an_hour = 60;
  auto const radius = box.size.width / 2;
  cairo_save(pen);
  cairo_translate(pen, box.place.left + radius, box.place.top + radius);
  dip(pen, soft_ink);
  cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
  auto const edge = radius * 0.14;
  cairo_set_line_width(pen, edge);
  cairo_new_path(pen);
  cairo_arc(pen, 0, 0, radius - edge / 2, 0, 2 * std::numbers::pi);
  cairo_stroke(pen);
  draw_hand(pen, box.start_minute / minutes_a_face, radius * 0.45, radius * 0.18);
  draw_hand(pen, box.start_minute / minutes_an_hour, radius * 0.68, radius * 0.12);
  cairo_restore(pen);
}

// What does not happen is crossed out: seen before it is read.
void cross_out(cairo_t* pen, PosterBox const& box) {
  auto const [left, top] = box.place;
  dip(pen, alert);
  cairo_set_line_width(pen, box.size.width * 0.1);
  cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
  line(pen, {left, top}, {left + box.size.width, top + box.size.height});
  line(pen, {left + box.size.width, top}, {left, top + box.size.height});
}

Paint paint_of(PosterPart part) {
  switch (part) {
    case PosterPart::Reason:
      return alert;
    case PosterPart::Heading:
    case PosterPart::Caption:
    case PosterPart::Detail:
    case PosterPart::PageNumber:
      return soft_ink;
    default:
      return ink;
  }
}

class PosterPainter {
 public:
  PosterPainter(Press const& press, PosterSheets const& sheets, cairo_t* pen)
      : m_press(press), m_sheets(sheets), m_pen(pen) {}

  void draw(PosterBox const& box) {
    switch (box.part) {
      case PosterPart::Band:
        dip(m_pen, day_tints[m_bands++ % day_tints.size()]);
        fill_rounded(m_pen, box.place, box.size, 2 * mm);
        break;
      case PosterPart::Clock:
        draw_clock(m_pen, box);
        break;
      case PosterPart::Picture:
        m_press.draw_emoji(m_pen, box.text, box.size.width, box.place);
        if (box.state == core::SessionState::Cancelled) cross_out(m_pen, box);
        break;
      case PosterPart::Code:
        dip(m_pen, black);
        draw_code(m_pen, *m_sheets.code, box.size.width / m_sheets.code->side_with_quiet_zone(),
                  box.place);
        break;
      default:
        dip(m_pen, paint_of(box.part));
        m_press.draw(m_pen, box.text, box.style, box.place);
    }
  }

 private:
  Press const& m_press;
  PosterSheets const& m_sheets;
  cairo_t* m_pen;
  std::size_t m_bands = 0;
};

}  // namespace

Result<std::string> poster_pdf(Poster const& poster) {
  auto const press = Press::open();
  if (!press) return tl::unexpected(press.error());
  auto const sheets = poster_sheets(*press, poster);
  if (!sheets) return within("the poster", sheets.error());
  PdfFile file(sheets->size, poster.place_name);
  PosterPainter painter(*press, *sheets, file.pen());
  for (auto const& page : sheets->pages) {
    for (auto const& box : page) painter.draw(box);
    file.end_page();
  }
  auto pdf = file.finish();
  if (!pdf) return within("the poster", pdf.error());
  return pdf;
}

}  // namespace inloop::paper
