#pragma once
// gastvrouw, gastheer: who may come into the host's room, which PINs are too easy, and how long a
// wrong one costs. Not where hosts are kept: that is kiosk/store/hosts.h. Pure.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/tokens.h"

namespace inloop::core::host {

// Hosts are known by a picture: the number of one of token_pictures. No two have the same.
using HostPicture = int;

inline constexpr std::size_t most_hosts = token_pictures.size();
inline constexpr int most_host_name_characters = 20;

[[nodiscard]] constexpr bool is_host_picture(HostPicture picture) {
  return picture >= 0 && picture < static_cast<int>(most_hosts);
}

enum class Role {
  Host,
  Coordinator,  // lets other hosts in
};

struct Host {
  HostPicture picture = 0;
  std::string first_name;  // empty: does not want to be named
  Role role = Role::Host;

  bool operator==(Host const&) const = default;
};

// A host as the coordinator sees them.
struct ListedHost {
  Host host;
  int wrong_pins = 0;  // since the last right one

  bool operator==(ListedHost const&) const = default;
};

inline constexpr std::size_t pin_digits = 6;

// Six digits, easy or not.
[[nodiscard]] bool is_pin(std::string_view text);

// What anybody would try first: one digit or a short group of digits over and over, equal steps
// up or down (123456, 246802), pairs (112233), the same from behind (123321).
[[nodiscard]] bool is_too_easy(std::string_view pin);

// How often a PIN was wrong, which outlives the program.
struct WrongPins {
  int of_picture = 0;
  int in_house = 0;

  bool operator==(WrongPins const&) const = default;
};

// After so many wrong PINs a picture stays locked until the coordinator, or the code, opens it.
inline constexpr int most_wrong_pins = 20;

// How long the next PIN has to wait: the first five not at all, then 30 seconds, doubling to a
// quarter of an hour. Ten wrong ones so cost 930 seconds of waiting.
[[nodiscard]] std::int64_t wait_after_ms(int wrong_pins);

// When PINs were wrong, since the program started. Only uptime counts: a wall clock can be turned.
// Whoever ends the program waits anew, and in full.
//
// The house counts every wrong PIN, so that trying many pictures is no way around the waiting. A
// host's right PIN takes back what that host's own wrong ones added, and no more: somebody on the
// inside cannot wipe out the tries of a guesser. A mistake that nobody takes back is forgiven after
// half an hour without a wrong one, which is half as fast as a guesser may go on anyway.
class DoorWatch {
 public:
  explicit DoorWatch(std::int64_t started_ms);

  [[nodiscard]] std::int64_t wait_ms(HostPicture picture, WrongPins const& wrong,
                                     std::int64_t now_ms) const;

  // What is left of the house's count by now.
  [[nodiscard]] int left_in_house(int in_house, std::int64_t now_ms) const;

  // A PIN is about to be looked at: it counts as wrong until it was right.
  void note_try(HostPicture picture, std::int64_t now_ms);

 private:
  std::array<std::int64_t, most_hosts> m_last_of_picture_ms;
  std::int64_t m_last_in_house_ms;
};

// The recovery code: a hundred random bits in four groups, of an alphabet in which no two look or
// sound alike (Crockford's base 32: neither I, L, O nor U).
inline constexpr std::string_view code_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
inline constexpr std::size_t code_groups = 4;
inline constexpr std::size_t code_group_characters = 5;
inline constexpr std::size_t code_characters = code_groups * code_group_characters;

// As it is compared: capitals, without blanks and dashes, O as 0, I and L as 1. Nothing for what
// is no code.
[[nodiscard]] std::optional<std::string> code_from(std::string_view typed);

// As it is read: "ABCDE FGHJK MNPQR STVWX".
[[nodiscard]] std::string code_in_groups(std::string_view code);

}  // namespace inloop::core::host
