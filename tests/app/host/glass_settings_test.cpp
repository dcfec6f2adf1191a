#include "kiosk/app/host/glass_settings.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace inloop::app::host {
namespace {

core::host::GlassSettings some_settings() {
  core::host::GlassSettings glass{.languages = {core::Language::Arabic, core::Language::Dutch},
                                  .theme = core::Theme::Dark,
                                  .text_size = core::TextSize::Large,
                                  .volume = 1};
  glass.opening.set_open(std::chrono::Monday, core::Daypart::Morning);
  glass.opening.set_open(std::chrono::Sunday, core::Daypart::Evening);
  return glass;
}

TEST_CASE("What is set on the glass is read back as it was kept") {
  inloop::test::TemporaryFolder const folder;
  auto const file = folder.path() / "glass.toml";
  for (KeptSettings const& kept : {KeptSettings{}, KeptSettings{some_settings(), std::nullopt},
                                   KeptSettings{{}, 602}, KeptSettings{some_settings(), 602}}) {
    REQUIRE(keep_glass_settings(file, kept).has_value());
    auto const read = read_glass_settings(file);
    INFO((read ? std::string() : read.error().what));
    REQUIRE(read.has_value());
    CHECK(*read == kept);
  }
}

TEST_CASE("It wins over the settings file for what a host may set, and for nothing else") {
  inloop::test::TemporaryFolder const folder;
  Config config;
  config.database = folder.path() / "kiosk.db";
  config.settings.place_name = "De Huiskamer";
  config.settings.resting.reach = core::Reach::LowerHalf;
  CHECK(with_glass_settings(config) == config);
  REQUIRE(keep_glass_settings(glass_settings_file(config), {some_settings(), 602}).has_value());
  auto const set = with_glass_settings(config);
  CHECK(set.settings.languages == some_settings().languages);
  CHECK(set.settings.opening == some_settings().opening);
  CHECK(set.settings.resting.language == core::Language::Arabic);
  CHECK(set.settings.resting.theme == core::Theme::Dark);
  CHECK(set.settings.resting.text_size == core::TextSize::Large);
  CHECK(set.settings.resting.volume == 1);
  CHECK(set.display.diagonal_mm == 602);
  CHECK(set.settings.place_name == "De Huiskamer");
  CHECK(set.settings.resting.reach == core::Reach::LowerHalf);
}

TEST_CASE("A file that cannot be understood is passed over whole") {
  inloop::test::TemporaryFolder const folder;
  Config config;
  config.database = folder.path() / "kiosk.db";
  for (auto const* const text :
       {"nonsense", "[display]\ndiagonal_mm = 5\n", "[languages]\noffered = [\"xx\"]\n",
        "[languages]\noffered = [\"nl\"]\n[resting]\ntheme = \"pink\"\n",
        "[languages]\noffered = [\"nl\"]\n[opening]\nmonday = [\"night\"]\n",
        "[place]\nid = \"elsewhere\"\n"}) {
    folder.write("glass.toml", text);
    INFO(text);
    CHECK_FALSE(read_glass_settings(folder.path() / "glass.toml").has_value());
    CHECK(with_glass_settings(config) == config);
  }
}

}  // namespace
}  // namespace inloop::app::host
