#include <vector>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/screen_sessions.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core {
namespace {

std::vector<LanguageChoice> language_choices(State const& state) {
  std::vector<LanguageChoice> choices;
  for (auto const language : state.settings.languages)
    choices.push_back({.language = language,
                       .own_name = phrase(std::string(facts(language).own_name)),
                       .is_chosen = language == state.preferences.language});
  return choices;
}

std::string open_today(State const& state, Words const& words) {
  std::vector<std::string> open;
  for (auto const daypart : all_dayparts)
    if (state.settings.opening.is_open(state.now.local.date, daypart))
      open.push_back(daypart_in_words(daypart, words));
  switch (open.size()) {
    case 0:
      return words.text("We are closed today.");
    case 1:
      return filled(words.text("Open today: {first}."), {{"first", open[0]}});
    case 2:
      return filled(words.text("Open today: {first} and {second}."),
                    {{"first", open[0]}, {"second", open[1]}});
    default:
      return words.text("Open the whole day today.");
  }
}

// The languages of the world know "Language"; the visitor's own word stands before it.
std::string choose_language(Words const& words) {
  auto const own = words.text("Language");
  return own == "Language" ? own : own + " · " + isolated("Language");
}

std::string invitation(Home const& page, State const& state, Words const& words) {
  switch (page.note) {
    case HomeNote::Undone:
      return words.text("We did not count you.");
    case HomeNote::AlreadyCounted:
      return words.text("You were counted already.");
    case HomeNote::None:
      break;
  }
  if (!state.host_today.empty())
    return filled(words.text("{name} is here today."), {{"name", isolated(state.host_today)}});
  return words.text("The coffee is ready.");
}

std::optional<Phrase> calls_in_words(State const& state, Words const& words) {
  if (state.calls.empty()) return std::nullopt;
  auto const count = static_cast<std::int64_t>(state.calls.size());
  return phrase(counted(
      words.plural("Somebody waits for the host.", "{count} people wait for the host.", count),
      count));
}

}  // namespace

HomeScreen screen_of(Home const& page, State const& state, Words const& words) {
  auto const time = isolated(time_of_day(state.now.local.minute_of_day));
  return {.place_name = phrase(isolated(state.settings.place_name)),
          .date = phrase(date_in_words(state.now.local.date, words)),
          .welcome = phrase(words.text("Welcome!")),
          .invitation = phrase(invitation(page, state, words)),
          .clock = phrase(filled(words.text("It is {time}."), {{"time", time}})),
          .minute_of_day = state.now.local.minute_of_day,
          .check_in = phrase(words.text("I am here")),
          .is_checking_in = page.check_in.has_value(),
          .card_hint = state.is_reader_ready
                           ? std::optional(phrase(words.text("Or hold your card to the reader.")))
                           : std::nullopt,
          .open_today = phrase(open_today(state, words)),
          .activities = phrase(words.text("Activities")),
          .talk = phrase(words.text("Talk to somebody")),
          .help = phrase(words.text("I want to do something")),
          .leave = phrase(words.text("I am leaving")),
          .next = next_today(state, words),
          .calls = calls_in_words(state, words),
          .knowledge = phrase(words.text("What does this screen know?")),
          .languages = language_choices(state),
          .host = phrase(words.text("For the host")),
          .choose_language = phrase(choose_language(words))};
}

LanguagesScreen screen_of(Languages const&, State const& state, Words const& words) {
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("Choose your language")),
          .languages = language_choices(state)};
}

ApologyScreen screen_of(Apology const&, State const&, Words const& words) {
  return {.title = phrase(words.text("This does not work now.")),
          .advice = phrase(words.text("Please ask the host.")),
          .done = phrase(words.text("All right"))};
}

OutOfOrderScreen screen_of(OutOfOrder const&, State const&, Words const& words) {
  return {.title = phrase(words.text("You are welcome.")),
          .advice = phrase(words.text("This screen does not work now. Please put a mark on the "
                                      "paper list."))};
}

}  // namespace inloop::core
