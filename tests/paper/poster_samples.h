#pragma once
// Weeks as a living room plans them, as posters: a usual one in Dutch, the same beside Arabic or in
// Arabic alone, and weeks that are hard on the paper. Test thread.

#include <string>

#include "kiosk/paper/poster.h"

namespace inloop::test {

[[nodiscard]] paper::Poster dutch_poster(paper::PaperSize paper);
[[nodiscard]] paper::Poster dutch_and_arabic_poster(paper::PaperSize paper);
[[nodiscard]] paper::Poster arabic_poster(paper::PaperSize paper);

// `count` sessions, each with the longest title that a host can type, over seven days.
[[nodiscard]] paper::Poster crowded_poster(paper::PaperSize paper, int count);

[[nodiscard]] std::string calendar_of_one_session();

}  // namespace inloop::test
