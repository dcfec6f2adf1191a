#include "kiosk/app/host/sealing.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "kiosk/store/hosts.h"

namespace inloop::app::host {
namespace {

// Bytes that were drawn before, each to be used once.
class DrawnAhead final : public RandomSource {
 public:
  [[nodiscard]] Result<> draw(RandomSource& random) { return random.fill(m_bytes); }

  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override {
    auto const left = std::span(m_bytes).subspan(m_used);
    if (bytes.size() > left.size()) return failure("more randomness is needed than was drawn");
    std::ranges::copy(left.first(bytes.size()), bytes.begin());
    m_used += bytes.size();
    return {};
  }

 private:
  std::array<std::byte, 64> m_bytes{};
  std::size_t m_used = 0;
};

struct Tools {
  std::shared_ptr<store::PinVault const> vault;
  DrawnAhead random;
};

Result<Tools> tools_for_sealing(Desk& desk) {
  return desk.with_store([&](store::Store& store) -> Result<Tools> {
    auto vault = store::pin_vault(store);
    if (!vault) return tl::unexpected(vault.error());
    Tools tools{.vault = std::move(*vault), .random = {}};
    if (auto const drawn = tools.random.draw(desk.parts().random); !drawn)
      return tl::unexpected(drawn.error());
    return tools;
  });
}

}  // namespace

Result<store::SealedPin> seal_pin(Desk& desk, core::host::HostPicture picture,
                                  core::host::Pin const& pin) {
  auto tools = tools_for_sealing(desk);
  if (!tools) return tl::unexpected(tools.error());
  return tools->vault->seal(picture, pin.digits(), tools->random);
}

Result<store::SealedCode> seal_code(Desk& desk, std::string const& code) {
  auto tools = tools_for_sealing(desk);
  if (!tools) return tl::unexpected(tools.error());
  return tools->vault->seal_code(code, tools->random);
}

}  // namespace inloop::app::host
