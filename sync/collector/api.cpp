#include "sync/collector/api.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/base/embedded.h"
#include "sync/collector/intake.h"
#include "sync/collector/page.h"
#include "sync/collector/problem.h"
#include "sync/collector/reads.h"
#include "sync/collector/timestamp.h"
#include "sync/report/count_event.h"

INLOOP_EMBEDDED(openapi_json)

namespace inloop::collector {
namespace {

using Handler = Answer (*)(Question const&, CountStore&, Clock const&);

struct Route {
  std::string_view path;
  Handler get = nullptr;
  Handler post = nullptr;  // null: reading only

  [[nodiscard]] std::string_view allowed() const { return post ? "GET, HEAD, POST" : "GET, HEAD"; }
};

Answer read_openapi(Question const&, CountStore&, Clock const&) {
  Answer answer{.status = 200,
                .content_type = "application/json",
                .body = std::string(embedded_openapi_json()),
                .headers = {}};
  answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
  return answer;
}

Answer read_schema(Question const&, CountStore&, Clock const&) {
  return {.status = 200,
          .content_type = "application/schema+json",
          .body = std::string(report::count_event_schema()),
          .headers = {}};
}

constexpr std::array routes{
    Route{"/v1/bezoektellingen",
          [](Question const& question, CountStore& store, Clock const&) {
            return read_events(question, store);
          },
          take_in},
    Route{"/v1/plekken", [](Question const& question, CountStore& store,
                            Clock const&) { return read_places(question, store); }},
    Route{"/v1/statistieken", read_figures},
    Route{"/v1/gezondheid", [](Question const& question, CountStore& store,
                               Clock const&) { return read_health(question, store); }},
    Route{"/v1/openapi.json", read_openapi},
    Route{"/schemas/bezoektelling-1.0.0.json", read_schema},
};

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

bool has_header(Answer const& answer, std::string_view name) {
  return std::ranges::any_of(answer.headers,
                             [name](auto const& header) { return header.first == name; });
}

}  // namespace

Answer Api::answer(Question const& question) const {
  return with_common_headers(routed(question), question.method, m_clock.utc());
}

Answer Api::routed(Question const& question) const {
  auto const* const route = std::ranges::find(routes, question.path, &Route::path);
  if (route == routes.end()) {
    auto file = page_at(question.path);
    if (file && is_read(question.method)) return *std::move(file);
    if (file) return not_allowed("GET, HEAD");
    return answer_with({.status = 404,
                        .title = "Niet gevonden",
                        .detail = "Dit adres bestaat niet. Een adres eindigt niet op een streep."});
  }
  if (is_read(question.method)) return route->get(question, m_store, m_clock);
  if (question.method == "POST" && route->post) return route->post(question, m_store, m_clock);
  return not_allowed(route->allowed());
}

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

}  // namespace inloop::collector
