#pragma once
// aanmelding: a place in a session, held by a token and, where the host chose so, a first name that
// only the host can read. Pure values and rules.

#include <optional>
#include <string>

#include "kiosk/core/activities.h"
#include "kiosk/core/tokens.h"

namespace inloop::core {

inline constexpr int most_name_characters = 20;

// Which place a sign-up has. The waiting list needs no moving up: who is among the first `capacity`
// sign-ups has a place, so a cancelled one moves everybody behind it.
struct Place {
  int waiting_number = 0;     // 1 is next; 0: has a place
  bool has_moved_up = false;  // waited once, and has a place now

  [[nodiscard]] bool is_waiting() const { return waiting_number > 0; }

  bool operator==(Place const&) const = default;
};

// What to do when no place is left.
enum class WhenFull { Refuse, Wait };

struct SignUp {
  SessionId session = 0;
  Token token;
  std::optional<std::string> first_name;  // for SignUpMode::Name

  bool operator==(SignUp const&) const = default;
};

// Why a text cannot be a first name; nothing when it can. Refuses what could be a number that names
// somebody: digits, "@".
enum class NameProblem { Empty, TooLong, NotAName };
[[nodiscard]] std::optional<NameProblem> problem_with_name(std::string const& name);

}  // namespace inloop::core
