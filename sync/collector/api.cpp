#include "sync/collector/api.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kiosk/base/embedded.h"
#include "kiosk/base/log.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/health_intake.h"
#include "sync/collector/intake.h"
#include "sync/collector/media_types.h"
#include "sync/collector/page.h"
#include "sync/collector/place_reads.h"
#include "sync/collector/problem.h"
#include "sync/collector/reads.h"
#include "sync/collector/timestamp.h"
#include "sync/report/count_event.h"
#include "sync/report/health_event.h"

INLOOP_EMBEDDED(openapi_json)

namespace inloop::collector {
namespace {

using Handler = Answer (*)(Question const&, CountStore&, Clock const&);

constexpr std::string_view json_type = "application/json";
constexpr std::array json_only{json_type};
constexpr std::array schema_only{std::string_view("application/schema+json"), json_type};
constexpr std::array figure_types{form_names[0].type, form_names[1].type, form_names[2].type,
                                  form_names[3].type};

struct Route {
  std::string_view path;                    // "{}" stands for one segment
  std::span<std::string_view const> types;  // of its answers that are no refusals
  Handler get = nullptr;                    // null: writing only
  Handler post = nullptr;                   // null: reading only

  [[nodiscard]] std::string_view allowed() const {
    if (get == nullptr) return "POST";
    return post ? "GET, HEAD, POST" : "GET, HEAD";
  }
};

Answer read_openapi(Question const&, CountStore&, Clock const&) {
  Answer answer{.status = 200,
                .content_type = "application/json",
                .body = std::string(embedded_openapi_json()),
                .headers = {}};
  answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
  return answer;
}

Answer schema_answer(std::string_view schema) {
  return {.status = 200,
          .content_type = "application/schema+json",
          .body = std::string(schema),
          .headers = {}};
}

Answer read_count_schema(Question const&, CountStore&, Clock const&) {
  return schema_answer(report::count_event_schema());
}

Answer read_health_schema(Question const&, CountStore&, Clock const&) {
  return schema_answer(report::health_event_schema());
}

constexpr std::array routes{
    Route{"/v1/bezoektellingen", json_only, read_events, take_in},
    Route{"/v1/plekken", json_only, read_places},
    Route{"/v1/plekken/{}", json_only, read_place},
    Route{"/v1/plekken/{}/maanden", json_only, read_months},
    Route{"/v1/plekcijfers", json_only, read_place_figures},
    Route{"/v1/wijken", json_only, read_districts},
    Route{"/v1/wijkcijfers", json_only, read_district_figures},
    Route{"/v1/totalen", json_only, read_totals},
    Route{"/v1/statistieken", figure_types, read_figures},
    Route{"/v1/stille-plekken", json_only, read_silent_places},
    Route{"/v1/zuilgezondheid", json_only, nullptr, take_in_health},
    Route{"/v1/gezondheid", json_only, read_health},
    Route{"/v1/openapi.json", json_only, read_openapi},
    Route{"/schemas/bezoektelling-1.0.0.json", schema_only, read_count_schema},
    Route{"/schemas/zuilgezondheid-1.0.0.json", schema_only, read_health_schema},
};

std::string_view next_segment(std::string_view& rest) {
  auto const end = std::min(rest.find('/'), rest.size());
  auto const segment = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return segment;
}

bool matches(std::string_view pattern, std::string_view path) {
  if (std::ranges::count(pattern, '/') != std::ranges::count(path, '/')) return false;
  while (!pattern.empty() || !path.empty()) {
    auto const expected = next_segment(pattern);
    auto const segment = next_segment(path);
    if (expected == "{}" ? segment.empty() : expected != segment) return false;
  }
  return true;
}

Route const* route_to(std::string_view path) {
  auto const* const found = std::ranges::find_if(
      routes, [path](Route const& route) { return matches(route.path, path); });
  return found == routes.end() ? nullptr : found;
}

// For counting and the log: never the address itself, which anybody can fill with anything.
std::string_view route_word(std::string_view path) {
  auto const* const route = route_to(path);
  if (route != nullptr) return route->path;
  return page_at(path) ? "page" : "-";
}

std::string_view presentable(std::string_view method) {
  return method.size() <= 7 &&
                 std::ranges::all_of(method,
                                     [](char letter) { return letter >= 'A' && letter <= 'Z'; })
             ? method
             : "-";
}

bool is_read(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

Answer not_allowed(std::string_view allowed) {
  auto answer = answer_with({.status = 405,
                             .title = "Methode niet toegestaan",
                             .detail = fmt::format("Hier kan alleen {}.", allowed)});
  answer.headers.emplace_back("Allow", allowed);
  return answer;
}

// Whoever names a form in the query has said what he wants.
bool is_acceptable(Question const& question, Route const& route) {
  bool const is_named = std::ranges::any_of(
      question.query, [](auto const& parameter) { return parameter.first == "formaat"; });
  return is_named || wanted_most(question.accept, route.types).has_value();
}

Answer not_acceptable(Route const& route) {
  return answer_with({.status = 406,
                      .title = "Niet in deze vorm",
                      .detail = fmt::format("Hier is alleen {}.", fmt::join(route.types, ", "))});
}

Answer page_or_nothing(Question const& question) {
  auto file = page_at(question.path);
  if (file && is_read(question.method)) return *std::move(file);
  if (file) return not_allowed("GET, HEAD");
  return answer_with({.status = 404,
                      .title = "Niet gevonden",
                      .detail = "Dit adres bestaat niet. Een adres eindigt niet op een streep."});
}

// Is one of the entity tags in the header this one? (RFC 9110, 13.1.2: compared weakly.)
bool names_tag(std::string_view if_none_match, std::string_view tag) {
  return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

// The first 32 digits of a SHA-256, without what stands around it in a Content-Digest.
std::string hash_of(std::string_view bytes) {
  auto const digest = content_digest_of(bytes);
  return digest.substr(digest.find(':') + 1, 32);
}

// What is read says by a hash which bytes it is, so that nobody fetches twice what he has.
Answer validated(Answer answer, Question const& question) {
  if (answer.status != 200 || !is_read(question.method)) return answer;
  auto const tag = fmt::format("\"{}\"", hash_of(answer.body));
  answer.headers.emplace_back("ETag", tag);
  if (!names_tag(question.if_none_match, tag)) return answer;
  answer.status = 304;
  answer.content_type.clear();
  answer.body.clear();
  return answer;
}

bool has_header(Answer const& answer, std::string_view name) {
  return std::ranges::any_of(answer.headers,
                             [name](auto const& header) { return header.first == name; });
}

// The Date is how a kiosk notices that its own clock is wrong.
Answer with_common_headers(Answer answer, std::string_view method, UtcTime now) {
  answer.headers.emplace_back("Date", http_date(now));
  answer.headers.emplace_back("API-Version", api_version);
  // What is written is nobody else's; what is read may be kept but must be asked for again.
  answer.headers.emplace_back("Cache-Control", is_read(method) ? "no-cache" : "no-store");
  if (!has_header(answer, "Content-Security-Policy"))  // the page has its own
    answer.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; frame-ancestors 'none'");
  answer.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  answer.headers.emplace_back("Vary", "Accept, Accept-Encoding");
  return answer;
}

}  // namespace

std::vector<ServedPath> served_paths() {
  std::vector<ServedPath> paths;
  for (auto const& route : routes) paths.push_back({route.path, route.allowed()});
  return paths;
}

Answer Api::answer(Question const& question) const {
  auto const began_ms = m_clock.uptime_ms();
  auto answer =
      with_common_headers(validated(routed(question), question), question.method, m_clock.utc());
  note({.method = question.method,
        .route = route_word(question.path),
        .status = answer.status,
        .duration_ms = m_clock.uptime_ms() - began_ms,
        .received_bytes = question.body.size(),
        .sent_bytes = answer.body.size()});
  return answer;
}

Answer Api::refuse(Problem const& problem, std::string_view method) const {
  auto answer = with_common_headers(answer_with(problem), method, m_clock.utc());
  note({.method = method, .route = "-", .status = answer.status, .sent_bytes = answer.body.size()});
  return answer;
}

void Api::note(Exchange const& exchange) const {
  m_traffic->add(exchange);
  log::info("event=answered method={} route={} status={} duration_ms={} received={} sent={}",
            presentable(exchange.method), exchange.route, exchange.status, exchange.duration_ms,
            exchange.received_bytes, exchange.sent_bytes);
}

std::optional<Answer> Api::slowed_down(Question const& question) const {
  if (!question.key_hash) return std::nullopt;
  auto const seconds = m_rate->seconds_to_wait(*question.key_hash, m_clock.uptime_ms());
  if (!seconds) return std::nullopt;
  auto answer = answer_with({.status = 429,
                             .type = "te-vaak",
                             .title = "Te vaak",
                             .detail = "Deze zuil stuurt te veel in korte tijd."});
  answer.headers.emplace_back("Retry-After", fmt::format("{}", *seconds));
  return answer;
}

Answer Api::routed(Question const& question) const {
  auto const* const route = route_to(question.path);
  if (route == nullptr) return page_or_nothing(question);
  auto const handler = is_read(question.method)    ? route->get
                       : question.method == "POST" ? route->post
                                                   : nullptr;
  if (handler == nullptr) return not_allowed(route->allowed());
  if (!is_acceptable(question, *route)) return not_acceptable(*route);
  if (question.method == "POST")
    if (auto later = slowed_down(question)) return *std::move(later);
  return handler(question, m_store, m_clock);
}

}  // namespace inloop::collector
