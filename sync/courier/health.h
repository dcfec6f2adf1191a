#pragma once
// Tells the town hall once a day, at start, and within the hour when the card reader changes, how
// this kiosk is: nothing about visitors. No count waits for it, and nobody is alarmed when it
// fails. The courier's only thread.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "sync/courier/http.h"
#include "sync/courier/schedule.h"
#include "sync/outbox/kiosk_status.h"

namespace inloop::courier {

// As in the settings of the kiosk. Empty: the town hall is told nothing.
struct KioskIdentity {
  std::string place;
  std::string source;

  [[nodiscard]] bool is_known() const { return !place.empty() && !source.empty(); }

  bool operator==(KioskIdentity const&) const = default;
};

// What the courier knows of its own work.
struct Wellbeing {
  std::int64_t waiting_events = 0;
  std::optional<seconds> clock_skew;  // positive: our clock is ahead

  bool operator==(Wellbeing const&) const = default;
};

class HealthReporter {
 public:
  // What it is handed lives longer than it does.
  struct Surroundings {
    Http& http;  // its address is that of health_url()
    Clock const& clock;
    RandomSource& random;
    std::function<Result<std::int64_t>()> free_mib;
    std::function<outbox::ReaderState()> reader_state;
  };

  HealthReporter(KioskIdentity identity, Surroundings surroundings)
      : m_identity(std::move(identity)), m_around(std::move(surroundings)) {}

  // Call when nothing else is to be done. Sends at most one message, and only when it is time.
  void look_at(Wellbeing const& wellbeing);

 private:
  [[nodiscard]] Result<> tell(Wellbeing const& wellbeing, outbox::ReaderState reader);

  KioskIdentity m_identity;
  Surroundings m_around;
  outbox::ReaderState m_reader = outbox::ReaderState::Unknown;  // as it was told last
  std::int64_t m_next_look_ms = 0;                              // uptime
  std::int64_t m_due_ms = 0;                                    // uptime
};

// Where health goes, beside the address that counts go to.
[[nodiscard]] std::string health_url(std::string const& counts_url);

}  // namespace inloop::courier
