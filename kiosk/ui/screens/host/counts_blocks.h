#pragma once
// What the pages of Tellingen and Verhaal have in common, and what each of them looks like. Pure;
// UI thread.

#include <string>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"

namespace inloop::ui::host {

namespace counting = core::host::counting;

// A button of a place, ready unless the room waits or there is nothing to do for it.
template <class Button>
[[nodiscard]] Control button_control(std::string id, Button const& button, ControlState state) {
  return {.id = std::move(id),
          .phrase = button.phrase,
          .action = core::host::tapped(button.tap),
          .state = button.is_enabled ? state : ControlState::Disabled,
          .tint = std::nullopt,
          .inside = nullptr};
}

// As a chip with a sign or an emoji before its words.
template <class Button>
[[nodiscard]] BlockPointer button_chip(std::string id, Button const& button, Picture picture,
                                       ControlState state, Look const& look) {
  auto made = button_control(std::move(id), button, state);
  made.shape = ControlShape::Chip;
  made.picture = is_tight(look) && look.is_small() ? Picture(NoPicture{}) : std::move(picture);
  made.picture_mm = look.picture_mm(look.is_small() ? 7 : 9);
  made.arrangement = Arrangement::Beside;
  made.role = look.is_small() ? Role::Body : Role::Strong;
  made.padding_mm = look.is_small() ? 2 : 4;
  return control(std::move(made));
}

// A sign alone.
template <class Button>
[[nodiscard]] BlockPointer sign_chip(std::string id, Button const& button, char32_t sign,
                                     ControlState state, Look const& look) {
  auto made = button_control(std::move(id), button, state);
  made.phrase.shown.clear();
  made.shape = ControlShape::Chip;
  made.picture = IconPicture{sign};
  made.picture_mm = look.picture_mm(8);
  made.padding_mm = 3;
  return control(std::move(made));
}

// An emoji alone, where words elsewhere matter more.
template <class Button>
[[nodiscard]] BlockPointer picture_chip(std::string id, Button const& button, Picture picture,
                                        ControlState state) {
  auto made = button_control(std::move(id), button, state);
  made.phrase.shown.clear();
  made.shape = ControlShape::Chip;
  made.picture = std::move(picture);
  made.picture_mm = 10;
  made.padding_mm = 2;
  return control(std::move(made));
}

// In the middle of its height.
[[nodiscard]] inline BlockPointer centred_words(std::string id, core::Phrase const& phrase,
                                                WordsStyle style) {
  return column({{.block = space(), .grow = 1},
                 {.block = words(std::move(id), phrase, style)},
                 {.block = space(), .grow = 1}});
}

[[nodiscard]] BlockPointer late_block(counting::LateView const& late, ControlState state,
                                      Look const& look);
[[nodiscard]] BlockPointer sent_block(counting::SentView const& sent, ControlState state,
                                      Look const& look);
[[nodiscard]] BlockPointer file_block(counting::FileView const& file, Look const& look);

}  // namespace inloop::ui::host
