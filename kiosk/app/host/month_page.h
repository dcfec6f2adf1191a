#pragma once
// The page of a month in the words of a language: figures as they were released, a year of them,
// and stories. It reads and writes nothing. Any thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/host/counts.h"
#include "kiosk/core/preferences.h"
#include "kiosk/core/stories.h"
#include "kiosk/core/words.h"
#include "kiosk/paper/month_page.h"
#include "sync/report/count_event.h"

namespace inloop::app::host {

struct MonthMaterial {
  core::Period month{};
  std::string place_name;
  std::optional<report::CountEvent> released;           // absent: it is still in the house
  std::vector<core::host::counting::GraphMonth> graph;  // oldest first
  std::vector<core::ToldStory> stories;                 // newest first

  bool operator==(MonthMaterial const&) const = default;
};

[[nodiscard]] paper::MonthPage month_page_of(MonthMaterial const& material, core::Language language,
                                             core::Words const& words);

}  // namespace inloop::app::host
