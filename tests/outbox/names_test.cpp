#include "sync/outbox/names.h"

#include <catch2/catch.hpp>

namespace inloop::outbox {

TEST_CASE("The name of an event is read back as it was made") {
  auto const sequence = GENERATE(std::int64_t{1}, std::int64_t{61}, greatest_sequence);
  EventName const name{sequence, "0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01"};
  CHECK(event_name_from(event_file_name(name.sequence, name.id)) == name);
}

TEST_CASE("A name that we cannot have made is foreign") {
  auto const* name = GENERATE(
      "", ".", "..", "-", ".json", "1-.json", "61.json", "notes.txt",
      "0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json", "0-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "061-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "+61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "-61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      " 61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "6x-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "1000000000-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "99999999999999999999-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "61-0B5F3C1E-8F0A-4C7D-9B1E-2F6A7D8C9E01.json",
      "61-0b5f3c1e-8f0a-1c7d-9b1e-2f6a7d8c9e01.json",
      "61-0b5f3c1e-8f0a-4c7d-cb1e-2f6a7d8c9e01.json",
      "61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e0g.json",
      "61-0b5f3c1e+8f0a-4c7d-9b1e-2f6a7d8c9e01.json",
      "61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.JSON",
      "61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json.tmp",
      "61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json~", "61-../../../../etc/passwd.json");
  CAPTURE(name);
  CHECK_FALSE(event_name_from(name));
}

TEST_CASE("Only what was being written under one of our names is temporary") {
  CHECK(is_temporary_name("61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json.tmp"));
  CHECK(is_temporary_name("0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json.tmp"));
  CHECK_FALSE(is_temporary_name("61-0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01.json"));
  CHECK_FALSE(is_temporary_name("notes.tmp"));
  CHECK_FALSE(is_temporary_name(".json.tmp"));
  CHECK_FALSE(is_temporary_name(".tmp"));
}

}  // namespace inloop::outbox
