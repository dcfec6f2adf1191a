#include "kiosk/app/host/month_page_work.h"

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/app/host/files.h"
#include "kiosk/app/host/sticks.h"
#include "kiosk/base/log.h"
#include "kiosk/core/phrases.h"
#include "kiosk/store/release_log.h"
#include "kiosk/store/stories.h"
#include "sync/report/count_event.h"

namespace inloop::app::host {
namespace {

using namespace core::host::telling;

constexpr std::string_view folder_name = "Inloop";

StickProblem problem_of(StickTrouble trouble) {
  switch (trouble) {
    case StickTrouble::None:
      return StickProblem::NoStick;
    case StickTrouble::Full:
      return StickProblem::Full;
    case StickTrouble::ReadOnly:
      return StickProblem::ReadOnly;
    case StickTrouble::PulledOut:
      return StickProblem::PulledOut;
    case StickTrouble::Unknown:
      return StickProblem::Unknown;
  }
  return StickProblem::Unknown;
}

struct Page {
  std::vector<core::ToldStory> stories;
  std::optional<report::CountEvent> released;
};

Result<Page> read_page(store::Store& store, core::Period month) {
  Page page;
  auto stories = store::stories_of(store, month);
  if (!stories) return tl::unexpected(stories.error());
  page.stories = std::move(*stories);
  std::ranges::reverse(page.stories);
  auto const releases = store::releases_between(store, month, month);
  if (!releases) return tl::unexpected(releases.error());
  if (releases->empty()) return page;
  auto event = report::count_event_from(releases->front().bytes);
  if (!event) return tl::unexpected(event.error());
  page.released = std::move(*event);
  return page;
}

// Noise may bring a small number below zero; nobody can picture that.
std::int64_t released_visits(report::CountEvent const& event) {
  std::int64_t people = 0;
  for (auto const& table : event.tables)
    if (table.subject == "bezoeken")
      for (auto const& cell : table.cells) people += cell.value;
  return std::max<std::int64_t>(people, 0);
}

std::string text_of(Page const& page, std::string const& place_name, core::Period month,
                    core::Words const& words) {
  auto text = fmt::format("{}\n{}\n\n", place_name, core::to_string(month));
  if (page.released)
    text += core::counted(words.text("About {count} people came this month."),
                          released_visits(*page.released)) +
            "\n\n";
  for (auto const& story : page.stories)
    text += core::date_in_words(story.date, words) + "\n" + story.text + "\n\n";
  return text;
}

}  // namespace

Result<core::host::StoryOutcome> write_month_page(WriteMonthPage const& write, Desk& desk) {
  auto const page = desk.with_store(
      [&](store::Store& store) -> Result<Page> { return read_page(store, write.month); });
  if (!page) return tl::unexpected(page.error());
  auto const sticks = find_sticks(MountSources{});
  if (!sticks) return tl::unexpected(sticks.error());
  auto const stick = std::ranges::find(*sticks, Access::Writable, &Stick::access);
  if (sticks->empty()) return StoryOutcome{StickProblem::NoStick};
  if (stick == sticks->end()) return StoryOutcome{StickProblem::ReadOnly};

  auto const& parts = desk.parts();
  auto const text =
      text_of(*page, parts.config.settings.place_name, write.month, parts.words(write.language));
  auto const name = file_name_from("tellen-en-vertellen-" + core::to_string(write.month) + ".txt");
  auto const written = write_to_stick(
      stick->folder / folder_name, name, text, [&](std::uintmax_t done, std::uintmax_t total) {
        desk.tell_progress(static_cast<int>(done), static_cast<int>(total));
      });
  if (!written) {
    log::warn("the page of {}: {}", core::to_string(write.month), written.error().error.what);
    return StoryOutcome{problem_of(written.error().trouble)};
  }
  return StoryOutcome{MonthPageWritten{name}};
}

}  // namespace inloop::app::host
