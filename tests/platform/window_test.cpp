#include "kiosk/platform/window.h"

#include <thread>

#include <SDL.h>
#include <catch2/catch.hpp>

#include "kiosk/platform/canvas.h"
#include "kiosk/platform/png_file.h"
#include "tests/support/temporary_folder.h"

namespace inloop::platform {
namespace {

Window small_window() {
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
  auto window = Window::open({.size_px = SizePx{.width = 64, .height = 48}});
  REQUIRE(window);
  return std::move(*window);
}

// Takes in what a window reports about itself when it opens.
void settle(Window& window) {
  while (!window.wait(0).empty()) continue;
}

}  // namespace

TEST_CASE("a window has the size that was asked for and draws in software without a GPU") {
  Window const window = small_window();
  CHECK(window.size_px() == SizePx{.width = 64, .height = 48});
  CHECK(window.is_software());
}

TEST_CASE("another thread wakes the window, and many wakes are one event") {
  Window window = small_window();
  settle(window);
  std::thread other([&] {
    for (int count = 0; count < 1000; ++count) window.wake();
  });
  other.join();
  CHECK(window.wait(std::nullopt) == std::vector<WindowEvent>{Woken{}});
  CHECK(window.wait(0).empty());
}

TEST_CASE("a wake while the window sleeps ends its sleep") {
  Window window = small_window();
  settle(window);
  std::thread other([&] { window.wake(); });
  CHECK(window.wait(std::nullopt) == std::vector<WindowEvent>{Woken{}});
  other.join();
}

TEST_CASE("a finger on the window comes out as a contact") {
  Window window = small_window();
  settle(window);
  SDL_Event event{};
  event.tfinger.type = SDL_FINGERDOWN;
  event.tfinger.x = 0.5F;
  event.tfinger.y = 0.5F;
  event.tfinger.fingerId = 3;
  REQUIRE(SDL_PushEvent(&event) == 1);
  CHECK(window.wait(std::nullopt) ==
        std::vector<WindowEvent>{
            Contact{.finger = 3, .phase = ContactPhase::Down, .x_px = 32, .y_px = 24}});
}

TEST_CASE("a key on the window comes out as what it types and what it means") {
  Window window = small_window();
  settle(window);
  SDL_Event event{};
  event.key.type = SDL_KEYDOWN;
  event.key.keysym.scancode = SDL_SCANCODE_RETURN;
  REQUIRE(SDL_PushEvent(&event) == 1);
  auto const events = window.wait(std::nullopt);
  REQUIRE(events.size() == 2);
  CHECK(std::get<Typed>(events[0]).character == '\n');
  CHECK(events[1] == WindowEvent{KeyPressed{Key::Press}});
}

TEST_CASE("a flood of keys comes out in portions that are limited") {
  Window window = small_window();
  settle(window);
  SDL_Event event{};
  event.key.type = SDL_KEYDOWN;
  event.key.keysym.scancode = SDL_SCANCODE_RETURN;
  for (std::size_t i = 0; i < Window::most_events_a_wait; ++i) REQUIRE(SDL_PushEvent(&event) == 1);
  CHECK(window.wait(std::nullopt).size() == Window::most_events_a_wait);
  CHECK(window.wait(std::nullopt).size() == Window::most_events_a_wait);
  CHECK(window.wait(0).empty());
}

TEST_CASE("a drawn frame can be saved as a picture") {
  test::TemporaryFolder const folder;
  Window window = small_window();
  clear(window.renderer(), {.red = 10, .green = 200, .blue = 30});
  REQUIRE(window.save_picture(folder.path() / "frame.png"));
  window.present();
  auto const picture = read_png(folder.path() / "frame.png");
  REQUIRE(picture);
  CHECK(picture->width_px == 64);
  CHECK(picture->height_px == 48);
  CHECK(std::vector<std::uint8_t>(picture->bgra.begin(), picture->bgra.begin() + 4) ==
        std::vector<std::uint8_t>{30, 200, 10, 255});
}

TEST_CASE("without any screen the window says why it cannot open") {
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "no such driver", SDL_HINT_OVERRIDE);
  auto const window = Window::open({});
  REQUIRE_FALSE(window);
  CHECK(window.error().what.starts_with("cannot reach a screen: "));
}

}  // namespace inloop::platform
