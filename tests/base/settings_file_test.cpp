#include "kiosk/base/settings_file.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace {

using inloop::NumberRule;
using inloop::Result;
using inloop::SettingsFile;
using inloop::TextRule;
using inloop::test::TemporaryFolder;

NumberRule const diagonal{.otherwise = 22, .least = 7, .greatest = 65};

// What is said about a file by a reader that asks for one key of each kind, without the folder.
std::string objections(std::string_view content) {
  TemporaryFolder const folder;
  auto const path = folder.write("kiosk.toml", content);
  auto file = SettingsFile::read(path);
  REQUIRE(file.has_value());
  (void)file->text("place.name", {.otherwise = "Huiskamer", .longest = 20});
  (void)file->text("place.id",
                   {.otherwise = "huis", .pattern = "[a-z]+", .meaning = "lower-case letters"});
  (void)file->number("display.diagonal_inch", diagonal);
  (void)file->flag("display.fullscreen", true);
  (void)file->texts("languages", {"nl"});
  (void)file->path("folders.outbox", "outbox");
  auto const verdict = file->finish();
  if (verdict) return "";
  return folder.without_path(verdict.error().what);
}

TEST_CASE("a file with every key gives its values and no objection") {
  TemporaryFolder const folder;
  auto file =
      SettingsFile::read(folder.write("kiosk.toml",
                                      "languages = [\"nl\", \"ar\"]\n"
                                      "[place]\nname = \"De Kamer\"\n"
                                      "[display]\ndiagonal_inch = 10\nfullscreen = false\n"));
  REQUIRE(file.has_value());
  CHECK(file->text("place.name", {}) == "De Kamer");
  CHECK(file->number("display.diagonal_inch", diagonal) == 10);
  CHECK_FALSE(file->flag("display.fullscreen", true));
  CHECK(file->texts("languages", {}) == std::vector<std::string>{"nl", "ar"});
  CHECK(file->finish().has_value());
}

TEST_CASE("an absent key gives its default and no objection") {
  TemporaryFolder const folder;
  auto file = SettingsFile::read(folder.write("kiosk.toml", ""));
  REQUIRE(file.has_value());
  CHECK(file->text("place.name", {.otherwise = "Huiskamer"}) == "Huiskamer");
  CHECK(file->number("display.diagonal_inch", diagonal) == 22);
  CHECK(file->flag("display.fullscreen", true));
  CHECK(file->texts("languages", {"nl"}) == std::vector<std::string>{"nl"});
  CHECK(file->finish().has_value());
}

TEST_CASE("a relative path starts at the folder of the settings file, an absolute one does not") {
  TemporaryFolder const folder;
  auto file = SettingsFile::read(
      folder.write("kiosk.toml", "outbox = \"hatch/../outbox\"\nreceipts = \"/var/r\"\n"));
  REQUIRE(file.has_value());
  CHECK(file->path("outbox", "x") == folder.path() / "outbox");
  CHECK(file->path("receipts", "x") == "/var/r");
  CHECK(file->path("database", "kiosk.db") == folder.path() / "kiosk.db");
}

TEST_CASE("a value with an objection gives the default so that reading can go on") {
  TemporaryFolder const folder;
  auto file =
      SettingsFile::read(folder.write("kiosk.toml", "a = 900\nb = 3\nc = \"x\"\nd = [1]\n"));
  REQUIRE(file.has_value());
  CHECK(file->number("a", diagonal) == 22);
  CHECK(file->text("b", {.otherwise = "default"}) == "default");
  CHECK(file->flag("c", true));
  CHECK(file->texts("d", {"nl"}) == std::vector<std::string>{"nl"});
}

TEST_CASE("an unknown key is refused with its line and the key that was meant") {
  CHECK(objections("\n[place]\nnaem = \"x\"\n") ==
        "kiosk.toml:3: place.naem: unknown key; did you mean place.name?");
}

TEST_CASE("a known key in the wrong section is refused with where it belongs") {
  CHECK(objections("[place]\nfullscreen = true\n") ==
        "kiosk.toml:2: place.fullscreen: unknown key; did you mean display.fullscreen?");
}

TEST_CASE("an unknown key that resembles nothing is refused without a guess") {
  CHECK(objections("[place]\nbenefit_number = 1\n") ==
        "kiosk.toml:2: place.benefit_number: unknown key");
}

TEST_CASE("an unknown section is refused once, whatever is in it") {
  CHECK(objections("[plaace]\nname = \"x\"\nid = \"y\"\n") ==
        "kiosk.toml:1: plaace: unknown section; did you mean place?");
}

TEST_CASE("a value where a section belongs is refused") {
  CHECK(objections("place = 3\n") == "kiosk.toml:1: place: is a section; write it as [place]");
}

TEST_CASE("a section where a value belongs is refused") {
  CHECK(objections("[place.name]\nfull = \"x\"\n") ==
        "kiosk.toml:1: place.name: a section is of the wrong kind; a text in quotes");
}

TEST_CASE("a number out of range is refused with the range, its ends are taken") {
  CHECK(objections("[display]\ndiagonal_inch = 900\n") ==
        "kiosk.toml:2: display.diagonal_inch: 900 is out of range; a whole number from 7 to 65");
  CHECK(objections("[display]\ndiagonal_inch = 6\n") ==
        "kiosk.toml:2: display.diagonal_inch: 6 is out of range; a whole number from 7 to 65");
  CHECK(objections("[display]\ndiagonal_inch = 7\n").empty());
  CHECK(objections("[display]\ndiagonal_inch = 65\n").empty());
}

TEST_CASE("a fraction is no whole number, even when it looks like one") {
  CHECK(objections("[display]\ndiagonal_inch = 22.0\n") ==
        "kiosk.toml:2: display.diagonal_inch: 22.0 is of the wrong kind; "
        "a whole number from 7 to 65");
}

TEST_CASE("a word where true or false belongs is refused") {
  CHECK(objections("[display]\nfullscreen = \"yes\"\n") ==
        "kiosk.toml:2: display.fullscreen: \"yes\" is of the wrong kind; "
        "true or false, without quotes");
}

TEST_CASE("a text that breaks its pattern is refused with what would be right") {
  CHECK(objections("[place]\nid = \"Huis 1\"\n") ==
        "kiosk.toml:2: place.id: \"Huis 1\" is not right; lower-case letters");
}

TEST_CASE("a text longer than its limit is refused") {
  CHECK(objections("[place]\nname = \"De lange huiskamer van de wijk\"\n") ==
        "kiosk.toml:2: place.name: 30 bytes are too long; at most 20 bytes");
}

TEST_CASE("a text with a control character is refused, a zero byte too") {
  CHECK(objections("[place]\nname = \"a\\tb\"\n") ==
        "kiosk.toml:2: place.name: \"a b\" holds a control character; a text in quotes");
  CHECK(objections("[folders]\noutbox = \"a\\u0000b\"\n").find("control character") !=
        std::string::npos);
}

TEST_CASE("a list with something else than texts is refused") {
  CHECK(objections("languages = [\"nl\", 3]\n") ==
        "kiosk.toml:1: languages: 3 does not belong there; "
        "a list like [\"one\", \"two\"] of at most 64 texts of 200 bytes");
  CHECK(objections("languages = \"nl\"\n") ==
        "kiosk.toml:1: languages: \"nl\" is of the wrong kind; "
        "a list like [\"one\", \"two\"] of at most 64 texts of 200 bytes");
}

TEST_CASE("a list longer than its limit is refused") {
  std::string list = "languages = [";
  for (int entry = 0; entry < 65; ++entry) list += "\"nl\",";
  CHECK(objections(list + "]\n").find("of at most 64 texts") != std::string::npos);
}

TEST_CASE("an empty path is refused") {
  CHECK(objections("[folders]\noutbox = \"\"\n") ==
        "kiosk.toml:2: folders.outbox: \"\" is not right; a path that is not empty");
}

TEST_CASE("all objections come at once, in the order of the file") {
  CHECK(objections("[display]\nfullscreen = 1\ndiagonal_inch = 0\n[place]\nnaem = \"x\"\n") ==
        "kiosk.toml:2: display.fullscreen: 1 is of the wrong kind; "
        "true or false, without quotes\n"
        "kiosk.toml:3: display.diagonal_inch: 0 is out of range; a whole number from 7 to 65\n"
        "kiosk.toml:5: place.naem: unknown key; did you mean place.name?");
}

TEST_CASE("a long or many-lined value is shown short and on one line") {
  std::string const said =
      objections("[display]\nfullscreen = \"" + std::string(500, 'x') + "\"\n");
  CHECK(said.size() < 200);
  CHECK(objections("[display]\nfullscreen = \"a\\nb\"\n").find('\n') == std::string::npos);
}

TEST_CASE("a caller's own objection names the line of the key, or the file when it is absent") {
  TemporaryFolder const folder;
  auto const path = folder.write("kiosk.toml", "\na = \"x\"\n");
  auto file = SettingsFile::read(path);
  REQUIRE(file.has_value());
  (void)file->text("a", {});
  (void)file->text("b", {});
  file->object("a", "another than b");
  file->object("b", "must be written");
  auto const verdict = file->finish();
  REQUIRE_FALSE(verdict.has_value());
  CHECK(verdict.error().what ==
        path.string() + ": b: must be written\n" + path.string() + ":2: a: another than b");
}

TEST_CASE("the keys that were asked for in vain can be named") {
  TemporaryFolder const folder;
  auto file = SettingsFile::read(folder.write("kiosk.toml", "a = \"x\"\n[b]\n"));
  REQUIRE(file.has_value());
  for (auto const* key : {"a", "b.name", "c"}) (void)file->text(key, {});
  CHECK(file->absent_keys() == std::vector<std::string>{"b.name", "c"});
}

TEST_CASE("a table without a name is refused with its line") {
  TemporaryFolder const folder;
  for (auto const* const header : {"[", "[ ]", "[[ ]]", "[=x]", "  [$name]", "[\x01]", "[[é]]"}) {
    CAPTURE(header);
    auto const path = folder.write("kiosk.toml", "name = 1\n" + std::string(header) + "\n");
    auto const file = SettingsFile::read(path);
    REQUIRE_FALSE(file);
    CHECK(file.error().what == path.string() + ":2: is no TOML: a table has a name");
  }
}

TEST_CASE("a file that is no TOML is refused with the line where it stops being so") {
  TemporaryFolder const folder;
  auto const path = folder.write("kiosk.toml", "[place]\nname = De Kamer\n");
  auto const file = SettingsFile::read(path);
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().what.starts_with(path.string() + ":2: is no TOML: "));
}

TEST_CASE("a file that is absent, a folder or too large is refused by name") {
  TemporaryFolder const folder;
  auto const absent = folder.path() / "absent.toml";
  CHECK(SettingsFile::read(absent).error().what == absent.string() + ": cannot be opened");
  CHECK_FALSE(SettingsFile::read(folder.path()).has_value());
  auto const large = folder.write("kiosk.toml", std::string(256 * 1024 + 1, '\n'));
  CHECK(SettingsFile::read(large).error().what == large.string() + ": is larger than 262144 bytes");
  CHECK(SettingsFile::read(folder.write("kiosk.toml", std::string(256 * 1024, '\n'))).has_value());
}

// What is said about tables with a name and a size each, of which two may be.
std::string objections_to_tables(std::string_view content) {
  TemporaryFolder const folder;
  auto file = SettingsFile::read(folder.write("week.toml", content));
  REQUIRE(file.has_value());
  auto const count = file->tables("room", 2);
  for (std::size_t i = 0; i < count; ++i) {
    (void)file->text("room[" + std::to_string(i) + "].name", {.otherwise = "", .longest = 5});
    (void)file->number("room[" + std::to_string(i) + "].size", {.least = 1, .greatest = 9});
  }
  auto const verdict = file->finish();
  return verdict ? "" : folder.without_path(verdict.error().what);
}

TEST_CASE("tables of one heading are counted and read one by one") {
  TemporaryFolder const folder;
  auto file = SettingsFile::read(
      folder.write("week.toml", "[[room]]\nname = \"hall\"\n[[room]]\nname = \"attic\"\n"));
  REQUIRE(file.has_value());
  REQUIRE(file->tables("room", 2) == 2);
  CHECK(file->text("room[0].name", {}) == "hall");
  CHECK(file->text("room[1].name", {}) == "attic");
  CHECK(file->tables("cellar", 2) == 0);
  CHECK(file->finish().has_value());
}

TEST_CASE("objections to one of several tables name it, with its line") {
  CHECK(objections_to_tables("[[room]]\nname = \"hall\"\n[[room]]\nname = \"ballroom\"\n") ==
        "week.toml:4: room[1].name: 8 bytes are too long; at most 5 bytes");
  CHECK(objections_to_tables("[[room]]\nsize = 4\n[[room]]\nseize = 4\n") ==
        "week.toml:4: room[1].seize: unknown key; did you mean room[1].size?");
}

TEST_CASE("too many tables, and what is no table, are objected to") {
  CHECK(objections_to_tables("[[room]]\n[[room]]\n[[room]]\n") ==
        "week.toml:1: room: 3 tables are too many; at most 2");
  CHECK(objections_to_tables("room = 3\n") ==
        "week.toml:1: room: 3 is of the wrong kind; tables, each headed [[room]]");
  CHECK(objections_to_tables("[room]\nname = \"hall\"\n") ==
        "week.toml:1: room: a section is of the wrong kind; tables, each headed [[room]]");
}

}  // namespace
