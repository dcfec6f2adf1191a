#include "kiosk/app/host/month_page_work.h"

#include "kiosk/app/host/files.h"
#include "kiosk/app/host/month_page.h"
#include "kiosk/app/host/sticks.h"
#include "kiosk/app/host/year_graph.h"
#include "kiosk/base/log.h"
#include "kiosk/store/stories.h"

namespace inloop::app::host {
namespace {

using namespace core::host::telling;

constexpr std::string_view folder_name = "Inloop";

struct Found {
  std::vector<core::ToldStory> stories;
  std::vector<store::PublishedRelease> year;  // up to that month
};

Result<Found> find(store::Store& store, core::Period month) {
  auto stories = store::stories_of(store, month);
  if (!stories) return tl::unexpected(stories.error());
  auto year = year_of_releases(store, month);
  if (!year) return tl::unexpected(year.error());
  return Found{.stories = std::move(*stories), .year = std::move(*year)};
}

Result<std::string> page_of(WriteMonthPage const& write, Desk& desk) {
  auto found = desk.with_store(
      [&](store::Store& store) -> Result<Found> { return find(store, write.month); });
  if (!found) return tl::unexpected(found.error());
  auto graph = graph_of(found->year, write.month);
  if (!graph) return tl::unexpected(graph.error());
  auto const& parts = desk.parts();
  MonthMaterial material{.month = write.month,
                         .place_name = parts.config.settings.place_name,
                         .released = std::nullopt,
                         .graph = std::move(*graph),
                         .stories = std::move(found->stories)};
  if (!found->year.empty() && found->year.back().period == write.month) {
    auto event = report::count_event_from(found->year.back().bytes);
    if (!event) return tl::unexpected(event.error());
    material.released = std::move(*event);
  }
  return paper::month_page_pdf(
      month_page_of(material, write.language, parts.words(write.language)));
}

}  // namespace

Result<core::host::StoryOutcome> write_month_page(WriteMonthPage const& write, Desk& desk) {
  auto const stick = stick_to_write_to(desk.parts().sticks);
  if (!stick) return StoryOutcome{stick.error().trouble};
  auto const page = page_of(write, desk);
  if (!page) return tl::unexpected(page.error());
  auto const name = file_name_from("tellen-en-vertellen-" + core::to_string(write.month) + ".pdf");
  auto const written = write_to_stick(
      stick->folder / folder_name, name, *page, [&](std::uintmax_t done, std::uintmax_t total) {
        desk.tell_progress(static_cast<int>(done), static_cast<int>(total));
      });
  if (!written) {
    log::warn("the page of {}: {}", core::to_string(write.month), written.error().error.what);
    return StoryOutcome{written.error().trouble};
  }
  return StoryOutcome{MonthPageWritten{name}};
}

}  // namespace inloop::app::host
