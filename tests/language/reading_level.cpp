#include "tests/language/reading_level.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

namespace inloop::language {
namespace {

// The last two end a question in Arabic and a sentence in Tigrinya.
constexpr std::array<std::string_view, 5> sentence_ends{".", "!", "?", "؟", "።"};

struct SentenceEnd {
  std::size_t at = 0;
  std::size_t bytes = 0;
};

SentenceEnd first_end_in(std::string_view text) {
  SentenceEnd first{.at = text.size()};
  for (auto const end : sentence_ends)
    if (auto const at = text.find(end); at < first.at) first = {.at = at, .bytes = end.size()};
  return first;
}

// Bytes of letters outside ASCII belong to words; of ASCII only letters and digits do.
bool is_in_word(char letter) {
  auto const byte = static_cast<unsigned char>(letter);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

}  // namespace

std::vector<std::string> sentences_in(std::string_view text) {
  std::vector<std::string> sentences;
  while (!text.empty()) {
    auto const end = first_end_in(text);
    auto const sentence = text.substr(0, end.at);
    if (std::ranges::any_of(sentence, is_in_word)) sentences.emplace_back(sentence);
    text.remove_prefix(end.at + end.bytes);
  }
  return sentences;
}

std::vector<std::string> words_in(std::string_view sentence) {
  std::vector<std::string> words;
  bool is_new_word = true;
  for (auto const letter : sentence) {
    if (!is_in_word(letter)) {
      is_new_word = true;
      continue;
    }
    if (is_new_word) words.emplace_back();
    is_new_word = false;
    words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return words;
}

std::vector<std::string> objections_to(std::string_view text,
                                       std::span<std::string const> avoided) {
  std::vector<std::string> objections;
  for (auto const& sentence : sentences_in(text)) {
    auto const words = words_in(sentence);
    if (words.size() > most_words_in_a_sentence)
      objections.push_back(fmt::format("{} words in: {}", words.size(), sentence));
    for (auto const& word : words)
      if (std::ranges::find(avoided, word) != avoided.end())
        objections.push_back(fmt::format("the word {} in: {}", word, sentence));
  }
  return objections;
}

double average_words(std::vector<std::string> const& texts) {
  std::size_t words = 0;
  std::size_t sentences = 0;
  for (auto const& text : texts)
    for (auto const& sentence : sentences_in(text)) {
      words += words_in(sentence).size();
      ++sentences;
    }
  return sentences == 0 ? 0 : static_cast<double>(words) / static_cast<double>(sentences);
}

}  // namespace inloop::language
