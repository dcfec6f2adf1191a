#include "tests/support/ui_harness.h"

#include <stdexcept>
#include <utility>

#include "kiosk/platform/gui_renderer.h"
#include "tests/support/mark_checks.h"

namespace inloop::test {
namespace {

constexpr int warm_up_frames = 2;
constexpr int most_frames = 200;
constexpr std::int64_t frame_ms = 16;
constexpr std::int64_t calm_ms = 1000;

// Nobody's colour: where it shows, the screen was not drawn.
constexpr platform::Colour undrawn{.red = 255, .green = 0, .blue = 255};

}  // namespace

UiHarness::UiHarness(ui::Glass const& glass)
    : m_glass(glass),
      m_memory(glass.width_px, glass.height_px),
      m_textures(m_memory.renderer()),
      m_ui(m_textures, glass) {}

void UiHarness::show(core::Screen screen) {
  m_screen = std::move(screen);
  for (int frame = 0; frame < warm_up_frames; ++frame) static_cast<void>(draw_once());
  static_cast<void>(draw_until_calm());
}

std::optional<core::Action> UiHarness::tap(std::string const& id_or_label, Pace pace) {
  if (pace == Pace::Calm) let_pass(calm_ms);
  ui::Rect const rect = mark(id_or_label).rect;
  return tap_at((rect.left_px + rect.right_px) / 2, (rect.top_px + rect.bottom_px) / 2);
}

std::optional<core::Action> UiHarness::tap_at(float x_px, float y_px) {
  feed(platform::ContactPhase::Down, x_px, y_px);
  feed(platform::ContactPhase::Up, x_px, y_px);
  return draw_until_calm();
}

std::optional<core::Action> UiHarness::press(std::string const& id_or_label) {
  let_pass(calm_ms);
  ui::Rect const rect = mark(id_or_label).rect;
  feed(platform::ContactPhase::Down, (rect.left_px + rect.right_px) / 2,
       (rect.top_px + rect.bottom_px) / 2);
  return draw_until_calm();
}

std::optional<core::Action> UiHarness::release() {
  feed(platform::ContactPhase::Up, m_x_px, m_y_px);
  return draw_until_calm();
}

std::optional<core::Action> UiHarness::slide_off(std::string const& id_or_label) {
  auto action = press(id_or_label);
  ui::Rect const rect = mark(id_or_label).rect;
  // A corner of the glass is never a target: targets keep a margin.
  bool const is_at_left = rect.left_px < static_cast<float>(m_glass.width_px) / 2;
  float const x_px = is_at_left ? static_cast<float>(m_glass.width_px) - 2 : 1;
  feed(platform::ContactPhase::Move, x_px, 1);
  auto later = draw_until_calm();
  if (!action) action = std::move(later);
  later = release();
  return action ? action : later;
}

std::optional<core::Action> UiHarness::press_key(ui::FocusKey key) {
  m_ui.press_key(key);
  return draw_until_calm();
}

ui::Mark const& UiHarness::mark(std::string const& id_or_label) const {
  return mark_of(m_ui.marks(), id_or_label);
}

std::vector<std::string> UiHarness::objections() const {
  return objections_to(m_ui.marks(), m_glass, m_screen.preferences.text_size);
}

void UiHarness::feed(platform::ContactPhase phase, float x_px, float y_px) {
  m_x_px = x_px;
  m_y_px = y_px;
  m_pointer.feed({.phase = phase, .x_px = x_px, .y_px = y_px}, m_uptime_ms);
}

std::optional<core::Action> UiHarness::draw_until_calm() {
  std::optional<core::Action> action;
  m_heard.clear();
  for (int frame = 0; frame < most_frames; ++frame) {
    ui::Frame const drawn = draw_once();
    if (drawn.action && action) throw std::runtime_error("one touch made two actions");
    if (drawn.action) action = drawn.action;
    if (drawn.say) m_heard = *drawn.say;
    if (drawn.is_settled && !m_pointer.has_more()) return action;
  }
  throw std::runtime_error("the screen never comes to rest");
}

ui::Frame UiHarness::draw_once() {
  m_uptime_ms += frame_ms;
  platform::clear(m_memory.renderer(), undrawn);
  ui::Frame const frame = m_ui.draw(m_screen, m_pointer.next_sample(m_uptime_ms), m_uptime_ms);
  platform::draw_gui(*frame.picture, m_textures, m_memory.renderer());
  return frame;
}

}  // namespace inloop::test
