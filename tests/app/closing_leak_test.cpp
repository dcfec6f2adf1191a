// A month full of things that must stay in the house, closed: none of them is in the event.

#include <catch2/catch.hpp>

#include "kiosk/app/closing.h"
#include "kiosk/store/name_vault.h"
#include "tests/app/seeded_random.h"
#include "tests/app/turned_clock.h"
#include "tests/support/leak_search.h"
#include "tests/support/temporary_folder.h"

namespace inloop::app {
namespace {

constexpr core::Date day_in_october = std::chrono::year{2026} / 10 / 5;
constexpr core::Date day_of_closing = std::chrono::year{2026} / 11 / 4;
constexpr auto october = std::chrono::year{2026} / std::chrono::October;

std::string const digest_of_card = "the hash of one neighbour's card";

// Everything that anybody wrote or was known by.
std::vector<test::Canary> canaries() {
  return {{"title", "Rouwgroep Zonneveld"},
          {"room", "Kelderkamer"},
          {"link", "https://example.org/les"},
          {"reason", "Griep in huize Zonneveld"},
          {"first name", "Fatoumata"},
          {"card", digest_of_card},
          {"date", "2026-10-05"}};
}

// Signs somebody up by name for a session, and cancels another one with a reason.
void fill(store::Store& store, RandomSource& random) {
  auto const activity = store.add_activity({.title = "Rouwgroep Zonneveld",
                                            .picture = "☕",
                                            .kind = core::ActivityKind::Advice,
                                            .sign_up = core::SignUpMode::Name,
                                            .room = "Kelderkamer",
                                            .link = "https://example.org/les"});
  REQUIRE(activity);
  auto const session = store.add_session(*activity, {day_in_october, 600}, 60);
  auto const called_off = store.add_session(*activity, {day_in_october, 800}, 60);
  REQUIRE((session && called_off));
  auto const signed_up = store.sign_up(
      {.session = *session, .first_name = "Fatoumata", .now = {day_in_october, 500}}, random);
  REQUIRE(signed_up);
  REQUIRE(std::holds_alternative<store::SignedUp>(*signed_up));
  REQUIRE(store.cancel_session(*called_off, "Griep in huize Zonneveld"));

  CardHash card{.month = october, .digest = {}};
  REQUIRE(digest_of_card.size() == card.digest.size());
  for (std::size_t i = 0; i < card.digest.size(); ++i)
    card.digest[i] = static_cast<std::byte>(digest_of_card[i]);
  REQUIRE(store.add_card_visit({.arrived = {day_in_october, 590}}, card));
  REQUIRE(store.add_feeling(october, core::Feeling::No));
}

}  // namespace

TEST_CASE("no word that anybody wrote, no name and no card is in what is released") {
  test::TemporaryFolder const folder;
  auto vault = store::NameVault::open(folder.path() / "kiosk" / "names.key");
  if (!vault) FAIL(vault.error().what);
  auto store = store::Store::open({.file = folder.path() / "kiosk" / "kiosk.db",
                                   .place = "klooslaan",
                                   .names = std::make_shared<store::NameVault>(std::move(*vault))});
  if (!store) FAIL(store.error().what);
  test::SeededRandom random{7};
  fill(*store, random);

  test::TurnedClock clock;
  auto const wall = std::move(*HouseClock::make(clock, "Europe/Amsterdam"));
  ReleaseRules const rules{.place_id = "klooslaan",
                           .source = "urn:nld:kvknr:12345678:systeem:klooslaan-1"};
  REQUIRE(Closing(rules, wall, random).close_due(*store, day_of_closing) == 1);
  auto const releases = store->releases();
  REQUIRE(releases);
  auto const& bytes = releases->at(0).bytes;

  // They were put in: the store remembers the words of the activity.
  CHECK_FALSE(test::search_folder(folder.path() / "kiosk", canaries()).empty());
  CHECK(test::search_bytes("the event", bytes, canaries()).empty());
}

}  // namespace inloop::app
