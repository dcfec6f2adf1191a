#pragma once
// Looks for what must never have left the house: canaries that a test put in at one end, searched
// in all bytes at the other. Finding nothing proves nothing about forms that are not listed here.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::test {

inline constexpr std::size_t shortest_canary_bytes = 6;  // shorter ones occur by chance
inline constexpr std::size_t most_searched_bytes = 64 * 1024 * 1024;  // of one file

// Something a test invented that nothing else contains: a card number, a first name.
struct Canary {
  std::string name;   // for the report
  std::string bytes;  // at least shortest_canary_bytes
};

struct Leak {
  std::string place;   // a path under the folder, or what the caller called the bytes
  std::string canary;  // its name
  std::string form;    // "raw", "hex", "base64 reversed", ...

  bool operator==(Leak const&) const = default;
};

// Each canary is searched as it is, in hexadecimal of either case, in base64 of both alphabets at
// every alignment; each of these also with the canary's bytes in reverse order, and also spelled
// backwards. Text is compared without regard to ASCII case.
[[nodiscard]] std::vector<Leak> search_bytes(std::string const& place, std::string_view bytes,
                                             std::span<Canary const> canaries);

// All files under the folder with their names, and where links point to; links are not followed.
// Throws std::runtime_error when anything cannot be read: what was not searched is not clean.
[[nodiscard]] std::vector<Leak> search_folder(std::filesystem::path const& folder,
                                              std::span<Canary const> canaries);

}  // namespace inloop::test
