#pragma once
// The words of one language, looked up in a gettext catalogue through Boost.Locale. Not the screens
// that use them, and no dates or numbers. Made on any thread, then read by any thread.

#include <locale>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/words.h"

namespace inloop::language {

class Catalogue final : public core::Words {
 public:
  // English: every message is its own translation.
  Catalogue() = default;

  // `mo` is what msgfmt made of the catalogue of the language with this BCP 47 code, in UTF-8. It
  // is built into the program, so a damaged one is our mistake and asserted.
  Catalogue(std::string_view code, std::string_view mo);

  [[nodiscard]] std::string text(std::string_view message) const override;
  [[nodiscard]] std::string plural(std::string_view one, std::string_view many,
                                   std::int64_t count) const override;

 private:
  // Holds only the message facet: whole ICU locales would cost tens of milliseconds at the start.
  std::optional<std::locale> m_locale;
};

}  // namespace inloop::language
