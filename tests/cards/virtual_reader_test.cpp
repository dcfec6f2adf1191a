// The real card service with a virtual reader: a pcscd of our own, cards played over loopback. What
// the reader's thread says is held against what was put down, and memory is searched afterwards.

#include <algorithm>
#include <iostream>
#include <random>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/cards/card_reader.h"
#include "kiosk/cards/pcsc_service.h"
#include "tests/cards/card_daemon.h"
#include "tests/cards/memory_search.h"
#include "tests/cards/still_clock.h"
#include "tests/cards/virtual_slot.h"
#include "tests/cards/watched_service.h"

namespace {

using namespace inloop::cards;
using namespace inloop::test;
using namespace std::chrono_literals;

constexpr std::uint32_t seed = 20'263;
constexpr AcceptedKinds all_kinds{.nfc_tag = true, .mifare_classic_1k = true, .desfire = true};

std::unique_ptr<CardKeys> keys_of_november() {
  auto keys = CardKeys::start().value();
  std::array<std::byte, card_key_bytes> key{};
  key.fill(std::byte{11});
  keys->set(std::chrono::year{2026} / 11, key);
  return keys;
}

// What the reader said, in order. Any thread.
class Said {
 public:
  void add(CardEvent const& event) {
    std::lock_guard const lock(m_mutex);
    m_events.push_back(event);
    m_changed.notify_all();
  }

  // Waits for that many, and takes all there are.
  std::vector<CardEvent> take(std::size_t count) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [&] { return m_events.size() >= count; });
    return std::exchange(m_events, {});
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<CardEvent> m_events;
};

struct House {
  explicit House(Plugged plugged = Plugged::TwoSlots) {
    daemon.start(plugged);
    start_reader();
  }

  void start_reader() {
    reader.emplace(watched(pcsc_service(), watch), all_kinds, *keys, clock,
                   [this](CardEvent const& event) { said.add(event); });
  }

  // Puts a card down and waits until it has been dealt with.
  void place(int slot, SampleCard const& card, Grip grip = Grip::Firm) {
    slots[static_cast<std::size_t>(slot)].place(card, grip);
    await(slot, SlotState::Occupied);
  }

  void lift(int slot) {
    slots[static_cast<std::size_t>(slot)].lift();
    await(slot, SlotState::Empty);
  }

  void await(int slot, SlotState state) {
    REQUIRE(watch.until([&](Watch::Slots const& seen) {
      return std::any_of(seen.begin(), seen.end(), [&](Slot const& one) {
        return one.reader == reader_name(slot) && one.state == state;
      });
    }));
  }

  CardEvent tap_of(SampleCard const& card) const {
    auto const event = CardTapped{*keys->hash(Carrier::Nfc, number_of(card).bytes())};
    wipe_stack();
    return event;
  }

  CardDaemon daemon;
  std::unique_ptr<CardKeys> keys = keys_of_november();
  StillClock clock;
  Watch watch;
  Said said;
  std::array<VirtualSlot, 2> slots{VirtualSlot(first_slot_port), VirtualSlot(first_slot_port + 1)};
  std::optional<CardReader> reader;
};

using Events = std::vector<CardEvent>;

TEST_CASE("a thousand taps of several hundred cards: none lost, none double, no number left") {
  constexpr int taps = 1'000;
  constexpr std::uint32_t cards = 400;
  std::cout << "seed " << seed << '\n';
  std::mt19937 random(seed);
  House house;
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});

  std::set<std::uint32_t> used;
  int repeated = 0;
  std::optional<SampleCard> last;
  for (int i = 0; i < taps; ++i) {
    int const slot = static_cast<int>(random() % 2);
    SampleCard card{SampleKind::NfcTag, static_cast<std::uint32_t>(random() % cards)};
    house.clock.pass(5s);
    house.place(slot, card);
    used.insert(card.serial);
    house.lift(slot);
    // Every third hand trembles: the same card again within three seconds, on either slot.
    for (auto again = random() % 6; again >= 4; --again, ++repeated) {
      house.clock.pass(std::chrono::milliseconds{random() % 3'001});
      int const other = static_cast<int>(random() % 2);
      house.place(other, card);
      house.lift(other);
    }
    REQUIRE(house.said.take(0) == Events{house.tap_of(card)});
  }
  auto const asked = house.slots[0].numbers_asked() + house.slots[1].numbers_asked();
  CHECK(asked == taps + repeated);
  CHECK(used.size() > 300);
  CHECK(repeated > 300);

  std::vector<std::uint32_t> const serials(used.begin(), used.end());
  auto const clean = search_own_memory(serials);
  for (auto const& find : clean.finds)
    UNSCOPED_INFO(fmt::format("{:x} {}", find.address, find.form));
  CHECK(clean.finds.empty());
  CHECK(clean.searched_bytes > 1'000'000);
  std::cout << fmt::format("{} taps of {} cards, {} put back; {} MiB of memory searched\n", taps,
                           used.size(), repeated, clean.searched_bytes >> 20U);
}

bool is_found(MemorySearch const& search, void const* address, std::string const& form) {
  return std::any_of(search.finds.begin(), search.finds.end(), [&](MemoryFind const& find) {
    return find.address == reinterpret_cast<std::uint64_t>(address) && find.form == form;
  });
}

TEST_CASE("the search finds a number that is kept, in each form, and not once it is wiped") {
  std::vector<std::uint32_t> const serials{1, 2, 3};
  auto const number = std::make_unique<SampleNumber>(number_of({SampleKind::NfcTag, 2}));
  auto const backwards = std::make_unique<SampleNumber>(*number);
  std::reverse(backwards->room().begin(), backwards->room().begin() + 7);
  std::string digits;
  for (auto const byte : number->bytes()) digits += fmt::format("{:02X}", byte);
  std::string digits_backwards;
  for (auto const byte : backwards->bytes()) digits_backwards += fmt::format("{:02x}", byte);

  auto const kept = search_own_memory(serials);
  CHECK(is_found(kept, number->bytes().data(), "raw"));
  CHECK(is_found(kept, backwards->bytes().data(), "raw backwards"));
  CHECK(is_found(kept, digits.data(), "hex"));
  CHECK(is_found(kept, digits_backwards.data(), "hex backwards"));

  number->clear();
  backwards->clear();
  wipe(std::as_writable_bytes(std::span(digits)));
  wipe(std::as_writable_bytes(std::span(digits_backwards)));
  auto const wiped = search_own_memory(serials);
  CHECK_FALSE(is_found(wiped, number->bytes().data(), "raw"));
  CHECK_FALSE(is_found(wiped, digits.data(), "hex"));
}

TEST_CASE("every kind of card has its outcome, and no other than an accepted one is asked") {
  House house;
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  auto const outcome = [&house](SampleKind kind) {
    house.clock.pass(5s);
    house.place(0, {kind, 7});
    house.lift(0);
    auto const events = house.said.take(0);
    REQUIRE(events.size() == 1);
    return events[0];
  };
  CardEvent const forbidden = CardRefused{Refusal::Forbidden};
  CardEvent const unknown = CardRefused{Refusal::Unknown};
  CHECK(outcome(SampleKind::Payment) == forbidden);
  CHECK(outcome(SampleKind::Passport) == forbidden);
  CHECK(outcome(SampleKind::DrivingLicence) == forbidden);
  CHECK(outcome(SampleKind::MifareClassic4K) == forbidden);
  CHECK(outcome(SampleKind::TransportTicket) == unknown);
  CHECK(outcome(SampleKind::OfficeBadge) == unknown);
  CHECK(house.slots[0].numbers_asked() == 0);
  CHECK(outcome(SampleKind::NfcTagWithRandomNumber) == CardEvent{AnonymousTapped{}});
  for (auto const kind : {SampleKind::NfcTag, SampleKind::MifareClassic1K, SampleKind::Desfire})
    CHECK(outcome(kind) == house.tap_of({kind, 7}));
  CHECK(house.slots[0].numbers_asked() == 4);
}

TEST_CASE("a card pulled away while its number is asked is unreadable, and read when it is back") {
  House house;
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  SampleCard const card{SampleKind::NfcTag, 7};
  house.slots[0].place(card, Grip::SlipsAtNumber);
  REQUIRE(house.said.take(1) == Events{CardRefused{Refusal::Unreadable}});
  house.slots[0].lift();
  REQUIRE(house.watch.until([](Watch::Slots const& seen) {
    return !seen.empty() && seen[0].state == SlotState::Empty && seen[0].changes == 2;
  }));
  house.place(0, card);
  CHECK(house.said.take(1) == Events{house.tap_of(card)});
}

TEST_CASE("a card service that dies and comes back is told once each, and taps go on") {
  House house;
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  SampleCard const card{SampleKind::NfcTag, 7};
  for (int i = 0; i < 3; ++i) {
    house.daemon.kill();
    REQUIRE(house.said.take(1) == Events{ReaderLost{}});
    house.daemon.start(Plugged::TwoSlots);
    REQUIRE(house.said.take(1) == Events{ReaderReady{}});
    house.clock.pass(5s);
    house.place(1, card);
    house.lift(1);
    REQUIRE(house.said.take(1) == Events{house.tap_of(card)});
  }
}

TEST_CASE("a card that lay there while the service was away is no tap when it comes back") {
  House house;
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  SampleCard const card{SampleKind::NfcTag, 7};
  house.place(0, card);
  REQUIRE(house.said.take(1) == Events{house.tap_of(card)});
  house.daemon.kill();
  REQUIRE(house.said.take(1) == Events{ReaderLost{}});
  house.clock.pass(1h);
  house.daemon.start(Plugged::TwoSlots);
  house.slots[0].place(card);
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  house.await(0, SlotState::Occupied);
  house.lift(0);
  CHECK(house.said.take(0).empty());
}

TEST_CASE("a reader taken away and plugged in again is told once each, and read") {
  House house;
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  house.daemon.kill();
  REQUIRE(house.said.take(1) == Events{ReaderLost{}});
  house.daemon.start(Plugged::Nothing);
  REQUIRE(house.watch.until([](Watch::Slots const& seen) { return seen.empty(); }));
  house.daemon.kill();
  house.daemon.start(Plugged::TwoSlots);
  REQUIRE(house.said.take(1) == Events{ReaderReady{}});
  SampleCard const card{SampleKind::NfcTag, 7};
  house.place(0, card);
  CHECK(house.said.take(1) == Events{house.tap_of(card)});
}

TEST_CASE("a kiosk that starts before the card service has its reader when that comes") {
  House house(Plugged::Nothing);
  REQUIRE(house.said.take(1) == Events{ReaderLost{}});
  house.daemon.kill();
  house.reader.reset();
  house.start_reader();
  REQUIRE(house.said.take(1) == Events{ReaderLost{}});
  house.daemon.start(Plugged::TwoSlots);
  CHECK(house.said.take(1) == Events{ReaderReady{}});
}

}  // namespace
