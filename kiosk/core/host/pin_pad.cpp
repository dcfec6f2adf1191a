#include "kiosk/core/host/pin_pad.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/assert.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"

namespace inloop::core::host {
namespace {

// "in 30 seconds", "in 4 minutes": never sooner than it is.
std::string again_in(std::int64_t wait_ms, Words const& words) {
  constexpr std::int64_t step_s = 10;
  auto const seconds = (wait_ms + 999) / 1000;
  if (seconds < 60) {
    auto const shown = (seconds + step_s - 1) / step_s * step_s;
    return counted(
        words.plural("Try again in {count} second.", "Try again in {count} seconds.", shown),
        shown);
  }
  auto const minutes = (seconds + 59) / 60;
  return counted(
      words.plural("Try again in {count} minute.", "Try again in {count} minutes.", minutes),
      minutes);
}

std::string trouble_in_words(PadTrouble trouble, std::int64_t wait_ms, Words const& words) {
  switch (trouble) {
    case PadTrouble::Wrong:
      return words.text("That is not right.") + " " +
             (wait_ms > 0 ? again_in(wait_ms, words) : words.text("Please try again."));
    case PadTrouble::MustWait:
      return words.text("The PIN was wrong too often.") + " " + again_in(wait_ms, words);
    case PadTrouble::Locked:
      return words.text("This picture is locked. Ask the coordinator.");
    case PadTrouble::TooEasy:
      return words.text("This PIN is too easy. Choose another one.");
    case PadTrouble::NotTheSame:
      return words.text("That was another PIN. Choose again.");
  }
  return {};
}

}  // namespace

std::optional<Pin> type_digit(Pin& pin, std::string_view key) {
  bool const is_digit = key.size() == 1 && key[0] >= '0' && key[0] <= '9';
  if (is_digit && !pin.is_whole()) pin.add(key[0]);
  if (!pin.is_whole()) return std::nullopt;
  return std::exchange(pin, {});
}

std::optional<Pin> type_new(NewPin& pin, std::string_view key) {
  auto const whole = type_digit(pin.typed, key);
  if (!pin.typed.is_empty()) pin.trouble.reset();
  if (!whole) return std::nullopt;
  if (pin.chosen.is_empty()) {
    pin.trouble = is_too_easy(whole->digits()) ? std::optional(PadTrouble::TooEasy) : std::nullopt;
    if (!pin.trouble) pin.chosen = *whole;
    return std::nullopt;
  }
  auto const first = std::exchange(pin.chosen, {});
  if (first == *whole) return whole;
  pin.trouble = PadTrouble::NotTheSame;
  return std::nullopt;
}

Pad pad_of(PadFacts const& facts, Words const& words) {
  INLOOP_ASSERT(facts.typed <= pin_digits && is_digit_order(facts.order));
  std::string dots;
  for (std::size_t i = 0; i < pin_digits; ++i) dots += i < facts.typed ? "●" : "○";
  auto const typed = static_cast<std::int64_t>(facts.typed);
  Pad pad{
      .picture = emoji_of(facts.picture),
      .typed = {.shown = isolated(dots),
                .spoken = counted(words.plural("{count} digit", "{count} digits", typed), typed)},
      .keys = {},
      .erase = phrase(words.text("Erase")),
      .trouble = std::nullopt};
  for (std::size_t i = 0; i < pad.keys.size(); ++i) {
    auto const digit = std::to_string(facts.order[i]);
    pad.keys[i] = {.digit = digit, .phrase = phrase(digit)};
  }
  if (facts.trouble) pad.trouble = phrase(trouble_in_words(*facts.trouble, facts.wait_ms, words));
  return pad;
}

std::vector<HostTile> host_tiles(std::vector<HostPicture> const& taken, Words const& words) {
  std::vector<HostTile> tiles;
  for (HostPicture picture = 0; is_host_picture(picture); ++picture)
    tiles.push_back({.picture = picture,
                     .emoji = emoji_of(picture),
                     .label = phrase(picture_in_words(picture, words)),
                     .is_taken = std::ranges::count(taken, picture) > 0});
  return tiles;
}

std::string_view emoji_of(HostPicture picture) {
  INLOOP_ASSERT(is_host_picture(picture));
  return token_pictures[static_cast<std::size_t>(picture)].emoji;
}

}  // namespace inloop::core::host
