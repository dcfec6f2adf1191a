#pragma once
// All languages that the kiosk can speak, from the catalogues that are built into it. Made once at
// the start; then any thread may read.

#include <vector>

#include "kiosk/core/preferences.h"
#include "kiosk/language/catalogue.h"

namespace inloop::language {

// The languages that have words, in the order of core::all_languages. One without a catalogue is
// not offered to anybody.
[[nodiscard]] std::vector<core::Language> available_languages();

class Catalogues {
 public:
  Catalogues();

  // `language` must be one of available_languages(). Stands as long as the catalogues do.
  [[nodiscard]] core::Words const& of(core::Language language) const;

 private:
  struct Entry {
    core::Language language;
    Catalogue words;
  };

  std::vector<Entry> m_entries;
};

}  // namespace inloop::language
