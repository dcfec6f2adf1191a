#include "tests/cards/memory_search.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <unordered_set>

#include <fcntl.h>
#include <unistd.h>

namespace inloop::test {
namespace {

constexpr std::size_t number_bytes = 7;
constexpr std::byte first_byte{0x04};
constexpr std::size_t digits = 2 * number_bytes;
constexpr std::size_t chunk_bytes = 1024 * 1024;
constexpr std::size_t most_finds = 100;

// Maps of this size are shadow memory of the sanitizers, which holds no bytes of the program.
constexpr std::uint64_t largest_map_bytes = std::uint64_t{1} << 30U;

// A number is never held as it is, not even in a variable that might be put on the stack.
constexpr std::uint64_t mask = 0xC3A5'96F0'3C5A'690FU;

using Masked = std::unordered_set<std::uint64_t>;

enum class Direction { Forwards, Backwards };

constexpr std::size_t place(std::size_t index, Direction direction) {
  return direction == Direction::Forwards ? index : number_bytes - 1 - index;
}

template <class ByteAt>
std::uint64_t masked(ByteAt byte_number) {
  std::uint64_t value = mask;
  for (std::size_t i = 0; i < number_bytes; ++i)
    value ^= std::to_integer<std::uint64_t>(byte_number(i)) << (8 * i);
  return value;
}

constexpr int digit_value(std::byte letter) {
  auto const code = std::to_integer<int>(letter);
  if (code >= '0' && code <= '9') return code - '0';
  if (code >= 'a' && code <= 'f') return code - 'a' + 10;
  if (code >= 'A' && code <= 'F') return code - 'A' + 10;
  return -1;
}

// Most bytes start no number in any form, and there are hundreds of millions of them.
constexpr std::array<bool, 256> digit_table = [] {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i)
    table[i] = digit_value(static_cast<std::byte>(i)) >= 0;
  return table;
}();

bool may_start_number(std::byte const* start) {
  return start[0] == first_byte || start[number_bytes - 1] == first_byte ||
         digit_table[std::to_integer<std::size_t>(start[0])];
}

bool is_all_digits(std::byte const* start) {
  return std::all_of(start, start + digits,
                     [](std::byte letter) { return digit_value(letter) >= 0; });
}

// Null when no number starts here.
char const* form_at(std::byte const* start, std::size_t left, Masked const& numbers) {
  for (auto const direction : {Direction::Forwards, Direction::Backwards}) {
    bool const is_forwards = direction == Direction::Forwards;
    if (start[place(0, direction)] == first_byte &&
        numbers.contains(masked([&](std::size_t i) { return start[place(i, direction)]; })))
      return is_forwards ? "raw" : "raw backwards";
    if (left < digits || digit_value(start[0]) < 0 || !is_all_digits(start)) continue;
    auto const value = masked([&](std::size_t i) {
      auto const* pair = start + 2 * place(i, direction);
      return static_cast<std::byte>(digit_value(pair[0]) * 16 + digit_value(pair[1]));
    });
    if (numbers.contains(value)) return is_forwards ? "hex" : "hex backwards";
  }
  return nullptr;
}

struct Map {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
};

std::vector<Map> writable_maps() {
  std::ifstream file("/proc/self/maps");
  std::vector<Map> maps;
  for (std::string line; std::getline(file, line);) {
    Map map;
    auto const* const end = line.data() + line.size();
    auto const* after = std::from_chars(line.data(), end, map.start, 16).ptr;
    after = std::from_chars(after + 1, end, map.end, 16).ptr;
    if (line.substr(static_cast<std::size_t>(after - line.data()) + 1, 2) == "rw")
      maps.push_back(map);
  }
  if (maps.empty()) throw std::runtime_error("/proc/self/maps cannot be read");
  return maps;
}

class Searcher {
 public:
  explicit Searcher(Masked numbers) : m_numbers(std::move(numbers)) {
    m_memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (m_memory < 0) throw std::runtime_error("/proc/self/mem cannot be opened");
  }
  Searcher(Searcher const&) = delete;
  Searcher& operator=(Searcher const&) = delete;
  ~Searcher() { close(m_memory); }

  // Chunks overlap, so that nothing hides on the border of two.
  void search(Map const& map) {
    for (auto at = map.start; at < map.end; at += chunk_bytes - digits) {
      auto const wanted = std::min<std::uint64_t>(chunk_bytes, map.end - at);
      auto const size = pread(m_memory, m_chunk.data(), wanted, static_cast<off_t>(at));
      if (size < 0) return;  // a guard page of ours or a device: the program cannot read it either
      search(at, static_cast<std::size_t>(size));
      m_result.searched_bytes += static_cast<std::uint64_t>(size);
    }
  }

  MemorySearch result() const { return m_result; }

 private:
  void search(std::uint64_t address, std::size_t size) {
    for (std::size_t i = 0; i + number_bytes <= size; ++i) {
      if (!may_start_number(m_chunk.data() + i)) continue;
      auto const* form = form_at(m_chunk.data() + i, size - i, m_numbers);
      if (form != nullptr && m_result.finds.size() < most_finds)
        m_result.finds.push_back({address + i, form});
    }
  }

  Masked m_numbers;
  int m_memory = -1;
  std::vector<std::byte> m_chunk = std::vector<std::byte>(chunk_bytes);
  MemorySearch m_result;
};

}  // namespace

MemorySearch search_own_memory(std::span<std::uint32_t const> tag_serials) {
  Masked numbers;
  for (auto const serial : tag_serials) {
    auto const number = number_of({SampleKind::NfcTag, serial});
    numbers.insert(masked([&](std::size_t i) { return number.bytes()[i]; }));
  }
  cards::wipe_stack();
  auto const maps = writable_maps();
  Searcher searcher(std::move(numbers));
  for (auto const& map : maps)
    if (map.end - map.start <= largest_map_bytes) searcher.search(map);
  return searcher.result();
}

}  // namespace inloop::test
