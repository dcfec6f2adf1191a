#include "kiosk/platform/texture_store.h"

#include <SDL.h>
#include <catch2/catch.hpp>

#include "tests/support/memory_glass.h"

namespace inloop::platform {
namespace {

using test::MemoryGlass;
using test::plain_pixels;
constexpr Colour orange{.red = 240, .green = 120, .blue = 30};

Colour shown(MemoryGlass& glass, Texture const& texture) {
  SDL_RenderCopy(&glass.renderer(), texture.handle, nullptr, nullptr);
  return glass.at(1, 1);
}

}  // namespace

TEST_CASE("an opaque picture comes out as it went in") {
  MemoryGlass glass(4, 4);
  SdlTextureStore store(glass.renderer());
  TextureId const name = store.create(plain_pixels(4, 4, orange));
  REQUIRE(store.find(name) != nullptr);
  CHECK(store.find(name)->is_opaque);
  CHECK(shown(glass, *store.find(name)) == orange);
}

TEST_CASE("a half transparent picture blends with what is behind it and is no black box") {
  MemoryGlass glass(4, 4);
  clear(glass.renderer(), {.red = 255, .green = 255, .blue = 255});
  SdlTextureStore store(glass.renderer());
  TextureId const name = store.create(plain_pixels(4, 4, orange, 128));
  REQUIRE(store.find(name) != nullptr);
  CHECK_FALSE(store.find(name)->is_opaque);
  Colour const mixed = shown(glass, *store.find(name));
  CHECK(mixed.red == Approx(247).margin(3));
  CHECK(mixed.green == Approx(187).margin(3));
  CHECK(mixed.blue == Approx(142).margin(3));
}

TEST_CASE("the store counts the bytes that it keeps") {
  MemoryGlass glass(4, 4);
  SdlTextureStore store(glass.renderer());
  TextureId const first = store.create(plain_pixels(10, 10, orange));
  TextureId const second = store.create(plain_pixels(5, 2, orange));
  CHECK(store.kept_bytes() == 440);
  store.destroy(first);
  CHECK(store.kept_bytes() == 40);
  store.destroy(second);
  CHECK(store.kept_bytes() == 0);
  CHECK(store.count() == 0);
}

TEST_CASE("a graphics reset forgets every texture and starts a new generation") {
  MemoryGlass glass(4, 4);
  SdlTextureStore store(glass.renderer());
  TextureId const before = store.create(plain_pixels(4, 4, orange));
  store.lose_all();
  CHECK(store.generation() == 1);
  CHECK(store.kept_bytes() == 0);
  CHECK(store.find(before) == nullptr);
  TextureId const after = store.create(plain_pixels(4, 4, orange));
  CHECK(after != before);
  store.destroy(before);
  CHECK(store.find(after) != nullptr);
}

TEST_CASE("a picture larger than any glass is refused") {
  MemoryGlass glass(4, 4);
  SdlTextureStore store(glass.renderer());
  CHECK(store.create(plain_pixels(SdlTextureStore::longest_side_px + 1, 1, orange)) == nullptr);
  CHECK(store.kept_bytes() == 0);
}

}  // namespace inloop::platform
