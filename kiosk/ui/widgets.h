#pragma once
// What stands on the screens and is no control: words, pictures, a clock, cards. What says
// something takes a Phrase, so that nothing can be shown that cannot be heard. UI thread.

#include <string>
#include <string_view>

#include "kiosk/core/screen.h"
#include "kiosk/ui/block.h"
#include "kiosk/ui/theme.h"

namespace inloop::ui {

enum class Shade { Strong, Soft };

struct WordsStyle {
  Role role = Role::Body;
  Shade shade = Shade::Strong;
  Align align = Align::Start;
};

[[nodiscard]] BlockPointer words(std::string id, core::Phrase phrase, WordsStyle style);

// A picture that only decorates: what it means is said by the words beside it.
[[nodiscard]] BlockPointer emoji(std::string_view picture, double size_mm);

[[nodiscard]] BlockPointer clock_face(std::string id, core::Phrase phrase, int minute_of_day,
                                      double size_mm);

// A clock that only decorates: the time is said by the words beside it.
[[nodiscard]] BlockPointer clock_picture(int minute_of_day, double size_mm);

// A ring around a picture that shows how much time is left.
struct TimeLeft {
  int left = 0;
  int total = 1;
};

[[nodiscard]] BlockPointer countdown(TimeLeft time, std::string_view picture, double size_mm);

enum class Arrangement { Above, Beside };  // where the picture is, seen from the words

// A quiet plate with a picture and words. Nothing happens when it is touched.
struct Card {
  std::string id;
  core::Phrase phrase;
  std::string_view picture;  // one emoji, or nothing
  double picture_mm = 18;
  Arrangement arrangement = Arrangement::Above;
  Role role = Role::Strong;
};

[[nodiscard]] BlockPointer card(Card card);

}  // namespace inloop::ui
