#include "sync/collector/health_intake.h"

#include <utility>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"
#include "sync/collector/envelope.h"
#include "sync/collector/intake.h"
#include "sync/collector/timestamp.h"
#include "sync/report/health_event.h"

namespace inloop::collector {

Answer take_in_health(Question const& question, CountStore& store, Clock const& clock) {
  if (auto refusal = refusal_of_envelope(question)) return *std::move(refusal);
  auto objections = objections_to_bytes(question, report::objections_to_health(question.body));
  if (!objections.empty()) return invalid_event(std::move(objections));
  auto const event = report::health_event_from(question.body);
  INLOOP_ASSERT(event.has_value());
  if (auto refused = refusal_of_sender(question, event->place, store)) return *std::move(refused);
  auto const kept = store.keep_health({.place = event->place,
                                       .source = event->source,
                                       .time = event->time,
                                       .received_at = timestamp(clock.utc()),
                                       .software_version = event->software_version,
                                       .outbox_events = event->outbox_events,
                                       .disk_free_mib = event->disk_free_mib,
                                       .clock_skew_s = event->clock_skew_s.value_or(0),
                                       .reader_state = event->reader_state});
  if (!kept) return store_failure(kept.error());
  log::info("event=heard place={}", event->place);
  return {.status = 204, .content_type = {}, .body = {}, .headers = {}};
}

}  // namespace inloop::collector
