#pragma once
// Between the messages of the HTTP library and ours. What they mean is not its business. Worker
// threads.

#include <optional>
#include <string>

#include <httplib.h>

#include "kiosk/base/clock.h"
#include "sync/collector/api_message.h"

namespace inloop::collector {

// From the TLS connection itself.
[[nodiscard]] std::optional<std::string> key_hash_of_client(httplib::Request const& request);

// From the headers of the proxy on this machine that ended TLS. Only for connections that no other
// machine can make.
[[nodiscard]] std::optional<std::string> key_hash_from_proxy(httplib::Request const& request,
                                                             UtcTime now);

[[nodiscard]] Question question_from(httplib::Request const& request,
                                     std::optional<std::string> key_hash);

void write_answer(Answer const& answer, httplib::Response& response);

enum class BodyState { Whole, TooLarge, LengthUnknown, CutOff };

struct Body {
  BodyState state = BodyState::Whole;
  std::string bytes;
};

[[nodiscard]] Body read_body(httplib::Request const& request, httplib::ContentReader const& reader);

}  // namespace inloop::collector
