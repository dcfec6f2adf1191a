#pragma once
// Who posts, as the collector knows it: the SHA-256 of the public key in a certificate (its
// SubjectPublicKeyInfo), so that a certificate renewed on the same key keeps working. Any thread.

#include <filesystem>
#include <string>

#include "kiosk/base/result.h"

struct x509_st;

namespace inloop::collector {

// Lower-case hex.
[[nodiscard]] std::string key_hash_of(x509_st const& certificate);

// Of the first certificate in a PEM file.
[[nodiscard]] Result<std::string> key_hash_of_file(std::filesystem::path const& pem);

}  // namespace inloop::collector
