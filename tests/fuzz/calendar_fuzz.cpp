// libFuzzer: any bytes as an .ics file. Whatever is taken in must be a session that people could
// have, and its rule must give sessions again.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kiosk/base/assert.h"
#include "kiosk/calendar/calendar_reader.h"
#include "kiosk/calendar/occurrences.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace inloop;
  using namespace std::chrono_literals;
  static calendar::ReadOptions const options{.now = {2026y / 11 / 23, 9 * 60},
                                             .time_zone = "Europe/Amsterdam",
                                             .own_uid_ending = "@de-huiskamer"};
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const file = calendar::read_calendar(bytes, options);
  if (!file) return 0;
  for (auto const& event : file->events) {
    INLOOP_ASSERT(!event.series.uid.empty() && !event.series.activity.title.empty());
    for (auto const& session : event.sessions) {
      INLOOP_ASSERT(session.start.date.ok() && session.original.date.ok());
      INLOOP_ASSERT(session.start.minute_of_day >= 0 && session.start.minute_of_day < 24 * 60);
      INLOOP_ASSERT(session.minutes > 0 && session.minutes <= 24 * 60);
    }
    auto const again =
        calendar::occurrences(event.series, {2026y / 11 / 23, 2027y / 12 / 28}, options.time_zone);
    INLOOP_ASSERT(again.has_value());
  }
  return 0;
}
