#include "kiosk/app/take_home.h"

#include <fmt/format.h>

#include "kiosk/calendar/take_along.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::app {
namespace {

std::string room_and_place(core::TakeHome const& what, House const& house) {
  auto const& room = what.session.activity.room;
  return room.empty() ? house.place_name : room + ", " + house.place_name;
}

std::string token_words(core::TakeHome const& what, core::Words const& words) {
  return what.token ? core::token_in_words(*what.token, words) : std::string();
}

}  // namespace

Result<std::string> calendar_text_of(core::TakeHome const& what, House const& house,
                                     core::Words const& words) {
  calendar::CalendarEntry const entry{.uid = fmt::format("{}@{}", what.session.id, house.place_id),
                                      .title = core::title_in_words(what.session.activity, words),
                                      .start = what.session.start,
                                      .minutes = what.session.minutes,
                                      .place = room_and_place(what, house),
                                      .note = token_words(what, words)};
  return calendar::calendar_text(entry, house.time_zone);
}

paper::Slip slip_of(core::TakeHome const& what, std::string const& calendar_text,
                    House const& house, core::Words const& words) {
  auto const& session = what.session;
  paper::Slip slip{
      .picture = session.activity.picture,
      .title = core::isolated(core::title_in_words(session.activity, words)),
      .lines = {{.picture = "🗓️", .text = core::date_in_words(session.start.date, words)},
                {.picture = "🕐", .text = core::clock_in_words(session.start.minute_of_day, words)},
                {.picture = "📍", .text = core::isolated(room_and_place(what, house))}},
      .qr_text = calendar_text,
      .direction = core::facts(what.language).direction};
  if (what.token)
    slip.lines.push_back(
        {.picture =
             std::string(core::token_pictures[static_cast<std::size_t>(what.token->picture)].emoji),
         .text = token_words(what, words)});
  return slip;
}

}  // namespace inloop::app
