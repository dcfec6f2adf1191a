#include "kiosk/ui/screens/keyboard.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace inloop::ui {
namespace {

constexpr std::size_t most_columns = 10;  // as core::Keyboard promises
constexpr double highest_key_mm = 30;

// A key with its number among all that there are: its place, not its letter, is its identity, so
// that small letters after the first one leave the focus where it is.
struct NumberedKey {
  core::Key const* key = nullptr;
  std::size_t number = 0;
};

using Line = std::vector<NumberedKey>;

struct Board {
  std::vector<Line> lines;
  std::size_t columns = most_columns;
  bool is_centred = false;              // as on a desk, where shorter rows are set in
  std::optional<std::size_t> next_key;  // the first of the next page
};

std::size_t columns_in(double width_mm, Look const& look) {
  auto const gap = look.small_gap_mm();
  auto const fit = std::floor((width_mm + gap) / (look.least_key_mm() + gap));
  return std::clamp(static_cast<std::size_t>(std::max(fit, 1.0)), std::size_t{1}, most_columns);
}

// With the row of space and erase.
std::size_t most_lines(Look const& look) {
  switch (look.density) {
    case Density::Roomy:
    case Density::Compact:
      return 7;
    case Density::Tight:
      return 4;
    case Density::Bare:
      return 3;
  }
  return 3;
}

std::vector<Line> numbered(core::Keyboard const& keyboard) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (auto const& keys : keyboard.rows) {
    auto& line = lines.emplace_back();
    for (auto const& key : keys) line.push_back({&key, ++number});
  }
  return lines;
}

std::vector<Line> broken(Line const& keys, std::size_t columns) {
  std::vector<Line> lines;
  for (std::size_t first = 0; first < keys.size(); first += columns)
    lines.emplace_back(
        keys.begin() + static_cast<std::ptrdiff_t>(first),
        keys.begin() + static_cast<std::ptrdiff_t>(std::min(first + columns, keys.size())));
  return lines;
}

// Space and erase stand at the end of the last row where that leaves room for them.
bool has_room_for_space(std::vector<Line> const& lines, std::size_t columns) {
  constexpr std::size_t room_for_both = 4;
  return !lines.empty() && lines.back().size() + room_for_both <= columns;
}

Board board_of(core::Keyboard const& keyboard, std::size_t columns, std::size_t most) {
  auto lines = numbered(keyboard);
  auto const is_narrow_enough =
      std::ranges::all_of(lines, [&](Line const& line) { return line.size() <= columns; });
  auto const is_joined = !keyboard.more_keys && has_room_for_space(lines, columns);
  if (is_narrow_enough && lines.size() + (is_joined ? 0 : 1) <= most)
    return {.lines = std::move(lines), .columns = columns, .is_centred = true};

  Line all;
  for (auto const& line : lines) all.insert(all.end(), line.begin(), line.end());
  lines = broken(all, columns);
  if (lines.size() + 1 <= most) return {.lines = std::move(lines), .columns = columns};

  auto const room = columns * (most - 1);
  auto const asked = static_cast<std::size_t>(std::max(keyboard.first_key, 0));
  auto const first = asked < all.size() ? asked : 0;
  auto const last = std::min(first + room, all.size());
  Line const shown(all.begin() + static_cast<std::ptrdiff_t>(first),
                   all.begin() + static_cast<std::ptrdiff_t>(last));
  return {.lines = broken(shown, columns),
          .columns = columns,
          .next_key = last < all.size() ? last : 0};
}

class KeyMaker {
 public:
  KeyMaker(KeyboardPlace const& place, Look const& look) : m_place(place), m_look(look) {}

  Seat letter(NumberedKey const& numbered) const {
    auto const& key = *numbered.key;
    auto action = key.is_replacing ? core::Action(core::TapReplace{key.text})
                                   : core::Action(core::TapKey{key.text});
    return make("key_" + std::to_string(numbered.number), key.phrase, std::move(action),
                NoPicture{}, 1);
  }

  Seat make(std::string const& id, core::Phrase phrase, core::Action action, Picture sign,
            double share, Role role) const {
    auto made = control({.id = m_place.screen + "/" + id,
                         .phrase = std::move(phrase),
                         .action = std::move(action),
                         .shape = ControlShape::Key,
                         .state = m_place.state,
                         .tint = std::nullopt,
                         .inside = nullptr,
                         .picture = std::move(sign),
                         .picture_mm = m_look.picture_mm(m_look.is_small() ? 8 : 10),
                         .arrangement = Arrangement::Beside,
                         .role = role,
                         .padding_mm = 1});
    return {.block = std::move(made), .share = share};
  }

  Seat make(std::string const& id, core::Phrase phrase, core::Action action, Picture sign,
            double share) const {
    auto const role = m_look.is_small() ? Role::Strong : Role::Heading;
    return make(id, std::move(phrase), std::move(action), std::move(sign), share, role);
  }

 private:
  KeyboardPlace const& m_place;
  Look const& m_look;
};

// Letters stand as on a desk in every language: what is typed first with the left hand is at the
// left, also where everything else is mirrored.
std::vector<Seat> letters_of(Line const& line, KeyMaker const& maker, Look const& look) {
  std::vector<Seat> seats;
  for (auto const& key : line) seats.push_back(maker.letter(key));
  if (look.is_mirrored()) std::ranges::reverse(seats);
  return seats;
}

// What the keys that are no letters share among themselves.
std::vector<Seat> others_of(core::Keyboard const& keyboard, Board const& board, double shares,
                            KeyMaker const& maker, Look const& look) {
  std::vector<Seat> seats;
  auto const is_wide = shares >= 8;
  auto const share = is_wide ? 2.0 : 1.0;
  if (board.next_key) {
    auto const sign = look.is_mirrored() ? sign::to_left : sign::to_right;
    seats.push_back(maker.make("next_keys", {{}, keyboard.next_keys.spoken},
                               core::TapScroll{static_cast<int>(*board.next_key)},
                               IconPicture{sign}, share));
  }
  if (keyboard.more_keys)
    seats.push_back(
        maker.make("more_keys", *keyboard.more_keys, core::TapMoreKeys{}, NoPicture{}, share));
  // The sign points to where letters are taken from, which is the other side in Arabic.
  auto const has_word = look.is_mirrored();
  auto const erase_share = has_word ? std::max(share, 1.5) : share;
  auto const taken = share * static_cast<double>(seats.size()) + erase_share;
  seats.push_back(maker.make("space", keyboard.space, core::TapKey{" "}, NoPicture{},
                             std::max(shares - taken, 1.4), Role::Body));
  seats.push_back(maker.make(
      "erase", {has_word ? keyboard.erase.shown : std::string(), keyboard.erase.spoken},
      core::TapErase{}, has_word ? Picture(NoPicture{}) : Picture(IconPicture{sign::erase}),
      erase_share, Role::Body));
  return seats;
}

// Short of the whole width by so many keys.
std::vector<Seat> set_in(std::vector<Seat> seats, double missing, bool is_centred) {
  if (missing <= 0) return seats;
  if (is_centred) seats.insert(seats.begin(), {.block = space(), .share = missing / 2});
  seats.push_back({.block = space(), .share = is_centred ? missing / 2 : missing});
  return seats;
}

}  // namespace

BlockPointer keyboard(core::Keyboard const& keyboard, KeyboardPlace const& place,
                      Look const& look) {
  auto const gap = look.small_gap_mm();
  auto const board = board_of(keyboard, columns_in(place.width_mm, look), most_lines(look));
  auto const is_joined =
      board.is_centred && !keyboard.more_keys && has_room_for_space(board.lines, board.columns);
  KeyMaker const maker(place, look);
  std::vector<Storey> storeys;
  auto const add = [&](std::vector<Seat> seats) {
    storeys.push_back({.block = row(std::move(seats), gap),
                       .grow = 1,
                       .most_mm = highest_key_mm,
                       .gap_below_mm = gap});
  };
  for (std::size_t i = 0; i < board.lines.size(); ++i) {
    auto const& line = board.lines[i];
    auto const missing = static_cast<double>(board.columns - line.size());
    auto seats = letters_of(line, maker, look);
    if (is_joined && i + 1 == board.lines.size()) {
      for (auto& seat : others_of(keyboard, board, missing, maker, look))
        seats.push_back(std::move(seat));
      add(std::move(seats));
    } else {
      add(set_in(std::move(seats), missing, board.is_centred));
    }
  }
  if (!is_joined) add(others_of(keyboard, board, static_cast<double>(board.columns), maker, look));
  return column(std::move(storeys));
}

}  // namespace inloop::ui
