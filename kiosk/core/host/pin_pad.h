#pragma once
// A PIN that is typed on the glass: to come in, or twice to choose a new one. Pure values and
// rules.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/host/pin.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/screen_parts.h"
#include "kiosk/core/words.h"

namespace inloop::core::host {

enum class PadTrouble {
  Wrong,  // or no such host: nobody learns which
  MustWait,
  Locked,
  TooEasy,
  NotTheSame,  // the second time
};

// The digits on the keys, from the top left on; the last stands below the others.
using DigitOrder = std::array<int, 10>;
inline constexpr DigitOrder phone_order{1, 2, 3, 4, 5, 6, 7, 8, 9, 0};

[[nodiscard]] constexpr bool is_digit_order(DigitOrder const& order) {
  unsigned seen = 0;
  for (auto const digit : order)
    if (digit >= 0 && digit <= 9) seen |= 1U << static_cast<unsigned>(digit);
  return seen == 0x3FF;
}

// Adds a digit; the whole PIN once it has all of them. What is no digit is ignored.
[[nodiscard]] std::optional<Pin> type_digit(Pin& pin, std::string_view key);

struct NewPin {
  Pin typed;
  Pin chosen;  // once it was typed the first time
  std::optional<PadTrouble> trouble;

  bool operator==(NewPin const&) const = default;
};

// The new PIN, once it was typed twice.
[[nodiscard]] std::optional<Pin> type_new(NewPin& pin, std::string_view key);

struct PadKey {
  std::string digit;
  Phrase phrase;

  bool operator==(PadKey const&) const = default;
};

// The pad as a screen shows it.
struct Pad {
  std::string_view picture;  // whose PIN
  Phrase typed;              // "●●●○○○", said as how many
  std::array<PadKey, 10> keys;
  Phrase erase;
  std::optional<Phrase> trouble;

  bool operator==(Pad const&) const = default;
};

struct PadFacts {
  HostPicture picture = 0;
  std::size_t typed = 0;
  DigitOrder order = phone_order;
  std::optional<PadTrouble> trouble;
  std::int64_t wait_ms = 0;  // before the next try, where there is any
};

[[nodiscard]] Pad pad_of(PadFacts const& facts, Words const& words);

// A picture to choose, of all that there are.
struct HostTile {
  HostPicture picture = 0;
  std::string_view emoji;
  Phrase label;
  bool is_taken = false;  // by another host: cannot be chosen

  bool operator==(HostTile const&) const = default;
};

[[nodiscard]] std::vector<HostTile> host_tiles(std::vector<HostPicture> const& taken,
                                               Words const& words);

[[nodiscard]] std::string_view emoji_of(HostPicture picture);

}  // namespace inloop::core::host
