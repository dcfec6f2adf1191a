#include "kiosk/core/screen_sessions.h"

#include <algorithm>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core {

std::string places_in_words(Session const& session, Standing standing, Words const& words) {
  switch (standing) {
    case Standing::Welcome:
      return words.text("everybody welcome");
    case Standing::HasPlaces: {
      if (!session.activity.capacity) return words.text("there is room");
      auto const left = places_left(session);
      return counted(words.plural("one place left", "{count} places left", left), left);
    }
    case Standing::Full:
      return words.text("full, waiting list");
    case Standing::Crowded:
      return words.text("full");
    case Standing::Started:
      return takes_sign_ups(session.activity.sign_up) ? words.text("has started")
                                                      : words.text("everybody welcome");
    case Standing::Over:
      return words.text("is over");
    case Standing::Cancelled:
      return words.text("is cancelled");
    case Standing::Anonymous:
      return words.text("without a name");
  }
  return {};
}

SessionTile tile_of(Session const& session, LocalTime const& now, Words const& words) {
  auto const standing = standing_of(session, now);
  return {.session = session.id,
          .picture = session.activity.picture,
          .kind = session.activity.kind,
          .title = phrase(isolated(title_in_words(session.activity, words))),
          .when = phrase(when_in_words(session, now, words)),
          .start_minute = session.start.minute_of_day,
          .places = phrase(places_in_words(session, standing, words)),
          .standing = standing};
}

SessionHeading heading_of(Session const& session, LocalTime const& now, Words const& words) {
  return {.picture = session.activity.picture,
          .kind = session.activity.kind,
          .title = phrase(isolated(title_in_words(session.activity, words))),
          .when = phrase(when_in_words(session, now, words)),
          .start_minute = session.start.minute_of_day};
}

std::optional<SessionTile> next_today(State const& state, Words const& words) {
  auto const& now = state.now.local;
  auto const next = std::ranges::find_if(state.agenda, [&](Session const& session) {
    return session.start.date == now.date && session.start.minute_of_day > now.minute_of_day &&
           session.state == SessionState::Planned;
  });
  if (next == state.agenda.end()) return std::nullopt;
  return tile_of(*next, now, words);
}

}  // namespace inloop::core
