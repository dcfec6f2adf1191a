#include "kiosk/core/host/pin.h"

#include <array>
#include <cstring>
#include <memory>
#include <string_view>

#include <catch2/catch.hpp>

#include "kiosk/core/host/door.h"

using namespace inloop::core::host;

namespace {

constexpr std::string_view digits = "204816";

// Where a Value stood, and what is left there.
template <class Value>
class Plot {
 public:
  [[nodiscard]] void* ground() { return m_bytes.data(); }

  [[nodiscard]] bool has(std::string_view text) const {
    return std::string_view(m_bytes.data(), m_bytes.size()).find(text) != std::string_view::npos;
  }

 private:
  alignas(Value) std::array<char, sizeof(Value)> m_bytes{};
};

}  // namespace

TEST_CASE("a PIN grows by digits to six and shrinks by the last") {
  Pin pin("20481");
  CHECK_FALSE(pin.is_whole());
  pin.add('6');
  CHECK(pin.is_whole());
  CHECK(pin == Pin(digits));
  pin.take_back();
  CHECK(pin == Pin("20481"));
  pin.clear();
  CHECK(pin == Pin());
  pin.take_back();
  CHECK(pin.is_empty());
}

TEST_CASE("a PIN that goes leaves no digit in the memory where it stood") {
  Plot<Pin> plot;
  auto* const pin = new (plot.ground()) Pin(digits);
  REQUIRE(plot.has(digits));
  std::destroy_at(pin);
  CHECK_FALSE(plot.has(digits.substr(0, 2)));
}

TEST_CASE("the next step of the door wipes the PIN of the one before") {
  Plot<DoorStep> plot;
  auto* const step = new (plot.ground()) DoorStep(TypePin{.picture = 4, .pin = Pin("20481")});
  REQUIRE(plot.has("20481"));
  *step = Knocking{};
  CHECK_FALSE(plot.has("20"));
  *step = ProveCode{.beginner = {.used_code = {}, .pin = Pin(digits)}, .entry = {}};
  REQUIRE(plot.has(digits));
  std::destroy_at(step);
  CHECK_FALSE(plot.has(digits.substr(0, 2)));
}
