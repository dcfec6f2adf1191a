#include <algorithm>
#include <utility>

#include "kiosk/core/host/places.h"

namespace inloop::core::host {
namespace {

std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

ListedHost const* find(Hosts const& place, HostPicture picture) {
  auto const found = std::ranges::find_if(
      place.hosts, [&](ListedHost const& one) { return one.host.picture == picture; });
  return found == place.hosts.end() ? nullptr : &*found;
}

struct OnHostsTap {
  State& state;
  HostRoom& room;
  Hosts& place;

  [[nodiscard]] HostRequest request(decltype(HostsRequest::what) what) const {
    return {HostsRequest{.what = std::move(what), .by = room.host.picture, .now = state.now}};
  }
  [[nodiscard]] Effects ask_for(decltype(HostsRequest::what) what) const {
    return ask(state, room, request(std::move(what)));
  }

  Effects operator()(AllHosts const&, ShowHost tap) const {
    if (find(place, tap.picture) != nullptr) place.step = OneHost{tap.picture};
    return {};
  }
  Effects operator()(AllHosts const&, NewHost) const {
    if (place.hosts.size() < most_hosts) place.step = PictureOfNewHost{};
    return {};
  }
  Effects operator()(AllHosts const&, ShowTrail) const { return ask_for(ReadTrail{}); }

  Effects operator()(PictureOfNewHost const&, PictureForHost tap) const {
    if (is_host_picture(tap.picture) && find(place, tap.picture) == nullptr)
      place.step = NameOfNewHost{.picture = tap.picture,
                                 .entry = {.most_characters = most_host_name_characters}};
    return {};
  }
  Effects operator()(NameOfNewHost const& step, NameForHost) const {
    place.step =
        PinOfHost{.whom = PinFor::NewHost,
                  .host = {.picture = step.picture, .first_name = trimmed(step.entry.text)},
                  .pin = {}};
    return {};
  }
  Effects operator()(PinOfHost const& step, HostDigit const& tap) const {
    auto next = step;
    auto pin = type_new(next.pin, tap.digit);
    auto const host = next.host;
    auto const whom = next.whom;
    place.step = std::move(next);
    if (!pin) return {};
    if (whom == PinFor::NewHost) return ask_for(AddHost{.added = host, .pin = *std::move(pin)});
    return ask_for(ResetPin{.picture = host.picture, .pin = *std::move(pin)});
  }
  Effects operator()(PinOfHost const& step, EraseHostDigit) const {
    auto next = step;
    next.pin.typed.take_back();
    place.step = std::move(next);
    return {};
  }

  Effects operator()(OneHost step, GiveNewPin) const {
    auto const* const listed = find(place, step.picture);
    if (listed == nullptr) return {};
    place.step = PinOfHost{.whom = PinFor::KnownHost, .host = listed->host, .pin = {}};
    return {};
  }
  Effects operator()(OneHost step, Unlock) const { return ask_for(UnlockHost{step.picture}); }
  Effects operator()(OneHost step, ChangeRole) const {
    auto const* const listed = find(place, step.picture);
    if (listed == nullptr) return {};
    auto const role = listed->host.role == Role::Host ? Role::Coordinator : Role::Host;
    return ask_for(GiveRole{.picture = step.picture, .role = role});
  }
  // Nobody takes away the ground they stand on.
  Effects operator()(OneHost step, Remove) const {
    return step.picture == room.host.picture ? Effects{} : ask_for(RemoveHost{step.picture});
  }

  // What is not on this step's page was tapped too late.
  Effects operator()(auto const&, auto const&) const { return {}; }
};

std::string_view message_of(Act done) {
  switch (done) {
    case Act::HostAdded:
      return message("{what} can come in now.");
    case Act::HostRemoved:
      return message("{what} cannot come in any more.");
    case Act::HostRestored:
      return message("{what} is back.");
    case Act::PinReset:
      return message("{what} has a new PIN.");
    case Act::HostUnlocked:
      return message("{what} can try again.");
    default:
      return message("The role of {what} has changed.");
  }
}

struct OnHostsOutcome {
  State& state;
  HostRoom& room;
  Hosts& place;

  Effects operator()(HostsListed const& listed) const {
    place.hosts = listed.hosts;
    if (!listed.done) return {};
    place.step = AllHosts{};
    room.notice = Notice{.kind = NoticeKind::Done,
                         .message = message_of(*listed.done),
                         .what = std::string(emoji_of(listed.about))};
    if (*listed.done == Act::HostRemoved)
      room.undo = OnHostsTap{state, room, place}.request(RestoreHost{listed.about});
    return {};
  }
  Effects operator()(HostsRefused refused) const {
    room.notice = Notice{.kind = NoticeKind::Trouble,
                         .message = refused.why == WhyNot::LastCoordinator
                                        ? message("There has to be one coordinator.")
                                        : message("Somebody has this picture. Choose another."),
                         .what = {}};
    return {};
  }
  Effects operator()(TrailRead const& read) const {
    place.step = Trail{.rows = read.rows, .altered = read.altered};
    return {};
  }
};

}  // namespace

// A host who is no coordinator finds nothing here.
Effects open(State& state, HostRoom& room, Hosts& place) {
  if (room.host.role == Role::Coordinator)
    return OnHostsTap{state, room, place}.ask_for(ListHosts{});
  room.place = Setup{};
  return open(state, room, std::get<Setup>(room.place));
}

Effects update(State& state, HostRoom& room, Hosts& place, HostsTap const& tap) {
  auto const step = place.step;
  return std::visit(OnHostsTap{state, room, place}, step, tap.what);
}

Effects take(State& state, HostRoom& room, Hosts& place, HostsOutcome const& outcome) {
  return std::visit(OnHostsOutcome{state, room, place}, outcome.what);
}

Effects go_back(State& state, HostRoom& room, Hosts& place) {
  if (std::holds_alternative<AllHosts>(place.step)) {
    room.place = Setup{};
    return open(state, room, std::get<Setup>(room.place));
  }
  if (auto const* const pin = std::get_if<PinOfHost>(&place.step);
      pin != nullptr && pin->whom == PinFor::KnownHost)
    place.step = OneHost{pin->host.picture};
  else if (std::holds_alternative<NameOfNewHost>(place.step))
    place.step = PictureOfNewHost{};
  else
    place.step = AllHosts{};
  return {};
}

Effects scroll_to(State&, HostRoom&, Hosts& place, int first) {
  if (auto* const field = field_of(place)) field->first_key = first;
  if (auto* const list = std::get_if<AllHosts>(&place.step)) list->first = first;
  if (auto* const pictures = std::get_if<PictureOfNewHost>(&place.step)) pictures->first = first;
  if (auto* const trail = std::get_if<Trail>(&place.step)) trail->first = first;
  return {};
}

Pin const* typed_pin(Hosts const& place) {
  auto const* const step = std::get_if<PinOfHost>(&place.step);
  return step != nullptr ? &step->pin.typed : nullptr;
}

TextEntry* field_of(Hosts& place) {
  auto* const step = std::get_if<NameOfNewHost>(&place.step);
  return step != nullptr ? &step->entry : nullptr;
}

INLOOP_COMPILE_INNER(Hosts, Step);
INLOOP_COMPILE_INNER(HostsRequest, What);
INLOOP_COMPILE_INNER(HostsOutcome, What);

}  // namespace inloop::core::host
