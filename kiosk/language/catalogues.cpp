#include "kiosk/language/catalogues.h"

#include <algorithm>
#include <array>

#include "kiosk/base/assert.h"
#include "kiosk/base/embedded.h"

INLOOP_EMBEDDED(nl_mo)
INLOOP_EMBEDDED(ar_mo)
INLOOP_EMBEDDED(tr_mo)
INLOOP_EMBEDDED(pl_mo)
INLOOP_EMBEDDED(uk_mo)
INLOOP_EMBEDDED(fa_mo)
INLOOP_EMBEDDED(ti_mo)

namespace inloop::language {
namespace {

using core::Language;

struct BuiltIn {
  Language language;
  std::string_view (*mo)();
};

// English needs none: it is the language of the messages.
constexpr std::array built_in{
    BuiltIn{Language::Dutch, embedded_nl_mo},     BuiltIn{Language::Arabic, embedded_ar_mo},
    BuiltIn{Language::Turkish, embedded_tr_mo},   BuiltIn{Language::Polish, embedded_pl_mo},
    BuiltIn{Language::Ukrainian, embedded_uk_mo}, BuiltIn{Language::Persian, embedded_fa_mo},
    BuiltIn{Language::Tigrinya, embedded_ti_mo},
};

}  // namespace

std::vector<Language> available_languages() {
  std::vector<Language> available;
  for (auto const& one : core::all_languages)
    if (one.language == Language::English ||
        std::ranges::find(built_in, one.language, &BuiltIn::language) != built_in.end())
      available.push_back(one.language);
  return available;
}

Catalogues::Catalogues() {
  m_entries.push_back({Language::English, Catalogue()});
  for (auto const& one : built_in)
    m_entries.push_back({one.language, Catalogue(core::facts(one.language).code, one.mo())});
}

core::Words const& Catalogues::of(Language language) const {
  auto const found = std::ranges::find(m_entries, language, &Entry::language);
  INLOOP_ASSERT(found != m_entries.end());
  return found->words;
}

}  // namespace inloop::language
