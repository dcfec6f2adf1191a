#pragma once
// The tables of a release in the words of the room: what is counted, what each cell is called, what
// the noise does to it. Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/host/counts_view.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/preferences.h"
#include "kiosk/core/words.h"
#include "kiosk/privacy/release.h"

namespace inloop::core::host::counting {

// A number that may be below zero, kept whole in right-to-left sentences.
[[nodiscard]] std::string number_in_words(std::int64_t value);

// Three letters of it, or its number in scripts that do not shorten months.
[[nodiscard]] std::string short_month(Period period, Language language, Words const& words);

[[nodiscard]] std::string_view picture_of_table(privacy::ExactTable const& table);
[[nodiscard]] std::string table_in_words(privacy::ExactTable const& table, Words const& words);
// The one written definition of the figure.
[[nodiscard]] std::string meaning_of_table(privacy::ExactTable const& table, Words const& words);
[[nodiscard]] std::string cell_in_words(privacy::ExactTable const& table,
                                        privacy::ExactCell const& cell, Words const& words);
[[nodiscard]] std::int64_t sum_of(privacy::ExactTable const& table);

// By how much a number of this table is changed, nearly always; and its epsilon.
[[nodiscard]] std::string noise_in_words(privacy::ExactTable const& table, Words const& words);
[[nodiscard]] std::string epsilon_in_words(privacy::ExactTable const& table, Words const& words);

[[nodiscard]] std::vector<NumberRow> number_rows(privacy::ExactTable const& table,
                                                 Words const& words);

}  // namespace inloop::core::host::counting
