#include "sync/report/schema.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/assert.h"
#include "sync/report/schema_validator.h"

namespace inloop::report {
namespace {

using nlohmann::json;
using Pointer = json::json_pointer;

// Where a pointer into the document leads in the schema. Null when the document left the schema.
json const* schema_at(json const& schema, json const& document, Pointer const& pointer) {
  if (pointer.empty()) return &schema;
  auto const parent = pointer.parent_pointer();
  auto const* parent_schema = schema_at(schema, document, parent);
  if (parent_schema == nullptr) return nullptr;
  if (document.at(parent).is_array()) return &parent_schema->at("items");
  auto const& properties = parent_schema->at("properties");
  auto const property = properties.find(pointer.back());
  return property == properties.end() ? nullptr : &*property;
}

// A name from outside is repeated only when it is harmless to whoever reads the objection.
bool is_presentable(std::string const& name) {
  auto const is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), is_plain);
}

std::string worded(Pointer const& pointer, std::string_view what) {
  auto const place = pointer.to_string();
  return fmt::format("{}: {}", place.empty() ? "het document" : place, what);
}

Objections objections_to_members(json const& schema, json const& object, Pointer const& pointer) {
  Objections objections;
  for (auto const& name : schema.at("required"))
    if (!object.contains(name))
      objections.push_back(worded(pointer / name.get<std::string>(), "ontbreekt"));
  for (auto const& [name, value] : object.items()) {
    if (schema.at("properties").contains(name)) continue;
    objections.push_back(is_presentable(name) ? worded(pointer / name, "hoort hier niet")
                                              : worded(pointer, "een naam hoort hier niet"));
  }
  return objections;
}

// The validator also objects to everything around what is wrong. Words are for the innermost only.
bool is_around_another(Pointer const& pointer, std::set<std::string> const& places) {
  auto const inside = pointer.to_string() + "/";
  auto const next = places.lower_bound(inside);
  return next != places.end() && next->starts_with(inside);
}

}  // namespace

class Schema::Impl {
 public:
  explicit Impl(std::string_view text) : m_text(json::parse(text)), m_validator(m_text) {}

  Objections objections_to(json const& document) const {
    auto const places = m_validator.places_of_objection(document);
    Objections objections;
    for (auto const& place : places)
      for (auto& objection : objections_at(Pointer(place), document, places))
        if (objections.size() < most_objections) objections.push_back(std::move(objection));
    INLOOP_ASSERT(objections.empty() == places.empty());
    return objections;
  }

 private:
  Objections objections_at(Pointer const& pointer, json const& document,
                           std::set<std::string> const& places) const {
    auto const* schema = schema_at(m_text, document, pointer);
    if (schema == nullptr) return {worded(pointer, "hoort hier niet")};
    auto const& value = document.at(pointer);
    if (value.is_object() && schema->contains("properties")) {
      auto objections = objections_to_members(*schema, value, pointer);
      if (!objections.empty() || is_around_another(pointer, places)) return objections;
    } else if (is_around_another(pointer, places)) {
      return {};
    }
    return {worded(pointer, "hier hoort " + schema->at("description").get<std::string>())};
  }

  json const m_text;
  SchemaValidator const m_validator;
};

Schema::Schema(std::string_view text) : m_impl(std::make_unique<Impl const>(text)) {}
Schema::~Schema() = default;

Objections Schema::objections_to(json const& document) const {
  return m_impl->objections_to(document);
}

}  // namespace inloop::report
