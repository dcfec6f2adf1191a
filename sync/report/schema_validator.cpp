#include "sync/report/schema_validator.h"

#include <vector>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace inloop::report {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

// The library writes a place as "<root>", "[data]", "[0]".
std::string pointer_of(std::vector<std::string> const& context) {
  nlohmann::json::json_pointer pointer;
  for (auto const& step : context)
    if (step.size() >= 2 && step.front() == '[') pointer /= step.substr(1, step.size() - 2);
  return pointer.to_string();
}

}  // namespace

class SchemaValidator::Impl {
 public:
  valijson::Schema schema;
};

SchemaValidator::SchemaValidator(nlohmann::json const& schema) {
  auto impl = std::make_unique<Impl>();
  valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(schema), impl->schema);
  m_impl = std::move(impl);
}

SchemaValidator::~SchemaValidator() = default;

std::set<std::string> SchemaValidator::places_of_objection(nlohmann::json const& document) const {
  valijson::ValidationResults results;
  // The library's validator keeps compiled patterns, so each call has its own: any thread, no lock.
  valijson::Validator validator;
  if (validator.validate(m_impl->schema, NlohmannJsonAdapter(document), &results)) return {};
  std::set<std::string> places;
  for (auto const& error : results) places.insert(pointer_of(error.context));
  return places;
}

}  // namespace inloop::report
