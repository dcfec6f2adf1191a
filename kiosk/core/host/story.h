#pragma once
// Verhaal: what hosts tell of the place, without names, and the page of a month for "tellen en
// vertellen". Plain values; the rules are in story_update.cpp, the words in story_screen.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/host/stick_trouble.h"
#include "kiosk/core/host/text_entry.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/screen_parts.h"
#include "kiosk/core/stories.h"

namespace inloop::core::host::telling {

// The pages.
struct StoriesPage {
  int first = 0;
  bool operator==(StoriesPage const&) const = default;
};
struct ReadPage {
  ToldStory story;
  bool operator==(ReadPage const&) const = default;
};
struct WritePage {
  std::optional<ToldStory> before;  // absent: a new one
  TextEntry entry;
  std::string_view trouble;          // an English message; empty: none
  std::string found;                 // the words that it is about
  std::string tried;                 // what it was found in: it holds until something is typed
  std::optional<std::string> asked;  // a name that seems to stand in it, pointed out once

  bool operator==(WritePage const&) const = default;
};

struct Story {
  Period month{};                  // whose stories they are
  std::vector<ToldStory> stories;  // newest first
  bool is_known = false;           // the world has told them
  class Page : public std::variant<StoriesPage, ReadPage, WritePage> {
    INLOOP_COMPILED_ONCE(Page);
    bool operator==(Page const& other) const;
  };
  Page page;

  bool operator==(Story const&) const = default;
};

// Taps.
struct StepMonth {
  int months = 0;
  bool operator==(StepMonth const&) const = default;
};
struct OpenStory {
  StoryId story = 0;
  bool operator==(OpenStory const&) const = default;
};
struct WriteStory {
  bool operator==(WriteStory const&) const = default;
};
// The one that is read.
struct EditStory {
  bool operator==(EditStory const&) const = default;
};
struct DropStory {
  bool operator==(DropStory const&) const = default;
};
// What was written.
struct KeepStory {
  bool operator==(KeepStory const&) const = default;
};
// The page of the month that is shown, to a stick.
struct TakeMonthPage {
  bool operator==(TakeMonthPage const&) const = default;
};

struct StoryTap {
  class What : public std::variant<StepMonth, OpenStory, WriteStory, EditStory, DropStory,
                                   KeepStory, TakeMonthPage> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(StoryTap const&) const = default;
};

// Requests. All but WriteMonthPage are answered by StoriesFound or StoriesChanged.

struct LoadStories {
  Period month{};
  bool operator==(LoadStories const&) const = default;
};
struct AddStory {
  std::string text;
  bool operator==(AddStory const&) const = default;
};
struct ChangeStory {
  StoryId story = 0;
  std::string text;
  bool operator==(ChangeStory const&) const = default;
};
struct RemoveStory {
  StoryId story = 0;
  bool operator==(RemoveStory const&) const = default;
};
struct PutBackStory {
  ToldStory story;
  bool operator==(PutBackStory const&) const = default;
};
// Answered by MonthPageWritten or StickTrouble.
struct WriteMonthPage {
  Period month{};
  Language language = Language::Dutch;
  bool operator==(WriteMonthPage const&) const = default;
};

struct StoryRequest {
  class What : public std::variant<LoadStories, AddStory, ChangeStory, RemoveStory, PutBackStory,
                                   WriteMonthPage> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;
  LocalTime now;  // when it was asked
  HostPicture by = 0;

  bool operator==(StoryRequest const&) const = default;
};

// Outcomes.

struct StoriesFound {
  Period month{};
  std::vector<ToldStory> stories;

  bool operator==(StoriesFound const&) const = default;
};

// What was done, and the month as it is now.
struct StoryAdded {
  StoryId story = 0;
  bool operator==(StoryAdded const&) const = default;
};
struct StoryChanged {
  ToldStory before;
  bool operator==(StoryChanged const&) const = default;
};
struct StoryRemoved {
  ToldStory story;
  bool operator==(StoryRemoved const&) const = default;
};
struct StoryPutBack {
  StoryId story = 0;
  bool operator==(StoryPutBack const&) const = default;
};
// Nothing was done: the month holds no more.
struct MonthIsFull {
  bool operator==(MonthIsFull const&) const = default;
};
struct StoriesChanged {
  std::variant<StoryAdded, StoryChanged, StoryRemoved, StoryPutBack, MonthIsFull> how;
  StoriesFound found;

  bool operator==(StoriesChanged const&) const = default;
};

struct MonthPageWritten {
  std::string name;  // of the file

  bool operator==(MonthPageWritten const&) const = default;
};
struct StoryOutcome {
  class What : public std::variant<StoriesFound, StoriesChanged, MonthPageWritten, StickTrouble> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(StoryOutcome const&) const = default;
};

// What stands in the place.

struct StoryButton {
  Phrase phrase;
  StoryTap tap;
  bool is_enabled = true;

  bool operator==(StoryButton const&) const = default;
};

struct StoryTile {
  StoryId story = 0;
  Phrase day;
  Phrase beginning;
  StoryButton button;  // says both

  bool operator==(StoryTile const&) const = default;
};

struct StoriesView {
  StoryButton earlier;
  Phrase month;
  StoryButton later;
  std::vector<StoryTile> tiles;  // from scroll.first on
  std::optional<Phrase> empty;
  Scroll scroll;
  StoryButton write;
  StoryButton take_page;

  bool operator==(StoriesView const&) const = default;
};

struct ReadView {
  Phrase text;
  StoryButton edit;
  StoryButton drop;

  bool operator==(ReadView const&) const = default;
};

struct WriteView {
  Phrase typed;
  Phrase advice;  // or what is wrong
  bool is_trouble = false;
  Keyboard keyboard;
  StoryButton keep;

  bool operator==(WriteView const&) const = default;
};

struct StoryScreen {
  class View : public std::variant<StoriesView, ReadView, WriteView> {
    INLOOP_COMPILED_ONCE(View);
    bool operator==(View const& other) const;
  };
  View view;

  bool operator==(StoryScreen const&) const = default;
};

}  // namespace inloop::core::host::telling

namespace inloop::core::host {

using telling::Story;
using telling::StoryOutcome;
using telling::StoryRequest;
using telling::StoryScreen;
using telling::StoryTap;

}  // namespace inloop::core::host
