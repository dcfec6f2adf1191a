#include "sync/collector/content_digest.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/sha.h>

namespace inloop::collector {
namespace {

constexpr std::string_view member_name = "sha-256=";

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest sha256(std::string_view bytes) {
  Digest digest{};
  SHA256(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string content_digest_of(std::string_view bytes) {
  auto const digest = sha256(bytes);
  std::array<unsigned char, 4 * ((SHA256_DIGEST_LENGTH + 2) / 3) + 1> base64{};
  int const length = EVP_EncodeBlock(base64.data(), digest.data(), SHA256_DIGEST_LENGTH);
  std::string value(member_name);
  value += ':';
  value.append(reinterpret_cast<char const*>(base64.data()), static_cast<std::size_t>(length));
  return value + ':';
}

DigestCheck check_content_digest(std::string_view header, std::string_view bytes) {
  auto const expected = content_digest_of(bytes);
  auto verdict = DigestCheck::Absent;
  while (!header.empty()) {
    auto const comma = header.find(',');
    auto const member = trimmed(header.substr(0, comma));
    header.remove_prefix(comma == std::string_view::npos ? header.size() : comma + 1);
    if (!member.starts_with(member_name)) continue;
    // The last member of a name counts in a structured dictionary (RFC 8941, 3.2).
    verdict = member == expected ? DigestCheck::Matches : DigestCheck::Differs;
  }
  return verdict;
}

}  // namespace inloop::collector
