#include "sync/courier/http_curl.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <new>
#include <string_view>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

#include "kiosk/base/assert.h"

namespace inloop::courier {
namespace {

// X509_V_ERR_CERT_NOT_YET_VALID of OpenSSL, as libcurl hands it through.
constexpr long verify_not_yet_valid = 9;

struct HandleCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, HandleCloser>;
using List = std::unique_ptr<curl_slist, ListCloser>;

// What arrives during one request.
struct Reception {
  Response response;
  std::size_t header_bytes = 0;
  bool is_too_large = false;
  std::function<bool()> const* is_stop_asked = nullptr;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  auto const first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_same_word(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](unsigned char left, unsigned char right) {
                      return std::tolower(left) == std::tolower(right);
                    });
}

// libcurl takes any other number than `length` as an order to stop.
std::size_t take_body(char* data, std::size_t, std::size_t length, void* user) {
  auto& reception = *static_cast<Reception*>(user);
  auto& body = reception.response.body;
  reception.is_too_large = reception.is_too_large || body.size() + length > greatest_answer_bytes;
  if (reception.is_too_large) return 0;
  body.append(data, length);
  return length;
}

std::size_t take_header(char* data, std::size_t, std::size_t length, void* user) {
  auto& reception = *static_cast<Reception*>(user);
  reception.header_bytes += length;
  if (reception.header_bytes > greatest_header_bytes) {
    reception.is_too_large = true;
    return 0;
  }
  std::string_view const line(data, length);
  // A status line after the first one belongs to the real answer: the one before was interim.
  if (line.starts_with("HTTP/")) reception.response = Response{};
  auto const colon = line.find(':');
  if (colon == std::string_view::npos) return length;
  auto const name = line.substr(0, colon);
  std::string const value(trimmed(line.substr(colon + 1)));
  if (is_same_word(name, "Content-Type")) reception.response.content_type = value;
  if (is_same_word(name, "Retry-After")) reception.response.retry_after = value;
  if (is_same_word(name, "Date")) reception.response.date = value;
  return length;
}

int look_for_stop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto const& is_stop_asked = *static_cast<Reception*>(user)->is_stop_asked;
  return is_stop_asked && is_stop_asked() ? 1 : 0;
}

template <class Value>
void set(Handle const& handle, CURLoption option, Value value) {
  auto const taken = curl_easy_setopt(handle.get(), option, value);
  // Only memory can fail here: that an option exists is settled when we are built.
  if (taken == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
  INLOOP_ASSERT(taken == CURLE_OK);
}

void set_limits(Handle const& handle, HttpOptions const& options) {
  set(handle, CURLOPT_PROTOCOLS_STR, "https");
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_timeout.count()));
  set(handle, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_per_s);
  set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_after.count()));
  set(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  // An empty proxy also switches off the variables of the environment.
  set(handle, CURLOPT_PROXY, options.proxy.c_str());
}

void set_trust(Handle const& handle, HttpOptions const& options) {
  bool const is_modern = options.least_tls == TlsVersion::Tls13;
  set(handle, CURLOPT_SSLVERSION,
      static_cast<long>(is_modern ? CURL_SSLVERSION_TLSv1_3 : CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.authority_file.empty()) {
    set(handle, CURLOPT_CAINFO, options.authority_file.c_str());
    // Debian builds libcurl with a folder of public authorities, which would be trusted as well.
    set(handle, CURLOPT_CAPATH, static_cast<char const*>(nullptr));
  }
  if (!options.client_certificate_file.empty()) {
    set(handle, CURLOPT_SSLCERT, options.client_certificate_file.c_str());
    set(handle, CURLOPT_SSLKEY, options.client_key_file.c_str());
  }
  if (!options.pinned_public_keys.empty())
    set(handle, CURLOPT_PINNEDPUBLICKEY, options.pinned_public_keys.c_str());
}

void set_callbacks(Handle const& handle, Reception& reception) {
  set(handle, CURLOPT_WRITEFUNCTION, &take_body);
  set(handle, CURLOPT_WRITEDATA, &reception);
  set(handle, CURLOPT_HEADERFUNCTION, &take_header);
  set(handle, CURLOPT_HEADERDATA, &reception);
  set(handle, CURLOPT_XFERINFOFUNCTION, &look_for_stop);
  set(handle, CURLOPT_XFERINFODATA, &reception);
  set(handle, CURLOPT_NOPROGRESS, 0L);
}

List header_list(std::vector<std::string> const& headers) {
  List list;
  for (auto const& header : headers) {
    auto* const longer = curl_slist_append(list.get(), header.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)list.release();
    list.reset(longer);
  }
  return list;
}

struct Explanation {
  CURLcode code;
  Trouble trouble;
  std::string_view words;
};

constexpr std::array explanations{
    Explanation{CURLE_COULDNT_RESOLVE_HOST, Trouble::Name, "the collector's name is unknown"},
    Explanation{CURLE_COULDNT_RESOLVE_PROXY, Trouble::Name, "the proxy's name is unknown"},
    Explanation{CURLE_COULDNT_CONNECT, Trouble::Connection, "no connection to the collector"},
    Explanation{CURLE_GOT_NOTHING, Trouble::Connection, "the connection closed without an answer"},
    Explanation{CURLE_SEND_ERROR, Trouble::Connection, "the connection broke while sending"},
    Explanation{CURLE_RECV_ERROR, Trouble::Connection, "the connection broke while receiving"},
    Explanation{CURLE_PARTIAL_FILE, Trouble::Connection, "the answer was cut off"},
    Explanation{CURLE_OPERATION_TIMEDOUT, Trouble::Slow, "the collector took too long"},
    Explanation{CURLE_PEER_FAILED_VERIFICATION, Trouble::Certificate,
                "the collector's certificate cannot be trusted"},
    Explanation{CURLE_SSL_PINNEDPUBKEYNOTMATCH, Trouble::Pin,
                "the collector's key is not the pinned one"},
    Explanation{CURLE_SSL_CONNECT_ERROR, Trouble::Handshake,
                "no agreement on TLS with the collector"},
    Explanation{CURLE_SSL_CERTPROBLEM, Trouble::OwnSetup,
                "our client certificate or its key cannot be used"},
    Explanation{CURLE_SSL_CACERT_BADFILE, Trouble::OwnSetup,
                "the file of authorities cannot be used"},
    Explanation{CURLE_ABORTED_BY_CALLBACK, Trouble::Interrupted, "we were asked to stop"},
    Explanation{CURLE_URL_MALFORMAT, Trouble::OwnSetup, "the collector's address is wrong"},
    Explanation{CURLE_UNSUPPORTED_PROTOCOL, Trouble::OwnSetup,
                "the collector's address is not https"},
};

// Under TLS 1.3 our side of the handshake ends before the server has looked at our certificate. A
// refusal comes later, often as nothing but a reset, and cannot be told from a broken connection.
bool may_be_refusal_of_our_certificate(CURLcode code, Handle const& handle) {
  if (code != CURLE_RECV_ERROR && code != CURLE_SEND_ERROR) return false;
  curl_off_t handshake_us = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_APPCONNECT_TIME_T, &handshake_us);
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return handshake_us > 0 && status == 0;
}

NoAnswer explain(CURLcode code, Handle const& handle, Reception const& reception,
                 std::string_view detail) {
  if (reception.is_too_large)
    return {Trouble::TooLarge, "the answer is larger than any receipt: a captive portal?"};
  auto const found = std::find_if(explanations.begin(), explanations.end(),
                                  [code](Explanation const& one) { return one.code == code; });
  auto trouble = found == explanations.end() ? Trouble::Other : found->trouble;
  auto const words = found == explanations.end() ? "the request failed" : found->words;
  if (trouble == Trouble::Certificate) {
    long verification = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_SSL_VERIFYRESULT, &verification);
    if (verification == verify_not_yet_valid) trouble = Trouble::CertificateNotYetValid;
  }
  auto const why = detail.empty() ? std::string_view(curl_easy_strerror(code)) : detail;
  return {trouble, fmt::format("{} ({})", words, why)};
}

class CurlHttp final : public Http {
 public:
  explicit CurlHttp(HttpOptions options) : m_options(std::move(options)) {}

  // A new handle for each request: requests are rare, and renewed keys are read from their files.
  HttpOutcome post(Request const& request) override {
    Handle const handle(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    Reception reception;
    reception.is_stop_asked = &m_options.is_stop_asked;
    std::array<char, CURL_ERROR_SIZE> detail{};
    auto headers = request.headers;
    // Keeps libcurl from waiting for an interim answer before it sends the body.
    headers.emplace_back("Expect:");
    auto const list = header_list(headers);

    set(handle, CURLOPT_ERRORBUFFER, detail.data());
    set_limits(handle, m_options);
    set_trust(handle, m_options);
    set_callbacks(handle, reception);
    set(handle, CURLOPT_URL, m_options.url.c_str());
    set(handle, CURLOPT_POST, 1L);
    set(handle, CURLOPT_POSTFIELDS, request.body.data());
    set(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
    set(handle, CURLOPT_HTTPHEADER, list.get());

    auto const code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) {
      auto no_answer = explain(code, handle, reception, detail.data());
      if (!m_options.client_certificate_file.empty() &&
          may_be_refusal_of_our_certificate(code, handle))
        no_answer.cause += " (or our client certificate was refused: is it still valid?)";
      return no_answer;
    }
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    reception.response.status = static_cast<int>(status);
    return std::move(reception.response);
  }

 private:
  HttpOptions m_options;
};

}  // namespace

std::unique_ptr<Http> curl_http(HttpOptions options) {
  return std::make_unique<CurlHttp>(std::move(options));
}

}  // namespace inloop::courier
