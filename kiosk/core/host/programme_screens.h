#pragma once
// What the files that put Activiteiten into words share. Pure.

#include <string>
#include <utility>
#include <vector>

#include "kiosk/core/host/places.h"

namespace inloop::core::host::planning {

struct ProgrammeWriter {
  Programme const& place;
  State const& state;
  Words const& words;
};

[[nodiscard]] AgendaView agenda_view(ProgrammeWriter const& writer, AgendaPage const& page);
[[nodiscard]] PageView day_view(ProgrammeWriter const& writer, DayPage const& page);
[[nodiscard]] ProgrammeScreen form_screen(ProgrammeWriter const& writer, FormPage const& page);
[[nodiscard]] PageView session_view(ProgrammeWriter const& writer, SessionFound const& found);
[[nodiscard]] PageView scope_view(ProgrammeWriter const& writer, SessionFound const& found);
[[nodiscard]] PageView reason_view(ProgrammeWriter const& writer, SessionFound const& found);

[[nodiscard]] std::string line_title(FormLine line, Words const& words);

// A host by first name, or by the word for the picture.
[[nodiscard]] std::string host_in_words(ProgrammeWriter const& writer, int picture);

// The part of a list from `first` on, as much as a screen is given.
template <class Item>
void keep_from(std::vector<Item>& items, int first) {
  auto const begin = std::min(static_cast<std::size_t>(std::max(first, 0)), items.size());
  items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(begin));
  if (items.size() > most_items_shown) items.resize(most_items_shown);
}

[[nodiscard]] Scroll scroll_of(int first, std::size_t total, Words const& words);
[[nodiscard]] ProgrammeButton button(std::string text, ProgrammeTap tap);

// How a session stands for the host: "6 / 8", "gaat niet door".
[[nodiscard]] Phrase standing_in_words(Session const& session, Words const& words);

}  // namespace inloop::core::host::planning
