#pragma once
// Performs what the rules want of paper, sound and the calendar. A device that is absent or broken
// keeps nobody waiting. UI thread.

#include <functional>

#include "kiosk/app/inbox.h"
#include "kiosk/app/take_home.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/words.h"
#include "kiosk/paper/slip_printer.h"

namespace inloop::app {

class Devices {
 public:
  struct Parts {
    House house;
    std::function<core::Words const&(core::Language)> words;
    paper::SlipPrinter* printer = nullptr;  // null: none
    std::function<void(core::Sound)> play;  // never null
    std::function<void()> repeat_speech;    // never null
  };

  // The printer must end before the inbox.
  Devices(Parts parts, Inbox& inbox) : m_parts(std::move(parts)), m_inbox(inbox) {}

  void perform(core::DeviceEffect const& effect);

 private:
  void make_take_along(core::MakeTakeAlong const& effect);
  void print(core::PrintSlip const& effect);

  Parts m_parts;
  Inbox& m_inbox;
};

}  // namespace inloop::app
