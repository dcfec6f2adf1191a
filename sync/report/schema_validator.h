#pragma once
// Where a document breaks a JSON Schema (draft 7), by valijson. It words nothing (see schema.h).
// Alone in its file because the library takes most of a minute to compile. Any thread.

#include <memory>
#include <set>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace inloop::report {

class SchemaValidator {
 public:
  explicit SchemaValidator(nlohmann::json const& schema);
  ~SchemaValidator();
  SchemaValidator(SchemaValidator const&) = delete;
  SchemaValidator& operator=(SchemaValidator const&) = delete;

  // JSON pointers to every value objected to, and to all that lies around it. Empty: it is valid.
  [[nodiscard]] std::set<std::string> places_of_objection(nlohmann::json const& document) const;

 private:
  class Impl;
  std::unique_ptr<Impl const> m_impl;
};

}  // namespace inloop::report
