#include "sync/report/schema_validator.h"

#include <mutex>
#include <utility>
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

// The library's validator keeps the patterns it compiled, which takes longer than all the rest, and
// is for one thread at a time. So whoever is done leaves his to the next.
class SchemaValidator::Impl {
 public:
  explicit Impl(nlohmann::json const& schema) {
    valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(schema), m_schema);
  }

  bool is_valid(nlohmann::json const& document, valijson::ValidationResults& results) const {
    auto validator = take();
    bool const is_valid = validator->validate(m_schema, NlohmannJsonAdapter(document), &results);
    leave(std::move(validator));
    return is_valid;
  }

 private:
  // More than work at once on any machine; others are made anew each time.
  static constexpr std::size_t most_idle = 16;

  std::unique_ptr<valijson::Validator> take() const {
    {
      std::lock_guard const guard(m_mutex);
      if (!m_idle.empty()) {
        auto validator = std::move(m_idle.back());
        m_idle.pop_back();
        return validator;
      }
    }
    return std::make_unique<valijson::Validator>();
  }

  void leave(std::unique_ptr<valijson::Validator> validator) const {
    std::lock_guard const guard(m_mutex);
    if (m_idle.size() < most_idle) m_idle.push_back(std::move(validator));
  }

  valijson::Schema m_schema;
  mutable std::mutex m_mutex;
  mutable std::vector<std::unique_ptr<valijson::Validator>> m_idle;
};

SchemaValidator::SchemaValidator(nlohmann::json const& schema)
    : m_impl(std::make_unique<Impl const>(schema)) {}

SchemaValidator::~SchemaValidator() = default;

std::set<std::string> SchemaValidator::places_of_objection(nlohmann::json const& document) const {
  valijson::ValidationResults results;
  if (m_impl->is_valid(document, results)) return {};
  std::set<std::string> places;
  for (auto const& error : results) places.insert(pointer_of(error.context));
  return places;
}

}  // namespace inloop::report
