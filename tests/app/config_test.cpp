#include "kiosk/app/config.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace {

using inloop::SettingsFile;
using inloop::app::CardKind;
using inloop::app::Config;
using inloop::app::read_config;
using inloop::app::Renderer;
using inloop::app::WindowMode;
using inloop::core::Daypart;
using inloop::core::Language;
using inloop::core::Theme;
using inloop::test::TemporaryFolder;

std::filesystem::path const shipped = INLOOP_SOURCE_DIR "/config/kiosk.toml";

Config config_of(std::string_view content) {
  TemporaryFolder const folder;
  auto const config = read_config(folder.write("kiosk.toml", content));
  INFO((config ? "" : config.error().what));
  REQUIRE(config.has_value());
  return *config;
}

// What is said about a file, without the folder it happens to be in.
std::string objections(std::string_view content) {
  TemporaryFolder const folder;
  auto const config = read_config(folder.write("kiosk.toml", content));
  if (config) return "";
  return folder.without_path(config.error().what);
}

TEST_CASE("the shipped settings state exactly the defaults") {
  auto const config = read_config(shipped);
  REQUIRE(config.has_value());
  CHECK(*config == config_of(""));
}

TEST_CASE("the shipped settings name every key that the kiosk asks for") {
  auto file = SettingsFile::read(shipped);
  REQUIRE(file.has_value());
  REQUIRE(read_config(*file).has_value());
  CHECK(file->absent_keys() == std::vector<std::string>{});
}

TEST_CASE("the shipped settings give a reason above every key") {
  std::ifstream file(shipped);
  std::string above = "";
  std::string line;
  while (std::getline(file, line)) {
    INFO(line);
    bool const is_key = line.find(" = ") != line.npos && !line.starts_with('#');
    if (is_key) CHECK_FALSE((above.empty() || above.starts_with('[')));
    above = line;
  }
}

TEST_CASE("the defaults are a place that is open on weekday mornings") {
  auto const config = config_of("");
  auto const& opening = config.settings.opening;
  CHECK(opening.is_open(std::chrono::Monday, Daypart::Morning));
  CHECK(opening.is_open(std::chrono::Friday, Daypart::Morning));
  CHECK_FALSE(opening.is_open(std::chrono::Monday, Daypart::Afternoon));
  CHECK_FALSE(opening.is_open(std::chrono::Saturday, Daypart::Morning));
  CHECK_FALSE(opening.is_open(std::chrono::Sunday, Daypart::Morning));
}

TEST_CASE("every setting arrives where the kiosk looks for it") {
  auto const config = config_of(R"(
[place]
id = "klooslaan"
name = "Willem Klooslaan"
time_zone = "Europe/Brussels"
[opening]
monday = []
sunday = ["afternoon", "evening"]
[languages]
offered = ["ar", "nl"]
[resting]
theme = "high_contrast"
text_size = "large"
reach = "lower_half"
[source]
register = "oin"
number = "00000001003214345000"
kiosk = "hal"
[display]
diagonal_mm = 254
width_px = 1280
height_px = 800
fullscreen = false
renderer = "software"
[folders]
database = "/srv/a.db"
outbox = "/srv/out"
receipts = "/srv/in"
[periods]
grace_days = 5
[privacy]
budget = "2"
[privacy.epsilon]
visits = "3/4"
busyness = "1/4"
first_time = "1/8"
participations = "1/16"
volunteers = "1/32"
feelings = "1/64"
)");
  CHECK(config.place_id == "klooslaan");
  CHECK(config.settings.place_name == "Willem Klooslaan");
  CHECK(config.time_zone == "Europe/Brussels");
  CHECK_FALSE(config.settings.opening.is_open(std::chrono::Monday, Daypart::Morning));
  CHECK(config.settings.opening.is_open(std::chrono::Sunday, Daypart::Evening));
  CHECK(config.settings.languages == std::vector{Language::Arabic, Language::Dutch});
  CHECK(config.settings.resting ==
        inloop::core::Preferences{.language = Language::Arabic,
                                  .theme = Theme::HighContrast,
                                  .text_size = inloop::core::TextSize::Large,
                                  .reach = inloop::core::Reach::LowerHalf});
  CHECK(config.source == "urn:nld:oin:00000001003214345000:systeem:hal");
  CHECK(config.display == inloop::app::DisplayConfig{.diagonal_mm = 254,
                                                     .width_px = 1280,
                                                     .height_px = 800,
                                                     .window_mode = WindowMode::Windowed,
                                                     .renderer = Renderer::Software});
  CHECK(config.database == "/srv/a.db");
  CHECK(config.hatch == inloop::outbox::Folders{.outbox = "/srv/out", .receipts = "/srv/in"});
  CHECK(config.grace_days == 5);
  CHECK(config.epsilons ==
        inloop::core::Epsilons{{3, 4}, {1, 4}, {1, 8}, {1, 16}, {1, 32}, {1, 64}});
  CHECK(config.budget == inloop::privacy::Rational{2, 1});
}

TEST_CASE("the settings of cards, sound, slips and names arrive as well") {
  auto const config = config_of(R"(
[cards]
reader = false
accepted = ["desfire", "ntag"]
typed_numbers = true
[sound]
enabled = false
volume = 3
[printer]
device = "/dev/usb/lp0"
[names]
key_file = "/srv/names.key"
kept_days = 0
)");
  CHECK(config.cards ==
        inloop::app::CardsConfig{.reader = inloop::app::ReaderMode::Off,
                                 .accepted = {CardKind::Desfire, CardKind::Ntag},
                                 .typed_numbers = inloop::app::TypedNumbers::Accepted});
  CHECK_FALSE(config.settings.has_card_reader);
  CHECK(config.sound == inloop::app::SoundMode::Silent);
  CHECK(config.settings.resting.volume == 3);
  CHECK(config.printer == "/dev/usb/lp0");
  CHECK(config.settings.has_printer);
  CHECK(config.names == inloop::app::NamesConfig{.key_file = "/srv/names.key", .kept_days = 0});
}

TEST_CASE("by default cards are read, sounds are heard, nothing is printed, names live a day") {
  auto const config = config_of("");
  CHECK(config.cards ==
        inloop::app::CardsConfig{.reader = inloop::app::ReaderMode::On,
                                 .accepted = {CardKind::Ntag},
                                 .typed_numbers = inloop::app::TypedNumbers::Refused});
  CHECK(config.settings.has_card_reader);
  CHECK(config.sound == inloop::app::SoundMode::Sounding);
  CHECK(config.settings.resting.volume == 2);
  CHECK(config.printer.empty());
  CHECK_FALSE(config.settings.has_printer);
  CHECK(config.names ==
        inloop::app::NamesConfig{.key_file = "/var/lib/inloop-kiosk/names.key", .kept_days = 1});
}

TEST_CASE("a place may hand out no NFC cards at all and keep its reader") {
  auto const config = config_of("[cards]\naccepted = []\n");
  CHECK(config.cards.accepted.empty());
  CHECK(config.settings.has_card_reader);
}

TEST_CASE("the key of the names may lie beside the settings") {
  TemporaryFolder const folder;
  auto const config =
      read_config(folder.write("kiosk.toml", "[names]\nkey_file = \"names.key\"\n"));
  REQUIRE(config.has_value());
  CHECK(config->names.key_file == folder.path() / "names.key");
}

TEST_CASE("each rule of the settings is told with file, line and what would be right") {
  struct Row {
    std::string_view content;
    std::string_view objection;
  };
  Row const row = GENERATE(values<Row>({
      {"[place]\nid = \"De Huiskamer\"",
       "kiosk.toml:2: place.id: \"De Huiskamer\" is not right; "
       "1 to 40 lower-case letters, digits and hyphens, no hyphen first"},
      {"[place]\nname = \" \"",
       "kiosk.toml:2: place.name: \" \" is not right; the name on the door"},
      {"[place]\nnaem = \"x\"", "kiosk.toml:2: place.naem: unknown key; did you mean place.name?"},
      {"[opening]\nmonday = [\"ochtend\"]",
       "kiosk.toml:2: opening.monday: \"ochtend\" is no daypart; "
       "any of: morning, afternoon, evening"},
      {"[languages]\noffered = [\"nl\", \"xx\"]",
       "kiosk.toml:2: languages.offered: \"xx\" is no language of this kiosk; "
       "any of: nl, en, ar, tr, pl, uk, fa, ti"},
      {"[languages]\noffered = [\"de\"]",
       "kiosk.toml:2: languages.offered: \"de\" is no language of this kiosk; "
       "any of: nl, en, ar, tr, pl, uk, fa, ti\n"
       "kiosk.toml:2: languages.offered: no language is left; "
       "at least one of: nl, en, ar, tr, pl, uk, fa, ti"},
      {"[languages]\noffered = [\"nl\", \"nl\"]",
       "kiosk.toml:2: languages.offered: \"nl\" is there twice; each language once"},
      {"[languages]\noffered = []",
       "kiosk.toml:2: languages.offered: no language is left; "
       "at least one of: nl, en, ar, tr, pl, uk, fa, ti"},
      {"[resting]\ntheme = \"Dark\"",
       "kiosk.toml:2: resting.theme: \"Dark\" is not known; one of: light, high_contrast, dark"},
      {"[source]\nnumber = \"1234567\"",
       "kiosk.toml:2: source.number: has 7 digits; a kvknr has 8, an oin has 20"},
      {"[source]\nregister = \"oin\"\nnumber = \"12345678\"",
       "kiosk.toml:3: source.number: has 8 digits; a kvknr has 8, an oin has 20"},
      {"[display]\ndiagonal_mm = 22",
       "kiosk.toml:2: display.diagonal_mm: 22 is out of range; a whole number from 170 to 1700"},
      {"[display]\nrenderer = \"vulkan\"",
       "kiosk.toml:2: display.renderer: \"vulkan\" is not known; one of: auto, software, gpu"},
      {"[cards]\naccepted = [\"ntag\", \"ov\"]",
       "kiosk.toml:2: cards.accepted: \"ov\" is no kind of card that may be handed out; "
       "any of: ntag, mifare_classic_1k, desfire"},
      {"[cards]\naccepted = [\"ntag\", \"ntag\"]",
       "kiosk.toml:2: cards.accepted: \"ntag\" is there twice; each kind once"},
      {"[sound]\nvolume = 4",
       "kiosk.toml:2: sound.volume: 4 is out of range; a whole number from 0 to 3"},
      {"[printer]\ndevice = \"usb/lp0\"",
       "kiosk.toml:2: printer.device: \"usb/lp0\" is not right; an absolute path, or nothing"},
      {"[names]\nkept_days = 32",
       "kiosk.toml:2: names.kept_days: 32 is out of range; a whole number from 0 to 31"},
      {"[periods]\ngrace_days = 28",
       "kiosk.toml:2: periods.grace_days: 28 is out of range; a whole number from 0 to 27"},
      {"[privacy.epsilon]\nvisits = \"0.5\"",
       "kiosk.toml:2: privacy.epsilon.visits: \"0.5\" is not right; "
       "a fraction like \"1/2\" or a whole number like \"2\""},
      {"[privacy.epsilon]\nvisits = \"1/0\"",
       "kiosk.toml:2: privacy.epsilon.visits: \"1/0\" is out of range; "
       "both terms from 1 to 65536"},
      {"[privacy.epsilon]\nvisits = \"99999999999\"",
       "kiosk.toml:2: privacy.epsilon.visits: \"99999999999\" is out of range; "
       "both terms from 1 to 65536"},
  }));
  CHECK(objections(row.content) == row.objection);
}

TEST_CASE("a budget below the sum of the epsilons is refused at start, not at the first release") {
  auto const said = objections("[privacy]\nbudget = \"5/2\"\n");
  CHECK(said.starts_with("kiosk.toml:2: privacy.budget: "));
  CHECK(said.ends_with("; a budget of at least the sum of the epsilons"));
  CHECK(objections("[privacy]\nbudget = \"7/2\"\n").empty());
}

TEST_CASE("objections to several settings come at once") {
  auto const said = objections("[place]\nnaem = \"x\"\n[display]\ndiagonal_mm = 1\n");
  CHECK(std::count(said.begin(), said.end(), '\n') == 1);
}

}  // namespace
