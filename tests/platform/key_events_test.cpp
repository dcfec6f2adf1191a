#include "kiosk/platform/key_events.h"

#include <array>
#include <set>
#include <string>

#include <SDL.h>
#include <catch2/catch.hpp>

namespace inloop::platform {
namespace {

using Events = std::vector<WindowEvent>;

SDL_KeyboardEvent key(SDL_Scancode scancode, int modifiers = KMOD_NONE) {
  SDL_KeyboardEvent event{};
  event.type = SDL_KEYDOWN;
  event.state = SDL_PRESSED;
  event.keysym.scancode = scancode;
  event.keysym.mod = static_cast<Uint16>(modifiers);
  event.timestamp = 1234;
  return event;
}

Events pressed(SDL_Scancode scancode, int modifiers = KMOD_NONE) {
  return key_events_from(key(scancode, modifiers), 1240);
}

Events typed_and(char character, Key meaning) {
  return {Typed{.character = character, .at_ms = 1234}, KeyPressed{meaning}};
}

char typed(SDL_Scancode scancode, int modifiers = KMOD_NONE) {
  auto const events = pressed(scancode, modifiers);
  REQUIRE_FALSE(events.empty());
  return std::get<Typed>(events.front()).character;
}

// What a reader sends for `text`, key by key, as it would on a US keyboard.
std::string read_by_a_reader(std::vector<SDL_KeyboardEvent> const& keys) {
  std::string text;
  for (auto const& one : keys)
    for (auto const& event : key_events_from(one, 1240))
      if (auto const* const character = std::get_if<Typed>(&event)) text += character->character;
  return text;
}

}  // namespace

TEST_CASE("a keypad's keys mean next, previous, press, back, repeat, louder and softer") {
  CHECK(pressed(SDL_SCANCODE_RIGHT) == Events{KeyPressed{Key::Next}});
  CHECK(pressed(SDL_SCANCODE_DOWN) == Events{KeyPressed{Key::Next}});
  CHECK(pressed(SDL_SCANCODE_TAB) == Events{KeyPressed{Key::Next}});
  CHECK(pressed(SDL_SCANCODE_LEFT) == Events{KeyPressed{Key::Previous}});
  CHECK(pressed(SDL_SCANCODE_UP) == Events{KeyPressed{Key::Previous}});
  CHECK(pressed(SDL_SCANCODE_TAB, KMOD_LSHIFT) == Events{KeyPressed{Key::Previous}});
  CHECK(pressed(SDL_SCANCODE_ESCAPE) == Events{KeyPressed{Key::Back}});
  CHECK(pressed(SDL_SCANCODE_BACKSPACE) == Events{KeyPressed{Key::Back}});
  CHECK(pressed(SDL_SCANCODE_F1) == Events{KeyPressed{Key::Repeat}});
  CHECK(pressed(SDL_SCANCODE_VOLUMEUP) == Events{KeyPressed{Key::Louder}});
  CHECK(pressed(SDL_SCANCODE_VOLUMEDOWN) == Events{KeyPressed{Key::Softer}});
}

TEST_CASE("a keypad's key with a character yields the character first, then its meaning") {
  CHECK(pressed(SDL_SCANCODE_RETURN) == typed_and('\n', Key::Press));
  CHECK(pressed(SDL_SCANCODE_KP_ENTER) == typed_and('\n', Key::Press));
  CHECK(pressed(SDL_SCANCODE_SPACE) == typed_and(' ', Key::Press));
  CHECK(pressed(SDL_SCANCODE_KP_0) == typed_and('0', Key::Repeat));
  CHECK(pressed(SDL_SCANCODE_KP_PLUS) == typed_and('+', Key::Louder));
  CHECK(pressed(SDL_SCANCODE_KP_MINUS) == typed_and('-', Key::Softer));
}

TEST_CASE("a digit or a letter is typed and means nothing on the keypad") {
  CHECK(pressed(SDL_SCANCODE_0) == Events{Typed{.character = '0', .at_ms = 1234}});
  CHECK(pressed(SDL_SCANCODE_KP_7) == Events{Typed{.character = '7', .at_ms = 1234}});
  CHECK(pressed(SDL_SCANCODE_Q) == Events{Typed{.character = 'q', .at_ms = 1234}});
  CHECK(pressed(SDL_SCANCODE_Q, KMOD_RSHIFT) == Events{Typed{.character = 'Q', .at_ms = 1234}});
}

TEST_CASE("a lit Caps Lock or Num Lock changes nothing of what a reader types") {
  CHECK(typed(SDL_SCANCODE_A, KMOD_CAPS) == 'a');
  CHECK(typed(SDL_SCANCODE_A, KMOD_CAPS | KMOD_LSHIFT) == 'A');
  CHECK(typed(SDL_SCANCODE_KP_5, KMOD_NUM) == '5');
}

TEST_CASE("a reader can type every printable character of ASCII, and no other") {
  std::set<char> characters;
  for (int scancode = 0; scancode < SDL_NUM_SCANCODES; ++scancode)
    for (int const modifiers : {KMOD_NONE, KMOD_LSHIFT})
      for (auto const& event : pressed(static_cast<SDL_Scancode>(scancode), modifiers))
        if (auto const* const one = std::get_if<Typed>(&event)) characters.insert(one->character);
  std::set<char> expected{'\n'};
  for (char character = ' '; character <= '~'; ++character) expected.insert(character);
  CHECK(characters == expected);
}

TEST_CASE("each key types what is printed on it on a US keyboard") {
  constexpr std::array main_part{
      SDL_SCANCODE_GRAVE,     SDL_SCANCODE_1,           SDL_SCANCODE_2,
      SDL_SCANCODE_3,         SDL_SCANCODE_4,           SDL_SCANCODE_5,
      SDL_SCANCODE_6,         SDL_SCANCODE_7,           SDL_SCANCODE_8,
      SDL_SCANCODE_9,         SDL_SCANCODE_0,           SDL_SCANCODE_MINUS,
      SDL_SCANCODE_EQUALS,    SDL_SCANCODE_LEFTBRACKET, SDL_SCANCODE_RIGHTBRACKET,
      SDL_SCANCODE_BACKSLASH, SDL_SCANCODE_SEMICOLON,   SDL_SCANCODE_APOSTROPHE,
      SDL_SCANCODE_COMMA,     SDL_SCANCODE_PERIOD,      SDL_SCANCODE_SLASH,
      SDL_SCANCODE_A,         SDL_SCANCODE_M,           SDL_SCANCODE_Z};
  constexpr std::array number_pad{
      SDL_SCANCODE_KP_DIVIDE, SDL_SCANCODE_KP_MULTIPLY, SDL_SCANCODE_KP_MINUS, SDL_SCANCODE_KP_PLUS,
      SDL_SCANCODE_KP_1,      SDL_SCANCODE_KP_2,        SDL_SCANCODE_KP_3,     SDL_SCANCODE_KP_4,
      SDL_SCANCODE_KP_5,      SDL_SCANCODE_KP_6,        SDL_SCANCODE_KP_7,     SDL_SCANCODE_KP_8,
      SDL_SCANCODE_KP_9,      SDL_SCANCODE_KP_0,        SDL_SCANCODE_KP_PERIOD};
  auto const read = [](auto const& scancodes, int modifiers) {
    std::string text;
    for (SDL_Scancode const scancode : scancodes) text += typed(scancode, modifiers);
    return text;
  };
  CHECK(read(main_part, KMOD_NONE) == "`1234567890-=[]\\;',./amz");
  CHECK(read(main_part, KMOD_LSHIFT) == "~!@#$%^&*()_+{}|:\"<>?AMZ");
  CHECK(read(number_pad, KMOD_NONE) == "/*-+1234567890.");
}

TEST_CASE("a code with capitals and marks comes out as the reader sent it") {
  CHECK(read_by_a_reader({key(SDL_SCANCODE_B, KMOD_LSHIFT), key(SDL_SCANCODE_P),
                          key(SDL_SCANCODE_SEMICOLON, KMOD_LSHIFT), key(SDL_SCANCODE_0),
                          key(SDL_SCANCODE_4), key(SDL_SCANCODE_MINUS), key(SDL_SCANCODE_Z),
                          key(SDL_SCANCODE_SLASH), key(SDL_SCANCODE_RETURN)}) == "Bp:04-z/\n");
}

TEST_CASE("a held key, a key let go and a key with Ctrl, Alt or a logo key do nothing") {
  auto held = key(SDL_SCANCODE_RETURN);
  held.repeat = 1;
  CHECK(key_events_from(held, 1240).empty());
  auto let_go = key(SDL_SCANCODE_RETURN);
  let_go.type = SDL_KEYUP;
  CHECK(key_events_from(let_go, 1240).empty());
  for (int const modifiers : {KMOD_LCTRL, KMOD_RCTRL, KMOD_LALT, KMOD_RALT, KMOD_LGUI, KMOD_RGUI})
    for (int scancode = 0; scancode < SDL_NUM_SCANCODES; ++scancode)
      CHECK(pressed(static_cast<SDL_Scancode>(scancode), modifiers).empty());
}

TEST_CASE("of all other keys none does anything") {
  std::size_t known = 0;
  for (int scancode = 0; scancode < SDL_NUM_SCANCODES; ++scancode)
    if (!pressed(static_cast<SDL_Scancode>(scancode)).empty()) ++known;
  // 47 keys with a character and Return on the main part, 16 on the number pad; arrows, Tab,
  // Escape, Backspace, F1 and two for the volume.
  CHECK(known == 47 + 1 + 1 + 16 + 4 + 1 + 2 + 1 + 2);
  CHECK(pressed(SDL_SCANCODE_F4).empty());
  CHECK(pressed(SDL_SCANCODE_DELETE).empty());
  CHECK(pressed(SDL_SCANCODE_PRINTSCREEN).empty());
  CHECK(pressed(SDL_SCANCODE_MUTE).empty());
}

TEST_CASE("the time of a character does not jump when SDL's 32 bits start again from zero") {
  constexpr std::int64_t seven_weeks_ms = std::int64_t{1} << 32;
  auto before = key(SDL_SCANCODE_1);
  before.timestamp = 0xFFFFFFF0U;
  auto after = key(SDL_SCANCODE_2);
  after.timestamp = 0x10U;
  auto const at_ms = [](SDL_KeyboardEvent const& event, std::int64_t ticks_ms) {
    return std::get<Typed>(key_events_from(event, ticks_ms).front()).at_ms;
  };
  CHECK(at_ms(before, seven_weeks_ms + 0x20) == seven_weeks_ms - 0x10);
  CHECK(at_ms(after, seven_weeks_ms + 0x20) == seven_weeks_ms + 0x10);
}

}  // namespace inloop::platform
