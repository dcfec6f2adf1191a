#include "sync/collector/intake.h"

#include <utility>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"
#include "sync/collector/envelope.h"
#include "sync/collector/problem.h"
#include "sync/collector/timestamp.h"
#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

// Month words sort as months do. A clock that has lost its battery can judge nobody.
bool is_in_future(std::string_view period, UtcTime now) {
  return is_believable(now) && period > month_of(now);
}

Answer receipt_for(Arrival const& arrival, Kept const& kept) {
  return {.status = kept.verdict == Verdict::Stored ? 201 : 200,
          .content_type = "application/json",
          .body = report::to_json(report::Receipt{.id = arrival.event.id,
                                                  .source = arrival.event.source,
                                                  .hash = arrival.hash,
                                                  .received_at = kept.received_at}),
          .headers = {}};
}

Answer answer_for(Arrival const& arrival, Kept const& kept) {
  auto const& event = arrival.event;
  switch (kept.verdict) {
    case Verdict::Stored:
      log::info("event=kept period={} place={} kind={} sequence={}", event.period, event.place,
                event.kind, event.sequence);
      return receipt_for(arrival, kept);
    case Verdict::Replayed:
      return receipt_for(arrival, kept);
    case Verdict::OtherBytes:
      log::warn("event=refused reason=other_bytes period={} place={}", event.period, event.place);
      return answer_with({.status = 409,
                          .type = "andere-inhoud",
                          .title = "Andere inhoud",
                          .detail = fmt::format("Onder dit id is op {} iets anders ontvangen.",
                                                kept.received_at)});
    case Verdict::DoublePeriod:
      log::warn("event=refused reason=double_period period={} place={}", event.period, event.place);
      return answer_with(
          {.status = 409,
           .type = "dubbele-periode",
           .title = "Dubbele periode",
           .detail = fmt::format("Voor {} in {} ({}) is op {} al een andere telling ontvangen.",
                                 event.place, event.period, event.kind, kept.received_at)});
  }
  INLOOP_ASSERT(false);
}

}  // namespace

Answer store_failure(Error const& error) {
  log::error("event=store_failed reason=\"{}\"", error.what);
  auto answer = answer_with({.status = 503,
                             .type = "opslag",
                             .title = "Tijdelijk niet beschikbaar",
                             .detail = "De opslag werkt nu niet. Probeer het later opnieuw."});
  answer.headers.emplace_back("Retry-After", "60");
  return answer;
}

Answer take_in(Question const& question, CountStore& store, Clock const& clock) {
  if (auto refusal = refusal_of_envelope(question)) return *std::move(refusal);
  auto event = report::count_event_or_objections(question.body);
  auto objections =
      objections_to_bytes(question, event ? std::vector<std::string>{} : event.error());
  if (!objections.empty()) return invalid_event(std::move(objections));
  INLOOP_ASSERT(event.has_value());
  auto const now = clock.utc();
  if (is_in_future(event->period, now))
    return invalid_event({{"body", "/data/periode", "Deze maand is nog niet begonnen."}});

  if (auto refused = refusal_of_sender(question, event->place, store)) return *std::move(refused);
  Arrival const arrival{.event = *std::move(event),
                        .bytes = question.body,
                        .hash = report::content_hash(question.body),
                        .received_at = timestamp(now)};
  auto const kept = store.keep(arrival);
  if (!kept) return store_failure(kept.error());
  return answer_for(arrival, *kept);
}

}  // namespace inloop::collector
