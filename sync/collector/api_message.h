#pragma once
// A question to the collector and its answer, as values: no sockets, no HTTP library. Pure.

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace inloop::collector {

struct Question {
  std::string method;
  std::string path;                                        // decoded, without the query
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in any order
  std::string accept;
  std::string if_none_match;
  std::string content_type;
  std::string content_encoding;
  std::string content_digest;
  std::string body;
  bool is_body_too_large = false;       // then body holds nothing
  bool is_body_length_known = true;     // false: neither Content-Length nor chunks announced it
  std::optional<std::string> key_hash;  // of the client's certificate, when it showed one

  bool operator==(Question const&) const = default;
};

struct Answer {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // besides Content-Type and -Length

  bool operator==(Answer const&) const = default;
};

}  // namespace inloop::collector
