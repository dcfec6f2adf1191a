#include "sync/collector/intake.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/problem.h"
#include "sync/collector/timestamp.h"
#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

std::string lower_without_spaces(std::string_view text) {
  std::string result;
  for (char const character : text)
    if (character != ' ' && character != '\t')
      result += static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
  return result;
}

bool is_event_type(std::string_view content_type) {
  static constexpr std::array<std::string_view, 3> taken{
      "application/cloudevents+json", "application/cloudevents+json;charset=utf-8",
      "application/cloudevents+json;charset=\"utf-8\""};
  return std::ranges::find(taken, lower_without_spaces(content_type)) != taken.end();
}

bool is_plain(std::string_view content_encoding) {
  auto const encoding = lower_without_spaces(content_encoding);
  return encoding.empty() || encoding == "identity";
}

// What can be refused before the body is looked at.
std::optional<Answer> refusal_of_envelope(Question const& question) {
  if (!question.key_hash) {
    auto answer = answer_with(
        {.status = 401,
         .type = "geen-certificaat",
         .title = "Geen certificaat",
         .detail = "Een telling insturen kan alleen met het clientcertificaat van een kiosk."});
    answer.headers.emplace_back("WWW-Authenticate", "ClientCertificate");
    return answer;
  }
  if (question.is_body_too_large)
    return answer_with({.status = 413,
                        .type = "te-groot",
                        .title = "Bericht te groot",
                        .detail = fmt::format("Een bericht is ten hoogste {} bytes.",
                                              report::greatest_event_bytes)});
  if (!question.is_body_length_known)
    return answer_with({.status = 411,
                        .type = "lengte-onbekend",
                        .title = "Lengte onbekend",
                        .detail = "De header Content-Length ontbreekt."});
  if (!is_event_type(question.content_type) || !is_plain(question.content_encoding)) {
    auto answer = answer_with({.status = 415,
                               .type = "verkeerd-formaat",
                               .title = "Verkeerd formaat",
                               .detail = "Verwacht: application/cloudevents+json; charset=utf-8, "
                                         "zonder Content-Encoding."});
    answer.headers.emplace_back("Accept-Post", "application/cloudevents+json");
    return answer;
  }
  return std::nullopt;
}

Objection body_objection(std::string const& text) {
  auto const colon = text.find(": ");
  if (!text.starts_with('/') || colon == std::string::npos) return {"body", "", text};
  return {"body", text.substr(0, colon), text.substr(colon + 2)};
}

// Everything that is wrong with the bytes, at once.
std::vector<Objection> objections_to(Question const& question) {
  std::vector<Objection> objections;
  switch (check_content_digest(question.content_digest, question.body)) {
    case DigestCheck::Matches:
      break;
    case DigestCheck::Absent:
      objections.push_back({"header", "Content-Digest", "Verwacht: sha-256=:...: (RFC 9530)."});
      break;
    case DigestCheck::Differs:
      // The bytes are not those that were sent: what else is wrong with them says nothing.
      return {{"header", "Content-Digest", "De bytes passen niet bij deze controlesom."}};
  }
  for (auto const& text : report::objections_to(question.body))
    objections.push_back(body_objection(text));
  return objections;
}

// Month words sort as months do. A clock that has lost its battery can judge nobody.
bool is_in_future(std::string_view period, UtcTime now) {
  return is_believable(now) && period > month_of(now);
}

Answer invalid_count(std::vector<Objection> objections) {
  return answer_with({.status = 400,
                      .type = "ongeldige-telling",
                      .title = "Ongeldige telling",
                      .detail = "De telling is niet aangenomen.",
                      .objections = std::move(objections)});
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
      log::info("kept {} of {} ({}), number {}", event.period, event.place, event.kind,
                event.sequence);
      return receipt_for(arrival, kept);
    case Verdict::Replayed:
      return receipt_for(arrival, kept);
    case Verdict::OtherBytes:
      log::warn("refused {} of {}: its id was used for other bytes", event.period, event.place);
      return answer_with({.status = 409,
                          .type = "andere-inhoud",
                          .title = "Andere inhoud",
                          .detail = fmt::format("Onder dit id is op {} iets anders ontvangen.",
                                                kept.received_at)});
    case Verdict::DoublePeriod:
      log::warn("refused {} of {}: the period was told before", event.period, event.place);
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
  log::error("{}", error.what);
  auto answer = answer_with({.status = 503,
                             .type = "opslag",
                             .title = "Tijdelijk niet beschikbaar",
                             .detail = "De opslag werkt nu niet. Probeer het later opnieuw."});
  answer.headers.emplace_back("Retry-After", "60");
  return answer;
}

Answer take_in(Question const& question, CountStore& store, Clock const& clock) {
  if (auto refusal = refusal_of_envelope(question)) return *std::move(refusal);
  auto objections = objections_to(question);
  if (!objections.empty()) return invalid_count(std::move(objections));
  auto event = report::count_event_from(question.body);
  INLOOP_ASSERT(event.has_value());
  auto const now = clock.utc();
  if (is_in_future(event->period, now))
    return invalid_count({{"body", "/data/periode", "Deze maand is nog niet begonnen."}});

  auto const is_bound = store.is_bound(*question.key_hash, event->place);
  if (!is_bound) return store_failure(is_bound.error());
  if (!*is_bound) {
    log::warn("refused a count for {}: the certificate is not bound to it", event->place);
    return answer_with(
        {.status = 403,
         .type = "andere-plek",
         .title = "Niet voor deze plek",
         .detail = fmt::format("Dit certificaat mag niet insturen voor {}.", event->place)});
  }
  Arrival const arrival{.event = *std::move(event),
                        .bytes = question.body,
                        .hash = report::content_hash(question.body),
                        .received_at = timestamp(now)};
  auto const kept = store.keep(arrival);
  if (!kept) return store_failure(kept.error());
  return answer_for(arrival, *kept);
}

}  // namespace inloop::collector
