#pragma once
// A JSON Schema (draft 7) as the list of what is allowed, and its objections in Dutch: each field's
// "description" in the schema says what belongs there. Immutable after construction, any thread.

#include <memory>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "sync/report/strict_json.h"

namespace inloop::report {

inline constexpr std::size_t most_objections = 50;

// Of draft 7 these are understood when objections are worded: properties, required, items,
// minItems, maxItems. Every object in it must list its properties and allow no others.
class Schema {
 public:
  explicit Schema(std::string_view text);
  ~Schema();
  Schema(Schema const&) = delete;
  Schema& operator=(Schema const&) = delete;

  // At most most_objections; empty: the document is allowed.
  [[nodiscard]] Objections objections_to(nlohmann::json const& document) const;

 private:
  class Impl;
  std::unique_ptr<Impl const> m_impl;
};

}  // namespace inloop::report
