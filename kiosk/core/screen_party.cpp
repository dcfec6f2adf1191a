#include <fmt/format.h>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/screen_sessions.h"

namespace inloop::core {
namespace {

std::string counted_people(Party const& party, Words const& words) {
  auto const people = party.adults + party.children;
  if (people == 1) return words.text("We counted you.");
  return counted(words.plural("We counted one person.", "We counted {count} people.", people),
                 people);
}

// And who hosts today, where they want to be named.
std::string counted_by(State const& state, Party const& party, Words const& words) {
  auto const people = counted_people(party, words);
  if (state.host_today.empty()) return people;
  return people + " " +
         filled(words.text("{name} is here today."), {{"name", isolated(state.host_today)}});
}

// The party that a button would make, or nothing when nobody could come like that.
std::optional<Party> if_valid(Party const& party) {
  return is_valid(party) ? std::optional(party) : std::nullopt;
}

Phrase number(int count) {
  return phrase(fmt::format("{}", count));
}

Stepper adults_stepper(Party const& party, Words const& words) {
  return {.label = phrase(words.text("Adults")),
          .count = party.adults,
          .number = number(party.adults),
          .fewer = {"−", words.text("One adult fewer")},
          .more = {"+", words.text("One adult more")},
          .when_fewer = if_valid({party.adults - 1, party.children}),
          .when_more = if_valid({party.adults + 1, party.children})};
}

Stepper children_stepper(Party const& party, Words const& words) {
  return {.label = phrase(words.text("Children")),
          .count = party.children,
          .number = number(party.children),
          .fewer = {"−", words.text("One child fewer")},
          .more = {"+", words.text("One child more")},
          .when_fewer = if_valid({party.adults, party.children - 1}),
          .when_more = if_valid({party.adults, party.children + 1})};
}

PartyPreset preset(std::string_view picture, std::string label, Party const& party,
                   Party const& chosen) {
  return {.picture = picture,
          .label = phrase(std::move(label)),
          .party = party,
          .is_chosen = party == chosen};
}

}  // namespace

WelcomeScreen screen_of(Welcome const& page, State const& state, Words const& words) {
  return {.title = phrase(words.text("Good to see you!")),
          .counted = phrase(counted_by(state, page.party, words)),
          .is_asking = page.channel != Channel::Card || page.first_time == FirstTime::Skipped,
          .question = phrase(words.text("Is this your first time here this month?")),
          .yes = phrase(words.text("Yes")),
          .no = phrase(words.text("No")),
          .answer = page.first_time,
          .more_people = phrase(words.text("We are with more")),
          .mistake = phrase(words.text("Mistake, do not count")),
          .done = phrase(words.text("Done")),
          .next = next_today(state, words),
          .is_saving = page.change.has_value()};
}

PartyScreen screen_of(PartyChoice const& page, State const&, Words const& words) {
  auto const& party = page.chosen;
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("How many people are you?")),
          .adults = adults_stepper(party, words),
          .children = children_stepper(party, words),
          .presets = {preset("👤", words.text("Alone"), {1, 0}, party),
                      preset("👥", words.text("With two"), {2, 0}, party),
                      preset("🏠", words.text("Family"), {2, 2}, party)},
          .confirm = phrase(words.text("This is right")),
          .is_saving = page.welcome.change.has_value()};
}

}  // namespace inloop::core
