#pragma once
// Answers to reading: JSON, and lists by the page with links to the other pages (RFC 8288). Pure.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "sync/collector/api_message.h"
#include "sync/collector/problem.h"
#include "sync/collector/query.h"

namespace inloop::collector {

[[nodiscard]] Answer json_answer(std::string body);

// What a store that was filled by other hands holds need not be UTF-8; it does not stop the rest.
[[nodiscard]] std::string text_of(nlohmann::ordered_json const& json);

// Null for what is empty: in JSON an empty text would be a value.
[[nodiscard]] nlohmann::ordered_json text_or_null(std::string_view text);

// One page of a list of `total` entries; `results` is a JSON array.
[[nodiscard]] Answer page_answer(Question const& question, Page page, std::size_t total,
                                 std::string_view results);

// Nothing when there is nothing to object to.
[[nodiscard]] std::optional<Answer> refusal(std::vector<Objection> objections);

}  // namespace inloop::collector
