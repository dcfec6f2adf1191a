// The reader's thread beside a card service that a test plays: readers that come and go, a service
// that dies, cards that are pulled away.

#include "kiosk/cards/card_reader.h"

#include <catch2/catch.hpp>

#include "tests/cards/played_service.h"
#include "tests/cards/still_clock.h"

namespace {

using namespace inloop::cards;
using namespace std::chrono_literals;
using inloop::test::PlayedReaders;
using inloop::test::SampleCard;
using inloop::test::SampleKind;
using inloop::test::StillClock;

using Events = std::vector<CardEvent>;
using World = PlayedReaders::World;

constexpr AcceptedKinds all_kinds{.nfc_tag = true, .mifare_classic_1k = true, .desfire = true};
constexpr SampleCard tag{SampleKind::NfcTag, 1};
constexpr SampleCard other_tag{SampleKind::NfcTag, 2};

std::unique_ptr<CardKeys> keys_of_november() {
  auto keys = CardKeys::start().value();
  std::array<std::byte, card_key_bytes> const key{};
  keys->set(std::chrono::year{2026} / 11, key);
  return keys;
}

struct House {
  void start(AcceptedKinds const& accepted = {}) {
    reader.emplace(readers.service(), accepted, *keys, clock,
                   [this](CardEvent const& event) { events.push_back(event); });
    REQUIRE(readers.change([](World&) {}));
  }

  // With one reader called "door", and past the first look.
  void start_with_door(AcceptedKinds const& accepted = {}) {
    initial("door");
    start(accepted);
    REQUIRE(take_events() == Events{ReaderReady{}});
  }

  void plug_in(std::string const& name) {
    REQUIRE(readers.change([&](World& world) { world.readers[name]; }));
  }

  void unplug(std::string const& name) {
    REQUIRE(readers.change([&](World& world) { world.readers.erase(name); }));
  }

  void place(std::string const& name, SampleCard const& card) {
    REQUIRE(readers.change([&](World& world) {
      world.readers[name].card = card;
      ++world.readers[name].changes;
    }));
  }

  void lift(std::string const& name) {
    REQUIRE(readers.change([&](World& world) {
      world.readers[name].card.reset();
      ++world.readers[name].changes;
    }));
  }

  Events take_events() { return std::exchange(events, {}); }

  CardEvent tap_of(SampleCard const& card) const {
    return CardTapped{*keys->hash(Carrier::Nfc, inloop::test::number_of(card).bytes())};
  }

  void initial(std::string const& name, std::optional<SampleCard> card = {}) {
    starting.readers[name].card = card;
    readers.prepare(starting);
  }

  std::unique_ptr<CardKeys> keys = keys_of_november();
  StillClock clock;
  World starting;
  PlayedReaders readers;
  Events events;  // written by the reader's thread before a change counts as dealt with
  std::optional<CardReader> reader;
};

TEST_CASE("each kind of card has its outcome, and only an accepted one is asked for its number") {
  struct Row {
    SampleKind kind;
    AcceptedKinds accepted;
    std::optional<CardEvent> outcome;  // absent: a tap with its hash
  };
  CardEvent const forbidden = CardRefused{Refusal::Forbidden};
  CardEvent const unknown = CardRefused{Refusal::Unknown};
  std::vector<Row> const rows{
      {SampleKind::NfcTag, {}, std::nullopt},
      {SampleKind::NfcTag, {.nfc_tag = false}, unknown},
      {SampleKind::NfcTagWithRandomNumber, {}, AnonymousTapped{}},
      {SampleKind::MifareClassic1K, {}, unknown},
      {SampleKind::MifareClassic1K, all_kinds, std::nullopt},
      {SampleKind::Desfire, {}, unknown},
      {SampleKind::Desfire, all_kinds, std::nullopt},
      {SampleKind::MifareClassic4K, all_kinds, forbidden},
      {SampleKind::Payment, all_kinds, forbidden},
      {SampleKind::Passport, all_kinds, forbidden},
      {SampleKind::DrivingLicence, all_kinds, forbidden},
      {SampleKind::TransportTicket, all_kinds, unknown},
      {SampleKind::OfficeBadge, all_kinds, unknown},
  };
  for (auto const& row : rows) {
    CAPTURE(static_cast<int>(row.kind), row.accepted.desfire);
    House house;
    house.start_with_door(row.accepted);
    SampleCard const card{row.kind, 1};
    house.place("door", card);
    CHECK(house.take_events() == Events{row.outcome ? *row.outcome : house.tap_of(card)});
    bool const may_be_asked = !row.outcome || *row.outcome == CardEvent{AnonymousTapped{}};
    CHECK(house.readers.world().numbers_asked == (may_be_asked ? 1 : 0));
  }
}

TEST_CASE("a card that stays on the reader is one tap") {
  House house;
  house.start_with_door();
  house.place("door", tag);
  for (int i = 0; i < 5; ++i) {
    house.clock.pass(10s);
    REQUIRE(house.readers.change([](World&) {}));
  }
  CHECK(house.take_events() == Events{house.tap_of(tag)});
  CHECK(house.readers.world().numbers_asked == 1);
}

TEST_CASE("a card lifted and put back within three seconds is the same tap, later another") {
  House house;
  house.start_with_door();
  house.place("door", tag);
  house.clock.pass(20s);
  house.lift("door");
  house.clock.pass(3s);
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
  house.lift("door");
  house.clock.pass(3001ms);
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
}

TEST_CASE("a card swapped before anybody looked is read; put back so fast it is the same tap") {
  House house;
  house.start_with_door();
  house.place("door", tag);
  house.place("door", other_tag);
  house.place("door", other_tag);
  CHECK(house.take_events() == Events{house.tap_of(tag), house.tap_of(other_tag)});
}

TEST_CASE("a reader unplugged and plugged in again is told once each and goes on reading") {
  House house;
  house.start_with_door();
  house.unplug("door");
  REQUIRE(house.readers.change([](World&) {}));
  CHECK(house.take_events() == Events{ReaderLost{}});
  house.plug_in("door");
  CHECK(house.take_events() == Events{ReaderReady{}});
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
}

TEST_CASE("a card that lay on a reader while it was away is no tap when it comes back") {
  House house;
  house.start_with_door();
  house.place("door", tag);
  house.unplug("door");
  house.take_events();
  house.clock.pass(1h);
  house.place("door", tag);
  CHECK(house.take_events() == Events{ReaderReady{}});
  house.lift("door");
  house.clock.pass(4s);
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
}

TEST_CASE("while one of two readers is there, no reader is lost") {
  House house;
  house.start_with_door();
  house.plug_in("table");
  house.unplug("door");
  house.place("table", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
  house.unplug("table");
  CHECK(house.take_events() == Events{ReaderLost{}});
}

TEST_CASE("two readers are read side by side, and a card that changes over is the same tap") {
  House house;
  house.start_with_door();
  house.plug_in("table");
  house.place("door", tag);
  house.place("table", other_tag);
  house.lift("door");
  house.lift("table");
  house.place("table", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag), house.tap_of(other_tag)});
}

TEST_CASE("a reader that is listed and does not answer is no reader") {
  House house;
  house.start_with_door();
  REQUIRE(house.readers.change(
      [](World& world) { world.readers["door"].otherwise = SlotState::Unusable; }));
  CHECK(house.take_events() == Events{ReaderLost{}});
}

TEST_CASE("a card pulled away before its number came is unreadable, and read when it is back") {
  House house;
  house.start_with_door();
  auto const let_slip = [&house](bool slips) {
    REQUIRE(house.readers.change(
        [slips](World& world) { world.readers["door"].loses_card_at_number = slips; }));
  };
  let_slip(true);
  house.place("door", tag);
  CHECK(house.take_events() == Events{CardRefused{Refusal::Unreadable}});
  let_slip(false);
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
}

TEST_CASE("something that lies there and does not answer is unreadable") {
  House house;
  house.start_with_door();
  REQUIRE(house.readers.change([](World& world) {
    world.readers["door"].otherwise = SlotState::Mute;
    ++world.readers["door"].changes;
  }));
  CHECK(house.take_events() == Events{CardRefused{Refusal::Unreadable}});
}

TEST_CASE("without a key of the month a good card is refused, with the new key it is a tap") {
  House house;
  house.start_with_door();
  house.keys->forget();
  house.place("door", tag);
  CHECK(house.take_events() == Events{CardRefused{Refusal::NoKey}});
  house.keys->set(std::chrono::year{2026} / 12, std::array<std::byte, card_key_bytes>{});
  house.lift("door");
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
}

TEST_CASE("a card that lies on the reader when the kiosk starts is no tap until it is put again") {
  House house;
  house.initial("door", tag);
  house.start();
  CHECK(house.take_events() == Events{ReaderReady{}});
  house.lift("door");
  house.clock.pass(4s);
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
}

TEST_CASE("a dead service is tried for ever, less and less often, and told once") {
  House house;
  house.start_with_door();
  REQUIRE(house.readers.change([](World& world) {
    world.has_service = false;
    world.pauses_that_end = 9;
  }));
  CHECK(house.take_events() == Events{ReaderLost{}});
  CHECK(house.readers.world().pauses ==
        std::vector<std::chrono::milliseconds>{500ms, 1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s, 30s});
  REQUIRE(house.readers.change([](World& world) { world.has_service = true; }));
  CHECK(house.take_events() == Events{ReaderReady{}});
  house.place("door", tag);
  CHECK(house.take_events() == Events{house.tap_of(tag)});
  REQUIRE(house.readers.change([](World& world) { world.has_service = false; }));
  CHECK(house.readers.world().pauses.back() == 500ms);
}

TEST_CASE("a kiosk that starts without a service or a reader says so once") {
  House without_reader;
  without_reader.start();
  CHECK(without_reader.take_events() == Events{ReaderLost{}});

  House without_service;
  without_service.starting.has_service = false;
  without_service.readers.prepare(without_service.starting);
  without_service.start();
  CHECK(without_service.take_events() == Events{ReaderLost{}});
}

TEST_CASE("a reader ends although the first calls to stop find it not yet waiting") {
  House house;
  house.start_with_door();
  REQUIRE(house.readers.change([](World& world) { world.stops_missed = 3; }));
  house.reader.reset();
  CHECK(house.readers.world().stops_missed < 0);
}

TEST_CASE("a reader ends in the middle of a pause") {
  House house;
  house.start_with_door();
  REQUIRE(house.readers.change([](World& world) { world.has_service = false; }));
  house.reader.reset();
  CHECK(house.readers.world().pauses.size() == 1);
}

}  // namespace
