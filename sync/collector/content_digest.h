#pragma once
// The Content-Digest of a message (RFC 9530): did these bytes arrive as they were sent? Pure.

#include <string>
#include <string_view>

namespace inloop::collector {

enum class DigestCheck { Matches, Absent, Differs };

// The value of a Content-Digest header for these bytes: "sha-256=:...:".
[[nodiscard]] std::string content_digest_of(std::string_view bytes);

// Looks for a sha-256 member in `header`; members of other algorithms are passed over.
[[nodiscard]] DigestCheck check_content_digest(std::string_view header, std::string_view bytes);

}  // namespace inloop::collector
