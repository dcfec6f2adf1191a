#include "kiosk/store/pin_vault.h"

#include <set>

#include <sys/stat.h>

#include "tests/app/seeded_random.h"
#include "tests/store/host_fixture.h"

namespace inloop::store::test {
namespace {

using core::host::code_characters;
using inloop::test::DryRandom;
using inloop::test::SeededRandom;
using Match = PinVault::Match;

constexpr std::uint32_t seed = 20261201;

struct Vaults {
  inloop::test::TemporaryFolder folder;
  PinVault vault = need(PinVault::open(folder.path() / "pins.key", cheap));
  SeededRandom random{seed};
};

TEST_CASE("The right PIN matches, and no other and nobody else's does") {
  Vaults world;
  auto const sealed = need(world.vault.seal(3, "204816", world.random));
  CHECK(need(world.vault.compare(sealed, 3, "204816")) == Match::Yes);
  CHECK(need(world.vault.compare(sealed, 3, "204817")) == Match::No);
  CHECK(need(world.vault.compare(sealed, 4, "204816")) == Match::No);
}

TEST_CASE("A picture that nobody has matches no PIN") {
  Vaults world;
  CHECK(need(world.vault.compare(std::nullopt, 3, "204816")) == Match::No);
  // Not even the one that the empty seal could be taken for.
  CHECK(need(world.vault.compare(SealedPin{}, 3, "204816")) == Match::No);
}

TEST_CASE("Two hosts with the same PIN are sealed differently, and one host twice is, too") {
  Vaults world;
  std::set<SealedPin> sealed;
  for (auto const picture : {3, 3, 4})
    sealed.insert(need(world.vault.seal(picture, "204816", world.random)));
  CHECK(sealed.size() == 3);
}

TEST_CASE("Without the key file the right PIN is of no use, and the code still is") {
  Vaults world;
  auto const sealed = need(world.vault.seal(3, "204816", world.random));
  auto const code = need(draw_code(world.random));
  auto const sealed_code = need(world.vault.seal_code(code, world.random));
  auto const other = need(PinVault::open(world.folder.path() / "other.key", cheap));
  CHECK(need(other.compare(sealed, 3, "204816")) == Match::No);
  CHECK(other.compare_code(sealed_code, code) == Match::Yes);
}

TEST_CASE("The key outlives the program, in a file that is its owner's alone") {
  Vaults world;
  auto const sealed = need(world.vault.seal(3, "204816", world.random));
  auto const again = need(PinVault::open(world.folder.path() / "pins.key", cheap));
  CHECK(need(again.compare(sealed, 3, "204816")) == Match::Yes);
  struct stat facts {};
  REQUIRE(stat((world.folder.path() / "pins.key").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600U);
}

TEST_CASE("The recovery code matches, and a code that differs in one letter does not") {
  Vaults world;
  auto const code = need(draw_code(world.random));
  auto const sealed = need(world.vault.seal_code(code, world.random));
  CHECK(world.vault.compare_code(sealed, code) == Match::Yes);
  for (std::size_t i = 0; i < code.size(); ++i) {
    auto other = code;
    other[i] = other[i] == '0' ? '1' : '0';
    CHECK(world.vault.compare_code(sealed, other) == Match::No);
  }
}

TEST_CASE("A drawn code is one that can be typed, and no two are the same") {
  SeededRandom random(seed);
  std::set<std::string> codes;
  for (int i = 0; i < 200; ++i) {
    auto const code = need(draw_code(random));
    CHECK(core::host::code_from(code) == code);
    codes.insert(code);
  }
  CHECK(codes.size() == 200);
}

TEST_CASE("Without randomness nothing is sealed and no code is drawn") {
  Vaults world;
  DryRandom dry;
  CHECK_FALSE(world.vault.seal(3, "204816", dry));
  CHECK_FALSE(world.vault.seal_code(std::string(code_characters, 'A'), dry));
  CHECK_FALSE(draw_code(dry));
}

TEST_CASE("Without memory for Argon2id a PIN is neither sealed nor compared") {
  inloop::test::TemporaryFolder const folder;
  auto const vault = need(PinVault::open(folder.path() / "pins.key",
                                         {.memory_bytes = std::size_t{1} << 10, .passes = 1}));
  SeededRandom random(seed);
  CHECK_FALSE(vault.seal(3, "204816", random));
  CHECK_FALSE(vault.compare(std::nullopt, 3, "204816"));
}

TEST_CASE("The audit trail's links depend on the row, on the one before and on the key") {
  Vaults world;
  auto const other = need(PinVault::open(world.folder.path() / "other.key", cheap));
  AuditLink const start{};
  auto const link = world.vault.link_after(start, "1|came in");
  CHECK(link == world.vault.link_after(start, "1|came in"));
  CHECK(link != world.vault.link_after(start, "2|came in"));
  CHECK(link != world.vault.link_after(link, "1|came in"));
  CHECK(link != other.link_after(start, "1|came in"));
}

}  // namespace
}  // namespace inloop::store::test
