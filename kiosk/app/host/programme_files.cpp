#include "kiosk/app/host/programme_files.h"

#include <algorithm>
#include <fstream>

#include "kiosk/app/host/files.h"
#include "kiosk/app/host/programme_poster.h"
#include "kiosk/app/host/sticks.h"
#include "kiosk/base/log.h"
#include "kiosk/calendar/agenda_text.h"
#include "kiosk/calendar/calendar_reader.h"
#include "kiosk/core/keyboard.h"

namespace inloop::app::host {
namespace {

using namespace core::host::planning;
namespace fs = std::filesystem;
using Answer = Result<ProgrammeOutcome>;

// Files of a folder that are looked at; whoever has more keeps calendars elsewhere.
constexpr int most_entries = 2'000;

Answer told(StickFailure const& failure) {
  log::warn("the stick: {}", failure.error.what);
  return ProgrammeOutcome{failure.trouble};
}

bool is_calendar(fs::directory_entry const& entry) {
  std::error_code error;
  auto extension = entry.path().extension().string();
  std::ranges::transform(extension, extension.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  auto const name = entry.path().filename().string();
  return extension == ".ics" && !name.starts_with('.') && entry.is_regular_file(error);
}

void add_calendars(fs::path const& folder, std::vector<OfferedFile>& files) {
  std::error_code error;
  int left = most_entries;
  for (auto entry = fs::directory_iterator(folder, error);
       !error && entry != fs::directory_iterator() && left > 0; entry.increment(error), --left)
    if (is_calendar(*entry) && files.size() < most_offered_files)
      files.push_back({entry->path().string(), entry->path().filename().string()});
}

std::string organiser_of(core::CalendarFile const& file, std::string const& path) {
  auto name = file.name.empty() ? fs::path(path).stem().string() : file.name;
  while (core::count_characters(name) > core::most_organiser_characters)
    name = core::without_last_character(name);
  return name;
}

Answer to_stick(std::string const& name, std::string const& bytes, Desk& desk) {
  auto const stick = stick_to_write_to(desk.parts().sticks);
  if (!stick) return told(stick.error());
  auto const written =
      write_to_stick(stick->folder, name, bytes, [&](std::uintmax_t done, std::uintmax_t total) {
        desk.tell_progress(static_cast<int>(done), static_cast<int>(total));
      });
  if (!written) return told(written.error());
  return ProgrammeOutcome{CalendarWritten{written->filename().string()}};
}

}  // namespace

Answer find_calendars(Desk& desk) {
  auto const sticks = sticks_to_read(desk.parts().sticks);
  if (!sticks) return told(sticks.error());
  CalendarsFound found;
  for (auto const& stick : *sticks) add_calendars(stick.folder, found.files);
  std::ranges::sort(found.files, {}, &OfferedFile::name);
  return ProgrammeOutcome{std::move(found)};
}

std::variant<PartnersCalendar, NotACalendar, StickTrouble> read_calendar_file(
    ReadCalendar const& asked, core::LocalTime const& now, Desk& desk) {
  std::ifstream stream(asked.path, std::ios::binary);
  if (!stream) return StickTrouble::PulledOut;
  // One byte more than a calendar may have, so that the reader says that it is too big.
  std::string bytes(core::greatest_calendar_bytes + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return StickTrouble::PulledOut;
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  auto const& config = desk.parts().config;
  auto file =
      calendar::read_calendar(bytes, {.now = now,
                                      .time_zone = config.time_zone,
                                      .own_uid_ending = calendar::own_uid_ending(config.place_id)});
  if (!file) {
    log::warn("{}: {}", asked.path, file.error().what);
    return NotACalendar{};
  }
  auto organiser = asked.organiser.empty() ? organiser_of(*file, asked.path) : asked.organiser;
  return PartnersCalendar{.file = std::move(*file), .organiser = std::move(organiser)};
}

Answer write_calendar(std::string const& text, Desk& desk) {
  return to_stick(file_name_from(desk.parts().config.place_id + "-agenda.ics"), text, desk);
}

Answer print_poster(Agenda const& agenda, PrintPoster const& asked, Desk& desk) {
  auto const pdf = paper::poster_pdf(poster_of(agenda, asked, desk));
  if (!pdf) return tl::unexpected(pdf.error());
  auto const size = asked.paper == PosterPaper::A3 ? "A3" : "A4";
  auto const date = asked.monday;
  auto const name = fmt::format("poster-{:04}-{:02}-{:02}-{}.pdf", int{date.year()},
                                unsigned{date.month()}, unsigned{date.day()}, size);
  return to_stick(file_name_from(name), *pdf, desk);
}

}  // namespace inloop::app::host
