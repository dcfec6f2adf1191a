#include "sync/report/strict_json.h"

#include <cstdint>
#include <limits>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace inloop::report {
namespace {

using nlohmann::json;

// Walks through the document before a tree is made of it, and stops at the first objection.
class Inspector final : public json::json_sax_t {
 public:
  [[nodiscard]] std::string const& objection() const { return m_objection; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return object("hier horen geen bytes"); }

  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
    return value <= static_cast<number_unsigned_t>(greatest) ||
           object("een getal is groter dan 64 bits met teken kunnen dragen");
  }

  // Integers beyond 64 bits arrive here as well.
  bool number_float(number_float_t, string_t const&) override {
    return object("een getal is niet geheel, of te groot");
  }

  bool start_object(std::size_t) override { return descend(); }
  bool start_array(std::size_t) override { return descend(); }
  bool end_object() override { return ascend(); }
  bool end_array() override { return ascend(); }

  bool key(string_t& name) override {
    return m_names.back().insert(name).second || object("een naam staat twee keer in een object");
  }

  bool parse_error(std::size_t position, std::string const&,
                   nlohmann::detail::exception const&) override {
    return object(fmt::format("dit is geen JSON, vanaf byte {}", position));
  }

 private:
  bool descend() {
    m_names.emplace_back();
    return m_names.size() <= deepest_nesting || object("het document is te diep genest");
  }

  bool ascend() {
    m_names.pop_back();
    return true;
  }

  bool object(std::string what) {
    m_objection = std::move(what);
    return false;
  }

  std::vector<std::set<std::string>> m_names;  // one set for each open object or array
  std::string m_objection;
};

}  // namespace

Checked<json> parse_strictly(std::string_view bytes, std::size_t greatest_bytes) {
  auto const refuse = [](std::string what) {
    return tl::unexpected<Objections>(Objections{std::move(what)});
  };
  if (bytes.size() > greatest_bytes)
    return refuse(fmt::format("het document is groter dan {} bytes", greatest_bytes));
  // The parser would skip the one in silence and take the other for the end.
  if (bytes.starts_with("\xEF\xBB\xBF"))
    return refuse("het document begint met een byte order mark");
  if (bytes.find('\0') != std::string_view::npos) return refuse("het document bevat een nulbyte");

  Inspector inspector;
  if (!json::sax_parse(bytes, &inspector)) return refuse(inspector.objection());
  return json::parse(bytes);
}

}  // namespace inloop::report
