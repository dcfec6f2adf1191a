#include "sync/courier/letter.h"

#include <array>
#include <cstddef>
#include <utility>

#include <sodium.h>

#include "kiosk/base/assert.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"

namespace inloop::courier {
namespace {

std::string base64_of_hex(std::string_view hex) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> raw{};
  std::size_t length = 0;
  int const read =
      sodium_hex2bin(raw.data(), raw.size(), hex.data(), hex.size(), nullptr, &length, nullptr);
  INLOOP_ASSERT(read == 0 && length == raw.size());
  constexpr auto encoded_size =
      sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL);
  std::array<char, encoded_size> text{};
  return sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(),
                           sodium_base64_VARIANT_ORIGINAL);
}

Request request_of(std::string_view bytes, std::string_view hash) {
  return Request{.headers = {"Content-Type: application/cloudevents+json; charset=utf-8",
                             "Accept: application/json, application/problem+json",
                             "Content-Digest: sha-256=:" + base64_of_hex(hash) + ":"},
                 .body = bytes};
}

}  // namespace

Result<Letter> letter_from(outbox::EventFile const& file, std::string bytes) {
  auto event = report::count_event_from(bytes);
  if (!event) return tl::unexpected(event.error());
  if (event->id != file.id || event->sequence != file.sequence)
    return failure("the event is not the one its file is named after");
  std::string hash = report::content_hash(bytes);
  return Letter{.sequence = file.sequence,
                .id = file.id,
                .source = std::move(event->source),
                .hash = std::move(hash),
                .bytes = std::move(bytes)};
}

Request request_for(Letter const& letter) {
  return request_of(letter.bytes, letter.hash);
}

Request request_for(std::string_view bytes) {
  return request_of(bytes, report::content_hash(bytes));
}

}  // namespace inloop::courier
