#pragma once
// Small tools with which the screens put their sentences together. Pure.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "kiosk/core/screen.h"
#include "kiosk/core/words.h"

namespace inloop::core {

// Shown as it is said.
[[nodiscard]] Phrase phrase(std::string text);

struct Filling {
  std::string_view name;  // of the placeholder, without its braces
  std::string_view text;
};

// Puts texts in the place of "{name}". A placeholder that a translation lacks or invents does no
// harm: a resident reads on.
[[nodiscard]] std::string filled(std::string sentence, std::initializer_list<Filling> fillings);

// Puts a number in the place of "{count}", kept from turning around in right-to-left sentences.
[[nodiscard]] std::string counted(std::string sentence, std::int64_t count);

// "maandag 23 november", as the language writes a date.
[[nodiscard]] std::string date_in_words(Date date, Words const& words);

// "10:05", on the 24-hour clock.
[[nodiscard]] std::string time_of_day(int minute_of_day);

}  // namespace inloop::core
