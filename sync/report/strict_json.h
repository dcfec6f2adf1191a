#pragma once
// Reads JSON from outside more strictly than RFC 8259 asks: no byte is read in two ways by two
// programs. What the document means is not its business (see schema.h). Pure, any thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

namespace inloop::report {

// What is wrong with a document, in Dutch, each with a JSON pointer (RFC 6901) where it has one.
using Objections = std::vector<std::string>;

template <class T>
using Checked = tl::expected<T, Objections>;

inline constexpr int deepest_nesting = 8;

// Refuses: more than `greatest_bytes`, a byte order mark, wrong UTF-8, anything around the one
// document, a name twice in an object, fractions and exponents, integers beyond 64 bits, nesting
// deeper than deepest_nesting.
[[nodiscard]] Checked<nlohmann::json> parse_strictly(std::string_view bytes,
                                                     std::size_t greatest_bytes);

}  // namespace inloop::report
