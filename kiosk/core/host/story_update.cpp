#include <algorithm>
#include <utility>

#include "kiosk/core/host/free_text.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/keyboard.h"

namespace inloop::core::host {
namespace {

using namespace telling;

template <class What>
HostRequest request(State const& state, HostRoom const& room, What what) {
  return {StoryRequest{.what = std::move(what), .now = state.now.local, .by = room.host.picture}};
}

// Without blanks and empty lines around it.
std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \n") - first + 1));
}

TextEntry story_entry(std::string text) {
  return {.text = std::move(text), .most_characters = most_story_characters, .is_prose = true};
}

Notice done(std::string_view message) {
  return {.kind = NoticeKind::Done, .message = message, .what = {}};
}

// What may not be kept, and then, once, what had better not be.
bool may_be_kept(WritePage& page, std::string const& text) {
  page.trouble = {};
  page.found.clear();
  page.tried = page.entry.text;
  if (text.empty()) {
    page.trouble = message("Write something first.");
    return false;
  }
  if (auto const found = find_private_words(text)) {
    page.trouble = message_about(found->kind);
    page.found = found->found;
    return false;
  }
  auto const name = find_likely_name(text);
  if (!name || name == page.asked) return true;
  page.asked = name;
  page.trouble = message("Is {what} a name? Then rather write: a visitor.");
  page.found = *name;
  return false;
}

struct OnTap {
  State& state;
  HostRoom& room;
  Story& place;

  Effects operator()(StepMonth tap) const {
    if (std::abs(tap.months) > stories_kept_months) return {};
    auto const month = place.month + std::chrono::months{tap.months};
    auto const today = state.now.local.date;
    if (month < first_kept_month(today) || month > period_of(today)) return {};
    return ask(state, room, request(state, room, LoadStories{month}));
  }

  Effects operator()(OpenStory tap) const {
    auto const story = std::ranges::find(place.stories, tap.story, &ToldStory::id);
    if (story != place.stories.end()) place.page = ReadPage{*story};
    return {};
  }

  Effects operator()(WriteStory) const {
    place.page = WritePage{.before = std::nullopt, .entry = story_entry({})};
    return {};
  }

  Effects operator()(EditStory) const {
    auto const* const page = std::get_if<ReadPage>(&place.page);
    if (page == nullptr) return {};
    auto const story = page->story;
    place.page = WritePage{.before = story, .entry = story_entry(story.text)};
    return {};
  }

  Effects operator()(DropStory) const {
    auto const* const page = std::get_if<ReadPage>(&place.page);
    if (page == nullptr) return {};
    return ask(state, room, request(state, room, RemoveStory{page->story.id}));
  }

  Effects operator()(KeepStory) const {
    auto* const page = std::get_if<WritePage>(&place.page);
    if (page == nullptr) return {};
    auto text = trimmed(page->entry.text);
    if (!may_be_kept(*page, text)) return {};
    if (!page->before) return ask(state, room, request(state, room, AddStory{std::move(text)}));
    return ask(
        state, room,
        request(state, room, ChangeStory{.story = page->before->id, .text = std::move(text)}));
  }

  Effects operator()(TakeMonthPage) const {
    return ask(
        state, room,
        request(state, room,
                WriteMonthPage{.month = place.month, .language = state.preferences.language}));
  }
};

// What is said of a change, and what takes it back.
struct OnChange {
  State& state;
  HostRoom& room;

  void operator()(StoryAdded const& added) const {
    room.notice = done(message("The story is kept."));
    room.undo = request(state, room, RemoveStory{added.story});
  }
  void operator()(StoryChanged const& changed) const {
    room.notice = done(message("The story is kept."));
    room.undo =
        request(state, room, ChangeStory{.story = changed.before.id, .text = changed.before.text});
  }
  void operator()(StoryRemoved const& removed) const {
    room.notice = done(message("The story is gone."));
    room.undo = request(state, room, PutBackStory{removed.story});
  }
  void operator()(StoryPutBack const&) const {
    room.notice = done(message("The story is back."));
    room.undo.reset();
  }
  void operator()(MonthIsFull const&) const {
    room.notice = Notice{.kind = NoticeKind::Trouble,
                         .message = message("This month holds no more stories."),
                         .what = {}};
    room.undo.reset();
  }
};

struct OnOutcome {
  State& state;
  HostRoom& room;
  Story& place;

  Effects operator()(StoriesFound const& found) const {
    place.month = found.month;
    place.stories = found.stories;
    place.is_known = true;
    place.page = StoriesPage{};
    return {};
  }

  Effects operator()(StoriesChanged const& changed) const {
    // What was written is not lost when there is no room for it.
    auto const page = place.page;
    (*this)(changed.found);
    if (std::holds_alternative<MonthIsFull>(changed.how)) place.page = page;
    std::visit(OnChange{state, room}, changed.how);
    return {};
  }

  Effects operator()(MonthPageWritten const& written) const {
    room.notice = Notice{.kind = NoticeKind::Done,
                         .message = message("{what} is on the USB stick."),
                         .what = written.name};
    return {};
  }

  Effects operator()(StickTrouble trouble) const {
    room.notice =
        Notice{.kind = NoticeKind::Trouble, .message = message_about(trouble), .what = {}};
    return {};
  }
};

}  // namespace

Effects open(State& state, HostRoom& room, Story& place) {
  auto const this_month = period_of(state.now.local.date);
  place.month = place.is_known ? place.month : this_month;
  return ask(state, room, request(state, room, LoadStories{place.month}));
}

Effects update(State& state, HostRoom& room, Story& place, StoryTap const& tap) {
  return std::visit(OnTap{state, room, place}, tap.what);
}

Effects take(State& state, HostRoom& room, Story& place, StoryOutcome const& outcome) {
  return std::visit(OnOutcome{state, room, place}, outcome.what);
}

Effects go_back(State&, HostRoom&, Story& place) {
  auto const* const writing = std::get_if<WritePage>(&place.page);
  if (writing != nullptr && writing->before) {
    auto const story = *writing->before;
    place.page = ReadPage{story};
  } else {
    place.page = StoriesPage{};
  }
  return {};
}

Effects scroll_to(State&, HostRoom&, Story& place, int first) {
  if (auto* const page = std::get_if<StoriesPage>(&place.page)) page->first = std::max(first, 0);
  if (auto* const page = std::get_if<WritePage>(&place.page))
    page->entry.first_key = std::max(first, 0);
  return {};
}

TextEntry* field_of(Story& place) {
  auto* const page = std::get_if<WritePage>(&place.page);
  return page != nullptr ? &page->entry : nullptr;
}

INLOOP_COMPILE_INNER(Story, Page);
INLOOP_COMPILE_INNER(StoryRequest, What);
INLOOP_COMPILE_INNER(StoryOutcome, What);

}  // namespace inloop::core::host
