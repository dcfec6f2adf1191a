#pragma once
// A store whose hosts can come in, with PINs that cost little to look at.

#include <memory>
#include <string>

#include "kiosk/store/hosts.h"
#include "kiosk/store/pin_vault.h"
#include "tests/app/seeded_random.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {

// The least that libsodium takes.
inline constexpr PinCost cheap{.memory_bytes = std::size_t{8} << 10, .passes = 1};

struct HouseWithHosts : House {
  std::shared_ptr<PinVault> vault =
      std::make_shared<PinVault>(need(PinVault::open(folder.path() / "pins.key", cheap)));

  [[nodiscard]] Options options() const {
    auto options = House::options();
    options.pins = vault;
    return options;
  }
  [[nodiscard]] Store store() const { return need(Store::open(options())); }

  [[nodiscard]] Newcomer newcomer(core::host::HostPicture picture, core::host::Role role,
                                  std::string const& pin = "204816") const {
    inloop::test::SeededRandom random(static_cast<std::uint32_t>(picture) + 1);
    return {.host = {.picture = picture, .first_name = "", .role = role},
            .pin = need(vault->seal(picture, pin, random))};
  }
};

}  // namespace inloop::store::test
