#pragma once
// The stories of the place. They name nobody, so they are kept as they are, and in backups, too;
// after core::stories_kept_months they are gone. What may stand in one is looked at before it comes
// here (kiosk/core/host/free_text.h). Store thread.

#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/stories.h"
#include "kiosk/store/store.h"

namespace inloop::store {

// Newest first; at most core::most_stories_in_month.
[[nodiscard]] Result<std::vector<core::ToldStory>> stories_of(Store& store, core::Period month);

// Durable when they return. Refused, in words: an empty story, one of more than
// core::most_story_characters, and one more than core::most_stories_in_month.
[[nodiscard]] Result<core::StoryId> add_story(Store& store, core::Date date,
                                              std::string const& text);
// With the text that it had before.
[[nodiscard]] Result<core::ToldStory> change_story(Store& store, core::StoryId id,
                                                   std::string const& text);
[[nodiscard]] Result<core::ToldStory> remove_story(Store& store, core::StoryId id);
// One that was removed, as it was.
[[nodiscard]] Result<> put_back_story(Store& store, core::ToldStory const& story);

// What is older than it may be goes; the log is emptied by whoever tidies.
[[nodiscard]] Result<> forget_stories(Store& store, core::Date today);

}  // namespace inloop::store
