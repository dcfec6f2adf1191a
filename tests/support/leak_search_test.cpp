#include "tests/support/leak_search.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace inloop::test {
namespace {

namespace fs = std::filesystem;

std::vector<Canary> const canaries{
    {"card", std::string("\x04\xa1\xb2\xc3\xd4\xe5\xf6", 7)},
    {"name", "Zwaluwstaart"},
};

std::vector<std::string> forms_in(std::string_view bytes) {
  std::vector<std::string> forms;
  for (auto const& leak : search_bytes("here", bytes, canaries))
    forms.push_back(leak.canary + ": " + leak.form);
  return forms;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("A canary is found in each form that is listed") {
  CHECK(forms_in("xx\x04\xa1\xb2\xc3\xd4\xe5\xf6yy") == Forms{"card: raw"});
  CHECK(forms_in("uid=04a1b2c3d4e5f6;") == Forms{"card: hex"});
  CHECK(forms_in("uid=04A1B2C3D4E5F6;") == Forms{"card: hex"});
  CHECK(forms_in("uid=f6e5d4c3b2a104;") == Forms{"card: hex reversed"});
  CHECK(forms_in("uid=6f5e4d3c2b1a40;") == Forms{"card: hex backwards"});
  CHECK(forms_in("dear ZWALUWstaart,") == Forms{"name: raw"});
  CHECK(forms_in("dear traatswulawz,") == Forms{"name: raw reversed"});
  CHECK(forms_in("5a77616c7577737461617274") == Forms{"name: hex"});
}

TEST_CASE("A canary is found in base64 wherever it begins, in both alphabets") {
  // "Zwaluwstaart" alone, and with one and two bytes before it.
  CHECK(forms_in("WndhbHV3c3RhYXJ0") == Forms{"name: base64"});
  CHECK(forms_in("eFp3YWx1d3N0YWFydHg=") == Forms{"name: base64"});
  CHECK(forms_in("eHhad2FsdXdzdGFhcnR4") == Forms{"name: base64"});
  CHECK(forms_in("0JXYhR3c3VHbhdnW") == Forms{"name: base64 backwards"});
  CHECK(forms_in("dHJhYXRzd3VsYXda") == Forms{"name: base64 reversed"});

  std::vector<Canary> const awkward{{"awkward", "\xfb\xff\xfe\xfb\xff\xfe"}};
  CHECK(search_bytes("", "+//++//+", awkward).size() >= 1);
  CHECK(search_bytes("", "-__--__-", awkward).size() >= 1);
}

TEST_CASE("What is not there is not found") {
  CHECK(forms_in("").empty());
  CHECK(forms_in("Zwaluwstaar").empty());
  CHECK(forms_in("04a1b2c3d4e5f7 Zwaluw staart wndhbhv3c3rhyxj0").empty());
}

TEST_CASE("A folder is searched with its depths, its names and its links") {
  TemporaryFolder const folder;
  fs::create_directories(folder.path() / "deep/deeper");
  std::ofstream(folder.path() / "deep/deeper/log") << "Welcome, zwaluwstaart!";
  std::ofstream(folder.path() / "04a1b2c3d4e5f6.json") << "{}";
  fs::create_symlink("/home/zwaluwstaart", folder.path() / "link");
  std::ofstream(folder.path() / "clean") << "187";
  CHECK_THAT(search_folder(folder.path(), canaries), Catch::UnorderedEquals(std::vector<Leak>{
                                                         {"deep/deeper/log", "name", "raw"},
                                                         {"04a1b2c3d4e5f6.json", "card", "hex"},
                                                         {"link", "name", "raw"},
                                                     }));
}

TEST_CASE("What cannot be searched is an error, not clean") {
  TemporaryFolder const folder;
  CHECK_THROWS(search_folder(folder.path() / "missing", canaries));
  CHECK_THROWS(search_bytes("", "", std::vector<Canary>{{"short", "abc"}}));
  std::ofstream(folder.path() / "endless") << "x";
  fs::resize_file(folder.path() / "endless", most_searched_bytes + 1);
  CHECK_THROWS(search_folder(folder.path(), canaries));
}

}  // namespace inloop::test
