#include <algorithm>
#include <utility>

#include "kiosk/core/host/places.h"

namespace inloop::core::host {
namespace {

// Where somebody stands after a tap or an answer, and what has to be asked first.
struct Turn {
  Turn(DoorStep next) : step(std::move(next)) {}
  Turn(DoorStep next, DoorRequest request) : step(std::move(next)), ask(std::move(request)) {}

  DoorStep step;
  std::optional<DoorRequest> ask;
};

Effects make(State& state, Door& door, Turn turn) {
  door.step = std::move(turn.step);
  if (!turn.ask) return {};
  door.waiting = ask_store(state);
  turn.ask->now = state.now;
  return {AskHostDesk{door.waiting->request, Indirect<HostRequest>({std::move(*turn.ask)})}};
}

TextEntry name_entry(std::string name) {
  return {.text = std::move(name), .most_characters = most_host_name_characters};
}

// With room for a blank between the groups.
TextEntry code_entry(std::size_t letters) {
  auto const most = letters + (letters - 1) / code_group_characters;
  return {.most_characters = static_cast<int>(most), .is_sentence = false};
}

std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

// Whether the group that has to be typed is as it stands in the code.
bool is_proof(std::string_view typed, std::string const& code) {
  auto with_typed = code;
  with_typed.replace(proved_group * code_group_characters, code_group_characters, trimmed(typed));
  return code_from(with_typed) == code;
}

struct OnTap {
  Turn operator()(WhoAreYou step, ChoosePicture tap) const {
    if (!is_host_picture(tap.picture)) return DoorStep(std::move(step));
    if (!step.beginner) return DoorStep(TypePin{.picture = tap.picture});
    step.beginner->picture = tap.picture;
    auto entry = name_entry(step.beginner->first_name);
    return DoorStep(SayName{.beginner = *std::move(step.beginner), .entry = std::move(entry)});
  }

  Turn operator()(TypePin step, Digit const& tap) const {
    auto pin = type_digit(step.pin, tap.digit);
    step.trouble.reset();
    auto const picture = step.picture;
    if (!pin) return DoorStep(std::move(step));
    return {std::move(step), {TryPin{.picture = picture, .pin = *std::move(pin)}}};
  }
  Turn operator()(TypePin step, EraseDigit) const {
    step.pin.take_back();
    return DoorStep(std::move(step));
  }
  Turn operator()(TypePin step, Shuffle) const {
    step.is_shuffled = !step.is_shuffled;
    return DoorStep(std::move(step));
  }
  Turn operator()(TypePin const& step, ForgotPin) const {
    return DoorStep(PinForgotten{.picture = step.picture});
  }

  Turn operator()(PinForgotten const& step, HaveCode) const {
    return DoorStep(TypeCode{.picture = step.picture, .entry = code_entry(code_characters)});
  }
  Turn operator()(TypeCode step, GoOn) const {
    auto code = code_from(step.entry.text);
    step.is_wrong = !code;
    if (!code) return DoorStep(std::move(step));
    return {std::move(step), {TryCode{*std::move(code)}}};
  }

  Turn operator()(SayName step, GoOn) const {
    step.beginner.first_name = trimmed(step.entry.text);
    return DoorStep(ChoosePin{.beginner = std::move(step.beginner), .pin = {}});
  }

  Turn operator()(ChoosePin step, Digit const& tap) const {
    auto pin = type_new(step.pin, tap.digit);
    if (!pin) return DoorStep(std::move(step));
    step.beginner.pin = *std::move(pin);
    return {std::move(step), {DrawCode{}}};
  }
  Turn operator()(ChoosePin step, EraseDigit) const {
    step.pin.typed.take_back();
    return DoorStep(std::move(step));
  }

  Turn operator()(KeepCode step, GoOn) const {
    return DoorStep(ProveCode{.beginner = std::move(step.beginner),
                              .entry = code_entry(code_group_characters)});
  }
  Turn operator()(ProveCode step, GoOn) const {
    step.is_wrong = !is_proof(step.entry.text, step.beginner.code);
    if (step.is_wrong) return DoorStep(std::move(step));
    auto beginner = step.beginner;
    return {std::move(step), {Begin{std::move(beginner)}}};
  }

  // What is not on this step's screen was tapped too late.
  Turn operator()(auto const& step, auto const&) const { return DoorStep(step); }
};

struct OnOutcome {
  Turn operator()(Knocking, HouseFound const& found) const {
    if (found.standing == HouseStanding::Begun) return DoorStep(WhoAreYou{});
    return DoorStep(WhoAreYou{.first = 0, .beginner = Beginner{}});
  }
  Turn operator()(TypePin step, PinRefused const& refused) const {
    step.trouble = refused.why;
    step.wait_ms = refused.wait_ms;
    return DoorStep(std::move(step));
  }
  Turn operator()(TypeCode step, CodeTried tried) const {
    step.is_wrong = tried.match == CodeMatch::No;
    auto code = code_from(step.entry.text);
    if (step.is_wrong || !code) return DoorStep(std::move(step));
    Beginner beginner{.used_code = *std::move(code), .picture = step.picture};
    return DoorStep(ChoosePin{.beginner = std::move(beginner), .pin = {}});
  }
  Turn operator()(ChoosePin step, CodeDrawn const& drawn) const {
    step.beginner.code = drawn.code;
    return DoorStep(KeepCode{.beginner = std::move(step.beginner)});
  }
  Turn operator()(auto const& step, auto const&) const { return DoorStep(step); }
};

// One step back; nothing from the first one.
struct Before {
  using Step = std::optional<DoorStep>;

  Step operator()(TypePin const&) const { return WhoAreYou{}; }
  Step operator()(PinForgotten const& step) const { return TypePin{.picture = step.picture}; }
  Step operator()(TypeCode const& step) const { return PinForgotten{.picture = step.picture}; }
  Step operator()(SayName const& step) const {
    return WhoAreYou{.first = 0, .beginner = step.beginner};
  }
  Step operator()(ChoosePin const& step) const {
    if (step.beginner.is_recovering()) return PinForgotten{.picture = step.beginner.picture};
    return SayName{.beginner = step.beginner, .entry = name_entry(step.beginner.first_name)};
  }
  Step operator()(KeepCode const& step) const {
    return ChoosePin{.beginner = step.beginner, .pin = {}};
  }
  Step operator()(ProveCode const& step) const { return KeepCode{.beginner = step.beginner}; }
  Step operator()(auto const&) const { return std::nullopt; }
};

}  // namespace

Effects open(State& state, Door& door) {
  return make(state, door, {Knocking{}, {Knock{}}});
}

Effects update(State& state, Door& door, DoorTap const& tap) {
  return make(state, door, std::visit(OnTap{}, door.step, tap.what));
}

Effects take(State& state, Door& door, DoorOutcome const& outcome) {
  if (auto const* const came = std::get_if<CameIn>(&outcome.what)) return let_in(state, came->host);
  if (auto const* const found = std::get_if<HouseFound>(&outcome.what))
    door.shuffled = found->shuffled;
  if (auto const* const refused = std::get_if<PinRefused>(&outcome.what))
    door.shuffled = refused->shuffled;
  return make(state, door, std::visit(OnOutcome{}, door.step, outcome.what));
}

Effects go_back(State& state, Door& door) {
  auto before = std::visit(Before{}, door.step);
  if (before)
    door.step = *std::move(before);
  else
    rest(state);
  return {};
}

// Nobody came in, and nothing was changed: somebody who can mend it has to be asked.
Effects refused(State& state, Door&) {
  return give_up(state);
}

Effects type(State& state, Door& door, std::string_view key) {
  return update(state, door, {Digit{std::string(key)}});
}

Effects erase(State& state, Door& door) {
  return update(state, door, {EraseDigit{}});
}

Effects scroll_to(State&, Door& door, int first) {
  if (auto* const field = field_of(door)) field->first_key = first;
  if (auto* const step = std::get_if<WhoAreYou>(&door.step))
    step->first = std::clamp(first, 0, static_cast<int>(most_hosts) - 1);
  return {};
}

Pin const* typed_pin(Door const& door) {
  if (auto const* const step = std::get_if<TypePin>(&door.step)) return &step->pin;
  if (auto const* const step = std::get_if<ChoosePin>(&door.step)) return &step->pin.typed;
  return nullptr;
}

TextEntry* field_of(Door& door) {
  if (auto* const step = std::get_if<SayName>(&door.step)) return &step->entry;
  if (auto* const step = std::get_if<TypeCode>(&door.step)) return &step->entry;
  if (auto* const step = std::get_if<ProveCode>(&door.step)) return &step->entry;
  return nullptr;
}

INLOOP_COMPILE_INNER(DoorRequest, What);
INLOOP_COMPILE_INNER(DoorOutcome, What);

}  // namespace inloop::core::host
