#include "sync/courier/answer.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/courier/http_date.h"

namespace inloop::courier {
namespace {

constexpr std::size_t longest_title_bytes = 120;

bool is_media_type(std::string_view content_type, std::string_view wanted) {
  auto const parameters = content_type.find(';');
  auto type = content_type.substr(0, parameters);
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.remove_suffix(1);
  return std::equal(type.begin(), type.end(), wanted.begin(), wanted.end(),
                    [](unsigned char one, unsigned char other) {
                      return std::tolower(one) == std::tolower(other);
                    });
}

// "status 409", with the title of a problem document (RFC 9457) where there is one.
std::string cause_of(Response const& response) {
  std::string cause = fmt::format("status {}", response.status);
  if (!is_media_type(response.content_type, "application/problem+json")) return cause;
  auto const problem = nlohmann::json::parse(response.body, nullptr, false);
  if (!problem.is_object()) return cause;
  auto const title = problem.find("title");
  if (title == problem.end() || !title->is_string()) return cause;
  return cause + ": " + printable(title->get<std::string>(), longest_title_bytes);
}

Verdict verdict_on_success(Response const& response, Letter const& sent,
                           ReadReceipt const& read_receipt) {
  auto const refuse = [&](std::string_view why) {
    return NotDelivered{fmt::format("status {}: {}", response.status, why)};
  };
  if (response.status != 200 && response.status != 201) return refuse("no receipt can come so");
  if (!is_media_type(response.content_type, "application/json"))
    return refuse("the answer is no JSON: a captive portal?");
  auto const receipt = read_receipt(response.body);
  if (!receipt) return refuse("the answer is no receipt");
  if (receipt->id != sent.id || receipt->source != sent.source)
    return refuse("the receipt is for another event");
  if (receipt->hash != sent.hash) return refuse("the receipt is for other bytes");
  return Delivered{response.body};
}

Verdict verdict_on_refusal(Response const& response, UtcTime now) {
  switch (response.status) {
    case 400:
    case 409:
    case 413:
    case 415:
    case 422:
      return Parked{cause_of(response)};
    case 408:
    case 425:
    case 429:
      break;
    default:
      // 401, 403, 404, 405, 410, and whatever else is said to be our fault: an answer that we do
      // not know must not cost an event its place in the queue.
      if (response.status < 500) return Held{cause_of(response)};
      break;
  }
  auto const server_now = response.date ? http_date_from(*response.date, now) : std::nullopt;
  auto const asked_for = response.retry_after
                             ? retry_after_from(*response.retry_after, server_now.value_or(now))
                             : std::nullopt;
  return Retry{.asked_for = asked_for.value_or(seconds{0}), .cause = cause_of(response)};
}

}  // namespace

Verdict verdict_on(Response const& response, Letter const& sent, UtcTime now,
                   ReadReceipt const& read_receipt) {
  constexpr int network_authentication_required = 511;  // RFC 6585: sent by captive portals
  if (response.status >= 200 && response.status < 300)
    return verdict_on_success(response, sent, read_receipt);
  if (response.status < 400 || response.status >= 600 ||
      response.status == network_authentication_required)
    // What a portal asks for, a Retry-After too, is not the collector's wish.
    return NotDelivered{fmt::format("status {}: a captive portal?", response.status)};
  return verdict_on_refusal(response, now);
}

std::optional<seconds> clock_skew(Response const& response, UtcTime now) {
  if (!response.date) return std::nullopt;
  auto const server_now = http_date_from(*response.date, now);
  if (!server_now) return std::nullopt;
  return now - *server_now;
}

std::string printable(std::string_view text, std::size_t longest) {
  std::string line(text.substr(0, longest));
  std::replace_if(
      line.begin(), line.end(), [](char character) { return character < ' ' || character > '~'; },
      '?');
  return line;
}

}  // namespace inloop::courier
