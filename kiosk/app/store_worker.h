#pragma once
// The thread that owns the store. The UI thread hands it effects and never waits; outcomes go to
// the inbox. When the disk fails, it lets go of the store and tries to open it again, for ever.

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <thread>
#include <variant>

#include "kiosk/app/housekeeping.h"
#include "kiosk/app/inbox.h"
#include "kiosk/base/bounded_queue.h"
#include "kiosk/base/random_source.h"
#include "kiosk/core/effect.h"
#include "kiosk/store/store.h"

namespace inloop::app {

// A sign of life of the store's thread.
struct Pulse {
  std::uint64_t jobs_done = 0;
  bool is_busy = false;  // in the middle of a job

  bool operator==(Pulse const&) const = default;
};

// What the store's thread needs beside the store.
struct StoreHelp {
  RandomSource& random;
  // Told the key of the month on whose first or any other day the agenda is read.
  std::function<void(core::Period month, store::CardKey const& key)> take_card_key;
  // The store was lost: what is opened next may know another key.
  std::function<void()> forget_card_key;
};

class StoreWorker {
 public:
  // Opening is asked of the caller so that tests can bring a disk that fails.
  using Open = std::function<Result<store::Store>()>;

  StoreWorker(Open open, Housekeeping housekeeping, StoreHelp help, Inbox& inbox);
  // Finishes what was asked, then closes the store.
  ~StoreWorker();

  // UI thread. An effect that finds the queue full is refused at once.
  void perform(core::StoreEffect const& effect);

  // Any thread but the store's. Runs the loan on the store's thread, soon, with null where the
  // store is not open. False when the queue is full: then it never runs.
  using Loan = std::function<void(store::Store*)>;
  [[nodiscard]] bool lend(Loan loan);

  // Any thread. Busy with the same job for long means that the disk hangs.
  [[nodiscard]] Pulse pulse() const { return {m_jobs_done, m_is_busy}; }

 private:
  static constexpr std::size_t most_jobs = 256;

  struct Performer;

  void run();
  void open_store();
  void refuse(core::StoreEffect const& effect);
  void perform_now(core::StoreEffect const& effect);
  void perform_now(Loan const& loan);
  void prepare_cards(core::Date today);
  void fail(core::RequestId request, Error const& error);
  void let_go_if_lost();

  Open m_open;
  Housekeeping m_housekeeping;
  StoreHelp m_help;
  Inbox& m_inbox;
  BoundedQueue<std::variant<core::StoreEffect, Loan>> m_jobs{most_jobs};
  std::optional<store::Store> m_store;
  std::atomic<std::uint64_t> m_jobs_done = 0;
  std::atomic<bool> m_is_busy = false;
  std::thread m_thread;
};

}  // namespace inloop::app
