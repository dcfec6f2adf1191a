#include "kiosk/core/screen.h"

#include <algorithm>

#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/time_out.h"

namespace inloop::core {
namespace {

// Each button says what it will do next.
Tools tools(Preferences const& preferences, Words const& words) {
  bool const is_spoken = preferences.speech == Speech::Spoken;
  bool const is_loudest = preferences.volume == greatest_volume;
  Tools tools{
      .listen = phrase(is_spoken ? words.text("Stop reading aloud") : words.text("Read aloud")),
      .repeat = std::nullopt,
      .volume = std::nullopt,
      .text_size = phrase(preferences.text_size == TextSize::Normal ? words.text("Larger letters")
                                                                    : words.text("Normal letters")),
      .theme = phrase(words.text("Other colours")),
      .reach = phrase(preferences.reach == Reach::Everywhere ? words.text("Buttons lower")
                                                             : words.text("Buttons higher"))};
  if (is_spoken) {
    tools.repeat = phrase(words.text("Say it again"));
    tools.volume = phrase(is_loudest ? words.text("Softer") : words.text("Louder"));
    tools.next_volume = is_loudest ? 0 : preferences.volume + 1;
  }
  return tools;
}

TimeOutScreen time_out_screen(State const& state, Words const& words) {
  auto const total_ms = stretched(warning_ms, state.preferences);
  auto const passed_ms = state.now.uptime_ms - *state.warned_at_ms;
  auto const left_ms = std::clamp(total_ms - passed_ms, std::int64_t{0}, total_ms);
  auto const seconds = static_cast<int>((left_ms + 999) / 1000);
  return {.title = phrase(words.text("Are you still there?")),
          .remaining = phrase(
              counted(words.plural("One second left.", "{count} seconds left.", seconds), seconds)),
          .seconds_left = seconds,
          .seconds_total = static_cast<int>(total_ms / 1000),
          .still_here = phrase(words.text("I am still here"))};
}

Content content(State const& state, Words const& words) {
  if (state.warned_at_ms) return time_out_screen(state, words);
  return std::visit([&](auto const& page) -> Content { return screen_of(page, state, words); },
                    state.page);
}

}  // namespace

Screen screen_for(State const& state, Words const& words) {
  return {.preferences = state.preferences,
          .tools = tools(state.preferences, words),
          .states = {.chosen = words.text("chosen"), .unavailable = words.text("not possible now")},
          .content = content(state, words)};
}

}  // namespace inloop::core
