#include <vector>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_pages.h"

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

std::string daypart_in_words(Daypart daypart, Words const& words) {
  switch (daypart) {
    case Daypart::Morning:
      return words.text("morning");
    case Daypart::Afternoon:
      return words.text("afternoon");
    case Daypart::Evening:
      return words.text("evening");
  }
  return {};
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

}  // namespace

HomeScreen screen_of(Home const& page, State const& state, Words const& words) {
  auto const time = isolated(time_of_day(state.now.local.minute_of_day));
  return {.place_name = phrase(isolated(state.settings.place_name)),
          .date = phrase(date_in_words(state.now.local.date, words)),
          .welcome = phrase(words.text("Welcome!")),
          .invitation = phrase(page.is_undone ? words.text("We did not count you.")
                                              : words.text("The coffee is ready.")),
          .clock = phrase(filled(words.text("It is {time}."), {{"time", time}})),
          .minute_of_day = state.now.local.minute_of_day,
          .check_in = phrase(words.text("I am here")),
          .is_checking_in = page.check_in.has_value(),
          .open_today = phrase(open_today(state, words)),
          .knowledge = phrase(words.text("What does this screen know?")),
          .languages = language_choices(state),
          .choose_language = phrase(choose_language(words))};
}

LanguagesScreen screen_of(Languages const&, State const& state, Words const& words) {
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("Choose your language")),
          .languages = language_choices(state)};
}

KnowledgeScreen screen_of(Knowledge const&, State const&, Words const& words) {
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("What does this screen know about you?")),
          .points = {
              {"🙂", phrase(words.text("This screen does not know who you are. It asks no name "
                                         "and takes no photo."))},
              {"🔢", phrase(words.text("It counts how many people come. The municipality gets only "
                                      "numbers, changed a little."))},
              {"🏠", phrase(words.text("Whoever pays your benefit gets nothing. The people in this "
                                      "room do see you."))}}};
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
