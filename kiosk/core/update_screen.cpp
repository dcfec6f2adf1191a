#include <algorithm>

#include "kiosk/core/day_rules.h"
#include "kiosk/core/handlers.h"

namespace inloop::core {
namespace {

bool has_voice(State const& state) {
  return std::ranges::count(state.voices, state.preferences.language) > 0;
}

// What cannot be heard is said on the screen, over whatever stood there.
void tell_no_voice(State& state) {
  state.preferences.speech = Speech::Silent;
  if (waiting_of(state.page)) return;
  interrupt(state);
  state.warned_at_ms.reset();
  state.page = NoVoice{};
  state.last_touch_ms = state.now.uptime_ms;
}

// Where the way back leads; a page without one stays.
struct Back {
  Page operator()(PartyChoice const& page) const { return page.welcome; }
  Page operator()(Languages const&) const { return Home{}; }
  Page operator()(Knowledge const&) const { return Home{}; }
  Page operator()(Activities const& page) const {
    if (page.liked) return Likes{};
    return Home{};
  }
  Page operator()(Likes const&) const { return Activities{}; }
  Page operator()(SessionDetail const& page) const {
    if (page.at.from) return *page.at.from;
    return Home{};
  }
  Page operator()(TokenColours const& page) const { return TokenPictures{.at = page.at}; }
  Page operator()(TakeAlong const& page) const {
    if (page.signed_up) return *page.signed_up;
    return SessionDetail{.at = page.at};
  }
  Page operator()(Calls const&) const { return Home{}; }
  Page operator()(Leaving const&) const { return Home{}; }
  Page operator()(Released const& page) const {
    if (!page.is_raw) return Knowledge{};
    auto meaning = page;
    meaning.is_raw = false;
    meaning.first_line = 0;
    return meaning;
  }
  // Every other step of joining goes back to the session it is about.
  Page operator()(auto const& page) const {
    if constexpr (requires { page.at; })
      return SessionDetail{.at = page.at};
    else
      return page;
  }
};

}  // namespace

Effects handle(State& state, TapLanguages) {
  if (idle_page<Home>(state) != nullptr) state.page = Languages{};
  return {};
}

Effects handle(State& state, TapLanguage tap) {
  state.preferences.language = tap.language;
  if (std::holds_alternative<Languages>(state.page)) state.page = Home{};
  if (state.preferences.speech == Speech::Spoken && !has_voice(state)) tell_no_voice(state);
  return {};
}

Effects handle(State& state, TapTextSize) {
  auto& size = state.preferences.text_size;
  size = size == TextSize::Normal ? TextSize::Large : TextSize::Normal;
  return {};
}

Effects handle(State& state, TapTheme) {
  auto& theme = state.preferences.theme;
  switch (theme) {
    case Theme::Light:
      theme = Theme::HighContrast;
      break;
    case Theme::HighContrast:
      theme = Theme::Dark;
      break;
    case Theme::Dark:
      theme = Theme::Light;
      break;
  }
  return {};
}

Effects handle(State& state, TapReach) {
  auto& reach = state.preferences.reach;
  reach = reach == Reach::Everywhere ? Reach::LowerHalf : Reach::Everywhere;
  return {};
}

Effects handle(State& state, TapListen) {
  auto& speech = state.preferences.speech;
  if (speech == Speech::Spoken)
    speech = Speech::Silent;
  else if (has_voice(state))
    speech = Speech::Spoken;
  else
    tell_no_voice(state);
  return {};
}

Effects handle(State&, TapRepeat) {
  return {RepeatSpeech{}};
}

Effects handle(State& state, TapVolume tap) {
  state.preferences.volume = std::clamp(tap.volume, 0, greatest_volume);
  return {};
}

Effects handle(State& state, TapStillHere) {
  state.last_touch_ms = state.now.uptime_ms;
  state.warned_at_ms.reset();
  return {};
}

Effects handle(State& state, VoicesFound const& found) {
  state.voices = found.languages;
  return {};
}

Effects handle(State& state, TapBack) {
  if (state.warned_at_ms) return handle(state, TapStillHere{});  // what lies below is not seen
  if (host::is_host_page(state.page)) return host::go_back(state);
  if (!waiting_of(state.page)) state.page = std::visit(Back{}, Page(state.page));
  return {};
}

// The last step of a visitor; only on leaving does one more word follow.
Effects handle(State& state, TapDone) {
  if (waiting_of(state.page)) return {};
  if (std::holds_alternative<Leaving>(state.page)) {
    state.page = Farewell{};
    state.last_touch_ms = state.now.uptime_ms;
    return note_leaving(state);
  } else if (!std::holds_alternative<OutOfOrder>(state.page)) {
    leave(state);
  }
  return {};
}

}  // namespace inloop::core
