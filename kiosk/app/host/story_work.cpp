#include <utility>

#include "kiosk/app/host/month_page_work.h"
#include "kiosk/app/host/work.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/stories.h"

namespace inloop::app::host {
namespace {

using namespace core::host::telling;
using core::Period;
using core::host::Act;
using Answer = Result<StoryOutcome>;

struct Work {
  Desk& desk;
  StoryRequest const& request;

  Answer operator()(LoadStories const& load) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto found = stories(store, load.month);
      if (!found) return tl::unexpected(found.error());
      return StoryOutcome{std::move(*found)};
    });
  }

  Answer operator()(AddStory const& add) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const month = core::period_of(request.now.date);
      auto const there = store::stories_of(store, month);
      if (!there) return tl::unexpected(there.error());
      if (there->size() >= core::most_stories_in_month) return changed(store, month, MonthIsFull{});
      auto const id = store::add_story(store, request.now.date, add.text);
      if (!id) return tl::unexpected(id.error());
      if (auto const noted = note(store, Act::StoryAdded); !noted)
        return tl::unexpected(noted.error());
      return changed(store, month, StoryAdded{*id});
    });
  }

  Answer operator()(ChangeStory const& change) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const before = store::change_story(store, change.story, change.text);
      if (!before) return tl::unexpected(before.error());
      return changed(store, core::period_of(before->date), StoryChanged{*before});
    });
  }

  Answer operator()(RemoveStory const& remove) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const removed = store::remove_story(store, remove.story);
      if (!removed) return tl::unexpected(removed.error());
      if (auto const noted = note(store, Act::StoryRemoved); !noted)
        return tl::unexpected(noted.error());
      return changed(store, core::period_of(removed->date), StoryRemoved{*removed});
    });
  }

  Answer operator()(PutBackStory const& put) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const put_back = store::put_back_story(store, put.story);
      if (!put_back) return tl::unexpected(put_back.error());
      if (auto const noted = note(store, Act::StoryAdded); !noted)
        return tl::unexpected(noted.error());
      return changed(store, core::period_of(put.story.date), StoryPutBack{put.story.id});
    });
  }

  Answer operator()(WriteMonthPage const& write) const { return write_month_page(write, desk); }

 private:
  static Result<StoriesFound> stories(store::Store& store, Period month) {
    auto found = store::stories_of(store, month);
    if (!found) return tl::unexpected(found.error());
    return StoriesFound{.month = month, .stories = std::move(*found)};
  }

  template <class How>
  static Answer changed(store::Store& store, Period month, How how) {
    auto found = stories(store, month);
    if (!found) return tl::unexpected(found.error());
    return StoryOutcome{StoriesChanged{.how = std::move(how), .found = std::move(*found)}};
  }

  [[nodiscard]] Result<> note(store::Store& store, Act act) const {
    return store::note(
        store, {.when = request.now, .host = request.by, .act = act, .about = std::nullopt});
  }
};

}  // namespace

Result<core::host::StoryOutcome> perform(core::host::StoryRequest const& request, Desk& desk) {
  return std::visit(Work{desk, request}, request.what);
}

}  // namespace inloop::app::host
