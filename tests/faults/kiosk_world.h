#pragma once
// The real inloop-kiosk on a folder of its own, playing journeys on a glass that nobody sees, to be
// killed and started again. Time stands in the journeys. One thread.

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/core/time.h"
#include "sync/outbox/outbox.h"
#include "tests/faults/day_of_taps.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

// What a dead kiosk left in its file.
struct Remains {
  Kept kept;
  std::vector<std::string> damage;  // what quick_check objects to
};

class KioskWorld {
 public:
  KioskWorld();
  // Another kiosk with everything that `model` has in its folders up to now.
  KioskWorld(KioskWorld const& model);
  KioskWorld& operator=(KioskWorld const&) = delete;

  // Starts the program on a journey; it ends by itself after the last step.
  [[nodiscard]] Process start(std::string const& journey) const;

  // Opens a copy, so that the next life finds the file exactly as the last one left it.
  [[nodiscard]] Remains remains() const;

  [[nodiscard]] outbox::Folders hatch() const { return {path("outbox"), path("receipts")}; }
  [[nodiscard]] std::filesystem::path path(std::string_view name) const;

 private:
  TemporaryFolder m_folder;
};

// "2026-10-05 09:00", as journeys write it.
[[nodiscard]] std::string journey_time(core::Date date, int minute_of_day);

}  // namespace inloop::test
