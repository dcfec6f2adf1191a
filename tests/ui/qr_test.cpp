#include <cmath>
#include <optional>

#include <catch2/catch.hpp>
#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/platform/png_file.h"
#include "kiosk/ui/qr_block.h"
#include "kiosk/ui/stage.h"
#include "tests/support/scanner.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using ui::Box;
using ui::Look;

// Keeps the last picture, to be looked at.
class LastTexture final : public TextureStore {
 public:
  TextureId create(Pixels const& pixels) override {
    m_pixels = pixels;
    ++m_created;
    return this;
  }
  void destroy(TextureId) override {}
  std::uint64_t generation() const override { return 0; }

  [[nodiscard]] Pixels const& pixels() const { return m_pixels; }
  [[nodiscard]] int created() const { return m_created; }

 private:
  Pixels m_pixels;
  int m_created = 0;
};

Look look_with(core::Preferences const& preferences) {
  auto const theme = ui::built_in_theme();
  return {.glass = {.width_px = 1080, .height_px = 1920, .px_per_mm = 4.03},
          .preferences = preferences,
          .measures = theme.measures,
          .palette = theme.palette(preferences.theme)};
}

// One block drawn in a box, without a page around it.
struct Drawn {
  ui::Mark mark;
  Pixels pixels;
  ImVec2 top_left;
  ImVec2 bottom_right;
  ImVec2 first_uv;
};

Drawn drawn(ui::BlockPointer const& block, Look const& look, Box const& box) {
  LastTexture textures;
  ui::Typesetter typesetter;
  ui::Painter painter(textures, typesetter);
  ui::TouchRules touch;
  ImDrawListSharedData const shared;
  ImDrawList list(&shared);
  list._ResetForNewFrame();
  ui::Stage stage({.look = look,
                   .typesetter = typesetter,
                   .painter = painter,
                   .touch = touch,
                   .focus = std::nullopt},
                  list);
  painter.start_frame();
  block->draw(stage, box);
  block->draw(stage, box);
  CHECK(textures.created() == 1);  // the second time it was kept
  REQUIRE(list.VtxBuffer.Size == 8);
  return {.mark = stage.take_marks().at(0),
          .pixels = textures.pixels(),
          .top_left = list.VtxBuffer[0].pos,
          .bottom_right = list.VtxBuffer[2].pos,
          .first_uv = list.VtxBuffer[0].uv};
}

std::string const calendar_like(300, 'x');

ui::BlockPointer sample_code() {
  return ui::qr_code("detail/take_along", {"Neem mee", "Houd uw telefoon voor de code."},
                     calendar_like, 40);
}

std::string scanned(Pixels const& pixels) {
  test::TemporaryFolder const folder;
  auto const path = folder.path() / "code.png";
  REQUIRE(platform::write_png(path, pixels).has_value());
  return test::scanned_code(path);
}

TEST_CASE("What the glass shows of a QR code can be read, in every theme and direction") {
  std::optional<Pixels> first;
  for (auto const theme : {core::Theme::Light, core::Theme::HighContrast, core::Theme::Dark})
    for (auto const language : {core::Language::Dutch, core::Language::Arabic}) {
      auto const look = look_with({.language = language, .theme = theme});
      auto const shown = drawn(sample_code(), look, {10, 10, 90, 90});
      CHECK(shown.first_uv.x == 0);  // not turned around
      CHECK(shown.first_uv.y == 0);
      if (!first) {
        first = shown.pixels;
        CHECK(scanned(shown.pixels) == calendar_like);
      }
      CHECK(shown.pixels.bgra == first->bgra);  // nothing of the theme is in it
    }
}

TEST_CASE("A module is a whole number of pixels, and a pixel of it is a pixel of the glass") {
  auto const look = look_with({});
  auto const side = qr::qr_code(calendar_like)->side_with_quiet_zone();
  for (double const size_mm : {40.0, 57.3, 90.0, 150.0}) {
    auto const shown = drawn(sample_code(), look, {10, 10, size_mm, size_mm});
    CHECK(shown.pixels.width_px % side == 0);
    CHECK(static_cast<float>(shown.pixels.width_px) <= shown.mark.rect.width_px());
    CHECK(static_cast<float>(shown.pixels.width_px + side) >
          shown.mark.rect.width_px());  // as large as it can be
    CHECK(shown.bottom_right.x - shown.top_left.x == static_cast<float>(shown.pixels.width_px));
    CHECK(shown.bottom_right.y - shown.top_left.y == static_cast<float>(shown.pixels.height_px));
    CHECK(shown.top_left.x == std::floor(shown.top_left.x));
  }
}

TEST_CASE("The quiet zone around the code is white for four modules on every side") {
  auto const shown = drawn(sample_code(), look_with({.theme = core::Theme::Dark}), {0, 0, 90, 90});
  auto const side = qr::qr_code(calendar_like)->side_with_quiet_zone();
  auto const width = shown.pixels.width_px;
  auto const quiet = qr::quiet_modules * width / side;
  auto const white_at = [&](int x, int y) {
    auto const* const pixel = shown.pixels.bgra.data() + std::ptrdiff_t{4} * (y * width + x);
    return pixel[0] == 255 && pixel[1] == 255 && pixel[2] == 255 && pixel[3] == 255;
  };
  for (int along = quiet; along < width - quiet; ++along)
    for (int deep = 0; deep < quiet; ++deep) {
      CHECK(white_at(along, deep));
      CHECK(white_at(along, width - 1 - deep));
      CHECK(white_at(deep, along));
      CHECK(white_at(width - 1 - deep, along));
    }
  CHECK_FALSE(white_at(quiet, quiet));
}

TEST_CASE("A QR code asks for modules that a telephone reads, and for less where room is short") {
  ui::Typesetter typesetter;
  auto look = look_with({});
  auto const block = sample_code();
  auto const side = qr::qr_code(calendar_like)->side_with_quiet_zone();
  auto const readable_mm = side * ui::readable_module_mm;
  REQUIRE(readable_mm > 40);
  CHECK(block->need({look, typesetter}, 200).height_mm == Approx(readable_mm));
  CHECK(block->natural_width_mm({look, typesetter}) == Approx(readable_mm));
  CHECK(block->need({look, typesetter}, 45).height_mm == Approx(45));  // no higher than wide
  look.density = ui::Density::Bare;
  CHECK(block->need({look, typesetter}, 200).height_mm == Approx(40));
}

TEST_CASE("A QR code is a picture that can be heard, and stays inside its box") {
  auto const look = look_with({.language = core::Language::Arabic});
  auto const mark = drawn(sample_code(), look, {20, 30, 120, 60}).mark;
  CHECK(mark.id == "detail/take_along");
  CHECK(mark.kind == ui::MarkKind::Picture);
  CHECK(mark.spoken == "Houd uw telefoon voor de code.");
  CHECK(mark.rect == look.on_glass({20, 30, 120, 60}));
  CHECK(mark.ink.left_px >= mark.rect.left_px);
  CHECK(mark.ink.right_px <= mark.rect.right_px);
  CHECK(mark.ink.top_px >= mark.rect.top_px);
  CHECK(mark.ink.bottom_px <= mark.rect.bottom_px);
}

}  // namespace
}  // namespace inloop
