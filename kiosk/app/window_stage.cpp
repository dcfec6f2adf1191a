#include "kiosk/app/window_stage.h"

#include <cmath>

#include "kiosk/platform/gui_renderer.h"

namespace inloop::app {
namespace {

platform::RendererChoice renderer_choice(Renderer renderer) {
  switch (renderer) {
    case Renderer::Automatic:
      return platform::RendererChoice::Automatic;
    case Renderer::Software:
      return platform::RendererChoice::Software;
    case Renderer::Gpu:
      return platform::RendererChoice::Graphics;
  }
  return platform::RendererChoice::Automatic;
}

platform::WindowOptions window_options(DisplayConfig const& display) {
  platform::WindowOptions options{.renderer = renderer_choice(display.renderer)};
  if (display.window_mode == WindowMode::Windowed) {
    options.size_px = platform::SizePx{display.width_px, display.height_px};
    options.cursor = platform::CursorShown::Yes;
  }
  return options;
}

}  // namespace

Result<std::unique_ptr<WindowStage>> WindowStage::open(DisplayConfig const& display) {
  auto window = platform::Window::open(window_options(display));
  if (!window) return tl::unexpected(window.error());
  return std::unique_ptr<WindowStage>(new WindowStage(std::move(*window), display));
}

WindowStage::WindowStage(platform::Window window, DisplayConfig const& display)
    : m_window(std::move(window)),
      m_textures(m_window.renderer()),
      m_diagonal_mm(display.diagonal_mm) {}

void WindowStage::show(ImDrawData const& picture) {
  platform::draw_gui(picture, m_textures, m_window.renderer());
  m_window.present();
}

Result<> WindowStage::keep(ImDrawData const& picture, std::filesystem::path const& file) {
  platform::draw_gui(picture, m_textures, m_window.renderer());
  auto kept = m_window.save_picture(file);
  m_window.present();
  return kept;
}

ui::Glass WindowStage::glass() const {
  auto const size = m_window.size_px();
  auto const diagonal_px = std::hypot(size.width, size.height);
  return {
      .width_px = size.width, .height_px = size.height, .px_per_mm = diagonal_px / m_diagonal_mm};
}

}  // namespace inloop::app
