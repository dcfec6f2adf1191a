#include "kiosk/paper/poster_layout.h"

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/paper/poster_strips.h"

namespace inloop::paper {
namespace {

constexpr double margin_mm = 12;  // of A4; also what printers cannot reach
constexpr double foot_mm = 6;     // for the number of the page
constexpr double greatest_scale = 1.5;
constexpr double scale_step = 0.05;
constexpr double least_module = 0.5 * mm;  // or an older telephone cannot read it
constexpr double usual_module_mm = 0.9;    // of A4

using Page = std::vector<PosterBox>;
using Pages = std::vector<Page>;

Result<> check_words(Poster const& poster) {
  auto const languages = poster.languages.size();
  std::size_t sessions = 0;
  for (auto const& day : poster.days) {
    if (day.names.size() != languages) return failure("a day on a poster has a name a language");
    sessions += day.sessions.size();
    for (auto const& session : day.sessions)
      if (session.words.size() != languages)
        return failure("a session on a poster has words in each language");
  }
  if (sessions > most_poster_sessions)
    return failure("a poster has at most {} sessions, not {}", most_poster_sessions, sessions);
  return {};
}

std::vector<std::string_view> texts_of(Poster const& poster) {
  std::vector<std::string_view> texts{poster.place_name};
  for (auto const& language : poster.languages) {
    texts.push_back(language.heading);
    texts.push_back(language.code_caption);
  }
  for (auto const& day : poster.days) {
    texts.insert(texts.end(), day.names.begin(), day.names.end());
    texts.insert(texts.end(), day.notes.begin(), day.notes.end());
    for (auto const& session : day.sessions)
      for (auto const& words : session.words) {
        texts.push_back(words.title);
        texts.push_back(words.detail);
      }
  }
  return texts;
}

Result<> check(Poster const& poster) {
  if (poster.languages.empty() || poster.languages.size() > most_poster_languages)
    return failure("a poster is in 1 to {} languages, not {}", most_poster_languages,
                   poster.languages.size());
  if (poster.days.empty() || poster.days.size() > most_poster_days)
    return failure("a poster has 1 to {} days, not {}", most_poster_days, poster.days.size());
  if (poster.codes.size() > most_poster_codes)
    return failure("a poster chooses from at most {} codes", most_poster_codes);
  if (auto const checked = check_words(poster); !checked) return checked;
  auto const is_too_long = [](std::string_view text) {
    return text.size() > longest_poster_text_bytes;
  };
  if (std::ranges::any_of(texts_of(poster), is_too_long))
    return failure("a text on a poster has at most {} bytes", longest_poster_text_bytes);
  return {};
}

Result<std::optional<qr::QrCode>> best_code(Poster const& poster, double side) {
  if (poster.codes.empty()) return std::nullopt;
  for (auto const& text : poster.codes) {
    auto code = qr::qr_code(text);
    if (code && side / code->side_with_quiet_zone() >= least_module) return *std::move(code);
  }
  return failure("none of the {} codes has room on a poster", poster.codes.size());
}

// One page after the other, each strip whole, and no day's name without a session below it.
class Pagination {
 public:
  Pagination(PosterStrips const& strips, Strip const& first_head, Strip const& next_head,
             double height)
      : m_strips(strips), m_next_head(next_head), m_height(height) {
    begin_page(first_head);
  }

  void add(PosterDay const& day) {
    auto const name = m_strips.day(day);
    std::vector<Strip> rows;
    double whole = name.height;
    for (auto const& session : day.sessions) {
      rows.push_back(m_strips.session(session));
      whole += rows.back().height;
    }
    auto const least = name.height + (rows.empty() ? 0 : rows.front().height);
    auto const has_room = [this](double height) { return m_top + height <= m_height; };
    bool const fits_a_page = m_next_head.height + whole <= m_height;
    if (!is_fresh() && (!has_room(least) || (!has_room(whole) && fits_a_page))) turn_page();
    put(name);
    for (auto const& row : rows) {
      if (!has_room(row.height) && !is_fresh()) {
        turn_page();
        put(name);
      }
      put(row);
    }
    m_top += m_strips_gap;
  }

  [[nodiscard]] Pages const& pages() const { return m_pages; }

 private:
  void begin_page(Strip const& head) {
    m_pages.emplace_back();
    m_top = 0;
    put(head);
    m_head_bottom = m_top;
  }
  void turn_page() { begin_page(m_next_head); }
  [[nodiscard]] bool is_fresh() const { return m_top <= m_head_bottom; }

  void put(Strip const& strip) {
    for (auto box : strip.boxes) {
      box.place.top += m_top;
      m_pages.back().push_back(std::move(box));
    }
    m_top += strip.height;
  }

  static constexpr double m_strips_gap = 1.5 * mm;

  PosterStrips const& m_strips;
  Strip const& m_next_head;
  double m_height;
  double m_top = 0;
  double m_head_bottom = 0;
  Pages m_pages;
};

struct Sheet {
  PageSize size;
  double unit = mm;

  [[nodiscard]] double margin() const { return margin_mm * unit; }
  [[nodiscard]] double width() const { return size.width - 2 * margin(); }
  [[nodiscard]] double height() const { return size.height - 2 * margin() - foot_mm * unit; }
};

Sheet sheet_of(PaperSize paper) {
  // The least capitals of A3 are 10/7 of those of A4, and everything else goes with them.
  return paper == PaperSize::A3 ? Sheet{a3, mm * 10 / 7} : Sheet{a4, mm};
}

struct Heads {
  Strip first;
  Strip next;
};

Heads heads_of(PosterHead const& head, std::optional<qr::QrCode> const& code) {
  auto const plain = head.plain();
  if (!code) return {plain, plain};
  auto const side = std::min(head.greatest_code_side(),
                             code->side_with_quiet_zone() * usual_module_mm * head.unit);
  return {head.with_code(side), plain};
}

Pages pages_at(Press const& press, Poster const& poster, Sheet const& sheet, Heads const& heads,
               double scale) {
  PosterStrips const strips(press, poster, sheet.width(), {sheet.unit, scale});
  Pagination pagination(strips, heads.first, heads.next, sheet.height());
  for (auto const& day : poster.days) pagination.add(day);
  return pagination.pages();
}

int lines_in(Press const& press, Pages const& pages) {
  int lines = 0;
  for (auto const& page : pages)
    for (auto const& box : page)
      if (box.style.em > 0) lines += press.line_count(box.text, box.style);
  return lines;
}

// The largest letters that take no more pages, and break no more lines, than the least ones.
Pages largest_pages(Press const& press, Poster const& poster, Sheet const& sheet,
                    Heads const& heads) {
  auto pages = pages_at(press, poster, sheet, heads, 1);
  auto const lines = lines_in(press, pages);
  for (auto scale = 1 + scale_step; scale <= greatest_scale; scale += scale_step) {
    auto larger = pages_at(press, poster, sheet, heads, scale);
    if (larger.size() > pages.size() || lines_in(press, larger) > lines) break;
    pages = std::move(larger);
  }
  return pages;
}

void number_pages(Press const& press, Pages& pages, Sheet const& sheet) {
  if (pages.size() < 2) return;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    PosterBox box{.part = PosterPart::PageNumber,
                  .text = fmt::format("{} / {}", i + 1, pages.size()),
                  .style = {.em = 3.6 * sheet.unit / capital_em}};
    box.style.width = press.width(box.text, box.style) + 1;
    box.size = {box.style.width, press.height(box.text, box.style)};
    box.place = {sheet.width() - box.size.width, sheet.height()};
    pages[i].push_back(std::move(box));
  }
}

// From the margin to the paper, and to the side on which the first language begins.
void place_on_paper(Pages& pages, Sheet const& sheet, core::Direction direction) {
  for (auto& page : pages)
    for (auto& box : page) {
      if (direction == core::Direction::RightToLeft)
        box.place.left = sheet.width() - box.place.left - box.size.width;
      box.place.left += sheet.margin();
      box.place.top += sheet.margin();
    }
}

}  // namespace

Result<PosterSheets> poster_sheets(Press const& press, Poster const& poster) {
  if (auto const checked = check(poster); !checked) return tl::unexpected(checked.error());
  auto const sheet = sheet_of(poster.paper);
  PosterHead const head{press, poster, sheet.width(), sheet.unit};
  auto code = best_code(poster, head.greatest_code_side());
  if (!code) return tl::unexpected(code.error());
  auto pages = largest_pages(press, poster, sheet, heads_of(head, *code));
  number_pages(press, pages, sheet);
  place_on_paper(pages, sheet, poster.languages.front().direction);
  return PosterSheets{sheet.size, std::move(pages), *std::move(code)};
}

}  // namespace inloop::paper
