#include <algorithm>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/raw_lines.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/scrolled.h"

namespace inloop::core {
namespace {

std::string question(FeelingQuestion question, Words const& words) {
  switch (question) {
    case FeelingQuestion::Seen:
      return words.text("Did people pay attention to you today?");
    case FeelingQuestion::Carried:
      return words.text("Did you feel at home here today?");
    case FeelingQuestion::Supported:
      return words.text("Did you get support here today?");
  }
  return {};
}

FeelingChoice choice(Feeling feeling, std::string_view picture, std::string label) {
  return {.feeling = feeling, .picture = picture, .label = phrase(std::move(label))};
}

// Noise may bring a small number below zero: nobody can picture that, so it is shown as zero.
KnowledgePoint about(std::string_view picture, std::string sentence, std::int64_t value) {
  return {picture, phrase(counted(std::move(sentence), std::max<std::int64_t>(value, 0)))};
}

std::vector<KnowledgePoint> meaning_of(ReleasedMonth const& month, Words const& words) {
  return {
      {"🗓️", phrase(filled(words.text("These are the numbers up to {date}."),
                                {{"date", date_in_words(last_day(month.period), words)}}))},
      about("🧑", words.text("Adults: about {count}."), month.adults),
      about("🧒", words.text("Children: about {count}."), month.children),
      {"🎲", phrase(words.text("We change each number a little. So nobody can be found in it."))},
      {"🏛️", phrase(month.is_received ? words.text("The municipality has received them.")
                                           : words.text("They are on their way."))}};
}

RawReleaseScreen raw_screen(Released const& page, Words const& words) {
  auto lines = raw_lines(page.month->bytes);
  auto scroll = scrolled(page.first_line, lines, words);
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("The file itself")),
          .lines = std::move(lines),
          .lines_spoken = phrase(words.text("Here is the file as the municipality gets it.")),
          .scroll = std::move(scroll)};
}

}  // namespace

CallHeardScreen screen_of(CallHeard const& page, State const&, Words const& words) {
  bool const is_talk = page.kind == CallKind::Talk;
  return {.kind = page.kind,
          .title = phrase(is_talk ? words.text("The host comes to you.")
                                  : words.text("How nice of you!")),
          .advice = phrase(is_talk ? words.text("Please sit down. It may take a moment.")
                                   : words.text("The host comes and tells you more.")),
          .withdraw = phrase(words.text("Rather not")),
          .done = phrase(words.text("All right"))};
}

CallsScreen screen_of(Calls const&, State const& state, Words const& words) {
  CallsScreen screen{
      .back = phrase(words.text("Back")), .title = phrase(words.text("For the host")), .lines = {}};
  for (auto const& call : state.calls)
    screen.lines.push_back({.call = call.id,
                            .kind = call.kind,
                            .text = phrase(call.kind == CallKind::Talk
                                               ? words.text("Somebody wants to talk.")
                                               : words.text("Somebody wants to do something.")),
                            .answer = phrase(words.text("I am going"))});
  return screen;
}

LeavingScreen screen_of(Leaving const& page, State const& state, Words const& words) {
  auto const month = period_of(state.now.local.date);
  return {.back = phrase(words.text("Back")),
          .title = phrase(words.text("Until next time!")),
          .question = phrase(question(feeling_question_of(month), words)),
          .promise = phrase(words.text("We only count the answers.")),
          .answers = {choice(Feeling::Yes, "🙂", words.text("Yes")),
                      choice(Feeling::ALittle, "😐", words.text("A little")),
                      choice(Feeling::No, "🙁", words.text("No"))},
          .skip = phrase(words.text("Skip this")),
          .is_waiting = page.waiting.has_value()};
}

MessageScreen screen_of(Farewell const&, State const&, Words const& words) {
  return {.picture = "👋🏽",
          .title = phrase(words.text("Goodbye!")),
          .advice = phrase(words.text("You are always welcome.")),
          .done = phrase(words.text("Done"))};
}

KnowledgeScreen screen_of(Knowledge const& page, State const&, Words const& words) {
  KnowledgeScreen screen{
      .back = phrase(words.text("Back")),
      .title = phrase(words.text("What does this screen know about you?")),
      .points = {{"🙂", phrase(words.text("This screen does not know who you are. It takes no "
                                            "photo. Names on a list are deleted."))},
                 {"🔢", phrase(words.text("It counts how many people come. The municipality gets "
                                         "only numbers, changed a little."))},
                 {"🏠", phrase(words.text("Whoever pays your benefit gets nothing. The people in "
                                         "this room do see you."))}},
      .scroll = {},
      .released = phrase(words.text("This goes to the municipality"))};
  screen.scroll = scrolled(page.first, screen.points, words);
  return screen;
}

Content screen_of(Released const& page, State const&, Words const& words) {
  if (page.is_raw && page.month) return raw_screen(page, words);
  ReleasedScreen screen{.back = phrase(words.text("Back")),
                        .title = phrase(words.text("This goes to the municipality")),
                        .points = {},
                        .scroll = {},
                        .raw = std::nullopt,
                        .is_waiting = page.waiting.has_value()};
  if (page.month) {
    screen.points = meaning_of(*page.month, words);
    screen.raw = phrase(words.text("Show the file itself"));
  } else if (!page.waiting) {
    screen.points = {
        {"📭", phrase(words.text("Nothing has been sent yet. Numbers go once a month."))}};
  }
  screen.scroll = scrolled(page.first_line, screen.points, words);
  return screen;
}

MessageScreen screen_of(CardNotRead const&, State const&, Words const& words) {
  return {.picture = "💳",
          .title = phrase(words.text("We do not read this card.")),
          .advice = phrase(words.text("Tap on the big button. That counts just as well.")),
          .done = phrase(words.text("All right"))};
}

MessageScreen screen_of(NoVoice const&, State const&, Words const& words) {
  return {.picture = "🔇",
          .title = phrase(words.text("We cannot read this language aloud yet.")),
          .advice = phrase(words.text("The host can help you.")),
          .done = phrase(words.text("All right"))};
}

}  // namespace inloop::core
