#include "kiosk/paper/passes.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <cairo.h>

#include "kiosk/paper/pdf_file.h"
#include "kiosk/paper/press.h"
#include "kiosk/qr/qr_code.h"

namespace inloop::paper {
namespace {

constexpr double page_width = a4.width;
constexpr double page_height = a4.height;
constexpr double card_width = 85.6 * mm;
constexpr double card_height = 54 * mm;
constexpr int columns = 2;
constexpr int rows = passes_a_page / columns;
constexpr double left_margin = (page_width - columns * card_width) / 2;
constexpr double top_margin = (page_height - rows * card_height) / 2;

// What is inside survives scissors that stray by this much.
constexpr double scissors_room = 2.5 * mm;
constexpr double corner = 4 * mm;
constexpr double padding = 4 * mm;
constexpr double code_side = 38 * mm;
constexpr double least_module = 0.5 * mm;

constexpr Paint cut_grey{0.6, 0.6, 0.6};

// Pastels that stay light when a printer knows only black.
constexpr std::array tints{Paint{0.863, 0.937, 0.894}, Paint{0.859, 0.918, 0.965},
                           Paint{0.965, 0.910, 0.788}, Paint{0.906, 0.882, 0.953},
                           Paint{0.984, 0.886, 0.831}, Paint{0.969, 0.863, 0.890}};

// Friendly, unlike one another at a glance, and as many as never put two alike on one page. Their
// number shares no factor with that of the tints, so a picture comes back in another colour.
constexpr std::array pictures{"🐢", "🌻", "⛵",    "🍓",    "🦋", "🚲", "🐘", "🎈", "🍀",
                              "🐳", "🌷", "🥕", "🐞",    "🎸",    "🐧", "🌈", "🍋", "🦔",
                              "🏡", "🐌", "🧶", "🦊", "🍐",    "🐝", "⭐"};

void line(cairo_t* pen, Place from, Place to) {
  cairo_move_to(pen, from.left, from.top);
  cairo_line_to(pen, to.left, to.top);
  cairo_stroke(pen);
}

// Outside the cards a line on each edge, where cards meet a small cross.
void draw_cut_marks(cairo_t* pen) {
  constexpr double away = 1.5 * mm;
  constexpr double length = 5 * mm;
  constexpr double arm = 1.5 * mm;
  constexpr double right = left_margin + columns * card_width;
  constexpr double bottom = top_margin + rows * card_height;
  cairo_set_line_width(pen, 0.2 * mm);
  dip(pen, cut_grey);
  for (int column = 0; column <= columns; ++column) {
    auto const left = left_margin + column * card_width;
    line(pen, {left, top_margin - away - length}, {left, top_margin - away});
    line(pen, {left, bottom + away}, {left, bottom + away + length});
    for (int row = 0; row <= rows; ++row) {
      auto const top = top_margin + row * card_height;
      line(pen, {left - arm, top}, {left + arm, top});
      line(pen, {left, top - arm}, {left, top + arm});
    }
  }
  for (int row = 0; row <= rows; ++row) {
    auto const top = top_margin + row * card_height;
    line(pen, {left_margin - away - length, top}, {left_margin - away, top});
    line(pen, {right + away, top}, {right + away + length, top});
  }
}

// The largest letters, down to half of those that are meant, in which the words take no more lines.
TextStyle fitted(Press const& press, std::string const& text, TextStyle style, int most_lines) {
  constexpr double step = 0.95;
  auto const least_em = style.em / 2;
  while (style.em > least_em && press.line_count(text, style) > most_lines) style.em *= step;
  return style;
}

void draw_card(cairo_t* pen, Press const& press, PassStyle const& style, qr::QrCode const& code,
               std::size_t index, Place place) {
  constexpr double emoji_side = 16 * mm;
  constexpr double inside_left = scissors_room + padding;
  constexpr double code_left = card_width - scissors_room - padding - code_side;
  constexpr double words_width = code_left - inside_left - 2.5 * mm;
  constexpr double code_top = (card_height - code_side) / 2;
  constexpr double bottom = card_height - scissors_room - padding;

  dip(pen, tints[index % tints.size()]);
  fill_rounded(pen, {place.left + scissors_room, place.top + scissors_room},
               {card_width - 2 * scissors_room, card_height - 2 * scissors_room}, corner);
  dip(pen, white);
  fill_rounded(pen, {place.left + code_left, place.top + code_top}, {code_side, code_side},
               corner / 2);
  dip(pen, black);
  draw_code(pen, code, code_side / code.side_with_quiet_zone(),
            {place.left + code_left, place.top + code_top});

  auto const left = place.left + inside_left;
  auto top = place.top + code_top - 1 * mm;
  auto const name = fitted(press, style.place_name, {.em = 3.4 * mm, .width = words_width}, 2);
  dip(pen, soft_ink);
  press.draw(pen, style.place_name, name, {left, top});
  top += press.height(style.place_name, name);
  auto const title =
      fitted(press, style.title, {.em = 6.4 * mm, .weight = Weight::Bold, .width = words_width}, 1);
  dip(pen, ink);
  press.draw(pen, style.title, title, {left, top});
  top += press.height(style.title, title);

  auto const advice = fitted(press, style.advice, {.em = 3.4 * mm, .width = words_width}, 2);
  auto const advice_top = place.top + bottom - press.height(style.advice, advice);
  dip(pen, soft_ink);
  press.draw(pen, style.advice, advice, {left, advice_top});
  press.draw_emoji(pen, pictures[index % pictures.size()], emoji_side,
                   {left, (top + advice_top - emoji_side) / 2});
}

Result<std::vector<qr::QrCode>> codes_of(std::vector<std::string> const& texts) {
  std::vector<qr::QrCode> codes;
  for (auto const& text : texts) {
    auto code = qr::qr_code(text);
    if (!code) return tl::unexpected(code.error());
    if (code_side / code->side_with_quiet_zone() < least_module)
      return failure("a pass has no room for a code of {} bytes", text.size());
    codes.push_back(*std::move(code));
  }
  return codes;
}

Result<> check(std::vector<std::string> const& texts, PassStyle const& style) {
  if (texts.empty() || texts.size() > most_passes)
    return failure("1 to {} passes are made at a time, not {}", most_passes, texts.size());
  for (auto const* const words : {&style.place_name, &style.title, &style.advice})
    if (words->size() > longest_pass_words_bytes)
      return failure("words on a pass have at most {} bytes", longest_pass_words_bytes);
  return {};
}

void draw_page(cairo_t* pen, Press const& press, PassStyle const& style,
               std::span<qr::QrCode const> codes, std::size_t first) {
  draw_cut_marks(pen);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    auto const column = static_cast<int>(i) % columns;
    auto const row = static_cast<int>(i) / columns;
    draw_card(pen, press, style, codes[i], first + i,
              {left_margin + column * card_width, top_margin + row * card_height});
  }
}

}  // namespace

Result<std::string> passes_pdf(std::vector<std::string> const& texts, PassStyle const& style) {
  if (auto const checked = check(texts, style); !checked) return tl::unexpected(checked.error());
  auto const codes = codes_of(texts);
  if (!codes) return tl::unexpected(codes.error());
  auto const press = Press::open();
  if (!press) return tl::unexpected(press.error());

  PdfFile file(a4, style.title);
  for (std::size_t first = 0; first < codes->size(); first += passes_a_page) {
    auto const count = std::min<std::size_t>(passes_a_page, codes->size() - first);
    draw_page(file.pen(), *press, style, std::span(*codes).subspan(first, count), first);
    file.end_page();
  }
  auto pdf = file.finish();
  if (!pdf) return within("the passes", pdf.error());
  return pdf;
}

}  // namespace inloop::paper
