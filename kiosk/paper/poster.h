#pragma once
// The poster of a week, to hang on the door: what stands on it, and the PDF file that a printer
// takes. Words come ready in one or two languages; it chooses none itself. Any thread.

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/activities.h"
#include "kiosk/core/preferences.h"

namespace inloop::paper {

inline constexpr std::size_t most_poster_languages = 2;
inline constexpr std::size_t most_poster_days = 7;
inline constexpr std::size_t most_poster_sessions = 150;
inline constexpr std::size_t most_poster_codes = 4;
inline constexpr std::size_t longest_poster_text_bytes = 600;  // of a code: qr::longest_text_bytes

enum class PaperSize { A4, A3 };

// One session in one language.
struct PosterWords {
  std::string title;
  std::string detail;  // in small letters: until when, where, or why it is cancelled; may be empty

  bool operator==(PosterWords const&) const = default;
};

struct PosterSession {
  std::string picture;  // one emoji
  int start_minute = 0;
  core::SessionState state = core::SessionState::Planned;
  std::vector<PosterWords> words;  // one a language

  bool operator==(PosterSession const&) const = default;
};

struct PosterDay {
  std::vector<std::string> names;  // "maandag 23 november", one a language
  std::vector<std::string> notes;  // "gesloten", one a language; none or empty where there is none
  std::vector<PosterSession> sessions;

  bool operator==(PosterDay const&) const = default;
};

struct PosterLanguage {
  core::Direction direction = core::Direction::LeftToRight;
  std::string heading;       // the week in words
  std::string code_caption;  // what the code is good for

  bool operator==(PosterLanguage const&) const = default;
};

struct Poster {
  PaperSize paper = PaperSize::A4;
  std::string place_name;
  std::vector<PosterLanguage> languages;  // the first decides on which side things stand
  std::vector<PosterDay> days;
  // What the code may hold, the best first: the first that has room on the paper is taken.
  std::vector<std::string> codes;

  bool operator==(Poster const&) const = default;
};

// As many pages as the week needs, in the largest letters that need no more pages than the least
// ones would. Fails when there is more on it than the limits above allow, when words are missing in
// a language, or when none of the codes has room.
[[nodiscard]] Result<std::string> poster_pdf(Poster const& poster);

}  // namespace inloop::paper
