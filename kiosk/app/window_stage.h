#pragma once
// The window of the kiosk with everything that draws on it. UI thread.

#include <filesystem>
#include <memory>

#include "kiosk/app/config.h"
#include "kiosk/base/result.h"
#include "kiosk/platform/texture_store.h"
#include "kiosk/platform/window.h"
#include "kiosk/ui/ui.h"

namespace inloop::app {

class WindowStage {
 public:
  [[nodiscard]] static Result<std::unique_ptr<WindowStage>> open(DisplayConfig const& display);

  void show(ImDrawData const& picture);
  // Draws the picture once more and keeps it as a PNG file.
  [[nodiscard]] Result<> keep(ImDrawData const& picture, std::filesystem::path const& file);

  [[nodiscard]] platform::Window& window() { return m_window; }
  [[nodiscard]] platform::SdlTextureStore& textures() { return m_textures; }
  // The size of the glass and of a pixel on it, from the diagonal that was configured.
  [[nodiscard]] ui::Glass glass() const;

 private:
  WindowStage(platform::Window window, DisplayConfig const& display);

  platform::Window m_window;
  platform::SdlTextureStore m_textures;
  int m_diagonal_mm;
};

}  // namespace inloop::app
