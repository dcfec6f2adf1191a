#include "kiosk/paper/poster_strips.h"

#include <algorithm>

#include "kiosk/core/phrases.h"

namespace inloop::paper {
namespace {

// A hair more than the words need, so that rounding breaks no line.
constexpr double spare = 0.5;

// Where the letters of a line stand in it, in parts of the em: in the middle between what Noto Sans
// needs above and below.
constexpr double ascent_em = 1.069;
constexpr double descent_em = 0.293;

double baseline(TextStyle const& style) {
  auto const line_height_em = style.direction == core::Direction::RightToLeft ? 1.36 : 1.2;
  return style.em * (ascent_em + (line_height_em - ascent_em - descent_em) / 2);
}

void lift(std::vector<PosterBox>& boxes, double top) {
  for (auto& box : boxes) box.place.top += top;
}

// In its own room, from the side on which this language begins.
void turn_to_own_side(PosterBox& box, double left, double width) {
  box.place.left = left + (left + width) - box.place.left - box.size.width;
}

std::string day_text(PosterDay const& day, std::size_t language) {
  auto const note = language < day.notes.size() ? day.notes[language] : "";
  return note.empty() ? day.names[language] : day.names[language] + " · " + note;
}

// One line where that fits, else as many as it takes, in the whole of its room.
PosterBox box_of(Press const& press, PosterPart part, std::string const& text, TextStyle style,
                 double room) {
  auto const natural = press.width(text, style) + spare;
  style.width = std::min(natural, room);
  return {
      .part = part, .text = text, .style = style, .size = {style.width, press.height(text, style)}};
}

}  // namespace

PosterBox PosterStrips::words(PosterPart part, std::string const& text, TextStyle style,
                              double room) const {
  return box_of(m_press, part, text, style, room);
}

// A band of colour with the name in each language: beside one another, or else below.
Strip PosterStrips::day(PosterDay const& day) const {
  auto const padding = m_measures.length(3);
  auto const room = m_width - 2 * padding;
  Strip strip;
  double bottom = m_measures.length(0.6);
  double taken = 0;  // of the first line
  for (std::size_t i = 0; i < m_poster.languages.size(); ++i) {
    auto const direction = m_poster.languages[i].direction;
    auto box =
        words(PosterPart::Day, day_text(day, i),
              {.em = m_measures.main_em(), .weight = Weight::Bold, .direction = direction}, room);
    bool const is_beside = i > 0 && taken + gap() + box.size.width <= room;
    box.place = {padding, is_beside ? strip.boxes.front().place.top : bottom};
    if (is_beside || direction != base()) turn_to_own_side(box, padding, room);
    if (i == 0) taken = box.size.width;
    bottom = std::max(bottom, box.place.top + box.size.height);
    strip.boxes.push_back(std::move(box));
  }
  bottom += m_measures.length(0.6);
  strip.boxes.insert(strip.boxes.begin(),
                     PosterBox{.part = PosterPart::Band, .size = {m_width, bottom}});
  strip.height = bottom + m_measures.length(1.5);
  return strip;
}

// Title and detail in one language, from its own side of the column; returns where they end.
double PosterStrips::put_words(Strip& strip, PosterSession const& session, std::size_t language,
                               Column column, double top) const {
  auto const direction = m_poster.languages[language].direction;
  auto const& [title_text, detail_text] = session.words[language];
  auto title = words(PosterPart::Title, title_text,
                     {.em = m_measures.main_em(),
                      .weight = language == 0 ? Weight::Bold : Weight::Regular,
                      .direction = direction},
                     column.width);
  title.place = {column.left, top};
  title.state = session.state;
  auto bottom = top + title.size.height;
  if (!detail_text.empty()) {
    auto const is_cancelled = session.state == core::SessionState::Cancelled;
    auto detail = words(is_cancelled ? PosterPart::Reason : PosterPart::Detail, detail_text,
                        {.em = m_measures.detail_em(),
                         .weight = is_cancelled ? Weight::Bold : Weight::Regular,
                         .direction = direction},
                        column.width);
    auto const is_beside = title.size.width + gap() + detail.size.width <= column.width;
    if (is_beside)
      detail.place = {column.left + title.size.width + gap(),
                      top + baseline(title.style) - baseline(detail.style)};
    else
      detail.place = {column.left, bottom};
    bottom = std::max(bottom, detail.place.top + detail.size.height);
    if (direction != base()) turn_to_own_side(detail, column.left, column.width);
    strip.boxes.push_back(std::move(detail));
  }
  if (direction != base()) turn_to_own_side(title, column.left, column.width);
  strip.boxes.push_back(std::move(title));
  return bottom;
}

// Clock, time and picture before the words of all languages.
Strip PosterStrips::session(PosterSession const& session) const {
  Strip strip;
  TextStyle const time_style{.em = m_measures.main_em(),
                             .weight = Weight::Bold,
                             .direction = core::Direction::LeftToRight};
  auto time = words(PosterPart::Time, core::time_of_day(session.start_minute), time_style, m_width);
  // All times take the same room, or the words behind them would not stand below one another.
  auto const time_width = m_press.width("00:00", time_style) + spare;
  auto const line = time.size.height;
  auto const clock_side = m_measures.length(9);
  auto const picture_side = m_measures.length(12);

  double left = m_measures.length(2);
  strip.boxes.push_back({.part = PosterPart::Clock,
                         .place = {left, (line - clock_side) / 2},
                         .size = {clock_side, clock_side},
                         .start_minute = session.start_minute});
  left += clock_side + m_measures.length(2);
  time.place = {left + time_width - time.size.width, 0};
  strip.boxes.push_back(std::move(time));
  left += time_width + gap();
  strip.boxes.push_back({.part = PosterPart::Picture,
                         .text = session.picture,
                         .place = {left, (line - picture_side) / 2},
                         .size = {picture_side, picture_side},
                         .state = session.state});
  left += picture_side + gap();

  double bottom = 0;
  for (std::size_t i = 0; i < m_poster.languages.size(); ++i)
    bottom = put_words(strip, session, i, {left, m_width - left}, bottom);
  // A picture is a little higher than its line.
  auto const overhang = std::max(0.0, (picture_side - line) / 2);
  lift(strip.boxes, overhang);
  strip.height = std::max(bottom, line) + 2 * overhang + m_measures.length(1.5);
  return strip;
}

Strip PosterHead::names(double room) const {
  constexpr double name_capitals = 11;
  constexpr double least_capitals = 7;
  constexpr double step = 0.5;
  auto const em_of = [this](double capitals) { return capitals * unit / capital_em; };
  auto const base = poster.languages.front().direction;
  TextStyle style{.em = em_of(name_capitals), .weight = Weight::Bold, .direction = base};
  for (auto capitals = name_capitals; capitals > least_capitals; capitals -= step) {
    style.em = em_of(capitals);
    if (press.width(poster.place_name, style) <= room) break;
  }
  Strip strip;
  auto const put = [&](PosterPart part, std::string const& text, TextStyle const& of) {
    auto box = box_of(press, part, text, of, room);
    box.place = {0, strip.height};
    if (of.direction != base) turn_to_own_side(box, 0, room);
    strip.height += box.size.height;
    strip.boxes.push_back(std::move(box));
  };
  put(PosterPart::PlaceName, poster.place_name, style);
  for (auto const& language : poster.languages)
    put(PosterPart::Heading, language.heading,
        {.em = em_of(least_capitals), .direction = language.direction});
  return strip;
}

Strip PosterHead::plain() const {
  auto strip = names(width);
  strip.height += 4 * unit;
  return strip;
}

Strip PosterHead::with_code(double side) const {
  auto const left = width - side;
  auto strip = names(left - 6 * unit);
  strip.boxes.push_back({.part = PosterPart::Code, .place = {left, 0}, .size = {side, side}});
  auto bottom = side;
  for (auto const& language : poster.languages) {
    auto box = box_of(press, PosterPart::Caption, language.code_caption,
                      {.em = 3.6 * unit / capital_em, .direction = language.direction}, side);
    box.place = {left, bottom};
    if (language.direction != poster.languages.front().direction) turn_to_own_side(box, left, side);
    bottom += box.size.height;
    strip.boxes.push_back(std::move(box));
  }
  strip.height = std::max(strip.height, bottom) + 4 * unit;
  return strip;
}

}  // namespace inloop::paper
