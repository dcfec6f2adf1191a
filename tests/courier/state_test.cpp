#include "sync/courier/state.h"

#include <catch2/catch.hpp>

#include "sync/outbox/outbox.h"
#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;

State rich_state() {
  State state;
  state.attempts = {.failures = 3, .last = release_night, .not_before = release_night + 100s};
  state.start_not_before = release_night + 7s;
  state.last_tried = 62;
  state.held = "status 403";
  state.last_cause = "status 403";
  state.clock_skew = -17s;
  state.last_delivery = LastDelivery{release_night - 720h, 60, event_id(60)};
  state.known = {{61, event_id(61), release_night, std::nullopt},
                 {62, event_id(62), release_night, "status 409: \"dubbele periode\""}};
  return state;
}

TEST_CASE("what the courier remembers is read back as it was") {
  CHECK(state_from(to_json(State{})) == State{});
  CHECK(state_from(to_json(rich_state())) == rich_state());
}

TEST_CASE("the fullest state fits its limit") {
  auto state = rich_state();
  state.known.clear();
  for (std::size_t count = 1; count <= outbox::most_events; ++count)
    state.known.push_back({static_cast<std::int64_t>(count), event_id(1), release_night,
                           std::string(longest_cause_bytes, '"')});
  auto const text = to_json(state);
  CHECK(text.size() <= greatest_state_bytes);
  CHECK(state_from(text) == state);
}

TEST_CASE("a damaged state is refused as a whole") {
  for (auto const* const text :
       {"", "{", "[]", "null", "{}", R"({"version":2,"known":[]})", R"({"version":1})",
        R"({"version":1,"known":{}})", R"({"version":1,"known":[{}]})",
        R"({"version":1,"known":[7]})", R"({"version":1,"failures":-1,"known":[]})",
        R"({"version":1,"failures":"3","known":[]})", R"({"version":1,"failures":1e3,"known":[]})",
        R"({"version":1,"not_before":-5,"known":[]})",
        R"({"version":1,"not_before":9223372036854775807,"known":[]})",
        R"({"version":1,"failures":18446744073709551615,"known":[]})",
        R"({"version":1,"held":7,"known":[]})", R"({"version":1,"last_delivery":[],"known":[]})"}) {
    INFO(text);
    CHECK_FALSE(state_from(text));
  }
}

TEST_CASE("a state that is too large is refused") {
  CHECK_FALSE(state_from(std::string(greatest_state_bytes + 1, ' ')));
  CHECK_FALSE(state_from(R"({"version":1,"held":")" + std::string(longest_cause_bytes + 1, 'x') +
                         R"(","known":[]})"));
}

TEST_CASE("every way to cut or change one byte of a state is survived") {
  auto const text = to_json(rich_state());
  for (std::size_t at = 0; at < text.size(); ++at) {
    // Only the line feed at the end can be spared. A changed text may be another state.
    CHECK(state_from(std::string_view(text).substr(0, at)).has_value() == (at + 1 == text.size()));
    auto changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 0x11);
    if (auto const state = state_from(changed)) CHECK(state->known.size() <= 2);
  }
}

}  // namespace
