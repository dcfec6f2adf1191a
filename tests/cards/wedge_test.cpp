// Readers that type like a keyboard, beside a host who types.

#include "kiosk/cards/wedge.h"

#include <catch2/catch.hpp>

namespace {

using namespace inloop::cards;

constexpr std::string_view pass = "INLOOP1-000000000000000000000000012";
constexpr std::string_view other_pass = "INLOOP1-000000000000000000000000000";

// A kiosk's keyboard: collects what comes of the keys that are typed on it.
struct Keyboard {
  explicit Keyboard(WedgeRules const& rules = {}) : wedge(rules, *keys) {
    std::array<std::byte, card_key_bytes> const key{};
    keys->set(std::chrono::year{2026} / 11, key);
  }

  void key(std::string_view character, std::int64_t after_ms) {
    now_ms += after_ms;
    take(wedge.typed(character, now_ms));
  }

  // Each byte a key, `gap_ms` before each.
  void type(std::string_view text, std::int64_t gap_ms) {
    for (std::size_t i = 0; i < text.size(); ++i) key(text.substr(i, 1), gap_ms);
  }

  void pass_time(std::int64_t duration_ms) {
    now_ms += duration_ms;
    take(wedge.release_due(now_ms));
  }

  void take(WedgeStep const& step) {
    typed += step.typing;
    if (step.scan) scans.push_back(*step.scan);
  }

  std::unique_ptr<CardKeys> keys = CardKeys::start().value();
  Wedge wedge;
  std::int64_t now_ms = 1'000;
  std::string typed;
  std::vector<CardEvent> scans;
};

bool is_tap(CardEvent const& event) {
  return std::holds_alternative<CardTapped>(event);
}

TEST_CASE("a pass scanned at the pace of a reader is a tap, and nothing of it is typed") {
  for (std::int64_t const gap_ms : {0, 1, 10, 50}) {
    CAPTURE(gap_ms);
    Keyboard keyboard;
    keyboard.type(pass, gap_ms);
    keyboard.key("\n", gap_ms);
    keyboard.pass_time(10'000);
    REQUIRE(keyboard.scans.size() == 1);
    CHECK(is_tap(keyboard.scans[0]));
    CHECK(keyboard.typed.empty());
  }
}

TEST_CASE("the same text at the pace of a person is typing, and no tap") {
  Keyboard keyboard;
  keyboard.type(pass, 51);
  keyboard.key("\n", 51);
  CHECK(keyboard.typed == std::string(pass) + "\n");
  CHECK(keyboard.scans.empty());
}

TEST_CASE("a host's typing arrives in order, at the latest after the longest gap") {
  Keyboard keyboard;
  keyboard.type("soep", 120);
  CHECK(keyboard.typed == "soe");
  REQUIRE(keyboard.wedge.deadline_ms());
  CHECK(*keyboard.wedge.deadline_ms() - keyboard.now_ms == 51);
  keyboard.pass_time(51);
  CHECK(keyboard.typed == "soep");
  CHECK_FALSE(keyboard.wedge.deadline_ms());
  keyboard.type("th", 30);  // two fingers at once
  keyboard.key("\n", 20);
  CHECK(keyboard.typed == "soepth\n");
  keyboard.key("é", 200);
  CHECK(keyboard.wedge.release().typing == "é");
  CHECK(keyboard.scans.empty());
}

TEST_CASE("a key that types several words at once is a person's") {
  Keyboard keyboard;
  keyboard.key("a", 10);
  keyboard.key("koffie en thee", 10);
  keyboard.key("b", 10);
  keyboard.pass_time(100);
  CHECK(keyboard.typed == "akoffie en theeb");
  CHECK(keyboard.scans.empty());
}

TEST_CASE("a fast burst without Return at its end is handed back") {
  Keyboard keyboard;
  keyboard.type("04A1B2C3", 5);
  keyboard.pass_time(200);
  CHECK(keyboard.typed == "04A1B2C3");
  keyboard.key("\n", 10);
  CHECK(keyboard.typed == "04A1B2C3\n");
  CHECK(keyboard.scans.empty());
}

TEST_CASE("a pass typed amid a host's words leaves the words as they were") {
  Keyboard keyboard;
  keyboard.type("koffie", 150);
  keyboard.pass_time(100);
  keyboard.type(pass, 8);
  keyboard.key("\n", 8);
  keyboard.type(" en thee", 150);
  keyboard.pass_time(100);
  CHECK(keyboard.typed == "koffie en thee");
  CHECK(keyboard.scans.size() == 1);
}

TEST_CASE("other scans are refused and never typed") {
  for (auto const* text : {"https://example.nl/bonuskaart/123456", "111222333", "8712345678906"}) {
    CAPTURE(text);
    Keyboard keyboard(WedgeRules{.accept_numbers = true});
    keyboard.type(text, 3);
    keyboard.key("\n", 3);
    keyboard.pass_time(100);
    CHECK(keyboard.typed.empty());
    CHECK(keyboard.scans == std::vector<CardEvent>{CardRefused{Refusal::Unknown}});
  }
}

TEST_CASE("a scan of any length is swallowed whole") {
  for (std::size_t const length : {64U, 65U, 500U, 5'000U}) {
    CAPTURE(length);
    Keyboard keyboard;
    keyboard.type(std::string(length, '7'), 2);
    keyboard.key("\n", 2);
    keyboard.pass_time(100);
    CHECK(keyboard.typed.empty());
    CHECK(keyboard.scans == std::vector<CardEvent>{CardRefused{Refusal::Unknown}});
  }
  Keyboard keyboard;
  keyboard.type(std::string(65, '7'), 2);
  keyboard.pass_time(100);  // no Return: still no person
  CHECK(keyboard.typed.empty());
  keyboard.type("ja", 100);
  keyboard.pass_time(100);
  CHECK(keyboard.typed == "ja");
}

TEST_CASE("a reader that ends with two line ends presses no Return for the host") {
  Keyboard keyboard;
  keyboard.type(pass, 2);
  keyboard.key("\n", 2);
  keyboard.key("\n", 2);
  CHECK(keyboard.typed.empty());
  keyboard.key("\n", 500);
  CHECK(keyboard.typed == "\n");
}

TEST_CASE("a pass held before a reader that scans again and again is one tap") {
  Keyboard keyboard;
  for (int i = 0; i < 10; ++i) {
    keyboard.type(pass, 2);
    keyboard.key("\n", 2);
    keyboard.pass_time(1'500);
  }
  CHECK(keyboard.scans.size() == 1);
  keyboard.type(other_pass, 2);
  keyboard.key("\n", 2);
  CHECK(keyboard.scans.size() == 2);
  keyboard.pass_time(4'000);
  keyboard.type(pass, 2);
  keyboard.key("\n", 2);
  CHECK(keyboard.scans.size() == 3);
  CHECK(keyboard.scans[0] == keyboard.scans[2]);
  CHECK(keyboard.scans[0] != keyboard.scans[1]);
}

TEST_CASE("numbers of cards are taps where the place accepts them, and refused elsewhere") {
  Keyboard accepting(WedgeRules{.accept_numbers = true});
  accepting.type("04A1B2C3D4E5F6", 2);
  accepting.key("\n", 2);
  accepting.type("08A1B2C3", 2);
  accepting.key("\n", 2);
  REQUIRE(accepting.scans.size() == 2);
  CHECK(is_tap(accepting.scans[0]));
  CHECK(accepting.scans[1] == CardEvent{AnonymousTapped{}});

  Keyboard refusing;
  refusing.type("04A1B2C3D4E5F6", 2);
  refusing.key("\n", 2);
  CHECK(refusing.scans == std::vector<CardEvent>{CardRefused{Refusal::Unknown}});
}

TEST_CASE("a good pass without a key of the month is refused as that") {
  Keyboard keyboard;
  keyboard.keys->forget();
  keyboard.type(pass, 2);
  keyboard.key("\n", 2);
  CHECK(keyboard.scans == std::vector<CardEvent>{CardRefused{Refusal::NoKey}});
}

}  // namespace
