#pragma once
// A whole kiosk in a temporary house: real database, real words, real drawing in memory, a clock
// that the journey moves. Every frame is checked as it is drawn. Test thread; the kiosk brings its
// own store thread.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "kiosk/app/config.h"
#include "kiosk/base/result.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/period_counts.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/tally.h"
#include "kiosk/store/store.h"
#include "kiosk/ui/ui.h"
#include "sync/outbox/kiosk_status.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

class House {
 public:
  explicit House(ui::Glass const& glass = {});

  // Puts the week of a file into the agenda, from the Monday of the journeys on.
  void plan(std::filesystem::path const& week) const;

  // The first host comes, with this picture and PIN.
  void begin(core::host::HostPicture picture, std::string const& pin) const;

  // Plays the file from the first step to the last; the kiosk starts before and ends after it. Can
  // be called again: the next kiosk finds what the last one left.
  [[nodiscard]] Result<> play(std::filesystem::path const& journey);

  // What was wrong with any frame, each sentence once.
  [[nodiscard]] std::set<std::string> const& objections() const { return m_objections; }

  // What the database holds when no kiosk runs.
  [[nodiscard]] core::Tally counted(core::Period period) const;
  [[nodiscard]] core::PeriodCounts all_counted(core::Period period) const;

  // First names on the lists of the day that the host could read now.
  [[nodiscard]] std::vector<std::string> names_on(core::Date date) const;

  // Events that wait for the courier.
  [[nodiscard]] int events_in_outbox() const;

  // What the courier may tell of the card reader.
  [[nodiscard]] outbox::ReaderState reader_in_hatch() const;

  // Where in the files of the house this stands, in any form.
  [[nodiscard]] std::vector<std::string> places_on_disk_of(
      std::vector<std::byte> const& number) const;

  // The sounds of the last journey.
  [[nodiscard]] std::vector<core::Sound> const& sounds() const { return m_sounds; }

  [[nodiscard]] int frames_drawn() const { return m_frames_drawn; }

 private:
  [[nodiscard]] store::Store open_store() const;

  TemporaryFolder m_folder;
  ui::Glass m_glass;
  app::Config m_config;
  std::set<std::string> m_objections;
  std::vector<core::Sound> m_sounds;
  int m_frames_drawn = 0;
};

}  // namespace inloop::test
