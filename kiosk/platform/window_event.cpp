#include "kiosk/platform/window_event.h"

#include <SDL.h>

namespace inloop::platform {
namespace {

Contact finger_contact(SDL_TouchFingerEvent const& finger, ContactPhase phase, SizePx size_px) {
  return {.finger = finger.fingerId,
          .phase = phase,
          .x_px = finger.x * static_cast<float>(size_px.width),
          .y_px = finger.y * static_cast<float>(size_px.height)};
}

std::optional<WindowEvent> button_contact(SDL_MouseButtonEvent const& button, ContactPhase phase) {
  if (button.which == SDL_TOUCH_MOUSEID || button.button != SDL_BUTTON_LEFT) return std::nullopt;
  return Contact{
      .phase = phase, .x_px = static_cast<float>(button.x), .y_px = static_cast<float>(button.y)};
}

std::optional<WindowEvent> motion_contact(SDL_MouseMotionEvent const& motion) {
  // A mouse that only hovers must not wake the kiosk.
  if (motion.which == SDL_TOUCH_MOUSEID || (motion.state & SDL_BUTTON_LMASK) == 0)
    return std::nullopt;
  return Contact{.phase = ContactPhase::Move,
                 .x_px = static_cast<float>(motion.x),
                 .y_px = static_cast<float>(motion.y)};
}

std::optional<WindowEvent> window_event(SDL_WindowEvent const& window) {
  switch (window.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
      return Uncovered{};
    case SDL_WINDOWEVENT_CLOSE:
      return CloseRequested{};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<WindowEvent> window_event_from(SDL_Event const& event, SizePx size_px,
                                             std::uint32_t wake_type) {
  switch (event.type) {
    case SDL_QUIT:
      return CloseRequested{};
    case SDL_WINDOWEVENT:
      return window_event(event.window);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      return TexturesLost{};
    case SDL_FINGERDOWN:
      return finger_contact(event.tfinger, ContactPhase::Down, size_px);
    case SDL_FINGERMOTION:
      return finger_contact(event.tfinger, ContactPhase::Move, size_px);
    case SDL_FINGERUP:
      return finger_contact(event.tfinger, ContactPhase::Up, size_px);
    case SDL_MOUSEBUTTONDOWN:
      return button_contact(event.button, ContactPhase::Down);
    case SDL_MOUSEBUTTONUP:
      return button_contact(event.button, ContactPhase::Up);
    case SDL_MOUSEMOTION:
      return motion_contact(event.motion);
    default:
      break;
  }
  if (event.type == wake_type) return Woken{};
  return std::nullopt;
}

}  // namespace inloop::platform
