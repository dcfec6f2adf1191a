#include "sync/collector/http_message.h"

#include <charconv>
#include <utility>

#include "sync/collector/client_key.h"
#include "sync/report/count_event.h"

namespace inloop::collector {
namespace {

// A body up to this size is read to its end before it is refused, so that the refusal arrives; one
// that is announced as larger is not worth reading.
constexpr std::uint64_t most_drained_bytes = 128 * 1024;

std::optional<std::uint64_t> announced_bytes(httplib::Request const& request) {
  auto const text = request.get_header_value("Content-Length");
  std::uint64_t bytes = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> key_hash_of_client(httplib::Request const& request) {
  X509* const certificate = SSL_get1_peer_certificate(request.ssl);
  if (certificate == nullptr) return std::nullopt;
  auto hash = key_hash_of(*certificate);
  X509_free(certificate);
  return hash;
}

std::optional<std::string> key_hash_from_proxy(httplib::Request const& request, UtcTime now) {
  if (request.get_header_value("X-Client-Verify") != "SUCCESS") return std::nullopt;
  // Said twice, one of the two was said by somebody else than the proxy.
  if (request.get_header_value_count("X-Client-Certificate") != 1) return std::nullopt;
  return key_hash_passed_on(request.get_header_value("X-Client-Certificate"), now);
}

Question question_from(httplib::Request const& request, std::optional<std::string> key_hash) {
  Question question{.method = request.method,
                    .path = request.path,
                    .query = {request.params.begin(), request.params.end()},
                    .accept = request.get_header_value("Accept"),
                    .if_none_match = request.get_header_value("If-None-Match"),
                    .content_type = request.get_header_value("Content-Type"),
                    .content_encoding = request.get_header_value("Content-Encoding"),
                    .content_digest = {},
                    .body = {},
                    .key_hash = std::move(key_hash)};
  auto const [first, last] = request.headers.equal_range("Content-Digest");
  for (auto header = first; header != last; ++header) {
    if (header != first) question.content_digest += ',';
    question.content_digest += header->second;
  }
  return question;
}

void write_answer(Answer const& answer, httplib::Response& response) {
  response.status = answer.status;
  for (auto const& [name, value] : answer.headers) response.set_header(name, value);
  response.set_header("Accept-Ranges", "none");
  if (!answer.body.empty()) response.set_content(answer.body, answer.content_type.c_str());
}

Body read_body(httplib::Request const& request, httplib::ContentReader const& reader) {
  // The library would take such a body apart. No address takes one, so it is refused unread.
  if (request.is_multipart_form_data()) return {BodyState::Whole, {}};
  if (!request.has_header("Transfer-Encoding")) {
    auto const announced = announced_bytes(request);
    if (!announced) return {BodyState::LengthUnknown, {}};
    if (*announced > most_drained_bytes) return {BodyState::TooLarge, {}};
  }
  std::string bytes;
  std::uint64_t seen_bytes = 0;
  bool const is_whole = reader([&](char const* part, std::size_t size) {
    seen_bytes += size;
    if (seen_bytes <= report::greatest_event_bytes) bytes.append(part, size);
    return seen_bytes <= most_drained_bytes;
  });
  if (seen_bytes > report::greatest_event_bytes) return {BodyState::TooLarge, {}};
  return {is_whole ? BodyState::Whole : BodyState::CutOff, std::move(bytes)};
}

}  // namespace inloop::collector
