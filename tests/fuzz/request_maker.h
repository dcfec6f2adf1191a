#pragma once
// Makes HTTP requests that are wrong in many ways: good ones with bytes changed, cut, doubled and
// words put in that servers stumble over. The same number gives the same request. Pure.

#include <cstdint>
#include <string>
#include <vector>

namespace inloop::test {

class RequestMaker {
 public:
  // `good`: requests to start from.
  RequestMaker(std::vector<std::string> good, std::uint64_t seed);

  [[nodiscard]] std::string request(std::uint64_t number) const;

 private:
  std::vector<std::string> m_good;
  std::uint64_t m_seed;
};

}  // namespace inloop::test
