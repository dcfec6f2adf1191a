#include "sync/collector/problem.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace inloop::collector {

Answer answer_with(Problem const& problem) {
  using Json = nlohmann::ordered_json;
  Json document{{"type", problem.type.empty() ? std::string("about:blank")
                                              : fmt::format("/problemen/{}", problem.type)},
                {"title", problem.title},
                {"status", problem.status},
                {"detail", problem.detail}};
  for (auto const& objection : problem.objections) {
    Json entry{{"in", objection.in}, {"detail", objection.detail}};
    if (!objection.location.empty()) entry["location"] = objection.location;
    document["errors"].push_back(std::move(entry));
  }
  // Objections may quote what came from outside, which need not be UTF-8.
  return {.status = problem.status,
          .content_type = "application/problem+json",
          .body = document.dump(-1, ' ', false, Json::error_handler_t::replace),
          .headers = {}};
}

}  // namespace inloop::collector
