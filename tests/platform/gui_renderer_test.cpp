#include "kiosk/platform/gui_renderer.h"

#include <functional>

#include <SDL.h>
#include <catch2/catch.hpp>
#include <imgui.h>

#include "kiosk/platform/texture_store.h"
#include "tests/support/memory_glass.h"

namespace inloop::platform {
namespace {

using test::MemoryGlass;
using test::plain_pixels;
constexpr int side_px = 40;
constexpr Colour black{};
constexpr Colour red{.red = 200, .green = 10, .blue = 10};
constexpr Colour blue{.red = 10, .green = 10, .blue = 200};
constexpr ImU32 packed_red = IM_COL32(200, 10, 10, 255);

// Draws on a small glass what `paint` puts into a Dear ImGui draw list.
class Easel {
 public:
  Easel() : m_context(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {side_px, side_px};
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines;
    io.Fonts->Build();
  }
  ~Easel() { ImGui::DestroyContext(m_context); }
  Easel(Easel const&) = delete;
  Easel& operator=(Easel const&) = delete;

  void draw(std::function<void(ImDrawList&)> const& paint) {
    ImGui::NewFrame();
    paint(*ImGui::GetForegroundDrawList());
    ImGui::Render();
    draw_gui(*ImGui::GetDrawData(), m_store, m_glass.renderer());
  }

  [[nodiscard]] SdlTextureStore& store() { return m_store; }
  [[nodiscard]] Colour at(int x_px, int y_px) const { return m_glass.at(x_px, y_px); }

 private:
  ImGuiContext* m_context;
  MemoryGlass m_glass{side_px, side_px};
  SdlTextureStore m_store{m_glass.renderer()};
};

}  // namespace

TEST_CASE("a plain rectangle fills exactly its pixels") {
  Easel easel;
  easel.draw([](ImDrawList& list) { list.AddRectFilled({10, 10}, {20, 30}, packed_red); });
  CHECK(easel.at(10, 10) == red);
  CHECK(easel.at(19, 29) == red);
  CHECK(easel.at(9, 10) == black);
  CHECK(easel.at(20, 29) == black);
  CHECK(easel.at(19, 30) == black);
}

TEST_CASE("a picture is copied to its place") {
  Easel easel;
  TextureId const name = easel.store().create(plain_pixels(10, 10, blue));
  easel.draw([&](ImDrawList& list) { list.AddImage(name, {5, 6}, {15, 16}); });
  CHECK(easel.at(5, 6) == blue);
  CHECK(easel.at(14, 15) == blue);
  CHECK(easel.at(4, 6) == black);
  CHECK(easel.at(15, 15) == black);
}

TEST_CASE("a picture fades with the alpha of its tint") {
  Easel easel;
  TextureId const name = easel.store().create(plain_pixels(10, 10, {200, 200, 200}));
  easel.draw([&](ImDrawList& list) {
    list.AddImage(name, {0, 0}, {10, 10}, {0, 0}, {1, 1}, IM_COL32(255, 255, 255, 128));
  });
  CHECK(easel.at(5, 5).red == Approx(100).margin(2));
}

TEST_CASE("a part of a picture is taken where its texture coordinates say") {
  Easel easel;
  Pixels halves = plain_pixels(10, 10, red);
  Pixels const right = plain_pixels(10, 10, blue);
  for (std::size_t pixel = 0; pixel < 100; ++pixel)
    if (pixel % 10 >= 5)
      std::copy_n(right.bgra.begin(), 4,
                  halves.bgra.begin() + static_cast<std::ptrdiff_t>(4 * pixel));
  TextureId const name = easel.store().create(halves);
  easel.draw([&](ImDrawList& list) {
    list.AddImage(name, {0, 0}, {5, 10}, {0.5F, 0}, {1, 1});
    list.AddImage(name, {20, 0}, {25, 10}, {0, 0}, {0.5F, 1});
  });
  CHECK(easel.at(2, 5) == blue);
  CHECK(easel.at(22, 5) == red);
}

TEST_CASE("nothing is drawn outside the clip rectangle") {
  Easel easel;
  easel.draw([](ImDrawList& list) {
    list.PushClipRect({10, 10}, {20, 20});
    list.AddRectFilled({0, 0}, {40, 40}, packed_red);
    list.PopClipRect();
  });
  CHECK(easel.at(15, 15) == red);
  CHECK(easel.at(9, 15) == black);
  CHECK(easel.at(20, 15) == black);
}

TEST_CASE("what comes later lies on top, whether rectangle, triangle or picture") {
  Easel easel;
  TextureId const name = easel.store().create(plain_pixels(10, 10, blue));
  easel.draw([&](ImDrawList& list) {
    list.AddRectFilled({0, 0}, {40, 40}, IM_COL32(1, 2, 3, 255));
    list.AddTriangleFilled({0, 0}, {40, 0}, {0, 40}, packed_red);
    list.AddRectFilled({20, 2}, {24, 6}, IM_COL32(9, 9, 9, 255));
    list.AddImage(name, {2, 2}, {12, 12});
  });
  CHECK(easel.at(38, 38) == Colour{1, 2, 3});
  CHECK(easel.at(14, 14) == red);
  CHECK(easel.at(22, 4) == Colour{9, 9, 9});
  CHECK(easel.at(7, 7) == blue);
}

TEST_CASE("a picture that was lost in a graphics reset is left out") {
  Easel easel;
  TextureId const name = easel.store().create(plain_pixels(10, 10, blue));
  easel.store().lose_all();
  easel.draw([&](ImDrawList& list) {
    list.AddRectFilled({0, 0}, {40, 40}, packed_red);
    list.AddImage(name, {0, 0}, {40, 40});
  });
  CHECK(easel.at(5, 5) == red);
}

}  // namespace inloop::platform
