#include "kiosk/app/host/programme_agenda.h"

#include <algorithm>

#include "kiosk/app/programme_of.h"
#include "kiosk/calendar/agenda_text.h"
#include "kiosk/core/host/programme_draft.h"

namespace inloop::app::host {

Result<Agenda> read_agenda(core::Days const& days, Desk& desk) {
  return desk.with_store([&](store::Store& store) -> Result<Agenda> {
    auto programme = programme_of(store, desk.parts().config.time_zone);
    auto sessions = programme.sessions(days);
    if (!sessions) return tl::unexpected(sessions.error());
    Agenda agenda{.sessions = std::move(*sessions), .series = {}};
    for (auto const& one : agenda.sessions) {
      bool const is_known =
          !one.series || std::ranges::count(agenda.series, *one.series, &core::KnownSeries::id);
      if (is_known) continue;
      auto series = programme.series(*one.series);
      if (!series) return tl::unexpected(series.error());
      if (*series) agenda.series.push_back(std::move(**series));
    }
    return agenda;
  });
}

Result<std::string> agenda_text(Agenda const& agenda, core::Days const& days,
                                core::LocalTime const& now, Desk& desk) {
  auto const& config = desk.parts().config;
  return calendar::agenda_text(agenda.sessions, agenda.series, days,
                               {.place_id = config.place_id,
                                .place_name = config.settings.place_name,
                                .time_zone = config.time_zone,
                                .now = now},
                               desk.parts().words(config.settings.languages.front()));
}

Result<std::string> coming_agenda_text(core::LocalTime const& now, Desk& desk) {
  core::Days const days{now.date, core::host::planning::plus_days(now.date, core::horizon_days)};
  auto const agenda = read_agenda(days, desk);
  if (!agenda) return tl::unexpected(agenda.error());
  return agenda_text(*agenda, days, now, desk);
}

}  // namespace inloop::app::host
