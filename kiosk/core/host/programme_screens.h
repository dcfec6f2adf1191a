#pragma once
// What the files that put Activiteiten into words share. Pure.

#include <string>
#include <utility>
#include <vector>

#include "kiosk/core/host/places.h"
#include "kiosk/core/scrolled.h"

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

// A picture and one line of words.
[[nodiscard]] ProgrammeTile plain_tile(std::string id, std::string picture, std::string label,
                                       ProgrammeTap tap);
[[nodiscard]] ProgrammeButton button(std::string text, ProgrammeTap tap);

// How a session stands for the host: "6 / 8", "gaat niet door".
[[nodiscard]] Phrase standing_in_words(Session const& session, Words const& words);

}  // namespace inloop::core::host::planning
