#pragma once
// Where what the host's room asks for is done, one thing at a time: it may be slow (a PIN, a PDF, a
// stick), so it has a thread of its own and borrows the store for moments. Outcomes go to the
// inbox.

#include <functional>
#include <future>
#include <thread>
#include <type_traits>
#include <utility>

#include "kiosk/app/config.h"
#include "kiosk/app/host/doorman.h"
#include "kiosk/app/host/sticks.h"
#include "kiosk/app/house_clock.h"
#include "kiosk/app/inbox.h"
#include "kiosk/app/opening_store.h"
#include "kiosk/app/store_worker.h"
#include "kiosk/base/bounded_queue.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/words.h"
#include "kiosk/paper/slip_printer.h"

namespace inloop::app::host {

struct DeskParts {
  Config config;
  Memory memory;
  HouseClock const& clock;  // any thread
  std::function<core::Words const&(core::Language)> words;
  std::function<bool(StoreWorker::Loan loan)> lend;
  RandomSource& random;                   // on the store's thread: within with_store()
  paper::SlipPrinter* printer = nullptr;  // null: none
  MountSources sticks;
};

class Desk {
 public:
  Desk(DeskParts parts, Inbox& inbox);
  // Finishes what was asked.
  ~Desk();

  // UI thread. What finds the queue full is refused at once.
  void perform(core::AskHostDesk const& effect);

  // The rest is for the work, on the desk's thread.

  // What `work` makes of the store, on the store's thread: a Result. Keep it short, because a
  // visitor's tap waits behind it. Fails when the store is not open.
  template <class Work>
  std::invoke_result_t<Work, store::Store&> with_store(Work const& work) {
    using Answer = std::invoke_result_t<Work, store::Store&>;
    std::promise<Answer> promise;
    auto answer = promise.get_future();
    bool const is_lent = m_parts.lend([&](store::Store* store) {
      promise.set_value(store != nullptr ? work(*store) : Answer(failure("the store is not open")));
    });
    return is_lent ? answer.get() : Answer(failure("the store has too much to do"));
  }

  void tell_progress(int done, int total);

  [[nodiscard]] DeskParts const& parts() const { return m_parts; }

  // On the store's thread: within with_store().
  [[nodiscard]] Doorman& doorman() { return m_doorman; }

 private:
  static constexpr std::size_t most_jobs = 8;

  void run();
  void perform_now(core::AskHostDesk const& effect);

  DeskParts m_parts;
  Inbox& m_inbox;
  Doorman m_doorman;
  core::RequestId m_current = 0;
  BoundedQueue<core::AskHostDesk> m_jobs{most_jobs};
  std::thread m_thread;
};

}  // namespace inloop::app::host
