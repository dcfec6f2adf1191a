#include "kiosk/core/sign_ups.h"

#include <algorithm>
#include <string_view>

#include "kiosk/core/keyboard.h"

namespace inloop::core {

std::optional<NameProblem> problem_with_name(std::string const& name) {
  if (name.find_first_not_of(' ') == std::string::npos) return NameProblem::Empty;
  if (count_characters(name) > most_name_characters) return NameProblem::TooLong;
  auto const is_foreign = [](char byte) {
    auto const code = static_cast<unsigned char>(byte);
    return code < ' ' || code == 0x7F ||
           std::string_view("0123456789@/\\<>").find(byte) != std::string_view::npos;
  };
  if (std::ranges::any_of(name, is_foreign)) return NameProblem::NotAName;
  return std::nullopt;
}

}  // namespace inloop::core
