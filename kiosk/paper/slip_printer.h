#pragma once
// The slip printer, on a thread of its own: whatever is the matter with it, whoever asks for a slip
// goes on at once. It prints what it is told and keeps nothing of it.

#include <cstddef>
#include <functional>
#include <thread>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/paper/device.h"
#include "kiosk/paper/slip.h"

namespace inloop::paper {

struct PrinterSettings {
  Device device;
  int paper_dots = narrow_paper_dots;
};

inline constexpr std::size_t most_waiting_slips = 4;

class SlipPrinter {
 public:
  // Called once for each slip: nothing when the device took it all, else why not, for the log. On
  // the printer's thread; on the caller's when too many slips are waiting already.
  using Done = std::function<void(Result<> const&)>;

  // Makes dots of a slip: paper::drawn, or what a test brings. On the printer's thread.
  using Draw = std::function<Result<BitPicture>(Slip const& slip, int paper_dots)>;

  // The clock must outlive the printer.
  SlipPrinter(PrinterSettings settings, Draw draw, Clock const& clock);
  // Gives up what is not printed yet; each Done is still called.
  ~SlipPrinter();

  // Any thread. Never waits.
  void print(Slip slip, Done done);

 private:
  struct Job {
    Slip slip;
    Done done;
  };

  void run();
  [[nodiscard]] Result<> print_now(Slip const& slip) const;

  PrinterSettings m_settings;
  Draw m_draw;
  Clock const& m_clock;
  StopSign m_stop;
  BoundedQueue<Job> m_jobs{most_waiting_slips};
  std::thread m_thread;
};

}  // namespace inloop::paper
