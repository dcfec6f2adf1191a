#pragma once
// Everything that the house counted, in open formats on a stick: tables as CSV, releases as the
// very bytes that the town hall gets, the agenda as .ics where one is handed in, and a page in
// Dutch that explains them. Desk thread.

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/app/host/desk.h"
#include "kiosk/app/host/files.h"

namespace inloop::app::host {

// The text of an .ics file of the whole agenda.
using AgendaText = std::function<Result<std::string>()>;

// In a folder "inloop-gegevens-<date>" on the stick, which is returned. Empty `agenda`: no .ics.
[[nodiscard]] StickResult<std::filesystem::path> export_to(std::filesystem::path const& stick,
                                                           core::LocalTime const& now,
                                                           AgendaText const& agenda, Desk& desk);

}  // namespace inloop::app::host
