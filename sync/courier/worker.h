#pragma once
// Carries events from the outbox to the collector, one step at a time, and remembers on disk what
// it may not forget. Knows no sockets and never waits: whoever calls step() does. Never touches
// what lies in the outbox: the kiosk owns it. The courier's only thread.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/base/clock.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "sync/courier/answer.h"
#include "sync/courier/files.h"
#include "sync/courier/http.h"
#include "sync/courier/letter.h"
#include "sync/courier/schedule.h"
#include "sync/courier/state.h"
#include "sync/courier/status.h"
#include "sync/courier/stock.h"

namespace inloop::courier {

// What one step did.
enum class Step {
  Rested,     // nothing was due
  Delivered,  // one event; there may be more
  Parked,     // one event; there may be more
  Failed,     // one attempt; the wait has begun
};

// How what goes out and what comes back is read. Checking a file against its schema is slow, so
// whoever plays thousands of deliveries may remember the answers.
struct Papers {
  std::function<Result<Letter>(outbox::EventFile const&, std::string)> read_letter = letter_from;
  ReadReceipt read_receipt = report::receipt_from;
};

class Worker {
 public:
  // What the worker is handed lives longer than it does.
  struct Surroundings {
    Files& files;
    Http& http;
    Clock const& clock;
    RandomSource& random;
  };

  // Takes up where the last one stopped. A damaged state is set aside: it costs a few early
  // attempts, which the collector does not mind.
  [[nodiscard]] static Result<Worker> start(Surroundings surroundings, ScheduleRules rules,
                                            Papers papers = {});

  // At most one POST. Fails when the disk does; then nothing was sent, or it will be sent again.
  [[nodiscard]] Result<Step> step();

  // An operator has mended something: waits end, parked events are tried again.
  [[nodiscard]] Result<> forget_waits();

  // As of the last step.
  [[nodiscard]] Status status() const;
  [[nodiscard]] std::optional<seconds> measured_clock_skew() const { return m_state.clock_skew; }

 private:
  Worker(Surroundings surroundings, ScheduleRules rules, Papers papers)
      : m_around(surroundings), m_rules(rules), m_papers(std::move(papers)) {}

  [[nodiscard]] Result<> look_around();
  [[nodiscard]] bool is_time() const;
  [[nodiscard]] outbox::EventFile const* next_event() const;
  [[nodiscard]] Result<Step> attempt(outbox::EventFile const& file);
  [[nodiscard]] Result<Step> park(std::string_view id, std::string_view cause);
  [[nodiscard]] Result<Step> conclude(Letter const& letter, HttpOutcome const& outcome);
  [[nodiscard]] Result<Step> deliver(Letter const& letter, std::string const& receipt);
  [[nodiscard]] Result<Step> fail(std::string_view cause, seconds asked_for);
  [[nodiscard]] Result<Step> hold(std::string_view cause);
  [[nodiscard]] Result<> keep_state();

  Surroundings m_around;
  ScheduleRules m_rules;
  Papers m_papers;
  State m_state;
  std::optional<State> m_kept;  // the state as it is on disk
  Stock m_stock;                // as of the last step; m_state.known has the same order
};

}  // namespace inloop::courier
