#pragma once
// What is the same for every event that comes in: who sends it, in which envelope, whole or not.
// What the event says is not its business. Any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"
#include "sync/collector/problem.h"

namespace inloop::collector {

// What can be refused before the body is looked at. Nothing when there is nothing to refuse.
[[nodiscard]] std::optional<Answer> refusal_of_envelope(Question const& question);

// Everything that is wrong with the bytes, at once. `to_event`: what is wrong with what they say,
// in words, each with a JSON pointer where it has one.
[[nodiscard]] std::vector<Objection> objections_to_bytes(Question const& question,
                                                         std::vector<std::string> const& to_event);

[[nodiscard]] Answer invalid_event(std::vector<Objection> objections);

// May the sender speak for this place? The question must show a certificate.
[[nodiscard]] std::optional<Answer> refusal_of_sender(Question const& question,
                                                      std::string const& place, CountStore& store);

}  // namespace inloop::collector
