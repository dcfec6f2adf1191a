#pragma once
// The screens that say one thing: a picture, a sentence, what to do now. Pure; UI thread.

#include <string>

#include "kiosk/ui/screens/parts.h"

namespace inloop::ui {

struct Message {
  std::string screen;
  BlockPointer picture;
  core::Phrase title;
  core::Phrase text;
};

// In the middle of whatever box it gets.
[[nodiscard]] BlockPointer message(Message message, Look const& look);

[[nodiscard]] double message_picture_mm(Look const& look);

// The one thing to do, and the tools.
[[nodiscard]] BlockPointer way_on(BlockPointer button, core::Tools const& tools, Look const& look);

}  // namespace inloop::ui
