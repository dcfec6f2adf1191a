#pragma once
// Where one frame is drawn: puts pictures and words in their boxes, feels what is under the finger
// and writes down every mark. Lives as long as the frame. UI thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/action.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/touch_rules.h"

struct ImDrawList;

namespace inloop::ui {

// What a control feels in this frame.
struct Feel {
  bool is_pressed = false;  // the finger is down on it: letting go now would act
  bool is_tapped = false;
  bool has_focus = false;
};

// What the first tap on a control does.
enum class Touching {
  Acts,
  Explores,  // says what lies under the finger; the next tap there acts
};

class Block;

class Stage {
 public:
  struct Tools {
    Look const& look;
    Typesetter& typesetter;
    Painter& painter;
    TouchRules& touch;
    std::optional<std::string> focus;
    bool is_focus_pressed = false;
    Touching touching = Touching::Acts;
  };

  Stage(Tools tools, ImDrawList& list);

  [[nodiscard]] Look const& look() const { return m_tools.look; }
  [[nodiscard]] Typesetter& typesetter() { return m_tools.typesetter; }

  // A picture with its top left at a pixel.
  void show(Painting const& painting, float left_px, float top_px);

  // A picture in the middle of a rectangle; says what it covers.
  Rect show_centred(Painting const& painting, Rect const& rect);

  // A block inside a control or a card, which speaks for it: its own marks are dropped. Says what
  // its words cover.
  Rect show_inside(Block const& block, Box const& box);

  // Words, centred in the height of a rectangle and aligned in its width; says their ink.
  Rect show(SetText const& text, Rect const& rect, Colour colour);

  [[nodiscard]] Feel feel(std::string const& id, Rect const& rect);

  // The ring around what has the focus.
  void show_focus(Rect const& rect, float radius_px);

  // Call last: lets words and what cannot be used now be explored, which feel nothing themselves.
  void feel_the_rest();

  void mark(Mark mark) { m_marks.push_back(std::move(mark)); }
  void tap(core::Action action) { m_action = std::move(action); }

  // What was explored in this frame.
  [[nodiscard]] std::optional<std::string> const& explored() const { return m_explored; }

  [[nodiscard]] std::vector<Mark> take_marks() { return std::move(m_marks); }
  [[nodiscard]] std::optional<core::Action> const& action() const { return m_action; }

 private:
  [[nodiscard]] bool is_clicked(std::string const& id, Rect const& rect);

  Tools m_tools;
  ImDrawList& m_list;
  std::vector<Mark> m_marks;
  std::optional<core::Action> m_action;
  std::optional<std::string> m_explored;
};

}  // namespace inloop::ui
