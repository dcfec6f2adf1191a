#pragma once
// kaartje: a coloured picture that stands for a person without naming them, like "blauwe uil". Pure
// values and words.

#include <array>
#include <string>
#include <string_view>

#include "kiosk/core/words.h"

namespace inloop::core {

// Known and named everywhere, easily told apart, of no religion, rank or party.
struct TokenPicture {
  std::string_view emoji;
  std::string_view message;  // "{colour} owl", as the catalogues know it
};

inline constexpr std::array token_pictures{TokenPicture{"🦉", message("{colour} owl")},
                                           TokenPicture{"🐢", message("{colour} turtle")},
                                           TokenPicture{"🌻", message("{colour} flower")},
                                           TokenPicture{"🐟", message("{colour} fish")},
                                           TokenPicture{"🚲", message("{colour} bicycle")},
                                           TokenPicture{"⭐", message("{colour} star")},
                                           TokenPicture{"🐘", message("{colour} elephant")},
                                           TokenPicture{"🦋", message("{colour} butterfly")},
                                           TokenPicture{"🍎", message("{colour} apple")},
                                           TokenPicture{"🐦", message("{colour} bird")},
                                           TokenPicture{"⛵", message("{colour} boat")},
                                           TokenPicture{"🌳", message("{colour} tree")},
                                           TokenPicture{"🐈", message("{colour} cat")},
                                           TokenPicture{"🔑", message("{colour} key")},
                                           TokenPicture{"🐎", message("{colour} horse")},
                                           TokenPicture{"🍋", message("{colour} lemon")},
                                           TokenPicture{"🎈", message("{colour} balloon")},
                                           TokenPicture{"🐇", message("{colour} rabbit")},
                                           TokenPicture{"🏠", message("{colour} house")},
                                           TokenPicture{"🦁", message("{colour} lion")},
                                           TokenPicture{"☂️", message("{colour} umbrella")},
                                           TokenPicture{"🐝", message("{colour} bee")},
                                           TokenPicture{"🚂", message("{colour} train")},
                                           TokenPicture{"🍓", message("{colour} strawberry")}};

// The ground on which the picture stands. Each is also said, so no eye has to tell them apart.
enum class TokenColour { Blue, Green, Yellow, Red, Purple, Orange };

inline constexpr std::array all_token_colours{TokenColour::Blue,   TokenColour::Green,
                                              TokenColour::Yellow, TokenColour::Red,
                                              TokenColour::Purple, TokenColour::Orange};

struct Token {
  int picture = 0;  // in token_pictures
  TokenColour colour = TokenColour::Blue;

  bool operator==(Token const&) const = default;
};

[[nodiscard]] constexpr bool is_valid(Token const& token) {
  return token.picture >= 0 && token.picture < static_cast<int>(token_pictures.size());
}

// More than any session can hold, so that a free one can always be drawn.
inline constexpr std::size_t token_count = token_pictures.size() * all_token_colours.size();

// "blauwe uil". A colour's translation lists its forms, divided by "/"; a picture's translation
// takes one of them: "{colour}" the first, "{colour2}" the second. So adjectives agree with their
// noun without a message for each pair.
[[nodiscard]] std::string token_in_words(Token const& token, Words const& words);

// The picture alone: "uil".
[[nodiscard]] std::string picture_in_words(int picture, Words const& words);

}  // namespace inloop::core
