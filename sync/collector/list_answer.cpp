#include "sync/collector/list_answer.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

// What RFC 3986 leaves as it is; everything else is escaped.
std::string escaped(std::string_view text) {
  std::string result;
  for (char const character : text) {
    auto const byte = static_cast<unsigned char>(character);
    bool const is_plain =
        byte < 128 && (std::isalnum(byte) != 0 ||
                       std::string_view("-._~").find(character) != std::string_view::npos);
    if (is_plain)
      result += character;
    else
      result += fmt::format("%{:02X}", byte);
  }
  return result;
}

std::string link_to(Question const& question, std::int64_t page, std::string_view relation) {
  std::string query = fmt::format("pagina={}", page);
  for (auto const& [key, value] : question.query)
    if (key != "pagina") query += fmt::format("&{}={}", escaped(key), escaped(value));
  return fmt::format("<{}?{}>; rel=\"{}\"", question.path, query, relation);
}

std::string links(Question const& question, Page page, std::int64_t last) {
  std::string all = link_to(question, 1, "first");
  if (page.number > 1 && page.number <= last)
    all += ", " + link_to(question, page.number - 1, "prev");
  if (page.number < last) all += ", " + link_to(question, page.number + 1, "next");
  return all + ", " + link_to(question, last, "last");
}

}  // namespace

std::string text_of(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

Answer json_answer(std::string body) {
  return {
      .status = 200, .content_type = "application/json", .body = std::move(body), .headers = {}};
}

Answer page_answer(Question const& question, Page page, std::size_t total,
                   std::string_view results) {
  auto answer = json_answer(
      fmt::format(R"({{"pagina":{},"paginaGrootte":{},"totaalAantal":{},"resultaten":{}}})",
                  page.number, page.size, total, results));
  auto const pages = (static_cast<std::int64_t>(total) + page.size - 1) / page.size;
  answer.headers.emplace_back("Link", links(question, page, std::max<std::int64_t>(pages, 1)));
  return answer;
}

std::optional<Answer> refusal(std::vector<Objection> objections) {
  if (objections.empty()) return std::nullopt;
  return answer_with({.status = 400,
                      .type = "ongeldige-vraag",
                      .title = "Ongeldige vraag",
                      .detail = "De vraag klopt niet.",
                      .objections = std::move(objections)});
}

}  // namespace inloop::collector
