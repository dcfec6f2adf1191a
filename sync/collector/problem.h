#pragma once
// Refusals as application/problem+json (RFC 9457), in Dutch, with every objection at once. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "sync/collector/api_message.h"

namespace inloop::collector {

// One thing that is wrong with a question.
struct Objection {
  std::string in;        // "body", "query" or "header"
  std::string location;  // JSON pointer, query key or header name; empty: the whole of it
  std::string detail;

  bool operator==(Objection const&) const = default;
};

struct Problem {
  int status = 400;
  std::string_view type;  // the last word of the type's URI; empty: the status says it all
  std::string title;
  std::string detail;
  std::vector<Objection> objections;
};

[[nodiscard]] Answer answer_with(Problem const& problem);

}  // namespace inloop::collector
