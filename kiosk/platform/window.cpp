#include "kiosk/platform/window.h"

#include <algorithm>
#include <atomic>
#include <string_view>
#include <utility>

#include <SDL.h>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"
#include "kiosk/platform/canvas.h"
#include "kiosk/platform/key_events.h"
#include "kiosk/platform/png_file.h"
#include "kiosk/platform/window_event.h"

namespace inloop::platform {
namespace {

// The number of SDL's event for wake(); all ones is SDL's answer when it has none left.
constexpr std::uint32_t no_event_type = ~std::uint32_t{0};

struct WindowCloser {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
struct RendererCloser {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
using WindowHandle = std::unique_ptr<SDL_Window, WindowCloser>;
using RendererHandle = std::unique_ptr<SDL_Renderer, RendererCloser>;

// Each of these was found out the hard way; ARCHITECTURE.md has the list.
void set_hints() {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // Pointer tells fingers and mouse apart itself
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");    // a captured mouse stops touch on X11
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "1");  // the default filter is the nearest pixel
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_APP_NAME, "Inloop");
}

bool has_render_node() {
  std::error_code error;
  for (auto const& entry : std::filesystem::directory_iterator("/dev/dri", error))
    if (entry.path().filename().string().starts_with("renderD")) return true;
  return false;
}

// Mesa draws on the processor when it finds no graphics card; our own way is faster and smaller.
bool is_drawn_by_processor(SDL_Renderer& renderer) {
  SDL_RendererInfo info{};
  if (SDL_GetRendererInfo(&renderer, &info) != 0) return true;
  if (!std::string_view(info.name).starts_with("opengl")) return false;
  constexpr unsigned gl_renderer = 0x1F01;
  using GetString = unsigned char const* (*)(unsigned);
  auto const get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
  unsigned char const* const text = get_string != nullptr ? get_string(gl_renderer) : nullptr;
  if (text == nullptr) return true;
  std::string_view const name(reinterpret_cast<char const*>(text));
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"llvmpipe", "softpipe", "swrast"},
      [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

RendererHandle software_renderer(SDL_Window& window) {
  // Without this SDL shows the software renderer's picture through OpenGL, LLVM and all.
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  return RendererHandle(SDL_CreateRenderer(&window, -1, SDL_RENDERER_SOFTWARE));
}

RendererHandle graphics_renderer(SDL_Window& window) {
  return RendererHandle(
      SDL_CreateRenderer(&window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
}

RendererHandle renderer_for(SDL_Window& window, RendererChoice choice) {
  switch (choice) {
    case RendererChoice::Software:
      return software_renderer(window);
    case RendererChoice::Graphics:
      return graphics_renderer(window);
    case RendererChoice::Automatic:
      break;
  }
  if (has_render_node()) {
    RendererHandle graphics = graphics_renderer(window);
    if (graphics && !is_drawn_by_processor(*graphics)) return graphics;
  }
  return software_renderer(window);
}

WindowHandle make_window(WindowOptions const& options) {
  SizePx const size = options.size_px.value_or(SizePx{});
  Uint32 const flags = options.size_px ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP;
  return WindowHandle(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                       SDL_WINDOWPOS_CENTERED, size.width, size.height, flags));
}

// On these drivers SDL 2.26 can be woken by what happens. On others, KMSDRM among them, it would
// look every millisecond; we look as often as a screen shows something new.
bool can_sleep(std::string_view driver) {
  return driver == "x11" || driver == "wayland";
}

inline constexpr std::int64_t nap_ms = 10;

}  // namespace

class Window::Impl {
 public:
  Impl() = default;
  ~Impl() {
    m_renderer.reset();
    m_window.reset();
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
  Impl(Impl const&) = delete;
  Impl& operator=(Impl const&) = delete;

  Result<> open(WindowOptions const& options) {
    m_window = make_window(options);
    if (!m_window) return failure("cannot open a window: {}", SDL_GetError());
    m_renderer = renderer_for(*m_window, options.renderer);
    if (!m_renderer) return failure("cannot draw in the window: {}", SDL_GetError());
    m_can_sleep = can_sleep(SDL_GetCurrentVideoDriver());
    m_wake_type = SDL_RegisterEvents(1);
    if (m_wake_type == no_event_type) return failure("SDL has no event left to wake with");
    SDL_ShowCursor(options.cursor == CursorShown::Yes ? SDL_ENABLE : SDL_DISABLE);
    SDL_DisableScreenSaver();
    SDL_StopTextInput();
    log::info("window of {} x {} pixels on {}, {} renderer", size_px().width, size_px().height,
              SDL_GetCurrentVideoDriver(), is_software() ? "software" : "graphics");
    return {};
  }

  std::vector<WindowEvent> wait(std::optional<std::int64_t> timeout_ms) {
    std::vector<WindowEvent> events;
    std::int64_t const limited_ms =
        std::clamp<std::int64_t>(timeout_ms.value_or(longest_wait_ms), 0, longest_wait_ms);
    SDL_Event event;
    if (!await_event(event, limited_ms)) return events;
    do {
      for (auto const& plain : plain_events(event)) {
        // Cleared before the caller looks for work, so that a later wake() is never lost.
        if (std::holds_alternative<Woken>(plain)) m_is_wake_waiting = false;
        events.push_back(plain);
      }
    } while (events.size() + most_events_a_key <= most_events_a_wait && SDL_PollEvent(&event) != 0);
    return events;
  }

  void wake() {
    if (m_is_wake_waiting.exchange(true)) return;
    SDL_Event event{};
    event.type = m_wake_type;
    if (SDL_PushEvent(&event) < 0) m_is_wake_waiting = false;
  }

  SizePx size_px() const {
    SizePx size;
    int const result = SDL_GetRendererOutputSize(m_renderer.get(), &size.width, &size.height);
    INLOOP_ASSERT(result == 0);
    return size;
  }

  bool is_software() const {
    SDL_RendererInfo info{};
    return SDL_GetRendererInfo(m_renderer.get(), &info) == 0 &&
           (info.flags & SDL_RENDERER_SOFTWARE) != 0;
  }

  SDL_Renderer& renderer() const { return *m_renderer; }

 private:
  std::vector<WindowEvent> plain_events(SDL_Event const& event) const {
    if (event.type == SDL_KEYDOWN)
      return key_events_from(event.key, static_cast<std::int64_t>(SDL_GetTicks64()));
    auto const plain = window_event_from(event, size_px(), m_wake_type);
    return plain ? std::vector{*plain} : std::vector<WindowEvent>{};
  }

  bool await_event(SDL_Event& event, std::int64_t limit_ms) const {
    if (m_can_sleep) return SDL_WaitEventTimeout(&event, static_cast<int>(limit_ms)) != 0;
    auto const end_ms = static_cast<std::int64_t>(SDL_GetTicks64()) + limit_ms;
    while (SDL_PollEvent(&event) == 0) {
      auto const left_ms = end_ms - static_cast<std::int64_t>(SDL_GetTicks64());
      if (left_ms <= 0) return false;
      SDL_Delay(static_cast<std::uint32_t>(std::min(left_ms, nap_ms)));
    }
    return true;
  }

  WindowHandle m_window;
  RendererHandle m_renderer;
  bool m_can_sleep = true;
  std::uint32_t m_wake_type = no_event_type;
  std::atomic<bool> m_is_wake_waiting = false;
};

Result<Window> Window::open(WindowOptions const& options) {
  set_hints();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
    return failure("cannot reach a screen: {}", SDL_GetError());
  auto impl = std::make_unique<Impl>();
  if (auto const opened = impl->open(options); !opened) return tl::unexpected(opened.error());
  return Window(std::move(impl));
}

Window::Window(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

std::vector<WindowEvent> Window::wait(std::optional<std::int64_t> timeout_ms) {
  return m_impl->wait(timeout_ms);
}

void Window::wake() const {
  m_impl->wake();
}
void Window::present() {
  SDL_RenderPresent(&m_impl->renderer());
}
SizePx Window::size_px() const {
  return m_impl->size_px();
}
SDL_Renderer& Window::renderer() const {
  return m_impl->renderer();
}
bool Window::is_software() const {
  return m_impl->is_software();
}

Result<> Window::save_picture(std::filesystem::path const& path) const {
  auto const picture = read_back(m_impl->renderer());
  if (!picture) return tl::unexpected(picture.error());
  return write_png(path, *picture);
}

}  // namespace inloop::platform
