#include "sync/collector/envelope.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "kiosk/base/log.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/intake.h"
#include "sync/report/count_event.h"

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

Objection body_objection(std::string const& text) {
  auto const colon = text.find(": ");
  if (!text.starts_with('/') || colon == std::string::npos) return {"body", "", text};
  return {"body", text.substr(0, colon), text.substr(colon + 2)};
}

}  // namespace

std::optional<Answer> refusal_of_envelope(Question const& question) {
  if (!question.key_hash) {
    auto answer =
        answer_with({.status = 401,
                     .type = "geen-certificaat",
                     .title = "Geen certificaat",
                     .detail = "Insturen kan alleen met het clientcertificaat van een kiosk."});
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

std::vector<Objection> objections_to_bytes(Question const& question,
                                           std::vector<std::string> const& to_event) {
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
  for (auto const& text : to_event) objections.push_back(body_objection(text));
  return objections;
}

Answer invalid_event(std::vector<Objection> objections) {
  return answer_with({.status = 400,
                      .type = "ongeldig-bericht",
                      .title = "Ongeldig bericht",
                      .detail = "Het bericht is niet aangenomen.",
                      .objections = std::move(objections)});
}

std::optional<Answer> refusal_of_sender(Question const& question, std::string const& place,
                                        CountStore& store) {
  auto const is_bound = store.is_bound(*question.key_hash, place);
  if (!is_bound) return store_failure(is_bound.error());
  if (*is_bound) return std::nullopt;
  log::warn("event=refused reason=not_bound place={}", place);
  return answer_with({.status = 403,
                      .type = "andere-plek",
                      .title = "Niet voor deze plek",
                      .detail = fmt::format("Dit certificaat mag niet insturen voor {}.", place)});
}

}  // namespace inloop::collector
