#include <string>
#include <utility>

#include "kiosk/core/host/places.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/scrolled.h"

namespace inloop::core::host {
namespace {

using namespace telling;
using planning::month_and_year;

StoryButton button(std::string text, StoryTap tap) {
  return {.phrase = phrase(std::move(text)), .tap = tap};
}

// The first words, up to a blank, as one line.
std::string beginning_of(std::string const& text) {
  constexpr int most_characters = 90;
  std::string beginning;
  std::string_view rest = text;
  for (int i = 0; i < most_characters && !rest.empty(); ++i) {
    auto const character = first_character(rest);
    beginning += character == "\n" ? " " : character;
    rest.remove_prefix(character.size());
  }
  if (rest.empty()) return beginning;
  if (auto const blank = beginning.rfind(' '); blank != std::string::npos && blank > 0)
    beginning.resize(blank);
  return beginning + " …";
}

struct ViewOf {
  using View = decltype(StoryScreen::view);

  Story const& place;
  State const& state;
  Words const& words;

  View operator()(StoriesPage const& page) const {
    auto const today = state.now.local.date;
    StoriesView view{.earlier = button(words.text("A month earlier"), {StepMonth{-1}}),
                     .month = phrase(month_and_year(first_day(place.month), words)),
                     .later = button(words.text("A month later"), {StepMonth{1}}),
                     .tiles = {},
                     .empty = std::nullopt,
                     .scroll = {},
                     .write = button(words.text("Write a story"), {WriteStory{}}),
                     .take_page = button(words.text("Month page on USB stick"), {TakeMonthPage{}})};
    view.earlier.is_enabled = place.month > first_kept_month(today);
    view.later.is_enabled = place.month < period_of(today);
    for (auto const& story : place.stories) view.tiles.push_back(tile_of(story));
    if (!place.is_known)
      view.empty = phrase(words.text("One moment."));
    else if (view.tiles.empty())
      view.empty = phrase(words.text("Nobody has told anything this month. What was beautiful?"));
    view.scroll = scrolled(page.first, view.tiles, words);
    return view;
  }

  View operator()(ReadPage const& page) const {
    return ReadView{.text = phrase(isolated(page.story.text)),
                    .edit = button(words.text("Change"), {EditStory{}}),
                    .drop = button(words.text("Delete"), {DropStory{}})};
  }

  View operator()(WritePage const& page) const {
    auto const& entry = page.entry;
    WriteView view{.typed = typed_phrase(entry, words),
                   .advice = phrase(words.text("Write without names. So nobody can be found.")),
                   .is_trouble = false,
                   .keyboard = keyboard_for(entry, state.preferences.language, words),
                   .keep = button(words.text("Keep"), {KeepStory{}})};
    if (entry.is_too_long) {
      view.advice = phrase(words.text("No more fits here."));
      view.is_trouble = true;
    } else if (!page.trouble.empty() && page.tried == entry.text) {
      auto const message = page.trouble;
      auto text = words.text(message);
      if (!page.found.empty() && text.find("{what}") == std::string::npos)
        text = isolated(page.found) + ": " + text;
      view.advice = phrase(filled(std::move(text), {{"what", isolated(page.found)}}));
      view.is_trouble = true;
    }
    return view;
  }

 private:
  [[nodiscard]] StoryTile tile_of(ToldStory const& story) const {
    auto const day = date_in_words(story.date, words);
    auto const beginning = beginning_of(story.text);
    return {.story = story.id,
            .day = phrase(day),
            .beginning = phrase(isolated(beginning)),
            .button = {.phrase = {.shown = day, .spoken = day + ". " + isolated(beginning)},
                       .tap = {OpenStory{story.id}}}};
  }
};

}  // namespace

RoomHead head_of(Story const& place, HostRoom const& room, State const& state, Words const& words) {
  if (std::holds_alternative<StoriesPage>(place.page))
    return {.title = phrase(words.text("Story")),
            .subtitle = day_and_host(room, state, words),
            .back = std::nullopt};
  RoomHead head{.title = phrase(words.text("Story")),
                .subtitle = phrase(""),
                .back = phrase(words.text("Back"))};
  if (auto const* const page = std::get_if<ReadPage>(&place.page))
    head.title = phrase(date_in_words(page->story.date, words));
  if (auto const* const page = std::get_if<WritePage>(&place.page))
    head.title =
        phrase(page->before ? words.text("Change the story") : words.text("Write a story"));
  return head;
}

StoryScreen screen_of(Story const& place, HostRoom const&, State const& state, Words const& words) {
  return {std::visit(ViewOf{place, state, words}, place.page)};
}

INLOOP_COMPILE_INNER(StoryTap, What);
INLOOP_COMPILE_INNER(StoryScreen, View);

}  // namespace inloop::core::host
