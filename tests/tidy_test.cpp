// Holds the rules of the house that a machine can hold: who may include what, the sizes, the words
// that have no place. The tables are the rules; a folder that is not in them is an objection.

#include <array>

#include <catch2/catch.hpp>

#include "tests/tidy/rules.h"

namespace {

using namespace std::string_view_literals;
using inloop::tidy::IncludeRule;
using inloop::tidy::Limits;
using inloop::tidy::Objections;
using inloop::tidy::Source;
using inloop::tidy::source_from;
using inloop::tidy::WordRule;

using Headers = std::vector<std::string_view>;

Headers with(Headers one, Headers const& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

Headers const files_and_processes{"dirent.h", "fcntl.h",   "poll.h",   "pthread.h",
                                  "pwd.h",    "regex.h",   "signal.h", "spawn.h",
                                  "sys/",     "termios.h", "unistd.h"};
Headers const network = with({"arpa/", "netdb.h", "netinet/"}, files_and_processes);

// What every folder may use: the types of Result and of the log.
Headers const everywhere{"fmt/", "tl/expected.hpp"};

// app -> {ui, store, platform, language} -> core -> base; core -> privacy -> base;
// app -> sync/outbox -> sync/report -> base. Nothing points back.
std::vector<IncludeRule> const include_rules{
    {"kiosk/main.cpp", {"kiosk/app/", "kiosk/base/"}, with({"CLI/"}, everywhere), {}},
    {"kiosk/base/", {}, with({"spdlog/", "toml++/"}, everywhere), files_and_processes},
    {"kiosk/privacy/", {"kiosk/base/"}, with({"sodium.h"}, everywhere), {}},
    {"kiosk/core/", {"kiosk/base/", "kiosk/privacy/"}, everywhere, {}},
    {"kiosk/language/",
     {"kiosk/base/", "kiosk/core/"},
     with({"boost/locale.hpp", "boost/locale/"}, everywhere),
     {}},
    {"kiosk/qr/", {"kiosk/base/"}, with({"qrencode.h"}, everywhere), {}},
    {"kiosk/calendar/",
     {"kiosk/base/", "kiosk/core/"},
     with({"date/", "libical/ical.h"}, everywhere),
     {}},
    {"kiosk/paper/",
     {"kiosk/base/", "kiosk/core/", "kiosk/fonts/", "kiosk/qr/"},
     with({"pango/", "cairo.h", "cairo-pdf.h"}, everywhere),
     with({"linux/lp.h"}, files_and_processes)},
    {"kiosk/fonts/", {}, with({"fontconfig/", "pango/"}, everywhere), {}},
    {"kiosk/ui/",
     {"kiosk/base/", "kiosk/core/", "kiosk/fonts/", "kiosk/qr/"},
     with({"imgui.h", "imgui_internal.h", "pango/", "cairo.h", "nlohmann/"}, everywhere),
     {}},
    {"kiosk/cards/", {"kiosk/base/"}, with({"sodium.h"}, everywhere), {}},
    {"kiosk/cards/pcsc_service.cpp",
     {"kiosk/base/", "kiosk/cards/"},
     with({"winscard.h"}, everywhere),
     {}},
    {"kiosk/store/",
     {"kiosk/base/", "kiosk/core/"},
     with({"SQLiteCpp/", "sqlite3.h", "sodium.h"}, everywhere),
     files_and_processes},
    {"kiosk/platform/",
     {"kiosk/base/", "kiosk/core/"},
     with({"SDL.h", "png.h"}, everywhere),
     files_and_processes},
    {"kiosk/platform/gui_renderer",
     {"kiosk/base/", "kiosk/core/"},
     with({"SDL.h", "imgui.h"}, everywhere),
     {}},
    {"kiosk/app/",
     {"kiosk/base/", "kiosk/core/", "kiosk/privacy/", "kiosk/language/", "kiosk/calendar/",
      "kiosk/cards/", "kiosk/paper/", "kiosk/store/", "kiosk/platform/", "kiosk/ui/", "kiosk/qr/",
      "sync/outbox/", "sync/report/"},
     with({"date/", "CLI/"}, everywhere),
     files_and_processes},
    {"sync/report/", {"kiosk/base/"}, with({"nlohmann/", "valijson/", "sodium.h"}, everywhere), {}},
    {"sync/outbox/", {"kiosk/base/", "sync/report/"}, everywhere, files_and_processes},
    {"sync/courier/",
     {"kiosk/base/", "sync/outbox/", "sync/report/"},
     with({"curl/", "nlohmann/", "sodium.h", "CLI/"}, everywhere),
     network},
    {"sync/collector/postgres_database.cpp",
     {"kiosk/base/", "sync/collector/"},
     with({"pqxx/"}, everywhere),
     {}},
    {"sync/collector/demo_command",
     {"kiosk/base/", "kiosk/privacy/", "sync/collector/", "sync/report/"},
     with({"httplib.h"}, everywhere),
     {}},
    {"sync/collector/simulated_places",
     {"kiosk/privacy/", "sync/collector/", "sync/report/"},
     everywhere,
     {}},
    {"sync/collector/spreadsheet.cpp",
     {"kiosk/base/", "sync/collector/"},
     with({"zip.h"}, everywhere),
     {}},
    {"sync/collector/",
     {"kiosk/base/", "sync/report/"},
     with({"httplib.h", "SQLiteCpp/", "sqlite3.h", "openssl/", "nlohmann/", "sodium.h", "CLI/"},
          everywhere),
     network},
};

Headers const clocks_and_chance{"system_clock",  "steady_clock", "high_resolution_clock",
                                "clock_gettime", "localtime",    "localtime_r",
                                "gmtime",        "gettimeofday", "random_device",
                                "mt19937",       "rand",         "getenv"};

std::vector<WordRule> const word_rules{
    {"kiosk/privacy/", {"float", "double"}, "noise is drawn with whole numbers only"},
    {"kiosk/core/", clocks_and_chance, "time, chance and surroundings are handed in"},
    {"kiosk/privacy/", clocks_and_chance, "time, chance and surroundings are handed in"},
    {"kiosk/", {"AF_INET", "AF_INET6", "getaddrinfo"}, "the kiosk has no network"},
};

// Put together from halves, or this file would object to itself.
std::array const promises{
    "TO"
    "DO"sv,
    "FIX"
    "ME"sv,
    "XX"
    "X"sv,
    "not imple"
    "mented"sv};

bool is_ours_to_fence(Source const& source) {
  return source.path.starts_with("kiosk/") || source.path.starts_with("sync/");
}

Objections check(Source const& source) {
  Objections all;
  auto const take = [&all](Objections const& some) {
    all.insert(all.end(), some.begin(), some.end());
  };
  if (is_ours_to_fence(source)) take(check_includes(source, include_rules));
  take(check_words(source, word_rules));
  take(check_size(source, Limits{}));
  take(check_functions(source, Limits{}));
  take(check_header(source));
  take(check_script(source));
  take(check_promises(source, promises));
  return all;
}

Objections check(std::string path, std::string_view content) {
  return check(source_from(std::move(path), content));
}

std::string lines(std::size_t count, std::string_view line = "  call();\n") {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += line;
  return text;
}

TEST_CASE("every file of the repository keeps the rules of the house") {
  auto const tree = inloop::tidy::read_tree(INLOOP_SOURCE_DIR);
  REQUIRE(tree.size() > 50);  // else the tree was not found and nothing was checked
  Objections all;
  for (auto const& source : tree) {
    auto const some = check(source);
    all.insert(all.end(), some.begin(), some.end());
  }
  CHECK(all == Objections{});
}

TEST_CASE("an include that points back is refused by file, line and rule") {
  CHECK(check("kiosk/core/a.cpp", "#include <vector>\n#include \"kiosk/store/store.h\"\n") ==
        Objections{"kiosk/core/a.cpp:2: kiosk/core/ may not include kiosk/store/store.h"});
  CHECK(check("kiosk/ui/a.cpp", "#include \"kiosk/platform/window.h\"\n").size() == 1);
  CHECK(check("sync/courier/a.cpp", "#include \"kiosk/core/visits.h\"\n").size() == 1);
  CHECK(check("kiosk/core/a.cpp", "#include \"kiosk/base/result.h\"\n").empty());
  CHECK(check("kiosk/core/a.cpp", "#include \"kiosk/core/visits.h\"\n").empty());
  CHECK(check("kiosk/ui/screens/a.cpp", "#include \"kiosk/ui/widgets.h\"\n").empty());
}

TEST_CASE("a library outside its folder is refused") {
  CHECK(check("kiosk/app/a.cpp", "#include <sqlite3.h>\n") ==
        Objections{"kiosk/app/a.cpp:1: kiosk/app/ may not include sqlite3.h"});
  CHECK(check("kiosk/store/a.cpp", "#include <sqlite3.h>\n").empty());
  CHECK(check("kiosk/platform/window.cpp", "#include <imgui.h>\n").size() == 1);
  CHECK(check("kiosk/platform/gui_renderer.cpp", "#include <imgui.h>\n").empty());
  CHECK(check("kiosk/core/a.cpp", "#include <unistd.h>\n").size() == 1);
  CHECK(check("kiosk/app/a.cpp", "#include <netinet/in.h>\n").size() == 1);
}

TEST_CASE("a folder that no rule covers is refused") {
  CHECK(check("kiosk/attic/a.cpp", "") ==
        Objections{"kiosk/attic/a.cpp:1: no include rule covers this folder; "
                   "add it to tests/tidy_test.cpp"});
}

TEST_CASE("a clock, chance or fraction where it is forbidden is refused, in a sentence it is not") {
  CHECK(
      check("kiosk/privacy/a.cpp", "int x;\ndouble noise = 0;\n") ==
      Objections{"kiosk/privacy/a.cpp:2: no double here: noise is drawn with whole numbers only"});
  CHECK(check("kiosk/privacy/a.cpp", "// No double here.\nauto x = \"double\";\n").empty());
  CHECK(check("kiosk/privacy/a.cpp", "int double_tap = 1'000;\n").empty());
  CHECK(check("kiosk/core/a.cpp", "auto now = std::chrono::system_clock::now();\n").size() == 1);
  CHECK(check("kiosk/core/a.cpp", "auto* home = std::getenv(\"HOME\");\n").size() == 1);
  CHECK(check("kiosk/app/a.cpp", "auto now = inloop::system_clock().utc();\n").empty());
}

TEST_CASE("a line is measured in letters, not in bytes") {
  CHECK(check("kiosk/core/a.cpp", "//" + lines(98, "é") + "\n").empty());
  CHECK(check("kiosk/core/a.cpp", "//" + lines(99, "é") + "\n") ==
        Objections{"kiosk/core/a.cpp:1: a line has at most 100 columns, this one has 101"});
}

TEST_CASE("a file of more than 400 lines is refused") {
  CHECK(check("kiosk/core/a.cpp", lines(400, "int x;\n")).empty());
  CHECK(check("kiosk/core/a.cpp", lines(401, "int x;\n")) ==
        Objections{"kiosk/core/a.cpp:401: a file has at most 400 lines, this one has 401"});
}

TEST_CASE("a function of more than 70 lines is refused, wherever it stands") {
  auto const refused = Objections{
      "kiosk/core/a.cpp:2: a function has at most 70 lines, "
      "this one has 71"};
  auto const wrapped = [](std::string_view head, std::size_t body, std::string_view tail) {
    return check("kiosk/core/a.cpp", std::string(head) + lines(body) + std::string(tail));
  };
  CHECK(wrapped("namespace a {\nvoid f() {\n", 68, "}\n}\n").empty());
  CHECK(wrapped("namespace a {\nvoid f() {\n", 69, "}\n}\n") == refused);
  CHECK(wrapped("class A : B<int> {\nvoid f(int x = {}) const {\n", 69, "}\n};\n") == refused);
  CHECK(wrapped("\nA::A(int x) : m_x{x}, m_y(2) {\n", 69, "}\n") == refused);
  CHECK(wrapped("\nauto f = [](int x) {\n", 69, "};\n") == refused);
  CHECK(wrapped("\nTEST_CASE(\"a } brace\") {\n", 69, "}\n") == refused);
  CHECK(wrapped("#define A {\nint f(std::array<int, 2> x = {1, 2}) {\n", 69, "}\n") == refused);
}

TEST_CASE("a type, a namespace or a table of values may be longer than a function") {
  CHECK(check("kiosk/core/a.cpp", "struct A {\n" + lines(80, "int x;\n") + "};\n").empty());
  CHECK(check("kiosk/core/a.cpp", "namespace a {\n" + lines(80, "int x;\n") + "}\n").empty());
  CHECK(check("kiosk/core/a.cpp", "MACRO(x)\nnamespace a {\n" + lines(80, "int x;\n") + "}\n")
            .empty());
  CHECK(check("kiosk/core/a.cpp", "int table[] = {\n" + lines(80, "1,\n") + "};\n").empty());
}

TEST_CASE("a header without guard or opening comment is refused") {
  CHECK(check("kiosk/core/a.h", "#pragma once\n// What it is.\n").empty());
  CHECK(check("kiosk/core/a.h", "// What it is.\n#pragma once\n") ==
        Objections{"kiosk/core/a.h:1: a header opens with #pragma once"});
  CHECK(check("kiosk/core/a.h", "#pragma once\n\nint x;\n") ==
        Objections{"kiosk/core/a.h:2: a header says in a comment what it is, under #pragma once"});
}

TEST_CASE("a script that goes on after a failure, or is silent about itself, is refused") {
  CHECK(check("deploy/a", "#!/usr/bin/env bash\n# Does it.\nset -euo pipefail\n").empty());
  CHECK(check("deploy/a", "#!/usr/bin/env bash\n# Does it.\n").size() == 1);
  CHECK(check("deploy/a", "#!/usr/bin/env bash\nset -euo pipefail\n").size() == 1);
}

TEST_CASE("a promise of later work is refused in every kind of file") {
  for (auto const word : promises) {
    CHECK(check("kiosk/core/a.cpp", "// " + std::string(word) + ": later\n").size() == 1);
    CHECK(check("config/kiosk.toml", "# " + std::string(word) + "\n").size() == 1);
  }
  CHECK(check("kiosk/core/a.cpp",
              "int TO"
              "DOS = 1;\n")
            .empty());
}

}  // namespace
