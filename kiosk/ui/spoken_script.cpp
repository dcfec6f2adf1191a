#include "kiosk/ui/spoken_script.h"

#include <algorithm>
#include <array>

namespace inloop::ui {
namespace {

// Marks that only arrange letters: a voice would stumble over them.
constexpr std::array<std::string_view, 7> silent_letters{"\u200E", "\u200F", "\u2066", "\u2067",
                                                         "\u2068", "\u2069", "\uFE0F"};

constexpr std::array<std::string_view, 9> sentence_ends{".", "!", "?",      ":",     "…",
                                                        "؟", "۔", "\u1362", "\u1367"};

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

// As it can be said: "vol · wachtlijst" becomes "vol, wachtlijst".
std::string sayable(std::string_view text) {
  constexpr std::string_view dot = " · ";
  std::string result;
  text = trimmed(text);
  while (!text.empty()) {
    auto const starts = [text](std::string_view letter) { return text.starts_with(letter); };
    auto const silent = std::ranges::find_if(silent_letters, starts);
    if (silent != silent_letters.end()) {
      text.remove_prefix(silent->size());
    } else if (text.starts_with(dot)) {
      result += ", ";
      text.remove_prefix(dot.size());
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

bool ends_sentence(std::string_view text) {
  return std::ranges::any_of(sentence_ends,
                             [text](std::string_view end) { return text.ends_with(end); });
}

void add(std::string& words, std::string_view state) {
  if (words.empty() || state.empty()) return;
  while (ends_sentence(words) && words.back() == '.') words.pop_back();
  words += ", ";
  words += state;
}

}  // namespace

bool is_control(Mark const& mark) {
  return mark.kind == MarkKind::Button || mark.kind == MarkKind::MainButton ||
         mark.kind == MarkKind::Key;
}

Mark const* title_of(std::vector<Mark> const& marks) {
  auto const is_title = [](Mark const& mark) { return mark.id.ends_with("/title"); };
  auto const is_text = [](Mark const& mark) { return mark.kind == MarkKind::Text; };
  auto found = std::ranges::find_if(marks, is_title);
  if (found == marks.end()) found = std::ranges::find_if(marks, is_text);
  if (found == marks.end()) found = marks.begin();
  return found == marks.end() ? nullptr : &*found;
}

std::string spoken_words(Mark const& mark, core::SpokenStates const& states) {
  auto words = sayable(mark.spoken);
  if (mark.is_chosen) add(words, states.chosen);
  if (is_control(mark) && !mark.is_enabled) add(words, states.unavailable);
  return words;
}

std::vector<Utterance> spoken_script(std::vector<Mark> const& marks,
                                     core::SpokenStates const& states) {
  std::vector<Utterance> script;
  auto const add = [&](Mark const& mark) {
    auto words = spoken_words(mark, states);
    bool const is_said =
        std::ranges::any_of(script, [&](Utterance const& said) { return said.words == words; });
    if (!words.empty() && !is_said)
      script.push_back({.id = mark.id,
                        .words = std::move(words),
                        .plain = sayable(mark.spoken),
                        .is_control = is_control(mark),
                        .is_chosen = mark.is_chosen});
  };
  if (auto const* const title = title_of(marks)) add(*title);
  for (auto const& mark : marks)
    if (!is_control(mark)) add(mark);
  for (auto const& mark : marks)
    if (is_control(mark) && mark.kind != MarkKind::Key) add(mark);
  return script;
}

std::string joined(std::vector<Utterance> const& utterances) {
  std::string text;
  for (auto const& one : utterances) {
    if (!text.empty()) text += '\n';
    text += one.words;
    if (!ends_sentence(one.words)) text += '.';
  }
  return text;
}

}  // namespace inloop::ui
