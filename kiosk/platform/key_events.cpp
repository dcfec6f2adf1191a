#include "kiosk/platform/key_events.h"

#include <array>
#include <optional>
#include <string_view>

#include <SDL.h>

namespace inloop::platform {
namespace {

bool has_shift(SDL_KeyboardEvent const& event) {
  return (event.keysym.mod & KMOD_SHIFT) != 0;
}

std::optional<Key> key_of(SDL_KeyboardEvent const& event) {
  switch (event.keysym.scancode) {
    case SDL_SCANCODE_RIGHT:
    case SDL_SCANCODE_DOWN:
      return Key::Next;
    case SDL_SCANCODE_LEFT:
    case SDL_SCANCODE_UP:
      return Key::Previous;
    case SDL_SCANCODE_TAB:
      return has_shift(event) ? Key::Previous : Key::Next;
    case SDL_SCANCODE_RETURN:
    case SDL_SCANCODE_KP_ENTER:
    case SDL_SCANCODE_SPACE:
      return Key::Press;
    case SDL_SCANCODE_ESCAPE:
    case SDL_SCANCODE_BACKSPACE:
      return Key::Back;
    case SDL_SCANCODE_F1:
    case SDL_SCANCODE_KP_0:
      return Key::Repeat;
    case SDL_SCANCODE_KP_PLUS:
    case SDL_SCANCODE_VOLUMEUP:
      return Key::Louder;
    case SDL_SCANCODE_KP_MINUS:
    case SDL_SCANCODE_VOLUMEDOWN:
      return Key::Softer;
    default:
      return std::nullopt;
  }
}

// Keys that follow one another by number (USB HID usage tables, page 7), and what they type on a
// US keyboard.
struct Row {
  SDL_Scancode first;
  std::string_view plain;
  std::string_view shifted;
};

constexpr std::array rows{
    Row{SDL_SCANCODE_A, "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    Row{SDL_SCANCODE_1, "1234567890\n", "!@#$%^&*()\n"},
    Row{SDL_SCANCODE_SPACE, " -=[]\\", " _+{}|"},
    Row{SDL_SCANCODE_SEMICOLON, ";'`,./", ":\"~<>?"},
    Row{SDL_SCANCODE_KP_DIVIDE, "/*-+\n1234567890.", "/*-+\n1234567890."},
};
static_assert(SDL_SCANCODE_RETURN == SDL_SCANCODE_0 + 1);
static_assert(SDL_SCANCODE_BACKSLASH == SDL_SCANCODE_SPACE + 5);
static_assert(SDL_SCANCODE_SLASH == SDL_SCANCODE_SEMICOLON + 5);
static_assert(SDL_SCANCODE_KP_PERIOD == SDL_SCANCODE_KP_DIVIDE + 15);

std::optional<char> character_of(SDL_KeyboardEvent const& event) {
  for (Row const& row : rows) {
    auto const place = static_cast<std::size_t>(event.keysym.scancode - row.first);
    if (event.keysym.scancode < row.first || place >= row.plain.size()) continue;
    return has_shift(event) ? row.shifted[place] : row.plain[place];
  }
  return std::nullopt;
}

std::int64_t widened_ms(Uint32 timestamp_ms, std::int64_t ticks_ms) {
  return ticks_ms - static_cast<Uint32>(static_cast<Uint32>(ticks_ms) - timestamp_ms);
}

}  // namespace

std::vector<WindowEvent> key_events_from(SDL_KeyboardEvent const& event, std::int64_t ticks_ms) {
  constexpr auto commands = KMOD_CTRL | KMOD_ALT | KMOD_GUI;
  if (event.type != SDL_KEYDOWN || event.repeat != 0) return {};
  if ((event.keysym.mod & commands) != 0) return {};
  std::vector<WindowEvent> events;
  if (auto const character = character_of(event))
    events.emplace_back(
        Typed{.character = *character, .at_ms = widened_ms(event.timestamp, ticks_ms)});
  if (auto const key = key_of(event)) events.emplace_back(KeyPressed{.key = *key});
  return events;
}

}  // namespace inloop::platform
