#include "kiosk/paper/slip.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <cairo.h>

#include "kiosk/base/assert.h"
#include "kiosk/paper/dots.h"
#include "kiosk/paper/press.h"
#include "kiosk/qr/qr_code.h"

namespace inloop::paper {
namespace {

constexpr int most_module_dots = 8;   // 1 mm; larger is no easier to read
constexpr int least_module_dots = 3;  // 0.375 mm; smaller runs together on thermal paper

// Lengths in dots for narrow paper; wider paper has more of each.
struct Measures {
  double scale = 1;

  [[nodiscard]] double side() const { return 8 * scale; }
  [[nodiscard]] double gap() const { return 14 * scale; }
  [[nodiscard]] double picture() const { return 128 * scale; }
  [[nodiscard]] double title_em() const { return 42 * scale; }
  [[nodiscard]] double line_em() const { return 30 * scale; }
  [[nodiscard]] double line_picture() const { return 44 * scale; }
  [[nodiscard]] double rule() const { return 3 * scale; }
};

struct Code {
  qr::QrCode code;
  int module_dots = 0;
};

Result<> check(Slip const& slip) {
  if (slip.lines.size() > most_slip_lines)
    return failure("a slip has at most {} lines, not {}", most_slip_lines, slip.lines.size());
  auto const is_too_long = [](std::string const& text) {
    return text.size() > longest_slip_text_bytes;
  };
  if (is_too_long(slip.title) || std::ranges::any_of(slip.lines, is_too_long, &SlipLine::text))
    return failure("a text on a slip has at most {} bytes", longest_slip_text_bytes);
  return {};
}

Result<std::optional<Code>> code_of(Slip const& slip, int paper_dots) {
  if (slip.qr_text.empty()) return std::nullopt;
  auto code = qr::qr_code(slip.qr_text);
  if (!code) return tl::unexpected(code.error());
  auto const module = std::min(most_module_dots, paper_dots / code->side_with_quiet_zone());
  if (module < least_module_dots)
    return failure("{} dots of paper are too narrow for a QR code of {} bytes", paper_dots,
                   slip.qr_text.size());
  return Code{*std::move(code), module};
}

// Goes down the paper twice: once to know how long it is, once to draw.
class Draughtsman {
 public:
  Draughtsman(Press const& press, Slip const& slip, std::optional<Code> const& code, int paper_dots)
      : m_press(press),
        m_slip(slip),
        m_code(code),
        m_paper_dots(paper_dots),
        m_measures{static_cast<double>(paper_dots) / narrow_paper_dots} {}

  BitPicture draw() {
    walk();
    DotCanvas canvas(m_paper_dots, static_cast<int>(std::ceil(m_top)));
    m_canvas = &canvas;
    m_top = 0;
    walk();
    return canvas.picture();
  }

 private:
  void walk() {
    m_top = m_measures.gap();
    if (!m_slip.picture.empty()) {
      picture(m_slip.picture, m_measures.picture(), (m_paper_dots - m_measures.picture()) / 2);
      m_top += m_measures.picture() + m_measures.gap();
    }
    title();
    for (auto const& one : m_slip.lines) line(one);
    if (m_code) code();
    m_top += m_measures.gap();
  }

  void title() {
    text(m_slip.title,
         {.em = m_measures.title_em(),
          .weight = Weight::Bold,
          .align = Align::Centre,
          .width = m_paper_dots - 2 * m_measures.side(),
          .direction = m_slip.direction},
         m_measures.side());
    m_top += m_measures.gap();
    if (m_canvas != nullptr && !m_slip.lines.empty())
      m_canvas->rule(m_top, m_measures.rule(), m_measures.side());
    m_top += m_measures.rule() + m_measures.gap();
  }

  void line(SlipLine const& line) {
    auto const before = line.picture.empty() ? 0 : m_measures.line_picture() + m_measures.gap();
    TextStyle const style{.em = m_measures.line_em(),
                          .width = m_paper_dots - 2 * m_measures.side() - before,
                          .direction = m_slip.direction};
    auto const is_rtl = m_slip.direction == core::Direction::RightToLeft;
    auto const top = m_top;
    auto const text_height = m_press.height(line.text, style);
    auto const picture_height = line.picture.empty() ? 0 : m_measures.line_picture();
    auto const height = std::max(text_height, picture_height);
    if (!line.picture.empty()) {
      // The picture stands beside the first line of the words.
      auto const first_line = text_height / m_press.line_count(line.text, style);
      m_top = top + std::max(0.0, (first_line - picture_height) / 2);
      picture(line.picture, picture_height,
              is_rtl ? m_paper_dots - m_measures.side() - picture_height : m_measures.side());
    }
    m_top = top + std::max(0.0, (picture_height - text_height) / 2);
    text(line.text, style, is_rtl ? m_measures.side() : m_measures.side() + before);
    m_top = top + height + m_measures.gap() / 2;
  }

  void code() {
    auto const side = m_code->code.side_with_quiet_zone() * m_code->module_dots;
    if (m_canvas != nullptr)
      draw_code(m_canvas->pen(), m_code->code, m_code->module_dots,
                {std::floor((m_paper_dots - side) / 2.0), std::ceil(m_top)});
    m_top = std::ceil(m_top) + side;
  }

  void text(std::string const& text, TextStyle const& style, double left) {
    if (m_canvas != nullptr) m_press.draw(m_canvas->pen(), text, style, {left, m_top});
    m_top += m_press.height(text, style);
  }

  void picture(std::string const& emoji, double size, double left) {
    if (m_canvas == nullptr) return;
    m_press.draw_emoji(m_canvas->pen(), emoji, size, {left, m_top});
    m_canvas->shade(
        {static_cast<int>(left), static_cast<int>(m_top), static_cast<int>(std::ceil(size)) + 1});
  }

  Press const& m_press;
  Slip const& m_slip;
  std::optional<Code> const& m_code;
  int m_paper_dots;
  Measures m_measures;
  DotCanvas* m_canvas = nullptr;  // absent while measuring
  double m_top = 0;
};

}  // namespace

Result<BitPicture> drawn(Slip const& slip, int paper_dots) {
  INLOOP_ASSERT(paper_dots >= least_paper_dots && paper_dots <= most_paper_dots);
  if (auto const checked = check(slip); !checked) return tl::unexpected(checked.error());
  auto const code = code_of(slip, paper_dots);
  if (!code) return tl::unexpected(code.error());
  auto const press = Press::open();
  if (!press) return tl::unexpected(press.error());
  return Draughtsman(*press, slip, *code, paper_dots).draw();
}

}  // namespace inloop::paper
