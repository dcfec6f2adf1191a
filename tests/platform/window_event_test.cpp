#include "kiosk/platform/window_event.h"

#include <SDL.h>
#include <catch2/catch.hpp>

namespace inloop::platform {
namespace {

constexpr SizePx size{.width = 1000, .height = 2000};
constexpr std::uint32_t wake_type = 0x9000;

std::optional<WindowEvent> plain(SDL_Event const& event) {
  return window_event_from(event, size, wake_type);
}

SDL_Event finger(Uint32 type) {
  SDL_Event event{};
  event.tfinger.type = type;
  event.tfinger.fingerId = 7;
  event.tfinger.x = 0.25F;
  event.tfinger.y = 0.5F;
  return event;
}

SDL_Event button(Uint32 type, Uint8 which_button) {
  SDL_Event event{};
  event.button.type = type;
  event.button.button = which_button;
  event.button.x = 30;
  event.button.y = 40;
  return event;
}

}  // namespace

TEST_CASE("a finger is reported in pixels of the glass") {
  CHECK(plain(finger(SDL_FINGERDOWN)) ==
        WindowEvent{Contact{.finger = 7, .phase = ContactPhase::Down, .x_px = 250, .y_px = 1000}});
  CHECK(plain(finger(SDL_FINGERMOTION)) ==
        WindowEvent{Contact{.finger = 7, .phase = ContactPhase::Move, .x_px = 250, .y_px = 1000}});
  CHECK(plain(finger(SDL_FINGERUP)) ==
        WindowEvent{Contact{.finger = 7, .phase = ContactPhase::Up, .x_px = 250, .y_px = 1000}});
}

TEST_CASE("only the left button of a mouse counts") {
  CHECK(plain(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT)) ==
        WindowEvent{Contact{.phase = ContactPhase::Down, .x_px = 30, .y_px = 40}});
  CHECK_FALSE(plain(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT)));
  CHECK_FALSE(plain(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_MIDDLE)));
}

TEST_CASE("a mouse that SDL makes out of a finger is not counted twice") {
  SDL_Event event = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT);
  event.button.which = SDL_TOUCH_MOUSEID;
  CHECK_FALSE(plain(event));
}

TEST_CASE("a mouse that only hovers is not heard") {
  SDL_Event event{};
  event.motion.type = SDL_MOUSEMOTION;
  event.motion.x = 3;
  CHECK_FALSE(plain(event));
  event.motion.state = SDL_BUTTON_LMASK;
  CHECK(plain(event) == WindowEvent{Contact{.phase = ContactPhase::Move, .x_px = 3, .y_px = 0}});
}

TEST_CASE("what an input method composes and what is dropped on the window does nothing") {
  for (Uint32 const type : {SDL_KEYUP, SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE}) {
    SDL_Event event{};
    event.type = type;
    CHECK_FALSE(plain(event));
  }
}

TEST_CASE("a graphics reset, an uncovered window, a wish to close and a wake are told apart") {
  SDL_Event event{};
  event.type = SDL_RENDER_DEVICE_RESET;
  CHECK(plain(event) == WindowEvent{TexturesLost{}});
  event.type = SDL_RENDER_TARGETS_RESET;
  CHECK(plain(event) == WindowEvent{TexturesLost{}});
  event.type = SDL_QUIT;
  CHECK(plain(event) == WindowEvent{CloseRequested{}});
  event.type = wake_type;
  CHECK(plain(event) == WindowEvent{Woken{}});
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_EXPOSED;
  CHECK(plain(event) == WindowEvent{Uncovered{}});
}

}  // namespace inloop::platform
