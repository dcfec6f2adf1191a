#pragma once
// The thread that owns the store. The UI thread hands it effects and never waits; outcomes go to
// the inbox. When the disk fails, it lets go of the store and tries to open it again, for ever.

#include <functional>
#include <optional>
#include <thread>

#include "kiosk/app/housekeeping.h"
#include "kiosk/app/inbox.h"
#include "kiosk/base/bounded_queue.h"
#include "kiosk/core/effect.h"
#include "kiosk/store/store.h"

namespace inloop::app {

class StoreWorker {
 public:
  // Opening is asked of the caller so that tests can bring a disk that fails.
  using Open = std::function<Result<store::Store>()>;

  StoreWorker(Open open, Housekeeping housekeeping, Inbox& inbox);
  // Finishes what was asked, then closes the store.
  ~StoreWorker();

  // UI thread. An effect that finds the queue full is refused at once.
  void perform(core::Effect const& effect);

 private:
  static constexpr std::size_t most_jobs = 256;

  void run();
  void open_store();
  void refuse(core::Effect const& effect);
  void perform_now(core::Effect const& effect);
  void fail(core::RequestId request, Error const& error);
  void let_go_if_lost();

  Open m_open;
  Housekeeping m_housekeeping;
  Inbox& m_inbox;
  BoundedQueue<core::Effect> m_jobs{most_jobs};
  std::optional<store::Store> m_store;
  std::thread m_thread;
};

}  // namespace inloop::app
