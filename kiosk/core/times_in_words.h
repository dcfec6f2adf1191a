#pragma once
// Times as people say them: "om half 4", "straks om 2 uur", "dinsdag 24 november". Pure.

#include <string>

#include "kiosk/core/activities.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/time.h"
#include "kiosk/core/words.h"

namespace inloop::core {

// "om half 4", "om 2 uur"; with digits, "om 10:40", where no quarter of an hour helps.
[[nodiscard]] std::string clock_in_words(int minute_of_day, Words const& words);

// "ochtend", "middag", "avond".
[[nodiscard]] std::string daypart_in_words(Daypart daypart, Words const& words);

// "vandaag", "morgen", or the date in words.
[[nodiscard]] std::string day_in_words(Date date, Date today, Words const& words);

// When a session is, seen from now: "nu bezig", "straks, om 2 uur", "morgen, om half 4".
[[nodiscard]] std::string when_in_words(Session const& session, LocalTime const& now,
                                        Words const& words);

}  // namespace inloop::core
