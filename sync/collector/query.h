#pragma once
// What a reader asks for in the query of an address: filters, a page, a form. Everything that is
// not known or not right is an objection, and all of them come at once. Pure.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"
#include "sync/collector/media_types.h"
#include "sync/collector/months.h"
#include "sync/collector/problem.h"

namespace inloop::collector {

inline constexpr std::int64_t most_pages = 1'000'000;

struct Page {
  std::int64_t number = 1;  // pagina
  std::int64_t size = 50;   // paginaGrootte

  [[nodiscard]] Slice slice() const { return {.offset = (number - 1) * size, .limit = size}; }

  bool operator==(Page const&) const = default;
};

class QueryReader {
 public:
  explicit QueryReader(Question const& question) : m_question(question) {}

  [[nodiscard]] Filter filter();
  [[nodiscard]] std::string place();
  [[nodiscard]] std::string subject();
  [[nodiscard]] Area area();
  // A ranking of `periode`, which must be there, beside the same month a year before.
  [[nodiscard]] Ranking ranking();
  [[nodiscard]] std::string search();
  [[nodiscard]] MonthRange months();
  [[nodiscard]] Page page(std::int64_t usual_size, std::int64_t greatest_size);
  [[nodiscard]] Form form();  // of `formaat`, or else of the Accept header

  // Call last: keys that nothing asked for are objections, too.
  [[nodiscard]] std::vector<Objection> finish();

 private:
  std::string value_of(std::string_view key);
  std::string matching(std::string_view key, bool (*is_right)(std::string_view),
                       std::string_view what_would_be_right);
  std::string required(std::string_view key, bool (*is_right)(std::string_view),
                       std::string_view what_would_be_right);
  std::int64_t number(std::string_view key, std::int64_t otherwise, std::int64_t greatest);
  void object(std::string_view key, std::string detail);

  Question const& m_question;
  std::set<std::string, std::less<>> m_known;
  std::vector<Objection> m_objections;
};

[[nodiscard]] bool is_place_id(std::string_view text);
[[nodiscard]] bool is_month(std::string_view text);

}  // namespace inloop::collector
