#include "sync/collector/page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace inloop::collector {
namespace {

// Nothing may come from another host, and nothing that is written between the lines of the page
// itself may run or paint.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view content_type_of(std::string_view name) {
  auto const* const found = std::ranges::find_if(
      content_types, [name](auto const& type) { return name.ends_with(type.first); });
  return found == content_types.end() ? "application/octet-stream" : found->second;
}

}  // namespace

std::optional<Answer> page_at(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  auto const name = path == "/" ? std::string_view("index.html") : path.substr(1);
  auto const files = page_files();
  auto const file = std::ranges::find(files, name, &PageFile::name);
  if (file == files.end()) return std::nullopt;
  Answer answer{.status = 200,
                .content_type = std::string(content_type_of(name)),
                .body = std::string(file->bytes),
                .headers = {}};
  answer.headers.emplace_back("Content-Security-Policy", content_security_policy);
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  return answer;
}

}  // namespace inloop::collector
