#include "tests/fuzz/request_maker.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <utility>

namespace inloop::test {
namespace {

constexpr std::size_t longest_run = 9'000;  // more than the longest header line that is read

constexpr std::array<std::string_view, 44> words{
    "\r\n",
    "\n",
    "\r\n\r\n",
    "\r",
    " ",
    "\t",
    ":",
    "%",
    "%00",
    "%zz",
    "%u0041",
    "../",
    "?",
    "&",
    "=",
    "//",
    "HTTP/1.0",
    "HTTP/9.9",
    "GET ",
    "OPTIONS ",
    "TRACE ",
    "CONNECT ",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding: gzip, chunked\r\n",
    "Content-Length: 0\r\n",
    "Content-Length: -1\r\n",
    "Content-Length: 99999999999999999999\r\n",
    "Content-Encoding: gzip\r\n",
    "Content-Encoding: br\r\n",
    "Content-Type: multipart/form-data; boundary=x\r\n",
    "Content-Type: application/x-www-form-urlencoded\r\n",
    "Expect: 100-continue\r\n",
    "Range: bytes=0-,1-,2-,3-,4-,5-\r\n",
    "Range: bytes=18446744073709551615-\r\n",
    "If-None-Match: *\r\n",
    "Accept: */*;q=0\r\n",
    "Accept-Encoding: br;q=1, gzip\r\n",
    "Connection: keep-alive\r\n",
    "X-Client-Verify: SUCCESS\r\n",
    "X-Client-Certificate: %2D%2D\r\n",
    "ffffffffffffffff\r\n",
    "0\r\n\r\n",
    "\xff\xfe\xf0\x9f",
};

// Changes a text, by what one engine draws.
class Changer {
 public:
  explicit Changer(std::uint64_t seed) : m_engine(seed) {}

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_engine() % limit; }

  void change(std::string& text, std::string const& other) {
    auto const at = below(text.size() + 1);
    auto const length = below(std::min<std::size_t>(text.size() - at, 64) + 1);
    switch (below(8)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(m_engine() & 0xff);
        break;
      case 1:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(at, text.substr(at, length));
        break;
      case 4:
        text.resize(at);
        break;
      case 5:
        text.insert(at, other.substr(below(other.size()), below(200)));
        break;
      case 6:
        if (below(20) == 0) text.insert(at, std::string(below(longest_run), 'a'));
        break;
      default:
        text.insert(at, words[below(words.size())]);
        break;
    }
  }

 private:
  std::mt19937_64 m_engine;
};

}  // namespace

RequestMaker::RequestMaker(std::vector<std::string> good, std::uint64_t seed)
    : m_good(std::move(good)), m_seed(seed) {}

std::string RequestMaker::request(std::uint64_t number) const {
  // Neighbouring numbers must not give neighbouring engines.
  Changer changer((m_seed + number) * 0x9e3779b97f4a7c15ULL);
  auto text = m_good[changer.below(m_good.size())];
  auto const& other = m_good[changer.below(m_good.size())];
  auto const changes = 1 + changer.below(6);
  for (std::size_t i = 0; i < changes; ++i) changer.change(text, other);
  // Who says nothing at all is another test's business: it costs seconds.
  return text.empty() ? "\r\n" : text;
}

}  // namespace inloop::test
