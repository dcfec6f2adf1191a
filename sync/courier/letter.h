#pragma once
// A counts event that may be sent: its bytes, unchanged, after everything about them was checked
// once more on this side of the hatch. Pure.

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "sync/courier/http.h"
#include "sync/outbox/outbox.h"

namespace inloop::courier {

struct Letter {
  std::int64_t sequence = 0;
  std::string id;
  std::string source;
  std::string hash;  // SHA-256 of the bytes, lower-case hex
  std::string bytes;

  bool operator==(Letter const&) const = default;
};

// Fails when the bytes are no counts event of the schema or not the one that the file's name says.
// Such a file must never be sent: the schema is what keeps everything else inside the house.
[[nodiscard]] Result<Letter> letter_from(outbox::EventFile const& file, std::string bytes);

// The request that carries it: POST of exactly these bytes with their digest (RFC 9530). It views
// the letter's bytes.
[[nodiscard]] Request request_for(Letter const& letter);

// The same for the bytes of any event; it views them.
[[nodiscard]] Request request_for(std::string_view bytes);

}  // namespace inloop::courier
