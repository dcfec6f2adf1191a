#pragma once
// The pieces that a poster is put together from, each as wide as the paper between its margins: the
// head, the name of a day, a session. Laid out as if everybody read from the left; poster_layout.h
// mirrors them and finds their page. For this folder only; any thread.

#include <vector>

#include "kiosk/paper/poster_layout.h"

namespace inloop::paper {

// Tops are counted from that of the strip, lefts from the margin.
struct Strip {
  std::vector<PosterBox> boxes;
  double height = 0;
};

// How large things are: lengths of the A4 poster, which grow with the paper, and with `scale` where
// the week leaves room for larger letters.
struct PosterMeasures {
  double unit = mm;  // a millimetre of the A4 poster, in points
  double scale = 1;

  [[nodiscard]] double length(double a4_mm) const { return a4_mm * unit * scale; }
  [[nodiscard]] double main_em() const { return length(7) / capital_em; }
  [[nodiscard]] double detail_em() const { return length(5) / capital_em; }
};

class PosterStrips {
 public:
  // Press and poster must outlive it. `width` is what lies between the margins, in points.
  PosterStrips(Press const& press, Poster const& poster, double width, PosterMeasures measures)
      : m_press(press), m_poster(poster), m_width(width), m_measures(measures) {}

  [[nodiscard]] Strip day(PosterDay const& day) const;
  [[nodiscard]] Strip session(PosterSession const& session) const;

 private:
  struct Column {
    double left = 0;
    double width = 0;
  };

  [[nodiscard]] core::Direction base() const { return m_poster.languages.front().direction; }
  [[nodiscard]] double gap() const { return m_measures.length(3); }
  [[nodiscard]] PosterBox words(PosterPart part, std::string const& text, TextStyle style,
                                double room) const;
  double put_words(Strip& strip, PosterSession const& session, std::size_t language, Column column,
                   double top) const;

  Press const& m_press;
  Poster const& m_poster;
  double m_width;
  PosterMeasures m_measures;
};

// The place, the week and, where there is one, the code. It does not grow with the week's room.
struct PosterHead {
  Press const& press;
  Poster const& poster;
  double width = 0;
  double unit = mm;

  // `side` of the code: at most greatest_code_side().
  [[nodiscard]] Strip with_code(double side) const;
  [[nodiscard]] double greatest_code_side() const { return 46 * unit; }
  [[nodiscard]] Strip plain() const;

 private:
  [[nodiscard]] Strip names(double room) const;
};

}  // namespace inloop::paper
