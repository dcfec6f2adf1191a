#pragma once
// One POST to the collector, as the worker sees it: bytes out, an answer or a reason why there is
// none. The real one is http_curl.h; tests bring their own. The courier's only thread.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::courier {

struct Request {
  std::vector<std::string> headers;  // "Name: value"
  std::string_view body;
};

// An answer that came over a connection whose certificate was verified. Nothing else about it is
// to be believed yet.
struct Response {
  int status = 0;
  std::string content_type;
  std::optional<std::string> retry_after;
  std::optional<std::string> date;
  std::string body;

  bool operator==(Response const&) const = default;
};

enum class Trouble {
  Name,                    // the collector's name cannot be looked up
  Connection,              // no way there, or cut off; TLS 1.3: or our certificate was refused
  Slow,                    // a time limit passed
  TooLarge,                // the answer is larger than any receipt
  Certificate,             // expired, unknown authority, another host; TLS 1.2: or ours expired
  CertificateNotYetValid,  // or our clock is behind
  Pin,                     // valid, but not the key we were told to expect
  Handshake,               // no common TLS version; TLS 1.2: or our certificate was refused
  OwnSetup,                // our own certificate, key or authority file cannot be used
  Interrupted,             // we were asked to stop
  Other,
};

struct NoAnswer {
  Trouble trouble = Trouble::Other;
  std::string cause;  // for the log

  bool operator==(NoAnswer const&) const = default;
};

using HttpOutcome = std::variant<Response, NoAnswer>;

class Http {
 public:
  virtual ~Http() = default;

  // Waits for the answer, a time limit at most.
  [[nodiscard]] virtual HttpOutcome post(Request const& request) = 0;
};

}  // namespace inloop::courier
