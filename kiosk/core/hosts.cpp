#include "kiosk/core/hosts.h"

#include <algorithm>

#include "kiosk/base/assert.h"

namespace inloop::core::host {
namespace {

constexpr int free_tries = 5;
constexpr std::int64_t first_wait_ms = 30'000;
constexpr std::int64_t greatest_wait_ms = 15 * 60'000;
constexpr std::int64_t house_forgives_one_each_ms = 30 * 60'000;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool repeats(std::string_view pin, std::size_t period) {
  for (std::size_t i = period; i < pin.size(); ++i)
    if (pin[i] != pin[i - period]) return false;
  return true;
}

// Steps of one size, from 9 on to 0.
bool steps_evenly(std::string_view digits) {
  auto const step = [&](std::size_t i) { return (digits[i] - digits[i - 1] + 10) % 10; };
  for (std::size_t i = 2; i < digits.size(); ++i)
    if (step(i) != step(1)) return false;
  return true;
}

bool is_pairs(std::string_view pin) {
  for (std::size_t i = 0; i + 1 < pin.size(); i += 2)
    if (pin[i] != pin[i + 1]) return false;
  return true;
}

char code_letter(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  if (typed == 'I' || typed == 'L') return '1';
  return typed;
}

}  // namespace

bool is_pin(std::string_view text) {
  return text.size() == pin_digits && std::ranges::all_of(text, is_digit);
}

bool is_too_easy(std::string_view pin) {
  INLOOP_ASSERT(is_pin(pin));
  std::string const backwards(pin.rbegin(), pin.rend());
  return repeats(pin, 1) || repeats(pin, 2) || repeats(pin, 3) || steps_evenly(pin) ||
         is_pairs(pin) || backwards == pin;
}

std::int64_t wait_after_ms(int wrong_pins) {
  if (wrong_pins < free_tries) return 0;
  auto wait = first_wait_ms;
  for (int doubled = free_tries; doubled < wrong_pins && wait < greatest_wait_ms; ++doubled)
    wait *= 2;
  return std::min(wait, greatest_wait_ms);
}

DoorWatch::DoorWatch(std::int64_t started_ms) : m_last_in_house_ms(started_ms) {
  m_last_of_picture_ms.fill(started_ms);
}

std::int64_t DoorWatch::wait_ms(HostPicture picture, WrongPins const& wrong,
                                std::int64_t now_ms) const {
  INLOOP_ASSERT(is_host_picture(picture));
  auto const last_ms = m_last_of_picture_ms[static_cast<std::size_t>(picture)];
  auto const for_picture = last_ms + wait_after_ms(wrong.of_picture) - now_ms;
  auto const in_house = left_in_house(wrong.in_house, now_ms);
  auto const for_house = m_last_in_house_ms + wait_after_ms(in_house) - now_ms;
  return std::max({for_picture, for_house, std::int64_t{0}});
}

int DoorWatch::left_in_house(int in_house, std::int64_t now_ms) const {
  auto const forgiven = (now_ms - m_last_in_house_ms) / house_forgives_one_each_ms;
  return static_cast<int>(std::max(in_house - forgiven, std::int64_t{0}));
}

void DoorWatch::note_try(HostPicture picture, std::int64_t now_ms) {
  INLOOP_ASSERT(is_host_picture(picture));
  m_last_of_picture_ms[static_cast<std::size_t>(picture)] = now_ms;
  m_last_in_house_ms = now_ms;
}

std::optional<std::string> code_from(std::string_view typed) {
  std::string code;
  for (auto const one : typed) {
    if (one == ' ' || one == '-') continue;
    auto const letter = code_letter(one);
    if (code_alphabet.find(letter) == std::string_view::npos) return std::nullopt;
    code += letter;
    if (code.size() > code_characters) return std::nullopt;
  }
  return code.size() == code_characters ? std::optional(code) : std::nullopt;
}

std::string code_in_groups(std::string_view code) {
  INLOOP_ASSERT(code.size() == code_characters);
  std::string groups;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % code_group_characters == 0) groups += ' ';
    groups += code[i];
  }
  return groups;
}

}  // namespace inloop::core::host
