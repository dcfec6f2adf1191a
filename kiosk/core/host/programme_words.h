#pragma once
// How Activiteiten says what is planned: a rule as people say it, never as RRULE. Pure.

#include <string>
#include <string_view>

#include "kiosk/core/calendar_file.h"
#include "kiosk/core/host/programme_draft.h"
#include "kiosk/core/words.h"

namespace inloop::core::host::planning {

// "Elke dinsdag om 10 uur, tot 1 juli, niet op 7 mei"
[[nodiscard]] std::string rule_in_words(Series const& series, Words const& words);

[[nodiscard]] std::string repeat_in_words(Recurrence const& recurrence, Words const& words);
[[nodiscard]] std::string weekday_in_words(unsigned iso_day, Words const& words);
[[nodiscard]] std::string day_and_month(Date date, Words const& words);  // "1 juli"
// "november 2026"
[[nodiscard]] std::string month_and_year(Date date, Words const& words);

// "10:00 – 11:00", kept whole.
[[nodiscard]] std::string hours_in_words(int start_minute, int minutes);
// "1:30 uur"
[[nodiscard]] std::string length_in_words(int minutes, Words const& words);

[[nodiscard]] std::string kind_in_words(ActivityKind kind, Words const& words);
[[nodiscard]] std::string_view picture_of(ActivityKind kind);
[[nodiscard]] std::string sign_up_in_words(SignUpMode mode, Words const& words);
[[nodiscard]] std::string places_in_words(std::optional<int> capacity, Words const& words);
[[nodiscard]] std::string room_in_words(std::string const& room, Words const& words);
[[nodiscard]] std::string holidays_in_words(OnHolidays on_holidays, Words const& words);

// "23 t/m 29 november"
[[nodiscard]] std::string week_in_words(Date monday, Words const& words);

// What the poster of a week says.
[[nodiscard]] std::string poster_day_name(Date date, Words const& words);
[[nodiscard]] std::string poster_detail(Session const& session, Words const& words);
// "ma 23 10:00 Samen eten": for a telephone, without any formatting.
[[nodiscard]] std::string week_line(Session const& session, Words const& words);
// "ma", "ma 23", "ma 23 november"
[[nodiscard]] std::string short_weekday(unsigned iso_day, Words const& words);
[[nodiscard]] std::string short_day(Date date, Words const& words);
[[nodiscard]] std::string short_date(Date date, Words const& words);
[[nodiscard]] std::string poster_caption(Words const& words);

[[nodiscard]] std::string problem_in_words(DraftProblem problem, Words const& words);
[[nodiscard]] std::string_view message_about(ProgrammeProblem problem);
[[nodiscard]] std::string problem_in_words(ProgrammeProblem problem, Words const& words);
[[nodiscard]] std::string clash_in_words(Clash const& clash, Words const& words);
[[nodiscard]] std::string refusal_in_words(CalendarRefusal refusal, Words const& words);

}  // namespace inloop::core::host::planning
