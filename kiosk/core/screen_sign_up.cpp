#include <algorithm>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_pages.h"
#include "kiosk/core/screen_sessions.h"

namespace inloop::core {
namespace {

std::string_view emoji_of(Token const& token) {
  return token_pictures[static_cast<std::size_t>(token.picture)].emoji;
}

// The heading of the session; after it went from the agenda only the words of the page are left.
SessionHeading heading_or_none(SessionId id, State const& state, Words const& words) {
  auto const* const session = find_session(state, id);
  if (session == nullptr) return {.picture = "🗓️"};
  return heading_of(*session, state.now.local, words);
}

std::string title_of(SignedUp const& page, Words const& words) {
  if (page.place.is_waiting()) return words.text("You are on the waiting list.");
  return page.is_new ? words.text("You are joining!") : words.text("You have a place.");
}

std::string advice_of(SignedUp const& page, Words const& words) {
  if (page.place.is_waiting())
    return counted(words.text("You are number {count}. Ask here again with your picture."),
                   page.place.waiting_number);
  if (page.place.has_moved_up) return words.text("A place came free, and it is yours.");
  return words.text("Remember your picture. It is your ticket.");
}

std::optional<Phrase> print_note(Printing printing, Words const& words) {
  switch (printing) {
    case Printing::No:
      return std::nullopt;
    case Printing::Busy:
      return phrase(words.text("The printer is busy."));
    case Printing::Done:
      return phrase(words.text("Take your slip from the printer."));
    case Printing::Failed:
      return phrase(words.text("The printer does not work. Please ask the host."));
  }
  return std::nullopt;
}

}  // namespace

Content screen_of(SignedUp const& page, State const& state, Words const& words) {
  return SignedUpScreen{.back = phrase(words.text("Back")),
                        .heading = heading_or_none(page.at.session, state, words),
                        .title = phrase(title_of(page, words)),
                        .token = page.token,
                        .picture = emoji_of(page.token),
                        .token_label = phrase(token_in_words(page.token, words)),
                        .advice = phrase(advice_of(page, words)),
                        .is_on_waiting_list = page.place.is_waiting(),
                        .take_along = phrase(words.text("Take home")),
                        .stop_coming = phrase(words.text("I am not coming")),
                        .done = phrase(words.text("Done")),
                        .is_waiting = page.waiting.has_value()};
}

Content screen_of(SignUpEnded const& page, State const& state, Words const& words) {
  return SignUpEndedScreen{.heading = heading_or_none(page.at.session, state, words),
                           .title = phrase(words.text("You are off the list.")),
                           .advice = phrase(words.text("Your place is free for somebody else.")),
                           .again = phrase(words.text("I want to join after all")),
                           .done = phrase(words.text("Done"))};
}

TokenPicturesScreen screen_of(TokenPictures const& page, State const&, Words const& words) {
  auto const total = static_cast<int>(token_pictures.size());
  auto const first = std::clamp(page.first, 0, total - 1);
  TokenPicturesScreen screen{.back = phrase(words.text("Back")),
                             .title = phrase(words.text("Which picture is yours?")),
                             .tiles = {},
                             .scroll = {.first = first,
                                        .total = total,
                                        .up = phrase(words.text("Up")),
                                        .more = phrase(words.text("More"))}};
  for (int picture = first; picture < total; ++picture)
    screen.tiles.push_back({.picture = picture,
                            .emoji = token_pictures[static_cast<std::size_t>(picture)].emoji,
                            .label = phrase(picture_in_words(picture, words))});
  return screen;
}

TokenColoursScreen screen_of(TokenColours const& page, State const&, Words const& words) {
  TokenColoursScreen screen{.back = phrase(words.text("Back")),
                            .title = phrase(words.text("Which colour does it have?")),
                            .unknown = std::nullopt,
                            .tiles = {},
                            .is_waiting = page.waiting.has_value()};
  if (page.is_unknown)
    screen.unknown = phrase(words.text("This picture is not on the list. Try another colour."));
  for (auto const colour : all_token_colours) {
    Token const token{.picture = page.picture, .colour = colour};
    screen.tiles.push_back({.token = token,
                            .picture = emoji_of(token),
                            .label = phrase(token_in_words(token, words)),
                            .is_chosen = page.waiting && page.chosen == colour});
  }
  return screen;
}

Content screen_of(TakeAlong const& page, State const& state, Words const& words) {
  TakeAlongScreen screen{
      .back = phrase(words.text("Back")),
      .heading = heading_or_none(page.at.session, state, words),
      .title = phrase(words.text("Take home")),
      .advice = phrase(words.text("Point the camera of your phone at this square.")),
      .code = page.calendar_text,
      .code_spoken = phrase(words.text("Here is a square for the camera of your phone.")),
      .token_label = std::nullopt,
      .token = std::nullopt,
      .print = std::nullopt,
      .print_note = print_note(page.printing, words),
      .is_printing = page.printing == Printing::Busy,
      .done = phrase(words.text("Done"))};
  if (page.signed_up) {
    screen.token = page.signed_up->token;
    screen.token_label = phrase(token_in_words(page.signed_up->token, words));
  }
  if (state.settings.has_printer) screen.print = phrase(words.text("Print it on paper"));
  return screen;
}

}  // namespace inloop::core
