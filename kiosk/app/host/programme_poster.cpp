#include "kiosk/app/host/programme_poster.h"

#include <algorithm>

#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"

namespace inloop::app::host {
namespace {

using namespace core::host::planning;

paper::PosterSession poster_session(core::Session const& session,
                                    std::vector<core::Words const*> const& languages) {
  paper::PosterSession shown{.picture = session.activity.picture,
                             .start_minute = session.start.minute_of_day,
                             .state = session.state,
                             .words = {}};
  for (auto const* const words : languages)
    shown.words.push_back({.title = core::isolated(core::title_in_words(session.activity, *words)),
                           .detail = poster_detail(session, *words)});
  return shown;
}

paper::PosterDay poster_day(core::Date date, Agenda const& agenda,
                            std::vector<core::Words const*> const& languages) {
  paper::PosterDay day;
  for (auto const* const words : languages) day.names.push_back(poster_day_name(date, *words));
  for (auto const& one : agenda.sessions)
    if (one.session.start.date == date)
      day.sessions.push_back(poster_session(one.session, languages));
  return day;
}

// As much of the week in plain words as a code can hold: whole lines, the first days first.
std::string short_text(Agenda const& agenda, core::Words const& words) {
  std::string text;
  for (auto const& one : agenda.sessions) {
    if (one.session.state == core::SessionState::Cancelled) continue;
    auto const line = week_line(one.session, words) + "\n";
    if (text.size() + line.size() > paper::longest_poster_text_bytes) break;
    text += line;
  }
  return text;
}

// The whole week as a calendar where a telephone can read so much, else in plain words.
std::vector<std::string> codes_for(Agenda const& agenda, PrintPoster const& asked, Desk& desk) {
  std::vector<std::string> codes;
  core::Days const days{asked.monday, plus_days(asked.monday, 6)};
  auto const text = agenda_text(agenda, days, {.date = asked.monday}, desk);
  if (text && text->size() <= paper::longest_poster_text_bytes) codes.push_back(*text);
  auto words = short_text(agenda, desk.parts().words(asked.languages.front()));
  codes.push_back(words.empty() ? desk.parts().config.settings.place_name : std::move(words));
  return codes;
}

}  // namespace

paper::Poster poster_of(Agenda const& agenda, PrintPoster const& asked, Desk& desk) {
  paper::Poster poster{
      .paper = asked.paper == PosterPaper::A3 ? paper::PaperSize::A3 : paper::PaperSize::A4,
      .place_name = core::isolated(desk.parts().config.settings.place_name),
      .languages = {},
      .days = {},
      .codes = codes_for(agenda, asked, desk)};
  std::vector<core::Words const*> languages;
  for (auto const language : asked.languages) {
    languages.push_back(&desk.parts().words(language));
    poster.languages.push_back({.direction = core::facts(language).direction,
                                .heading = week_in_words(asked.monday, *languages.back()),
                                .code_caption = poster_caption(*languages.back())});
  }
  for (int i = 0; i < 7; ++i)
    poster.days.push_back(poster_day(plus_days(asked.monday, i), agenda, languages));
  return poster;
}

}  // namespace inloop::app::host
