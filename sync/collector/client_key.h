#pragma once
// Who posts, as the collector knows it: the SHA-256 of the public key in a certificate (its
// SubjectPublicKeyInfo), so that a certificate renewed on the same key keeps working. Any thread.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

struct x509_st;

namespace inloop::collector {

// Lower-case hex.
[[nodiscard]] std::string key_hash_of(x509_st const& certificate);

// Of the first certificate in a PEM file.
[[nodiscard]] Result<std::string> key_hash_of_file(std::filesystem::path const& pem);

// Of a certificate that a proxy on this machine has verified and passed on in a header: PEM with
// every special character as %XX (nginx: $ssl_client_escaped_cert). Nothing when it is none, or one
// that has expired or is not valid yet.
[[nodiscard]] std::optional<std::string> key_hash_passed_on(std::string_view escaped_pem,
                                                            UtcTime now);

}  // namespace inloop::collector
