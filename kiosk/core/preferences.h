#pragma once
// What a visitor may change about the screen, with one tap each. It goes back to the resting
// settings with the visitor and is never recorded. Pure values.

#include <array>
#include <optional>
#include <string_view>

namespace inloop::core {

enum class Language { Dutch, English, Arabic, Turkish, Polish, Ukrainian, Persian, Tigrinya };
enum class Direction { LeftToRight, RightToLeft };
enum class Theme { Light, HighContrast, Dark };
enum class TextSize { Normal, Large };
enum class Reach { Everywhere, LowerHalf };  // LowerHalf: every control within reach from a chair
enum class Speech { Silent, Spoken };

// Steps of 6 dB (EN 301 549, 8.2.1).
inline constexpr int greatest_volume = 3;

struct LanguageFacts {
  Language language;
  std::string_view code;      // BCP 47
  std::string_view own_name;  // as its readers write it
  Direction direction;
};

inline constexpr std::array all_languages{
    LanguageFacts{Language::Dutch, "nl", "Nederlands", Direction::LeftToRight},
    LanguageFacts{Language::English, "en", "English", Direction::LeftToRight},
    LanguageFacts{Language::Arabic, "ar", "العربية", Direction::RightToLeft},
    LanguageFacts{Language::Turkish, "tr", "Türkçe", Direction::LeftToRight},
    LanguageFacts{Language::Polish, "pl", "Polski", Direction::LeftToRight},
    LanguageFacts{Language::Ukrainian, "uk", "Українська", Direction::LeftToRight},
    LanguageFacts{Language::Persian, "fa", "فارسی", Direction::RightToLeft},
    LanguageFacts{Language::Tigrinya, "ti", "ትግርኛ", Direction::LeftToRight},
};

[[nodiscard]] constexpr LanguageFacts const& facts(Language language) {
  return all_languages[static_cast<std::size_t>(language)];
}

[[nodiscard]] constexpr std::optional<Language> language_from(std::string_view code) {
  for (auto const& one : all_languages)
    if (one.code == code) return one.language;
  return std::nullopt;
}

struct Preferences {
  Language language = Language::Dutch;
  Theme theme = Theme::Light;
  TextSize text_size = TextSize::Normal;
  Reach reach = Reach::Everywhere;
  Speech speech = Speech::Silent;
  int volume = 2;  // 0 to greatest_volume

  bool operator==(Preferences const&) const = default;
};

}  // namespace inloop::core
