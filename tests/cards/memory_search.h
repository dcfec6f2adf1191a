#pragma once
// Looks for numbers of sample cards in everything this program has in memory: raw, in hexadecimal
// digits, and both backwards. It knows the numbers only masked, or it would find itself.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tests/cards/sample_card.h"

namespace inloop::test {

struct MemoryFind {
  std::uint64_t address = 0;
  std::string form;  // "raw", "raw backwards", "hex", "hex backwards"
};

struct MemorySearch {
  std::vector<MemoryFind> finds;  // the first hundred
  std::uint64_t searched_bytes = 0;
};

// Numbers of 7 bytes that begin with 04, of the tags with these serial numbers. Throws
// std::runtime_error when the memory cannot be read: what was not searched is not clean.
[[nodiscard]] MemorySearch search_own_memory(std::span<std::uint32_t const> tag_serials);

}  // namespace inloop::test
