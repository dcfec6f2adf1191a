#include "tests/support/leak_search.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <sodium.h>

namespace inloop::test {
namespace {

namespace fs = std::filesystem;

enum class Case { Regarded, Disregarded };

struct Needle {
  std::string form;
  std::string bytes;
  Case letter_case = Case::Disregarded;
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string reversed(std::string_view text) {
  return {text.rbegin(), text.rend()};
}

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (auto const c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return text;
}

// What is certain to stand in the base64 of any text in which `bytes` begins `before` bytes after a
// multiple of three: the characters that carry bits of its neighbours are left out.
std::string base64_inside(std::string_view bytes, std::size_t before, int alphabet) {
  auto const padded = std::string(before, '\0') + std::string(bytes);
  std::string text(sodium_base64_encoded_len(padded.size(), alphabet), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(padded.data()),
                    padded.size(), alphabet);
  auto const begin = (before * 8 + 5) / 6;
  auto const end = padded.size() * 8 / 6;
  return text.substr(begin, end - begin);
}

std::vector<Needle> forms_of(std::string const& bytes, std::string const& suffix) {
  std::vector<Needle> needles{{"raw" + suffix, lower(bytes), Case::Disregarded},
                              {"hex" + suffix, hexadecimal(bytes), Case::Disregarded}};
  for (int const alphabet :
       {sodium_base64_VARIANT_ORIGINAL_NO_PADDING, sodium_base64_VARIANT_URLSAFE_NO_PADDING})
    for (std::size_t before = 0; before < 3; ++before)
      needles.push_back(
          {"base64" + suffix, base64_inside(bytes, before, alphabet), Case::Regarded});
  return needles;
}

std::vector<Needle> needles_for(Canary const& canary) {
  if (canary.bytes.size() < shortest_canary_bytes)
    throw std::runtime_error("the canary " + canary.name + " is too short to mean anything");
  auto needles = forms_of(canary.bytes, "");
  for (auto& needle : forms_of(reversed(canary.bytes), " reversed"))
    needles.push_back(std::move(needle));
  auto const forwards = needles;
  for (auto const& needle : forwards)
    if (!needle.form.starts_with("raw"))
      needles.push_back({needle.form + " backwards", reversed(needle.bytes), needle.letter_case});
  return needles;
}

std::string contents(fs::path const& file) {
  if (fs::file_size(file) > most_searched_bytes)
    throw std::runtime_error(file.string() + " is too large to be searched");
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(fs::file_size(file), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream) throw std::runtime_error(file.string() + " cannot be read");
  return bytes;
}

}  // namespace

std::vector<Leak> search_bytes(std::string const& place, std::string_view bytes,
                               std::span<Canary const> canaries) {
  auto const lowered = lower(bytes);
  std::vector<Leak> leaks;
  for (auto const& canary : canaries)
    for (auto const& needle : needles_for(canary)) {
      std::string_view const haystack = needle.letter_case == Case::Regarded ? bytes : lowered;
      if (haystack.find(needle.bytes) == std::string_view::npos) continue;
      Leak leak{place, canary.name, needle.form};
      if (std::ranges::find(leaks, leak) == leaks.end()) leaks.push_back(std::move(leak));
    }
  return leaks;
}

std::vector<Leak> search_folder(fs::path const& folder, std::span<Canary const> canaries) {
  std::vector<Leak> leaks;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    auto const place = entry.path().lexically_relative(folder).string();
    // Of a name both what it is and what it holds, with a line between so that nothing joins.
    auto bytes = place + '\n';
    if (entry.is_symlink())
      bytes += fs::read_symlink(entry.path()).string();
    else if (entry.is_regular_file())
      bytes += contents(entry.path());
    auto found = search_bytes(place, bytes, canaries);
    leaks.insert(leaks.end(), found.begin(), found.end());
  }
  return leaks;
}

}  // namespace inloop::test
