#include "sync/collector/media_types.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace inloop::collector {
namespace {

// Longer lists are read no further: nobody needs them.
constexpr int most_ranges = 40;

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return result;
}

// The text up to the separator; what comes after it stays in `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
  auto const end = rest.find(separator);
  auto const part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return trimmed(part);
}

// One of the comma-separated parts of the header: "text/*;q=0.5".
struct Range {
  std::string type;
  int weight_per_mille = 1'000;
};

// "0.5" in thousandths; what is no weight weighs all.
int weight_from(std::string_view text) {
  int whole = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error != std::errc() || whole != 0) return 1'000;
  int weight = 0;
  int scale = 100;
  std::string_view const fraction(end, static_cast<std::size_t>(text.data() + text.size() - end));
  for (std::size_t i = 1; i < fraction.size() && i <= 3; ++i, scale /= 10)
    if (std::isdigit(static_cast<unsigned char>(fraction[i])) != 0)
      weight += (fraction[i] - '0') * scale;
  return weight;
}

Range range_from(std::string_view part) {
  Range range{.type = lower(next_part(part, ';'))};
  while (!part.empty()) {
    auto const parameter = lower(next_part(part, ';'));
    if (parameter.starts_with("q=")) range.weight_per_mille = weight_from(parameter.substr(2));
  }
  return range;
}

// 3: this very type, 2: all of its kind, 1: all; 0: not this one.
int closeness(std::string_view range, std::string_view type) {
  if (range == type) return 3;
  if (range == "*/*") return 1;
  return range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
}

}  // namespace

std::optional<std::size_t> wanted_most(std::string_view accept,
                                       std::span<std::string_view const> offered) {
  if (offered.empty()) return std::nullopt;
  if (trimmed(accept).empty()) return 0;
  std::array<std::pair<int, int>, form_names.size()> best{};  // closeness and weight of each
  for (int i = 0; i < most_ranges && !accept.empty(); ++i) {
    auto const range = range_from(next_part(accept, ','));
    for (std::size_t at = 0; at < offered.size() && at < best.size(); ++at)
      best[at] =
          std::max(best[at], std::pair{closeness(range.type, offered[at]), range.weight_per_mille},
                   [](auto const& one, auto const& other) { return one.first < other.first; });
  }
  std::optional<std::size_t> wanted;
  for (std::size_t at = 0; at < offered.size() && at < best.size(); ++at)
    if (best[at].first > 0 && best[at].second > (wanted ? best[*wanted].second : 0)) wanted = at;
  return wanted;
}

}  // namespace inloop::collector
