#include "kiosk/paper/month_page.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <cairo.h>
#include <fmt/format.h>

#include "kiosk/paper/pdf_file.h"
#include "kiosk/paper/press.h"

namespace inloop::paper {
namespace {

constexpr double margin = 18 * mm;
constexpr double bottom = a4.height - 18 * mm;
constexpr double width = a4.width - 2 * margin;
constexpr double gap = 3 * mm;
constexpr double body_em = 4.2 * mm;  // twelve points: read at a table
constexpr double small_em = 3.6 * mm;
constexpr double title_em = 5.6 * mm;
constexpr double graph_height = 52 * mm;

constexpr Paint bar_tint{0.04, 0.35, 0.36};
constexpr Paint line_grey{0.75, 0.72, 0.68};
constexpr Paint row_tint{0.965, 0.955, 0.935};

Result<> check(MonthPage const& page) {
  if (page.tables.size() > most_month_tables || page.stories.size() > most_month_stories)
    return failure("a page of a month has at most {} tables and {} stories", most_month_tables,
                   most_month_stories);
  auto const is_too_long = [](std::string_view text) {
    return text.size() > longest_month_text_bytes;
  };
  if (is_too_long(page.place_name) || is_too_long(page.heading) || is_too_long(page.introduction))
    return failure("a text on it has at most {} bytes", longest_month_text_bytes);
  for (auto const& table : page.tables) {
    if (table.rows.size() > most_month_rows || table.columns.size() > most_month_columns)
      return failure("a table on it has at most {} rows and {} columns", most_month_rows,
                     most_month_columns);
    for (auto const& row : table.rows)
      if (row.cells.size() != table.columns.size() || is_too_long(row.label))
        return failure("the row \"{}\" has {} cells for {} columns", row.label, row.cells.size(),
                       table.columns.size());
  }
  if (page.graph && page.graph->bars.size() > most_month_bars)
    return failure("a graph on it has at most {} bars", most_month_bars);
  if (std::ranges::any_of(page.stories, is_too_long, &MonthStory::text))
    return failure("a story on it has at most {} bytes", longest_month_text_bytes);
  return {};
}

// Goes down the pages; what does not fit any more begins the next.
class MonthPainter {
 public:
  MonthPainter(Press const& press, MonthPage const& page, PdfFile& file)
      : m_press(press), m_page(page), m_file(file), m_pen(file.pen()) {}

  void draw() {
    head();
    if (m_page.graph && !m_page.graph->bars.empty()) graph(*m_page.graph);
    for (auto const& one : m_page.tables) table(one);
    stories();
    m_file.end_page();
  }

 private:
  [[nodiscard]] bool is_rtl() const { return m_page.direction == core::Direction::RightToLeft; }
  [[nodiscard]] TextStyle style(double em, Weight weight, double room) const {
    return {.em = em, .weight = weight, .width = room, .direction = m_page.direction};
  }
  // `from_start` counts from the side on which reading begins.
  [[nodiscard]] double left_of(double from_start, double room) const {
    return is_rtl() ? margin + width - from_start - room : margin + from_start;
  }

  void make_room(double height) {
    if (m_top + height <= bottom || m_top <= margin) return;
    m_file.end_page();
    m_top = margin;
  }

  void text(std::string const& words, double em, Weight weight, Paint const& paint) {
    if (words.empty()) return;
    auto const look = style(em, weight, width);
    auto const height = m_press.height(words, look);
    make_room(height);
    dip(m_pen, paint);
    m_press.draw(m_pen, words, look, {margin, m_top});
    m_top += height;
  }

  void head() {
    text(m_page.place_name, body_em, Weight::Regular, soft_ink);
    text(m_page.heading, 9 * mm, Weight::Bold, ink);
    m_top += gap;
    text(m_page.introduction, body_em, Weight::Regular, ink);
    m_top += gap;
  }

  // Cells share three fifths of the width; the rest is the label's.
  struct Columns {
    double label = 0;
    double cell = 0;
  };
  [[nodiscard]] static Columns columns_of(std::size_t count) {
    if (count == 0) return {width, 0};
    auto const cell = std::min(42 * mm, width * 0.6 / static_cast<double>(count));
    return {width - cell * static_cast<double>(count), cell};
  }

  [[nodiscard]] double row_height(MonthRow const& row, Columns const& columns,
                                  TextStyle look) const {
    look.width = columns.label - gap;
    auto height = m_press.height(row.label, look);
    look.width = columns.cell - gap;
    for (auto const& cell : row.cells) height = std::max(height, m_press.height(cell, look));
    return height + 1.6 * mm;
  }

  void put_row(MonthRow const& row, Columns const& columns, TextStyle look) {
    auto const top = m_top + 0.8 * mm;
    look.width = columns.label - gap;
    m_press.draw(m_pen, row.label, look, {left_of(gap / 2, look.width), top});
    look.width = columns.cell - gap;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      m_press.draw(
          m_pen, row.cells[i], look,
          {left_of(columns.label + columns.cell * static_cast<double>(i), look.width), top});
  }

  void table_head(MonthTable const& table, Columns const& columns) {
    if (table.columns.empty()) return;
    auto const look = style(small_em, Weight::Bold, width);
    MonthRow const head{.label = {}, .cells = table.columns};
    auto const height = row_height(head, columns, look);
    dip(m_pen, soft_ink);
    put_row(head, columns, look);
    m_top += height;
  }

  void table(MonthTable const& table) {
    auto const columns = columns_of(table.columns.size());
    auto const look = style(body_em, Weight::Regular, width);
    // A title is never the last thing on a page.
    auto needed = m_press.height(table.title, style(title_em, Weight::Bold, width)) +
                  m_press.height(table.note, style(small_em, Weight::Regular, width)) + 10 * mm;
    if (!table.rows.empty()) needed += row_height(table.rows.front(), columns, look);
    make_room(needed);
    text(table.title, title_em, Weight::Bold, ink);
    text(table.note, small_em, Weight::Regular, soft_ink);
    m_top += 1 * mm;
    table_head(table, columns);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      auto const height = row_height(table.rows[i], columns, look);
      if (m_top + height > bottom) {
        make_room(height);
        table_head(table, columns);
      }
      if (i % 2 == 0) {
        dip(m_pen, row_tint);
        cairo_rectangle(m_pen, margin, m_top, width, height);
        cairo_fill(m_pen);
      }
      dip(m_pen, ink);
      put_row(table.rows[i], columns, look);
      m_top += height;
    }
    m_top += 2 * gap;
  }

  // Time goes on in the direction of reading. The whisker is the interval; a figure stands above.
  void graph(MonthGraph const& graph) {
    auto const words_height = m_press.height(graph.title, style(title_em, Weight::Bold, width)) +
                              m_press.height(graph.note, style(small_em, Weight::Regular, width));
    make_room(words_height + graph_height + 14 * mm);
    text(graph.title, title_em, Weight::Bold, ink);
    text(graph.note, small_em, Weight::Regular, soft_ink);
    m_top += 2 * gap;
    std::int64_t most = 1;
    for (auto const& bar : graph.bars)
      if (bar.value) most = std::max({most, *bar.value, bar.high});
    auto const foot = m_top + graph_height;
    auto const room = width / static_cast<double>(graph.bars.size());
    for (std::size_t i = 0; i < graph.bars.size(); ++i)
      bar(graph.bars[i], left_of(room * static_cast<double>(i), room), room, foot,
          (graph_height - 6 * mm) / static_cast<double>(most));
    dip(m_pen, line_grey);
    cairo_set_line_width(m_pen, 0.3 * mm);
    cairo_move_to(m_pen, margin, foot);
    cairo_line_to(m_pen, margin + width, foot);
    cairo_stroke(m_pen);
    m_top = foot + 9 * mm + gap;
  }

  void bar(MonthBar const& bar, double left, double room, double foot, double scale) {
    auto label = style(small_em, Weight::Regular, room);
    label.align = Align::Centre;
    dip(m_pen, soft_ink);
    m_press.draw(m_pen, bar.label, label, {left, foot + 1 * mm});
    if (!bar.value) {
      m_press.draw(m_pen, "–", label, {left, foot - 6 * mm});
      return;
    }
    auto const height_of = [scale](std::int64_t value) {
      return static_cast<double>(std::max<std::int64_t>(value, 0)) * scale;
    };
    dip(m_pen, bar_tint);
    cairo_rectangle(m_pen, left + room * 0.22, foot - height_of(*bar.value), room * 0.56,
                    height_of(*bar.value));
    cairo_fill(m_pen);
    dip(m_pen, ink);
    cairo_set_line_width(m_pen, 0.4 * mm);
    auto const middle = left + room / 2;
    cairo_move_to(m_pen, middle, foot - height_of(bar.low));
    cairo_line_to(m_pen, middle, foot - height_of(bar.high));
    cairo_stroke(m_pen);
    label.weight = Weight::Bold;
    m_press.draw(m_pen, fmt::format("{}", std::max<std::int64_t>(*bar.value, 0)), label,
                 {left, foot - height_of(std::max(bar.high, *bar.value)) - 5.5 * mm});
  }

  void stories() {
    if (m_page.stories.empty()) return;
    make_room(30 * mm);
    text(m_page.stories_title, title_em, Weight::Bold, ink);
    m_top += 1 * mm;
    for (auto const& story : m_page.stories) {
      auto const height = m_press.height(story.text, style(body_em, Weight::Regular, width));
      make_room(std::min(height, bottom - margin) + 6 * mm);
      text(story.when, small_em, Weight::Regular, soft_ink);
      text(story.text, body_em, Weight::Regular, ink);
      m_top += gap;
    }
  }

  Press const& m_press;
  MonthPage const& m_page;
  PdfFile& m_file;
  cairo_t* m_pen;
  double m_top = margin;
};

}  // namespace

Result<std::string> month_page_pdf(MonthPage const& page) {
  if (auto const checked = check(page); !checked)
    return within("the page of the month", checked.error());
  auto const press = Press::open();
  if (!press) return tl::unexpected(press.error());
  PdfFile file(a4, page.place_name + ", " + page.heading);
  MonthPainter(*press, page, file).draw();
  auto pdf = file.finish();
  if (!pdf) return within("the page of the month", pdf.error());
  return pdf;
}

}  // namespace inloop::paper
