#include "kiosk/core/isolate.h"

#include <catch2/catch.hpp>

using namespace inloop::core;

TEST_CASE("what is isolated stands between U+2068 and U+2069 and is else untouched") {
  CHECK(isolated("3:30") ==
        "\xE2\x81\xA8"
        "3:30"
        "\xE2\x81\xA9");
  CHECK(isolated("") == "\xE2\x81\xA8\xE2\x81\xA9");
}

TEST_CASE("isolates may stand in one another") {
  CHECK(isolated("a" + isolated("b")) ==
        "\xE2\x81\xA8"
        "a\xE2\x81\xA8"
        "b\xE2\x81\xA9\xE2\x81\xA9");
}

TEST_CASE("each paragraph is isolated by itself, because an isolate ends with its paragraph") {
  CHECK(isolated("one\ntwo") == isolated("one") + "\n" + isolated("two"));
  CHECK(isolated("one\n\ntwo") == isolated("one") + "\n" + isolated("") + "\n" + isolated("two"));
}
