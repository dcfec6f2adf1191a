#include "tests/bench/screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include "kiosk/base/assert.h"

namespace inloop::bench {
namespace {

constexpr unsigned left_button = 1;
constexpr int deepest_depth = 32;

}  // namespace

class Screen::Impl {
 public:
  Impl() = default;
  Impl(Impl const&) = delete;
  Impl& operator=(Impl const&) = delete;

  ~Impl() {
    if (m_image != nullptr) {
      XShmDetach(m_display, &m_memory);
      XDestroyImage(m_image);
      shmdt(m_memory.shmaddr);
    }
    if (m_display != nullptr) XCloseDisplay(m_display);
  }

  Result<> open() {
    m_display = XOpenDisplay(nullptr);
    if (m_display == nullptr) return failure("cannot open the display that DISPLAY names");
    m_root = DefaultRootWindow(m_display);
    int unused = 0;
    int event_base = 0;
    if (XDamageQueryExtension(m_display, &event_base, &unused) == 0 ||
        XTestQueryExtension(m_display, &unused, &unused, &unused, &unused) == 0 ||
        XShmQueryExtension(m_display) == 0)
      return failure("the display lacks DAMAGE, XTEST or MIT-SHM");
    m_damage_event = event_base + XDamageNotify;
    m_damage = XDamageCreate(m_display, m_root, XDamageReportNonEmpty);
    return share_memory();
  }

  std::vector<std::uint32_t> const& look() {
    XShmGetImage(m_display, m_root, m_image, 0, 0, AllPlanes);
    auto const* const first = reinterpret_cast<std::uint32_t const*>(m_image->data);
    m_pixels.assign(first, first + std::size_t(m_image->width) * std::size_t(m_image->height));
    return m_pixels;
  }

  std::optional<Instant> wait_for_drawing(Instant until) {
    for (;;) {
      while (XPending(m_display) > 0) {
        XEvent event;
        XNextEvent(m_display, &event);
        if (event.type != m_damage_event) continue;
        auto const now = std::chrono::steady_clock::now();
        XDamageSubtract(m_display, m_damage, None, None);
        XSync(m_display, False);
        return now;
      }
      auto const left =
          std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now()).count();
      if (left <= 0) return std::nullopt;
      pollfd connection{.fd = ConnectionNumber(m_display), .events = POLLIN, .revents = 0};
      poll(&connection, 1, static_cast<int>(left));
    }
  }

  void move_to(Place place) {
    XTestFakeMotionEvent(m_display, -1, place.x_px, place.y_px, CurrentTime);
    XSync(m_display, False);
  }

  void set_button(int is_pressed) {
    XTestFakeButtonEvent(m_display, left_button, is_pressed, CurrentTime);
    XFlush(m_display);
  }

 private:
  Result<> share_memory() {
    XWindowAttributes root{};
    XGetWindowAttributes(m_display, m_root, &root);
    m_image = XShmCreateImage(m_display, root.visual, static_cast<unsigned>(root.depth), ZPixmap,
                              nullptr, &m_memory, static_cast<unsigned>(root.width),
                              static_cast<unsigned>(root.height));
    if (m_image == nullptr || m_image->bits_per_pixel != deepest_depth)
      return failure("the screen has no 32 bits a pixel");
    auto const bytes = static_cast<std::size_t>(m_image->bytes_per_line * m_image->height);
    m_memory.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
    if (m_memory.shmid < 0) return failure("no shared memory for the picture of the screen");
    m_memory.shmaddr = m_image->data = static_cast<char*>(shmat(m_memory.shmid, nullptr, 0));
    m_memory.readOnly = False;
    XShmAttach(m_display, &m_memory);
    XSync(m_display, False);
    shmctl(m_memory.shmid, IPC_RMID, nullptr);  // gone with the last who uses it
    return {};
  }

  Display* m_display = nullptr;
  Window m_root = None;
  Damage m_damage = None;
  int m_damage_event = 0;
  XShmSegmentInfo m_memory{};
  XImage* m_image = nullptr;
  std::vector<std::uint32_t> m_pixels;
};

Result<Screen> Screen::open() {
  auto impl = std::make_unique<Impl>();
  if (auto const opened = impl->open(); !opened) return tl::unexpected(opened.error());
  return Screen(std::move(impl));
}

Screen::Screen(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Screen::Screen(Screen&&) noexcept = default;
Screen::~Screen() = default;

std::vector<std::uint32_t> const& Screen::look() {
  return m_impl->look();
}
std::optional<Instant> Screen::wait_for_drawing(Instant until) {
  return m_impl->wait_for_drawing(until);
}
void Screen::move_to(Place place) {
  m_impl->move_to(place);
}
void Screen::press() {
  m_impl->set_button(True);
}
void Screen::release() {
  m_impl->set_button(False);
}

}  // namespace inloop::bench
