#pragma once
// What can be tapped: the main button, tiles, chips, tool buttons. A control acts when the finger
// is let go on it; sliding off cancels. UI thread.

#include <optional>
#include <string>

#include "kiosk/core/action.h"
#include "kiosk/core/screen.h"
#include "kiosk/ui/block.h"
#include "kiosk/ui/content.h"

namespace inloop::ui {

enum class ControlShape {
  Main,
  Tile,
  Chip,
  Tool,
  Key,   // of the keyboard on the glass
  Link,  // underlined words without a plate, for what is seldom wanted
};

enum class ControlState {
  Ready,
  Held,      // stays down: what was asked for is being done
  Waiting,   // looks ready, but something else has to be done first
  Disabled,  // cannot be used now
};

enum class Choice { None, Chosen };

struct Control {
  std::string id;
  core::Phrase phrase;
  core::Action action;
  ControlShape shape = ControlShape::Tile;
  ControlState state = ControlState::Ready;
  Choice choice = Choice::None;
  std::optional<Tint> tint;
  BlockPointer inside;  // stands for picture and words where there is more to say than one phrase
  Picture picture;
  double picture_mm = 18;
  Arrangement arrangement = Arrangement::Above;
  Role role = Role::Strong;
  double padding_mm = 4;
  double least_mm = 0;  // higher than every control must be anyway
};

[[nodiscard]] BlockPointer control(Control control);

// A control that shows only its sign: what it does is said by its phrase.
struct Tool {
  std::string id;
  core::Phrase phrase;
  core::Action action;
  Picture sign;  // or the letters, or both beside one another
  std::string letters;
  Choice choice = Choice::None;
  ControlState state = ControlState::Ready;
};

[[nodiscard]] BlockPointer tool(Tool tool);

namespace sign {
inline constexpr char32_t back_left = 0xF04D;
inline constexpr char32_t back_right = 0xF054;
inline constexpr char32_t undo = 0xF54C;
inline constexpr char32_t redo = 0xF44E;  // undo, where everything is mirrored
inline constexpr char32_t plus = 0xF415;
inline constexpr char32_t minus = 0xF374;
inline constexpr char32_t check = 0xF12C;
inline constexpr char32_t contrast = 0xF197;
inline constexpr char32_t wheelchair = 0xF5A4;
inline constexpr char32_t speaker = 0xF57E;
inline constexpr char32_t speaker_low = 0xF580;
inline constexpr char32_t say_again = 0xF459;
inline constexpr char32_t erase = 0xF06E;
inline constexpr char32_t to_left = 0xF141;
inline constexpr char32_t to_right = 0xF142;
inline constexpr char32_t print = 0xF42A;
inline constexpr char32_t up = 0xF143;
inline constexpr char32_t down = 0xF140;
inline constexpr char32_t again = 0xF450;
inline constexpr char32_t bell = 0xF09A;
inline constexpr char32_t hourglass = 0xF51F;
inline constexpr char32_t running = 0xF40C;
inline constexpr char32_t no_more = 0xF376;
inline constexpr char32_t cancelled = 0xF159;
inline constexpr char32_t lock = 0xF33E;
}  // namespace sign

}  // namespace inloop::ui
