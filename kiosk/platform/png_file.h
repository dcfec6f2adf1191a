#pragma once
// Pictures as PNG files: screenshots, and what tests compare them with. Any thread.

#include <filesystem>

#include "kiosk/base/pixels.h"
#include "kiosk/base/result.h"

namespace inloop::platform {

inline constexpr int longest_png_side_px = 8192;

// Writes the colours and leaves out the alpha: a screen lets nothing shine through.
[[nodiscard]] Result<> write_png(std::filesystem::path const& path, Pixels const& picture);

// Every pixel comes back opaque.
[[nodiscard]] Result<Pixels> read_png(std::filesystem::path const& path);

}  // namespace inloop::platform
