#pragma once
// The one window of the kiosk: opens it, waits for what happens on it, shows what was drawn. It
// decides nothing: no gesture is recognised and nothing is drawn here. UI thread, but for wake().

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/platform/contact.h"
#include "kiosk/platform/key.h"

struct SDL_Renderer;

namespace inloop::platform {

enum class RendererChoice {
  Automatic,  // the graphics processor where there is a real one
  Software,
  Graphics,
};
enum class CursorShown { No, Yes };

struct SizePx {
  int width = 0;
  int height = 0;

  bool operator==(SizePx const&) const = default;
};

struct WindowOptions {
  std::string title = "Inloop";
  std::optional<SizePx> size_px;  // absent: the whole screen
  RendererChoice renderer = RendererChoice::Automatic;
  CursorShown cursor = CursorShown::No;
};

// What can come out of wait().
struct CloseRequested {
  bool operator==(CloseRequested const&) const = default;
};
struct Uncovered {  // the window system wants the picture again
  bool operator==(Uncovered const&) const = default;
};
struct TexturesLost {  // a graphics reset: every texture must be made again
  bool operator==(TexturesLost const&) const = default;
};
struct Woken {  // another thread called wake()
  bool operator==(Woken const&) const = default;
};
using WindowEvent =
    std::variant<Contact, KeyPressed, Typed, CloseRequested, Uncovered, TexturesLost, Woken>;

class Window {
 public:
  static constexpr std::size_t most_events_a_wait = 256;
  static constexpr std::int64_t longest_wait_ms = 3'600'000;

  [[nodiscard]] static Result<Window> open(WindowOptions const& options);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  // Sleeps until something happens or the time is over, at most `longest_wait_ms`; then returns
  // all that has happened, perhaps nothing. Without X11 or Wayland it looks every 10 ms instead.
  [[nodiscard]] std::vector<WindowEvent> wait(std::optional<std::int64_t> timeout_ms);

  // Makes wait() return with Woken. Any thread, while the window lives.
  void wake() const;

  // Shows what was drawn since the last call.
  void present();

  [[nodiscard]] SizePx size_px() const;
  [[nodiscard]] SDL_Renderer& renderer() const;
  [[nodiscard]] bool is_software() const;

  // The frame that was drawn and not yet presented, as a PNG file.
  [[nodiscard]] Result<> save_picture(std::filesystem::path const& path) const;

 private:
  class Impl;
  explicit Window(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::platform
