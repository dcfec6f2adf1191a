#include "tests/language/po_file.h"

#include <catch2/catch.hpp>

using namespace inloop::language;

TEST_CASE("a catalogue is read with its header, continued lines, plurals and marks") {
  auto const file = po_file_from(R"(# A comment.
msgid ""
msgstr ""
"Language: nl\n"
"X-Review: Ours.\n"

msgid "Say \"yes\""
msgstr "Zeg \"ja\""

#, fuzzy
msgid "One long "
"sentence"
msgstr ""
"Een lange "
"zin"

msgid "One"
msgid_plural "{count}"
msgstr[0] "Eén"
msgstr[1] "{count}"
)");
  REQUIRE(file.has_value());
  CHECK(file->header.at("Language") == "nl");
  CHECK(file->header.at("X-Review") == "Ours.");
  REQUIRE(file->messages.size() == 3);
  CHECK(file->messages[0] == Message{"Say \"yes\"", "", {"Zeg \"ja\""}, false});
  CHECK(file->messages[1] == Message{"One long sentence", "", {"Een lange zin"}, true});
  CHECK(file->messages[2] == Message{"One", "{count}", {"Eén", "{count}"}, false});
}

TEST_CASE("what is no catalogue is not taken for an empty one") {
  CHECK_FALSE(po_file_from("").has_value());
  CHECK_FALSE(po_file_from("msgid \"One\"\nmsgstr \"Eén\"\n").has_value());
  CHECK_FALSE(po_file_from("nothing of the kind\n").has_value());
  CHECK_FALSE(read_po_file("/nowhere/nl.po").has_value());
}

TEST_CASE("placeholders are found wherever they stand") {
  CHECK(placeholders_in("Open today: {second} and {first}.") ==
        std::vector<std::string>{"first", "second"});
  CHECK(placeholders_in("No braces").empty());
}
