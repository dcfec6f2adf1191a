#pragma once
// A whole kiosk in a temporary house: real database, real words, real drawing in memory, a clock
// that the journey moves. Every frame is checked as it is drawn. Test thread; the kiosk brings its
// own store thread.

#include <filesystem>
#include <set>
#include <string>

#include "kiosk/app/config.h"
#include "kiosk/base/result.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/tally.h"
#include "kiosk/ui/ui.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

class House {
 public:
  explicit House(ui::Glass const& glass = {});

  // Plays the file from the first step to the last; the kiosk starts before and ends after it. Can
  // be called again: the next kiosk finds what the last one left.
  [[nodiscard]] Result<> play(std::filesystem::path const& journey);

  // What was wrong with any frame, each sentence once.
  [[nodiscard]] std::set<std::string> const& objections() const { return m_objections; }

  // What the database holds when no kiosk runs.
  [[nodiscard]] core::Tally counted(core::Period period) const;

  // Events that wait for the courier.
  [[nodiscard]] int events_in_outbox() const;

  [[nodiscard]] int frames_drawn() const { return m_frames_drawn; }

 private:
  TemporaryFolder m_folder;
  ui::Glass m_glass;
  app::Config m_config;
  std::set<std::string> m_objections;
  int m_frames_drawn = 0;
};

}  // namespace inloop::test
