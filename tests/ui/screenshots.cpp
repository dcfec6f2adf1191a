// Writes every sample screen as a PNG file, to be looked at: ui_screenshots FOLDER [PART OF A NAME]
// Names are glass-words-screen[-contrast|-dark][-large][-low].

#include <cstdio>
#include <filesystem>
#include <string>

#include "kiosk/platform/canvas.h"
#include "kiosk/platform/gui_renderer.h"
#include "kiosk/platform/png_file.h"
#include "kiosk/platform/texture_store.h"
#include "kiosk/ui/ui.h"
#include "tests/support/memory_glass.h"
#include "tests/ui/samples.h"

namespace {

using namespace inloop;

struct Variant {
  std::string name;
  core::Theme theme = core::Theme::Light;
  core::TextSize text_size = core::TextSize::Normal;
  core::Reach reach = core::Reach::Everywhere;
};

std::vector<Variant> variants() {
  using core::Reach;
  using core::TextSize;
  using core::Theme;
  return {{""},
          {"-contrast", Theme::HighContrast},
          {"-dark", Theme::Dark},
          {"-large", Theme::Light, TextSize::Large},
          {"-low", Theme::Light, TextSize::Normal, Reach::LowerHalf},
          {"-contrast-large-low", Theme::HighContrast, TextSize::Large, Reach::LowerHalf}};
}

std::vector<test::Sample> all_screens(test::SampleWords words) {
  auto samples = test::all_samples(words);
  for (auto& sample : test::host_samples(words)) samples.push_back(std::move(sample));
  return samples;
}

bool shoot(ui::Glass const& glass, core::Screen const& screen, std::filesystem::path const& path) {
  test::MemoryGlass memory(glass.width_px, glass.height_px);
  platform::SdlTextureStore textures(memory.renderer());
  ui::Ui ui(textures, glass);
  auto const frame = ui.draw(screen, {}, 0);
  platform::draw_gui(*frame.picture, textures, memory.renderer());
  auto const pixels = platform::read_back(memory.renderer());
  return pixels && platform::write_png(path, *pixels);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr,
                 "usage: ui_screenshots FOLDER [PART OF A NAME, or all of it with $ behind]\n");
    return 2;
  }
  std::filesystem::path const folder(argv[1]);
  std::string const wanted = argc > 2 ? argv[2] : "";
  std::filesystem::create_directories(folder);
  using enum test::SampleWords;
  std::pair<char const*, test::SampleWords> const all_words[]{
      {"nl", Dutch},  {"ar", Arabic},    {"long", Long},  {"en", English}, {"tr", Turkish},
      {"pl", Polish}, {"uk", Ukrainian}, {"fa", Persian}, {"ti", Tigrinya}};
  for (auto const& glass : test::all_glasses())
    for (auto const& [code, words] : all_words)
      for (auto const& sample : all_screens(words))
        for (auto const& variant : variants()) {
          auto const name = glass.name + "-" + code + "-" + sample.name + variant.name;
          if (name.find(wanted) == std::string::npos && name + "$" != wanted) continue;
          auto screen = sample.screen;
          screen.preferences.theme = variant.theme;
          screen.preferences.text_size = variant.text_size;
          screen.preferences.reach = variant.reach;
          if (!shoot(glass.glass, screen, folder / (name + ".png"))) return 1;
        }
  return 0;
}
