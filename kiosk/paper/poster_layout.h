#pragma once
// Where everything on a poster stands: boxes in points, page by page, before anything is drawn. The
// letters keep to sizes that are read from where people stand. For this folder and its tests only;
// any thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/paper/pdf_file.h"
#include "kiosk/paper/poster.h"
#include "kiosk/paper/press.h"
#include "kiosk/qr/qr_code.h"

namespace inloop::paper {

// Readable at 2 metres by somebody who sees half of what good eyes do: at least 7 mm for the
// capitals on A4, which hangs beside a door, and 10 mm on A3, which is seen from across a room.
// What is read by whoever came nearer may be smaller.
struct LeastCapitals {
  double main_mm = 7;
  double detail_mm = 5;
  double caption_mm = 3.5;  // of who holds a telephone before the code

  bool operator==(LeastCapitals const&) const = default;
};

[[nodiscard]] constexpr LeastCapitals least_capitals(PaperSize paper) {
  return paper == PaperSize::A3 ? LeastCapitals{10, 7, 5} : LeastCapitals{};
}

// Of Noto Sans: how high a capital stands, in parts of the em.
inline constexpr double capital_em = 0.714;

enum class PosterPart {
  PlaceName,
  Heading,
  Code,
  Caption,
  Band,  // behind the name of a day
  Day,
  Clock,
  Time,
  Picture,
  Title,
  Detail,
  Reason,  // a detail that says why a session is cancelled
  PageNumber,
};

struct PosterBox {
  PosterPart part = PosterPart::Title;
  std::string text;  // words, or the emoji
  TextStyle style;   // of words
  Place place;
  PageSize size;
  int start_minute = 0;  // of a clock
  core::SessionState state = core::SessionState::Planned;

  [[nodiscard]] double capital_mm() const { return style.em * capital_em / mm; }

  bool operator==(PosterBox const&) const = default;
};

struct PosterSheets {
  PageSize size;
  std::vector<std::vector<PosterBox>> pages;
  std::optional<qr::QrCode> code;  // in the box of the part Code
};

[[nodiscard]] Result<PosterSheets> poster_sheets(Press const& press, Poster const& poster);

}  // namespace inloop::paper
