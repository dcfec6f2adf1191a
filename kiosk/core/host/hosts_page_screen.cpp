#include <algorithm>

#include "kiosk/core/host/acts_in_words.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/scrolled.h"

namespace inloop::core::host {
namespace {

std::string name_of(Host const& host, Words const& words) {
  auto name =
      host.first_name.empty() ? picture_in_words(host.picture, words) : isolated(host.first_name);
  if (host.role == Role::Coordinator) name += " · " + words.text("coordinator");
  return name;
}

bool is_locked(ListedHost const& listed) {
  return listed.wrong_pins >= most_wrong_pins;
}

std::vector<HostPicture> taken_pictures(Hosts const& place) {
  std::vector<HostPicture> taken;
  for (auto const& one : place.hosts) taken.push_back(one.host.picture);
  return taken;
}

struct ScreenOfHosts {
  Hosts const& place;
  HostRoom const& room;
  State const& state;
  Words const& words;

  HostsScreen operator()(AllHosts const& step) const {
    HostListView view{.tiles = {},
                      .scroll = {},
                      .add = phrase(words.text("New host")),
                      .trail = phrase(words.text("What hosts did"))};
    for (auto const& one : place.hosts) {
      auto label = name_of(one.host, words);
      if (is_locked(one)) label += " · " + words.text("locked");
      view.tiles.push_back({.picture = one.host.picture,
                            .emoji = emoji_of(one.host.picture),
                            .label = phrase(std::move(label)),
                            .is_locked = is_locked(one)});
    }
    view.scroll = scrolled(step.first, view.tiles, words);
    return {.advice = std::nullopt, .view = std::move(view)};
  }

  HostsScreen operator()(OneHost const& step) const {
    OneHostView view{.emoji = emoji_of(step.picture),
                     .label = phrase(picture_in_words(step.picture, words)),
                     .locked = std::nullopt,
                     .buttons = {}};
    auto const listed = std::ranges::find_if(
        place.hosts, [&](ListedHost const& one) { return one.host.picture == step.picture; });
    if (listed == place.hosts.end()) return {.advice = std::nullopt, .view = std::move(view)};
    view.label = phrase(name_of(listed->host, words));
    auto const button = [&](std::string id, std::string label, HostsTap tap) {
      view.buttons.push_back(
          {.id = std::move(id), .label = phrase(std::move(label)), .tap = std::move(tap)});
    };
    if (is_locked(*listed)) {
      view.locked = phrase(words.text("The PIN was wrong too often."));
      button("unlock", words.text("Unlock"), {Unlock{}});
    }
    button("new_pin", words.text("Choose a new PIN"), {GiveNewPin{}});
    if (step.picture == room.host.picture) return {.advice = std::nullopt, .view = std::move(view)};
    button("role",
           listed->host.role == Role::Host ? words.text("Make coordinator")
                                           : words.text("No longer coordinator"),
           {ChangeRole{}});
    button("remove", words.text("Remove this host"), {Remove{}});
    return {.advice = std::nullopt, .view = std::move(view)};
  }

  HostsScreen operator()(PictureOfNewHost const& step) const {
    HostPicturesView view{.tiles = host_tiles(taken_pictures(place), words), .scroll = {}};
    view.scroll = scrolled(step.first, view.tiles, words);
    return {.advice = phrase(words.text("Let the new host choose.")), .view = std::move(view)};
  }

  HostsScreen operator()(NameOfNewHost const& step) const {
    HostNameView view{.typed = typed_phrase(step.entry, words),
                      .trouble = std::nullopt,
                      .keyboard = keyboard_for(step.entry, state.preferences.language, words),
                      .go_on = phrase(words.text("Go on"))};
    if (step.entry.is_too_long) view.trouble = phrase(words.text("No more fits here."));
    return {.advice = phrase(words.text("Residents can read it. You may leave it open.")),
            .view = std::move(view)};
  }

  HostsScreen operator()(PinOfHost const& step) const {
    return {.advice = phrase(words.text("Let the host type. Look away.")),
            .view = pad_of({.picture = step.host.picture,
                            .typed = step.pin.typed.count(),
                            .order = phone_order,
                            .trouble = step.pin.trouble},
                           words)};
  }

  HostsScreen operator()(Trail const& step) const {
    TrailView view{.altered = std::nullopt, .lines = {}, .scroll = {}};
    if (step.altered)
      view.altered = phrase(words.text("Somebody changed this list. Ask for help."));
    for (auto const& row : step.rows) {
      auto const who = row.deed.host ? row.deed.host : row.deed.about;
      auto const& when = row.deed.when;
      view.lines.push_back({.emoji = step.altered == row.id ? "⚠️"
                                     : who                  ? emoji_of(*who)
                                                            : "🖥️",
                            .what = phrase(act_in_words(row.deed, words)),
                            .when = phrase(date_in_words(when.date, words) + ", " +
                                           isolated(time_of_day(when.minute_of_day))),
                            .is_altered = step.altered == row.id});
    }
    view.scroll = scrolled(step.first, view.lines, words);
    return {.advice = std::nullopt, .view = std::move(view)};
  }
};

struct TitleOf {
  Words const& words;

  std::string operator()(AllHosts const&) const { return words.text("Hosts"); }
  std::string operator()(OneHost const&) const { return words.text("Host"); }
  std::string operator()(PictureOfNewHost const&) const {
    return words.text("Which picture do you want?");
  }
  std::string operator()(NameOfNewHost const&) const {
    return words.text("What is your first name?");
  }
  std::string operator()(PinOfHost const& step) const {
    return step.pin.chosen.is_empty()
               ? counted(words.text("Choose a PIN of {count} digits."), pin_digits)
               : words.text("Type the same PIN again.");
  }
  std::string operator()(Trail const&) const { return words.text("What hosts did"); }
};

}  // namespace

RoomHead head_of(Hosts const& place, HostRoom const&, State const&, Words const& words) {
  return {.title = phrase(std::visit(TitleOf{words}, place.step)),
          .subtitle = {},
          .back = phrase(words.text("Back"))};
}

HostsScreen screen_of(Hosts const& place, HostRoom const& room, State const& state,
                      Words const& words) {
  return std::visit(ScreenOfHosts{place, room, state, words}, place.step);
}

INLOOP_COMPILE_INNER(HostsTap, What);
INLOOP_COMPILE_INNER(HostsScreen, View);

}  // namespace inloop::core::host
