#include "kiosk/platform/png_file.h"

#include <png.h>

#include "kiosk/base/assert.h"

namespace inloop::platform {
namespace {

constexpr std::size_t bytes_a_pixel = 4;
constexpr std::size_t colours_a_pixel = 3;

std::vector<std::uint8_t> without_alpha(std::vector<std::uint8_t> const& bgra) {
  std::vector<std::uint8_t> bgr;
  bgr.reserve(bgra.size() / bytes_a_pixel * colours_a_pixel);
  for (std::size_t at = 0; at < bgra.size(); at += bytes_a_pixel)
    bgr.insert(bgr.end(), {bgra[at], bgra[at + 1], bgra[at + 2]});
  return bgr;
}

// libpng keeps memory of its own until it is told to let go.
class PngImage {
 public:
  PngImage() { m_image.version = PNG_IMAGE_VERSION; }
  ~PngImage() { png_image_free(&m_image); }
  PngImage(PngImage const&) = delete;
  PngImage& operator=(PngImage const&) = delete;

  [[nodiscard]] png_image& get() { return m_image; }

 private:
  png_image m_image{};
};

}  // namespace

Result<> write_png(std::filesystem::path const& path, Pixels const& picture) {
  INLOOP_ASSERT(picture.width_px > 0 && picture.height_px > 0);
  PngImage image;
  image.get().width = static_cast<png_uint_32>(picture.width_px);
  image.get().height = static_cast<png_uint_32>(picture.height_px);
  image.get().format = PNG_FORMAT_BGR;
  auto const bgr = without_alpha(picture.bgra);
  if (png_image_write_to_file(&image.get(), path.c_str(), 0, bgr.data(), 0, nullptr) == 0)
    return failure("cannot write {}: {}", path.string(), image.get().message);
  return {};
}

Result<Pixels> read_png(std::filesystem::path const& path) {
  PngImage image;
  if (png_image_begin_read_from_file(&image.get(), path.c_str()) == 0)
    return failure("cannot read {}: {}", path.string(), image.get().message);
  if (image.get().width > longest_png_side_px || image.get().height > longest_png_side_px)
    return failure("cannot read {}: it is larger than {} pixels", path.string(),
                   longest_png_side_px);
  Pixels picture{.width_px = static_cast<int>(image.get().width),
                 .height_px = static_cast<int>(image.get().height)};
  image.get().format = PNG_FORMAT_BGRA;
  picture.bgra.resize(PNG_IMAGE_SIZE(image.get()));
  if (png_image_finish_read(&image.get(), nullptr, picture.bgra.data(), 0, nullptr) == 0)
    return failure("cannot read {}: {}", path.string(), image.get().message);
  for (std::size_t at = bytes_a_pixel - 1; at < picture.bgra.size(); at += bytes_a_pixel)
    picture.bgra[at] = 255;
  return picture;
}

}  // namespace inloop::platform
