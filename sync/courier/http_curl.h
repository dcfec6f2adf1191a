#pragma once
// The courier's way to the network: one POST over verified TLS, with a limit on everything that
// the other side could stretch. libcurl stays in the source file. The courier's only thread.

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "sync/courier/http.h"

namespace inloop::courier {

enum class TlsVersion { Tls12, Tls13 };

struct HttpOptions {
  std::string url;                                // https only
  std::filesystem::path authority_file;           // PEM; empty: the system's authorities
  std::filesystem::path client_certificate_file;  // PEM; empty: none is shown
  std::filesystem::path client_key_file;          // PEM
  std::string pinned_public_keys;                 // "sha256//<base64>;..."; empty: any
  std::string proxy;                              // empty: none, whatever the environment says
  TlsVersion least_tls = TlsVersion::Tls13;
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds total_timeout{60'000};
  std::chrono::seconds slow_after{30};    // this long below slowest_bytes_per_s is too slow
  std::function<bool()> is_stop_asked{};  // polled while waiting, about once a second
};

inline constexpr std::size_t greatest_answer_bytes = 64 * 1024;
inline constexpr std::size_t greatest_header_bytes = 16 * 1024;
inline constexpr long slowest_bytes_per_s = 100;

[[nodiscard]] std::unique_ptr<Http> curl_http(HttpOptions options);

}  // namespace inloop::courier
